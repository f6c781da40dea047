"""What there is to choose from at a place of a map: proposals by what the schema and the map say of it."""

from __future__ import annotations

from heapq import nsmallest

from coldwater.language import fields
from coldwater.language.hover import question_told, scheme_of, scheme_told
from coldwater.language.words import one_line, said_of
from coldwater.model import composed
from coldwater.model.data import SECTIONS
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import Any

    from coldwater.findings import Pointer
    from coldwater.language.open_map import OpenMap
    from coldwater.language.tokens import Token


#: More proposals than anybody reads; the editor asks again as one types on.
MOST = 100


class Proposal(NamedTuple):
    """What may be put in: what it is called and says, where it goes, and its text; ``$1`` in ``snippet`` is a stop.

    ``kind``: claim, argument, source, position, question, field, word, scheme, slot, rule or map. ``more`` gives a
    longer explanation in Markdown.
    """

    label: str
    kind: str
    said: str
    start: int
    end: int
    text: str
    snippet: str | None = None
    rank: int = 0
    more: str | None = None
    tell: Callable[[], str] | None = None

    def told(self) -> Proposal:
        """Give the proposal with what it says, where that was not looked up before."""
        return self if self.tell is None else self._replace(said=self.tell(), tell=None)


class Place(NamedTuple):
    """Where something is wanted: the map, what is written around it, the word there, and the line up to it."""

    open_map: OpenMap
    tokens: list[Token]
    token: Token
    start: int
    end: int
    line: str
    cursor: int

    @property
    def word(self) -> str:
        """What is written of the word so far, in small letters."""
        return self.open_map.text[self.start : self.cursor].casefold()

    @property
    def is_json(self) -> bool:
        """Whether names and texts need quotes."""
        return self.open_map.spelling == "json"

    def names(self, path: Pointer) -> list[str]:
        """Give the keys that stand in a mapping already, but for the one that is wanted."""
        if not path:  # the whole text is asked: the parts of it each know their own
            return [one.text for one in self.open_map.layout.tokens() if one.is_key and len(one.path) == 1]
        return [one.text for one in self.tokens if one.is_key and one.path[:-1] == path and one is not self.token]

    def values(self, path: Pointer) -> list[str]:
        """Give the values in a list, but for the one that is wanted."""
        return [
            one.text
            for one in self.tokens
            if not one.is_key and one.path[:-1] == path and isinstance(one.path[-1], int) and one is not self.token
        ]

    def scalar(self, text: str) -> str:
        """Give a text as it is written here."""
        if self.token.quote:
            return text
        if self.is_json:
            return f'"{text}"'
        from coldwater.formats.native.yaml_text import is_text  # noqa: PLC0415 - only who completes needs it

        return text if is_text(text) and not text.startswith(("*", "&", "!", "@", "%", "`")) else f'"{text}"'


def fits(wanted: str, label: str, said: str) -> bool:
    """Tell whether a word in small letters is in a label, in what it says, or names letters of the label in order."""
    if not wanted or wanted in f"{label} {said}".casefold():
        return True
    letters = iter(label.casefold())
    return all(letter in letters for letter in wanted)


# --- values -----------------------------------------------------------------------------------------------------------


def for_value(place: Place, path: Pointer) -> Iterator[Proposal]:
    """Propose what may stand as a value."""
    sections = fields.sections_at(path, is_key=False)
    last = path[-1] if path else ""
    field = path[2] if len(path) > 2 and path[0] in SECTIONS else last
    if sections and not (fields.is_list(path) and path[0] != "thesis"):
        yield from _ids(place, path, sections)
    elif sections:
        yield from _ids(place, path, sections, wrap="[{}]" if _is_inline(place) else "- {}")
    elif last == "scheme":
        yield from _schemes(place)
    elif len(path) == 5 and path[0] == "arguments" and field == "answers":
        yield from _questions(place, path)
    elif last == "rule":
        yield from _rules(place)
    elif isinstance(last, int) and field == "tags":
        yield from _tags(place, path)
    elif words := fields.words_at(path):
        says = fields.description(path) or ""
        for rank, word in enumerate(words):
            is_bare = word in ("true", "false") or fields.node(path).get("type") in ("integer", "number")
            yield _proposal(place, word, "word", says, word if is_bare else place.scalar(word), rank=rank)
    elif _takes_fields(path):
        yield from _objects(place, path)


