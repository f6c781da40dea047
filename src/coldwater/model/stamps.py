"""Who looked at an argument, and what it rested on then: so that it shows when one of these has changed since.

An argument rests on its own step, on the texts of its premises, on what it bears on, and on the sources that it and its
premises cite. Each of them has a fingerprint of its own, so that it can be named. Layout and order do not count, and
neither do titles, tags and notes.
"""

from __future__ import annotations

from coldwater.model.passages import normal_form
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from coldwater.model.models import Argument, Citation, Map

#: Hexadecimal digits of a fingerprint: enough to tell states of one text apart, short enough to read in a diff.
DIGITS = 12


class Stamp(NamedTuple):
    """Who looked at an argument, on which day (year-month-day), and the fingerprints of what it rested on, by id."""

    by: str
    on: str
    rests_on: Mapping[str, str]


def grounds(map_: Map, name: str) -> dict[str, str]:
    """Give the fingerprints of all that an argument rests on, by id, its own first. Ids that lead nowhere have none."""
    argument = map_.arguments[name]
    found = {name: _fingerprint(_step(argument))}
    for premise in argument.premises:
        if premise in map_.claims:
            found[premise] = _fingerprint([_claim(map_, premise), *_citations(map_.claims[premise].cites)])
    target = argument.target
    if target in map_.claims:
        found.setdefault(target, _fingerprint([_claim(map_, target)]))
    elif target in map_.arguments:
        found.setdefault(target, _fingerprint(_step(map_.arguments[target])))
    for source in sorted(_sources(map_, argument)):
        found.setdefault(source, _fingerprint(list(_source(map_.sources[source]))))
    return found


def changed_since(map_: Map, name: str, stamp: Stamp) -> tuple[str, ...]:
    """Give the ids of what an argument rests on that changed, came or went since it was looked at; its own first."""
    now = grounds(map_, name)
    both = dict.fromkeys((*now, *stamp.rests_on))
    return tuple(id_ for id_ in both if now.get(id_) != stamp.rests_on.get(id_))


def _step(argument: Argument) -> list[str]:
    relation = "attacks" if argument.supports is None else "supports"
    roles = [f"{slot}={claim}" for slot, claim in sorted((argument.roles or {}).items())]
    strength = "" if argument.strength is None else repr(float(argument.strength))
    premises = sorted(argument.premises)
    return [relation, argument.target, *premises, argument.scheme or "", strength, *roles, *_citations(argument.cites)]


def _claim(map_: Map, name: str) -> str:
    claim = map_.claims[name]
    return "\n".join((normal_form(claim.text), claim.kind or "", claim.status or ""))


def _citations(cites: Sequence[Citation]) -> list[str]:
    return sorted(_cited(citation) for citation in cites)


def _cited(citation: Citation) -> str:
    """Give what a citation says. What it need not have counts only where it is there: older stamps stay good."""
    parts = [citation.source, citation.locator, citation.quote, citation.fingerprint]
    more = [*citation.quotes, *([] if citation.passage is None else [f"of {citation.passage}"])]
    return "\n".join([*(part or "" for part in parts), *more])


def _sources(map_: Map, argument: Argument) -> set[str]:
    citing = [argument.cites, *(map_.claims[premise].cites for premise in argument.premises if premise in map_.claims)]
    return {citation.source for cites in citing for citation in cites if citation.source in map_.sources}


def _source(source: Any) -> Iterator[str]:
    for field in ("title", "type", "issued", "publisher", "container_title", "url"):
        yield str(getattr(source, field) or "")
    for author in source.author or ():
        yield author if isinstance(author, str) else f"{author.family} {author.given} {author.literal}"
    if source.qualifications:
        yield source.qualifications


def _fingerprint(parts: Sequence[str]) -> str:
    from hashlib import sha256  # noqa: PLC0415 - only maps that were reviewed need it

    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]
