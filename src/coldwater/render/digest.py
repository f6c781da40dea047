"""The digest of what a drawing shows, and where to find it in a drawn file.

``render --check`` compares digests and needs nothing else, so this module imports nothing heavy.
"""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from coldwater.model.models import Argument, Citation, Claim, Map, Source

#: Goes up whenever the same map is drawn differently, so that old drawings count as outdated.
DRAWING_VERSION = 1

#: The key under which every format carries the digest.
MARK = "coldwater-digest"
_FOUND = re.compile(rb"coldwater-digest(?:=\"|: |\0)([0-9a-f]{32})")
_HEAD = 2048  # all formats carry it at the very beginning


def digest(map_: Map) -> str:
    """Give 32 hexadecimal digits that change when anything changes that a drawing of the map shows.

    Order counts, since it decides the order in the drawing. A pydantic map and its plain twin have the same digest.
    """
    import hashlib  # noqa: PLC0415 - the check path of other commands does without
    import json  # noqa: PLC0415

    content = [
        DRAWING_VERSION, map_.title, map_.thesis, map_.description, map_.language,
        [_claim(name, claim) for name, claim in map_.claims.items()],
        [_argument(name, argument) for name, argument in map_.arguments.items()],
        [_source(name, source) for name, source in map_.sources.items()],
    ]  # fmt: skip
    return hashlib.sha256(json.dumps(content, separators=(",", ":")).encode("ascii")).hexdigest()[:32]


def digest_in(data: bytes) -> str | None:
    """Find the digest in the bytes of a drawing (SVG, PNG or DOT); None if there is none."""
    found = _FOUND.search(data[:_HEAD])
    return found[1].decode("ascii") if found else None


def _claim(name: str, claim: Claim) -> list[Any]:
    return [name, claim.text, bool(claim.implicit), list(claim.contradicts), _cited(claim.cites)]


def _argument(name: str, argument: Argument) -> list[Any]:
    strength = None if argument.strength is None else float(argument.strength)
    return [
        name, list(argument.premises), argument.supports, argument.attacks, argument.title, strength,
        _cited(argument.cites),
    ]  # fmt: skip


def _source(name: str, source: Source) -> list[Any]:
    authors = [[author] if isinstance(author, str) else _author(author) for author in source.author or ()]
    issued = None if source.issued is None else str(source.issued).removesuffix(".0")
    return [name, source.title, authors, issued, source.publisher, source.container_title]


def _author(author: Any) -> list[str | None]:
    return [author.literal, author.family, author.given]


def _cited(cites: Iterable[Citation]) -> list[str]:
    return [citation.source for citation in cites]