def _takes_fields(path: Pointer) -> bool:
    """Tell whether an object with fields belongs here, and a text does not."""
    node = fields.node(path)
    is_text = any(branch.get("type") == "string" for branch in node.get("anyOf", ()))
    items = node.get("items", {})
    return not is_text and bool(
        fields.fields_of(path) or fields.is_mapping_of_ids(path) or "$ref" in items or "anyOf" in items
    )


def _is_inline(place: Place) -> bool:
    """Tell whether something stands before the word in its line."""
    return bool(place.line.strip(" \t-"))


def _objects(place: Place, path: Pointer) -> Iterator[Proposal]:
    """Propose fields where an object is to begin, or one with all that it needs where it begins within a line."""
    before = place.line.rstrip()[-1:]
    if fields.is_list(path) and not fields.fields_of(path):
        inner = _skeleton(place, (*path, 0))
        if inner is not None:
            yield _skeleton_proposal(place, path, f"[{inner}]" if _is_inline(place) else f"- {inner}")
        return
    if not _is_inline(place) and not place.is_json and before not in ("[", ","):
        yield from for_key(place, path)
        return
    inner = _skeleton(place, path)
    if inner is not None:
        yield _skeleton_proposal(place, path, inner)


#: What an object is begun with where it stands within a line; stops are numbered.
_SKELETONS = {
    "arguments": (("premises", "[$1]"), ("supports", "$2")),
    "cites": (("source", "$1"),),
    "sources": (("title", "$1"),),
    "positions": (("name", "$1"), ("accepts", "[$2]")),
    "questions": (("text", "$1"), ("answers", "[$2]")),
    "ignore": (("rule", "$1"), ("reason", "$2")),
}


def _skeleton(place: Place, path: Pointer) -> str | None:
    name = next((step for step in reversed(path) if step in _SKELETONS), None)
    if name is None or (name in SECTIONS and len(path) != 2):
        return None
    parts = [f'"{key}": {value}' if place.is_json else f"{key}: {value}" for key, value in _SKELETONS[str(name)]]
    if place.is_json:
        parts = [part.replace("[$", '["$').replace("]", '"]') if "[" in part else part for part in parts]
        parts = [part.replace(" $", ' "$') + '"' if '"$' not in part else part for part in parts]
    return "{" + ", ".join(parts) + "}"


def _skeleton_proposal(place: Place, path: Pointer, snippet: str) -> Proposal:
    text = snippet
    for number in range(1, 4):
        text = text.replace(f"${number}", "")
    name = next((str(step) for step in reversed(path) if step in _SKELETONS), "")
    return _proposal(place, text, "field", f"a new entry of `{name}`", text, snippet=snippet)


def _ids(place: Place, path: Pointer, sections: tuple[str, ...], wrap: str = "{}") -> Iterator[Proposal]:
    """Propose ids: of premises those first that nothing rests on yet, else in the order of the text."""
    open_map = place.open_map
    layout = open_map.layout
    taken = {composed(one) for one in place.values(path[:-1])} if isinstance(path[-1], int) else set()
    own = path[1] if len(path) > 1 and path[0] in SECTIONS else None
    used = layout.premises() if path[-2:-1] == ("premises",) or path[-1] == "premises" else set()
    near = set(place.values(("arguments", str(own), "premises"))) if "roles" in path else set()
    map_ = open_map.map_before() or open_map.map()
    found: list[tuple[bool, int, str, str, str]] = []
    for section in sections if path[0] != "lint" else ("claims", "arguments"):
        known: Mapping[str, Any] = getattr(map_, section) if map_ is not None else {}
        for id_ in layout.ids_of(section):
            if id_ in taken or (id_ == own and section == path[0]):
                continue
            said = _says(known.get(id_))
            if fits(place.word, id_, said):
                rank = len(found) + (10**6 if id_ in used else 0) - (10**6 if id_ in near else 0)
                found.append((not id_.casefold().startswith(place.word), rank, section, id_, said))
    for _, rank, section, id_, said in nsmallest(MOST + 1, found):
        text = wrap.format(place.scalar(id_))
        yield Proposal(
            id_, SECTIONS[section], said, place.start, place.end, text,
            rank=rank, tell=_teller(open_map, section, id_),
        )  # fmt: skip


