"""Pages that an assistant can read: the format, the moves, the rules, the schemes."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_SCHEMA, _RULE, _SCHEME = "coldwater://schema/", "coldwater://rule/", "coldwater://scheme/"
_MOVE = "coldwater://move/"
_WIDTH = 100
#: The schemas that say how a map and a move are written.
_SCHEMAS = {"map": "The JSON Schema of a map.", "moves": "The JSON Schema of a move, or of several."}


def listed() -> Iterator[tuple[str, str, str, str]]:
    """Give the address, the name, what it says and the media type of each page."""
    from coldwater.formats.native.move_table import MOVES  # noqa: PLC0415 - only who lists them needs them
    from coldwater.rules import RULES  # noqa: PLC0415
    from coldwater.schemes._table import SCHEMES  # noqa: PLC0415

    for name, says in _SCHEMAS.items():
        yield f"{_SCHEMA}{name}", name, says, "application/json"
    for kind in MOVES:
        yield f"{_MOVE}{kind.name}", kind.name, kind.says, "text/plain"
    for rule in RULES:
        yield f"{_RULE}{rule.CODE}", rule.CODE, str(rule.NAME), "text/plain"
    for scheme in SCHEMES:
        yield f"{_SCHEME}{scheme.name}", scheme.name, scheme.title, "text/plain"


def templates() -> Iterator[tuple[str, str, str, str]]:
    """Give what addresses are made of, the name, what it says and the media type of each sort of page."""
    yield (
        f"{_RULE}{{code}}",
        "rule",
        "A rule: what is wrong, why it matters, and a bad and a good example.",
        "text/plain",
    )
    yield f"{_MOVE}{{name}}", "move", "A move: what it takes, field by field, with an example.", "text/plain"
    yield f"{_SCHEME}{{name}}", "scheme", "An argumentation scheme, with its questions.", "text/plain"


def page(address: str) -> tuple[str, str] | None:
    """Give the text and the media type of a page; None for an address that is none."""
    if address.startswith(_SCHEMA) and address.removeprefix(_SCHEMA) in _SCHEMAS:
        from coldwater.schemas import schema_text  # noqa: PLC0415 - each page is loaded when it is read

        return schema_text(address.removeprefix(_SCHEMA)), "application/json"
    if address.startswith(_MOVE):
        from coldwater.schemas.fields_text import NAMES, fields_text  # noqa: PLC0415 - as above

        name = address.removeprefix(_MOVE)
        return (fields_text(name), "text/plain") if name in NAMES else None
    if address.startswith(_RULE):
        from coldwater.rules import RULES  # noqa: PLC0415 - as above
        from coldwater.rules.manual import rule_text  # noqa: PLC0415

        code = address.removeprefix(_RULE)
        return (rule_text(code), "text/plain") if any(code == rule.CODE for rule in RULES) else None
    if address.startswith(_SCHEME):
        from coldwater.schemes._table import FAMILIES  # noqa: PLC0415 - as above
        from coldwater.schemes.lookup import find_scheme  # noqa: PLC0415
        from coldwater.schemes.manual import scheme_text  # noqa: PLC0415

        scheme = find_scheme(address.removeprefix(_SCHEME))
        return None if scheme is None else (scheme_text(FAMILIES, scheme, _WIDTH), "text/plain")
    return None
