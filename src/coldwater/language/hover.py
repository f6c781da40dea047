"""What is told of the thing under the cursor, in Markdown: an entry, a field, a scheme, a slot, a question, a rule."""

from __future__ import annotations

from coldwater.language import fields, words
from coldwater.markdown import begun, code, escaped, escaped_prose
from coldwater.model import composed
from coldwater.records import NamedTuple
from coldwater.semantics.verdict_words import MARKS, sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.language.known import Known
    from coldwater.language.open_map import OpenMap
    from coldwater.language.tokens import Token
    from coldwater.model.models import Citation, Map, Source
    from coldwater.schemes.forms import Scheme

#: So many reasons, questions and citations are told, and how many more there are.
_MOST = 6


class Hover(NamedTuple):
    """What is told, in Markdown, and of which stretch of the text."""

    text: str
    start: int
    end: int


def hover(open_map: OpenMap, offset: int) -> Hover | None:
    """Tell of what stands at an offset; None where there is nothing to tell."""
    token = open_map.layout.token_at(offset)
    if token is None:
        return None
    told = _told(open_map, token)
    return None if told is None else Hover(told, token.start, token.end)


def _told(open_map: OpenMap, token: Token) -> str | None:
    sections = fields.sections_at(token.path, is_key=token.is_key)
    if sections:
        for section in sections:
            if open_map.layout.has(section, composed(token.text)):
                return entry_told(open_map, section, composed(token.text))
        return f"There is no {' or '.join(_NOUNS[one] for one in sections)} {code(token.text)} in this map."
    if len(token.path) > 3 and token.path[0] == "arguments":
        told = _of_scheme_parts(open_map, token)
        if told is not None:
            return told
    last = token.path[-1] if token.path else None
    if not token.is_key and last == "scheme":
        return _scheme(token.text)
    if not token.is_key and last == "rule":
        return _rule(token.text)
    field = token.path if isinstance(last, str) else token.path[:-1]
    says = fields.description(field)
    return None if says is None else f"**{escaped(str(field[-1]))}** — {escaped_prose(says)}"


_NOUNS = {"claims": "claim", "arguments": "argument", "sources": "source", "positions": "position",
          "questions": "question"}  # fmt: skip


# --- entries ----------------------------------------------------------------------------------------------------------


def entry_told(open_map: OpenMap, section: str, id_: str) -> str:
    """Tell of an entry: what it says, its verdict and why, what it rests on, and what is asked of it."""
    map_ = open_map.map()
    lines = [f"**{_NOUNS[section]}** {code(id_)}"]
    said = words.said_of(open_map, (section,), id_)
    if said:
        lines.append(begun(escaped(said)))
    if map_ is not None and id_ in getattr(map_, section):
        if section == "sources":
            lines += _source(map_.sources[id_])
        elif section in ("claims", "arguments"):
            lines += _node(open_map, map_, section, id_)
    return "\n\n".join(lines)


def _node(open_map: OpenMap, map_: Map, section: str, id_: str) -> Iterator[str]:
    if section == "arguments":
        yield _step(map_, id_)
    known, is_current = open_map.judged()
    if known is not None and id_ in getattr(known.map, section):
        yield from _verdict(known, id_, is_current)
    entry = map_.claims[id_] if section == "claims" else map_.arguments[id_]
    cites = [_cited(map_, one) for one in entry.cites[:_MOST]]
    if cites:
        yield "\n".join(["Cites:", *(f"* {one}" for one in cites), *_more(len(entry.cites))])
    if section == "arguments" and known is not None:
        yield from _questions(known, id_)
    if entry.note:
        yield f"*{escaped(words.one_line(entry.note))}*"


def _step(map_: Map, id_: str) -> str:
    argument = map_.arguments[id_]
    aim = "supports" if argument.supports is not None else "attacks"
    target = argument.target
    named = f" “{escaped(words.said(map_, target))}”" if target in map_.claims or target in map_.arguments else ""
    lines = [
        f"* {code(one)} “{escaped(words.one_line(map_.claims[one].text))}”" if one in map_.claims else f"* {code(one)}"
        for one in argument.premises
    ]
    scheme = f"\n\nScheme: {code(argument.scheme)}" if argument.scheme else ""
    return "\n".join([*lines, "", f"{aim} {code(target)}{named}"]) + scheme


def _verdict(known: Known, id_: str, is_current: bool) -> Iterator[str]:
    found = known.verdict(id_)
    if found is None:
        return
    stale = "" if is_current else " (before the last edits)"
    lines = [f"{MARKS[found[0]]} It {escaped_prose(sentence(*found))}.{stale}"]
    direct = [step for step in known.steps(id_) if step.above == 0]
    for step in direct[:_MOST]:
        role = {"premise": "", "for": "for it, ", "against": "against it, "}.get(step.role, "")
        rest = [*map(code, step.more[:_MOST]), *([f"{len(step.more) - _MOST} more"] if len(step.more) > _MOST else [])]
        more = f"; likewise {', '.join(rest)}" if rest else ""
        lines.append(
            f"* {role}{code(step.name)} “{escaped(words.said(known.map, step.name))}” "
            f"{escaped_prose(sentence(step.verdict, step.reason, step.tie))}{more}"
        )
    lines += _more(len(direct))
    if len(lines) > 1:
        lines.insert(1, "")
    yield "\n".join(lines)