def _says(entry: Any) -> str:
    said = getattr(entry, "text", None) or getattr(entry, "title", None) or getattr(entry, "name", None)
    return said if isinstance(said, str) else ""


def _teller(open_map: OpenMap, section: str, id_: str) -> Callable[[], str]:
    return lambda: said_of(open_map, (section,), id_) or ""


def _schemes(place: Place) -> Iterator[Proposal]:
    from coldwater.schemes._table import SCHEMES  # noqa: PLC0415 - only who names a scheme needs them

    for rank, scheme in enumerate(SCHEMES):
        said = f"{scheme.title}: {scheme.gist}"
        yield _proposal(place, scheme.name, "scheme", said, place.scalar(scheme.name), rank=rank)._replace(
            more=scheme_told(scheme)
        )


def _questions(place: Place, path: Pointer) -> Iterator[Proposal]:
    known = place.open_map.known()
    asked = composed(str(path[3]))
    taken = set(place.values(path[:-1]))
    for rank, one in enumerate(known.questions(asked) if known is not None else ()):
        if one.name not in taken:
            said = question_told(place.open_map, asked, one.name) or ""
            yield _proposal(
                place, one.name, "question", one_line(said), place.scalar(one.name),
                rank=rank + 1_000 * one.is_answered,
            )  # fmt: skip


def _rules(place: Place) -> Iterator[Proposal]:
    from coldwater.rules import RULES  # noqa: PLC0415 - few maps name a rule
    from coldwater.rules._pages import PAGES  # noqa: PLC0415

    for rank, rule in enumerate(RULES):
        said = f"{rule.NAME}: {PAGES[rule.CODE][0]}"
        yield _proposal(place, rule.CODE, "rule", one_line(said), place.scalar(rule.CODE), rank=rank)


def _tags(place: Place, path: Pointer) -> Iterator[Proposal]:
    map_ = place.open_map.map_before() or place.open_map.map()
    if map_ is None:
        return
    taken = set(place.values(path[:-1]))
    tags = {tag: None for claim in map_.claims.values() for tag in claim.tags}
    tags |= {tag: None for argument in map_.arguments.values() for tag in argument.tags}
    for rank, tag in enumerate(tag for tag in tags if tag not in taken):
        yield _proposal(place, tag, "word", "a tag of this map", place.scalar(tag), rank=rank)


# --- keys -------------------------------------------------------------------------------------------------------------


def for_key(place: Place, path: Pointer) -> Iterator[Proposal]:
    """Propose what may stand as a key of the mapping at a way."""
    there = {composed(one) for one in place.names(path)}
    if len(path) == 3 and path[0] == "arguments" and path[2] == "roles":
        yield from _slots(place, path, there)
    elif len(path) == 1 and path[0] in SECTIONS:
        yield from _missing(place, str(path[0]))
    elif sections := fields.sections_at((*path, "x"), is_key=True):
        yield from _keys_of_entries(place, path, sections, there)
    else:
        yield from _fields(place, path, there)


def _slots(place: Place, path: Pointer, there: set[str]) -> Iterator[Proposal]:
    scheme = scheme_of(place.open_map, str(path[1]))
    for rank, slot in enumerate(() if scheme is None else scheme.premises):
        if slot.name not in there:
            yield _key(place, slot.name, "slot", slot.text, rank=rank + 100 * slot.assumption)


def _missing(place: Place, section: str) -> Iterator[Proposal]:
    """Propose ids that are named somewhere, and are not there."""
    layout = place.open_map.layout
    found: dict[str, str] = {}
    for at in layout.ids():
        if section in at.sections[:1] and not at.is_declared and layout.target_of(at) is None:
            found.setdefault(at.id, str(at.token.path[1]) if len(at.token.path) > 1 else str(at.token.path[0]))
    for rank, (id_, where) in enumerate(found.items()):
        yield _key(place, id_, SECTIONS[section], f"named in `{where}`, and not there yet", rank=rank)


def _keys_of_entries(place: Place, path: Pointer, sections: tuple[str, ...], there: set[str]) -> Iterator[Proposal]:
    layout = place.open_map.layout
    rank = 0
    for section in sections:
        for id_ in layout.ids_of(section):
            if id_ not in there and (len(path) < 2 or id_ != path[1]):
                rank += 1
                yield _key(place, id_, SECTIONS[section], "", rank=rank)._replace(
                    tell=_teller(place.open_map, section, id_)
                )


#: One of these excludes the other.
_EITHER = {"supports": "attacks", "attacks": "supports"}


def _fields(place: Place, path: Pointer, there: set[str]) -> Iterator[Proposal]:
    known = fields.fields_of(path)
    for rank, (name, node) in enumerate(known.items()):
        if name not in there and _EITHER.get(name) not in there:
            yield _key(place, name, "field", node.get("description", ""), (*path, name), rank)


def _key(  # noqa: PLR0913 - what it is and says, and where it stands
    place: Place, name: str, kind: str, said: str, path: Pointer | None = None, rank: int = 0
) -> Proposal:
    """Propose a key, with the colon and what begins its value; without where the colon is there."""
    closes = bool(place.token.quote) and place.open_map.text[place.end : place.end + 1] == place.token.quote
    end = place.end + closes
    written = place.scalar(name)
    if place.open_map.text[end:].lstrip(" \t")[:1] == ":" or (place.token.is_key and not place.token.is_half):
        return _proposal(place, name, kind, said, written, rank=rank)
    opening, closing = ("", "") if path is None else _value_begun(place, path)
    colon = f"{place.token.quote}: "
    text = f"{written}{colon}{opening}{closing}"
    text = text if opening.strip() or not closing else text.rstrip(" ")
    if opening.startswith("\n"):
        text = f"{written}:{opening}"
    snippet = None if not closing else f"{written}{colon}{opening}$1{closing}"
    return Proposal(name, kind, said, place.start, end, text, snippet, rank)


def _value_begun(place: Place, path: Pointer) -> tuple[str, str]:
    """Give what the value of a field begins and ends with."""
    node = fields.node(path)
    kind = node.get("type")
    is_text = any(branch.get("type") == "string" for branch in node.get("anyOf", ()))
    if kind == "array":
        return ('["', '"]') if place.is_json and fields.sections_at((*path, 0), is_key=False) else ("[", "]")
    if kind == "object" or (fields.fields_of(path) and not is_text) or fields.is_mapping_of_ids(path):
        within = "\n" + " " * (len(place.line) + 2)
        return ("{", "}") if place.is_json or _is_inline(place) else (within, "")
    if place.is_json and (kind == "string" or is_text or "enum" in node):
        return '"', '"'
    return "", ""


def _proposal(  # noqa: PLR0913 - what it is and says, and where it goes
    place: Place, label: str, kind: str, said: str, text: str, *, snippet: str | None = None, rank: int = 0
) -> Proposal:
    return Proposal(label, kind, said, place.start, place.end, text, snippet, rank)


def whole_map(open_map: OpenMap, start: int, end: int) -> Proposal:
    """Propose a map to begin with."""
    if open_map.spelling == "json":
        snippet = (
            '{\n  "argmap": 1,\n  "title": "$1",\n  "thesis": "thesis",\n  "draft": true,\n'
            '  "claims": {\n    "thesis": "$2"\n  },\n'
            '  "arguments": {\n    "first": {"premises": ["$3"], "supports": "thesis"}\n  }\n}\n'
        )
    else:
        snippet = (
            "argmap: 1\ntitle: $1\nthesis: thesis\ndraft: true\nclaims:\n  thesis: $2\narguments:\n"
            "  first: {premises: [$3], supports: thesis}\n"
        )
    text = snippet.replace("$1", "").replace("$2", "").replace("$3", "")
    said = "a new map: title, thesis, claims and arguments"
    return Proposal("argmap", "map", said, start, end, text, snippet)