def _questions(known: Known, id_: str) -> Iterator[str]:
    asked = known.questions(id_)
    if asked and known.map.arguments[id_].scheme:
        lines = [
            f"* {'✓' if one.is_answered else '○'} {code(one.name)} {escaped(words.one_line(one.text))}"
            for one in asked[: 2 * _MOST]
        ]
        yield "\n".join(["Critical questions (✓ answered, ○ open):", "", *lines])


def _cited(map_: Map, citation: Citation) -> str:
    source = map_.sources.get(citation.source)
    parts = [code(citation.source) if source is None else f"{code(citation.source)} {escaped(_named(source))}"]
    if citation.locator:
        parts.append(escaped(citation.locator))
    if citation.quote:
        parts.append(f"“{escaped(words.one_line(citation.quote))}”")
    return ", ".join(parts)


def _named(source: Source) -> str:
    return words.one_line(source.title, 80) + (f" ({source.issued})" if source.issued is not None else "")


def _source(source: Source) -> Iterator[str]:
    authors = source.author or ()
    names = [
        one if isinstance(one, str) else one.literal or " ".join(part for part in (one.given, one.family) if part)
        for one in authors
    ]
    told = [", ".join(names), source.container_title, source.publisher, str(source.issued or ""), source.type]
    line = " · ".join(escaped(words.one_line(part)) for part in told if part)
    if line:
        yield line
    if source.url:
        yield code(source.url)
    if source.text:
        yield f"Full text: {code(source.text)}"


def _more(count: int) -> list[str]:
    return [f"* and {count - _MOST} more"] if count > _MOST else []


# --- schemes and rules ------------------------------------------------------------------------------------------------


def scheme_of(open_map: OpenMap, argument: str) -> Scheme | None:
    """Give the scheme that an argument names in the text; None where it names none, or an unknown one."""
    from coldwater.schemes.lookup import find_scheme  # noqa: PLC0415 - most maps name no scheme

    named = open_map.layout.values("arguments", composed(argument)).get(("scheme",))
    return None if not named else find_scheme(named)


def _of_scheme_parts(open_map: OpenMap, token: Token) -> str | None:
    """Tell of a slot, or of a critical question."""
    path = token.path
    if path[2] == "roles" and token.is_key:
        scheme = scheme_of(open_map, str(path[1]))
        name = None if scheme is None else scheme.slot(token.text)
        slot = next((one for one in scheme.premises if one.name == name), None) if scheme is not None else None
        if scheme is not None and slot is not None:
            return f"**slot** {code(slot.name)} of {code(scheme.name)}\n\n{begun(escaped(slot.text))}"
    if path[2] == "answers" and not token.is_key:
        asked = question_told(open_map, str(path[3]), token.text)
        return None if asked is None else f"**critical question** {code(token.text)}\n\n{begun(escaped(asked))}"
    return None


def question_told(open_map: OpenMap, argument: str, name: str) -> str | None:
    """Give a critical question to an argument as it is spoken; None where it is not asked."""
    from coldwater.schemes.forms import folded  # noqa: PLC0415 - most maps answer no question

    known = open_map.known()
    asked = () if known is None else known.questions(composed(argument))
    return next((one.text for one in asked if folded(one.name) == folded(name)), None)


def _scheme(name: str) -> str | None:
    from coldwater.schemes.lookup import find_scheme  # noqa: PLC0415 - as above

    scheme = find_scheme(name)
    return None if scheme is None else scheme_told(scheme)


def scheme_told(scheme: Scheme) -> str:
    """Tell of a scheme: what it is about, its slots, its conclusion and its questions."""
    slots = [f"* {code(one.name)} {escaped(one.text)}" for one in scheme.premises]
    asks = [f"* {code(one.name)} {escaped(one.ask)}" for one in scheme.questions]
    return "\n".join(
        [f"**scheme** {code(scheme.name)} — {escaped(scheme.title)}", "", begun(escaped(scheme.gist)), "", "Slots:",
         "", *slots, "", f"So: {escaped(scheme.conclusion)}", "", "Critical questions:", "", *asks]
    )  # fmt: skip


def _rule(name: str) -> str | None:
    from coldwater.rules import rule  # noqa: PLC0415 - few maps name a rule
    from coldwater.rules._pages import PAGES  # noqa: PLC0415

    module = rule(name)
    if module is None:
        return None
    return f"**{module.CODE}** {escaped(module.NAME)}\n\n{escaped_prose(PAGES[module.CODE][0])}"
