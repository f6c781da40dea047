"""Hypothesis strategies shared by the tests: maps as plain data, damaged, clean, and written as text; findings.

None of them filters: what is drawn is valid, or damaged, by construction.
"""

from __future__ import annotations

import copy
import json
import re
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

from hypothesis import strategies as st

from coldwater.findings import Finding, Place, TextEdit, TextFix
from coldwater.model import composed
from coldwater.report.counts import SEVERITIES
from coldwater.rules import RULES

if TYPE_CHECKING:
    from random import Random

    from hypothesis.strategies import DrawFn, SearchStrategy

Data = dict[str, Any]
Path = tuple[str | int, ...]

KINDS = ("fact", "value", "policy", "forecast", "definition")
STATUSES = ("accepted", "rejected", "open")
STANDARDS = ("scintilla", "preponderance", "clear-and-convincing", "beyond-reasonable-doubt", "dialectical-validity")
#: Ids that YAML reads as something else than text unless they are quoted, and some that it must not.
AWKWARD_IDS = ("012", "1e3", "0o17", "0x1f", "1.5", "12", "no", "yes", "on", "null", "true", "2025-03-01", "NULL", "y")

# --- scalars ----------------------------------------------------------------------------------------------------

characters = st.characters(exclude_categories=["Cs"])
texts = st.text(characters, max_size=20).map(lambda text: text if text.strip() else text + "x")
#: Letters, digits and marks of some scripts, as ids of many lands have them; and a few that take more than a letter.
SCRIPTS = ("禁止核电", "äßøñčÖé", "аяёЖї", "حظرسيارة", "קוצה", "νόμος", "ไฟป่า", "금지해", "प्रतिबंधक्ष", "தமிழ்", "①²Ⅷ٣०９")
WORDS = ("禁止", "brücke", "café", "प्रतिबंध", "حظر-السيارات", "запрет.2", "Ω_1", "CO₂", "ที่นี่", "é̄")
foreign_ids = (
    st.one_of(
        st.sampled_from(WORDS),
        st.sampled_from(SCRIPTS).flatmap(
            lambda signs: st.text(st.sampled_from(signs + "a._-"), min_size=1, max_size=6)
        ),
    )
    .map(lambda text: text if text[0].isalnum() else "б" + text)
    .map(lambda text: normalize("NFC", text))
)
ids = st.one_of(
    st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._-]{0,6}", fullmatch=True),
    foreign_ids,
    st.sampled_from(AWKWARD_IDS),
    st.sampled_from("abcdef"),
)
units = st.one_of(st.floats(0, 1), st.sampled_from([0, 1]))
years = st.one_of(st.integers(0, 9999), st.integers(0, 9999).map(float))
dates = st.from_regex(r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?", fullmatch=True)
languages = st.sampled_from(["en", "zh-Hans", "de-AT", "x-klingon", "sl-rozaj-biske"])
urls = st.sampled_from(["https://example.org/a?b=c#d", "http://x", "doi:10.1000/182", "urn:isbn:0451450523"])
paths = st.sampled_from(["texts/survey.txt", "a", "a b/c.txt", "…/x", "a/..b/c"])
fingerprints = st.from_regex(r"[0-9a-f]{16}", fullmatch=True)
json_values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-(10**12), 10**12), st.floats(-1e9, 1e9), texts),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(texts, inner, max_size=3)),
    max_leaves=5,
)


def _seen(text: str) -> str:
    """Give a text without what cannot be seen; of keys in `roles` nobody says it unless the text is read closely."""
    return "".join(filter(str.isprintable, text)).strip() or "slot"


def lists_of(items: SearchStrategy[Any], least: int = 0, most: int = 3) -> SearchStrategy[list[Any]]:
    """Draw lists without repeats."""
    return st.lists(items, min_size=least, max_size=most, unique=True)


def records(required: Data, optional: Data) -> SearchStrategy[Data]:
    """Draw objects with these fields, and now and then with extension fields."""
    extensions = st.dictionaries(texts.map(lambda text: "x-" + text), json_values, max_size=1)
    plain = st.fixed_dictionaries(required, optional=optional)
    return st.one_of(plain, plain, st.tuples(plain, extensions).map(lambda parts: {**parts[0], **parts[1]}))


# --- maps -------------------------------------------------------------------------------------------------------

citations = records({"source": ids}, {
    "locator": texts, "quote": texts, "quotes": st.lists(texts, max_size=3, unique=True), "passage": texts,
    "fingerprint": fingerprints,
})  # fmt: skip
claims = st.one_of(
    texts,
    records(
        {"text": texts},
        {
            "kind": st.sampled_from(KINDS),
            "status": st.sampled_from(STATUSES),
            "credence": units,
            "standard": st.sampled_from(STANDARDS),
            "implicit": st.booleans(),
            "contradicts": lists_of(ids),
            "cites": st.lists(citations, max_size=2),
            "tags": lists_of(texts),
            "note": texts,
        },
    ),
)
arguments = st.tuples(
    records(
        {"premises": lists_of(ids, least=1)},
        {
            "title": texts,
            "scheme": texts,
            "roles": st.dictionaries(texts.map(composed).map(_seen), ids, max_size=2),
            "answers": st.dictionaries(ids, lists_of(texts, least=1), max_size=2),
            "strength": units,
            "cites": st.lists(citations, max_size=2),
            "tags": lists_of(texts),
            "note": texts,
        },
    ),
    st.sampled_from(["supports", "attacks"]),
    ids,
).map(lambda parts: {**parts[0], parts[1]: parts[2]})
authors = st.one_of(
    texts, records({"family": texts}, {"given": texts}), records({"literal": texts}, {"family": texts, "given": texts})
)
sources = records(
    {"title": texts},
    {
        "type": st.sampled_from(["report", "book", "legal_case", "webpage"]),
        "author": st.one_of(authors, st.lists(authors, max_size=2)),
        "issued": st.one_of(dates, years),
        "publisher": texts,
        "qualifications": texts,
        "container-title": texts,
        "URL": urls,
        "accessed": dates,
        "language": languages,
        "grade": texts,
        "text": paths,
        "note": texts,
    },
)
positions = records(
    {"name": texts}, {"accepts": lists_of(ids), "rejects": lists_of(ids), "speaks_in": lists_of(ids), "note": texts}
)
questions = records({"text": texts, "answers": lists_of(ids, least=1)}, {"note": texts})
rules = st.from_regex(r"CW[0-9]{3}", fullmatch=True)
ignores = st.one_of(
    records({"reason": texts, "rule": rules}, {"at": ids}), records({"reason": texts, "at": ids}, {"rule": rules})
)
#: Maps as a file holds them: every field there is, references that may lead nowhere, extensions.
maps: SearchStrategy[Data] = records(
    {
        "argmap": st.sampled_from([1, 1, 1.0]),
        "title": texts,
        "thesis": ids,
        "claims": st.dictionaries(ids, claims, max_size=4),
    },
    {
        "description": texts,
        "language": languages,
        "rivals": lists_of(ids),
        "shape": st.sampled_from(["tree", "graph"]),
        "standard": st.sampled_from(STANDARDS),
        "proof": records({}, {"alpha": units, "beta": units, "gamma": units}),
        "expect": records(
            {"verdicts": st.dictionaries(ids, st.sampled_from(["in", "out", "undecided"]), max_size=2)},
            {"semantics": st.sampled_from(["grounded", "complete", "preferred", "stable"])},
        ),
        "sources": st.dictionaries(ids, sources, max_size=2),
        "arguments": st.dictionaries(ids, arguments, max_size=4),
        "positions": st.dictionaries(ids, positions, max_size=2),
        "questions": st.dictionaries(ids, questions, max_size=2),
        "lint": records({}, {"ignore": st.lists(ignores, max_size=2)}),
    },
)


@st.composite
def graphs(draw: DrawFn, size: int = 5) -> Data:
    """Draw small maps with many relations: undercuts, circles, contradictions, rivals, ids that clash or dangle."""
    names = [f"c{number}" for number in range(draw(st.integers(1, size)))]
    steps = [f"a{number}" for number in range(draw(st.integers(0, size)))]
    nodes = st.sampled_from([*names, *steps, "nowhere"])
    claim_ids = st.sampled_from([*names, "nowhere"])
    arguments_: Data = {}
    for step in steps:
        relation = draw(st.sampled_from(["supports", "attacks"]))
        arguments_[step] = {"premises": draw(lists_of(claim_ids, least=1)), relation: draw(nodes)}
    contraries = {name: draw(lists_of(claim_ids, most=1)) for name in names}
    claims_ = {name: {"text": f"This is {name}.", "contradicts": contraries[name]} for name in names}
    if draw(st.booleans()) and steps:
        claims_[steps[0]] = {"text": "A claim with the id of an argument."}
    thesis = draw(nodes)
    document = {"argmap": 1, "title": "A graph", "thesis": thesis, "claims": claims_, "arguments": arguments_}
    rivals = draw(st.one_of(st.just([]), lists_of(claim_ids, least=1, most=2)))
    return document | ({"rivals": rivals} if rivals else {})


@st.composite
def clean_maps(draw: DrawFn, most: int = 6) -> Data:
    """Draw maps in which no rule finds anything: trees with citations, positions and awkward ids."""
    count = draw(st.integers(2, most))
    names = draw(st.lists(ids, min_size=2 * count + 2, max_size=2 * count + 2, unique=True))
    claim_ids, argument_ids = names[: count + 1], names[count + 1 :]
    claims_: Data = {}
    arguments_: Data = {}
    for number, name in enumerate(claim_ids):
        claims_[name] = draw(_clean_claims(number))
    for number in range(count):
        targets = [claim_ids[0]] if number < 2 else [*claim_ids[: number + 1], *argument_ids[:number]]
        relation = draw(st.sampled_from(["supports", "attacks"])) if number > 1 else ("supports", "attacks")[number]
        step: Data = {"premises": [claim_ids[number + 1]], relation: draw(st.sampled_from(targets))}
        arguments_[argument_ids[number]] = step | draw(_clean_extras)
        if step[relation] == claim_ids[0] and draw(st.booleans()):  # both sides speak there, so it is weighed
            arguments_[argument_ids[number]]["strength"] = draw(units)
    document = {"argmap": 1, "title": "Is it so?", "thesis": claim_ids[0], "shape": "tree", "language": "en"}
    document |= {"sources": {"survey": {"title": "A survey", "type": "report", "issued": "2025-12-31"}}}
    claims_["cited"] = {"text": "It was surveyed.", "kind": "fact", "cites": [{"source": "survey", "locator": "p. 4"}]}
    arguments_["survey-says"] = {"premises": ["cited"], "supports": claim_ids[0], "title": "The survey"}
    mayor = {"name": "The mayor", "accepts": [claim_ids[0]], "rejects": [claim_ids[1]]}
    document |= {"questions": {"agenda": {"text": "What is to be done?", "answers": [claim_ids[0]]}}}
    return document | {"claims": claims_, "arguments": arguments_, "positions": {"mayor": mayor}}


def _clean_claims(number: int) -> SearchStrategy[Any]:
    text = f"Statement number {number} holds."
    fields = {"kind": st.sampled_from(["value", "policy"]), "implicit": st.booleans(), "note": st.just("A remark.")}
    return st.one_of(st.just(text), st.fixed_dictionaries({"text": st.just(text)}, optional=fields))


_clean_extras = st.fixed_dictionaries(
    {},
    optional={
        "title": st.just("A step"),
        "scheme": st.sampled_from(["sign", "Argument from Example", "x-our-own"]),
        "tags": st.just(["money", "2026"]),
    },
)

# --- damage -----------------------------------------------------------------------------------------------------

junk = st.one_of(
    st.none(),
    st.booleans(),
    st.sampled_from([0, 1, 2, -1, 1.0, 0.5, 1.5, -0.0, 10**30, 2025.0, 10000, 1e300]),
    st.sampled_from(["", " ", "\n", "x", "fact", "tree", "a\n", "12", "../x", "/x", "CW301", "1", "-", "https://"]),
    st.sampled_from([[], {}, [1], [None], [[]], [{}], ["a", "a"], {"text": "x"}, {"x-a": None}, {"": ""}]),
    json_values,
).map(copy.deepcopy)  # damage may be damaged again
_field_names = st.one_of(
    st.sampled_from(["text", "supports", "attacks", "premises", "x-y", "x", "URL", "url", "rule", "at", "argmap"]),
    texts,
)


def paths_in(data: Any, way: Path = ()) -> list[Path]:
    """Give the ways to all values in data, its own first."""
    below: list[tuple[str | int, Any]] = []
    if isinstance(data, dict):
        below = list(data.items())
    elif isinstance(data, list):
        below = list(enumerate(data))
    return [way, *(path for step, item in below for path in paths_in(item, (*way, step)))]


def at(data: Any, path: Path) -> Any:
    """Give the value at the end of a way."""
    for step in path:
        data = data[step]
    return data


@st.composite
def damaged_copies(draw: DrawFn, count: int = 10, most: int = 3) -> list[Any]:
    """Draw copies of a valid map, in each of which something was dropped, renamed, repeated, mistyped or replaced.

    Several copies for one map, since drawing a map takes most of the time.
    """
    whole = draw(maps)
    return [_damaged(draw, whole, most) for _ in range(count)]


def _damaged(draw: DrawFn, whole: Data, most: int) -> Any:
    data = copy.deepcopy(whole)
    for _ in range(draw(st.integers(1, most))):
        path = draw(st.sampled_from(paths_in(data)))
        if path:
            _damage(draw, at(data, path[:-1]), path[-1])
        elif draw(st.integers(0, 20)):
            data[draw(_field_names)] = draw(junk)
        else:
            return draw(junk)
    return data


def _damage(draw: DrawFn, holder: Any, step: str | int) -> None:
    value = holder[step]
    match draw(st.sampled_from(["drop", "replace", "rename", "near", "add", "repeat"])):
        case "drop":
            del holder[step]
        case "replace":
            holder[step] = draw(junk)
        case "near":
            holder[step] = draw(_near(value))
        case "rename" if isinstance(holder, dict):
            holder[draw(st.one_of(_field_names, _near(step).map(str)))] = holder.pop(step)
        case "add" if isinstance(value, dict):
            value[draw(_field_names)] = draw(junk)
        case "repeat" if isinstance(holder, list):
            holder.append(value)
        case _:
            holder[step] = [value]


def _near(value: Any) -> SearchStrategy[Any]:
    """Draw values that are almost this one: another type for the same number, a line end too much, a blank."""
    if isinstance(value, str):
        return st.sampled_from([value + "\n", value + " ", "\n" + value, value.upper(), value[1:], value * 2, [value]])
    if isinstance(value, bool):
        return st.sampled_from([int(value), str(value).lower(), float(value)])
    if isinstance(value, int | float):
        return st.sampled_from([value + 1, -value, str(value), bool(value), float(value), value * 1000, value + 0.5])
    if isinstance(value, list):
        return st.sampled_from([value * 2, [*value, None], dict.fromkeys(map(str, value)), value[:1] * 2, []])
    return st.sampled_from([[value], str(value), None])


# --- maps as text -----------------------------------------------------------------------------------------------

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9 ._-]*[A-Za-z0-9]|[A-Za-z]")
_NO_TEXT = frozenset(["null", "true", "false"])
_ESCAPED = re.compile('[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff"\\\\]')


def json_text(data: Any, random: Random) -> str:
    """Write data as JSON, in one of the ways in which people's tools write it."""
    indent = random.choice([None, 0, 1, 2, 4, "\t"])
    text = json.dumps(data, indent=indent, ensure_ascii=random.random() < 0.3)
    ends = random.choice(["\n", "\n", "\r\n", "\r"])
    return random.choice(["", "\n", " \t"]).replace("\n", ends) + text.replace("\n", ends) + random.choice(["", ends])


def yaml_text(data: Data, random: Random) -> str:
    """Write a mapping as YAML: block and flow style, plain and quoted scalars, comments and empty lines."""
    lines = ["# a map", "---", ""][: random.choice([0, 1, 3])]
    _write_block(lines, data, "", random)
    ends = random.choice(["\n", "\n", "\r\n", "\r"])
    return ends.join(lines) + random.choice(["", ends, ends + "...", ends + "# the end" + ends])


def _write_block(lines: list[str], data: Any, indent: str, random: Random) -> None:
    pairs = [(f"{_scalar(key, random)}:", value) for key, value in data.items()] if isinstance(data, dict) else []
    for lead, value in pairs or [("-", item) for item in data]:
        if random.random() < 0.05:
            lines.append(random.choice(["", indent + "# a remark", "   "]))
        if isinstance(value, dict | list) and value and random.random() < 0.7:
            lines.append(indent + lead + random.choice(["", "", " # below", "  "]))
            _write_block(lines, value, indent + random.choice([" ", "  ", "    "]), random)
        else:
            gap = random.choice([" ", " ", "   "])
            lines.append(indent + lead + gap + _flow(value, random) + random.choice(["", "", " ", "  # so"]))


def _flow(value: Any, random: Random) -> str:
    gap = random.choice(["", " "])
    if isinstance(value, dict):
        return (
            "{"
            + gap
            + f",{gap}".join(f"{_scalar(k, random)}: {_flow(v, random)}" for k, v in value.items())
            + gap
            + "}"
        )
    if isinstance(value, list):
        return "[" + gap + f", {gap}".join(_flow(item, random) for item in value) + gap + "]"
    return _scalar(value, random)


def _scalar(value: Any, random: Random) -> str:
    if not isinstance(value, str):
        return random.choice(["null", "~", "Null"]) if value is None else json.dumps(value)
    if _PLAIN.fullmatch(value) and value.lower() not in _NO_TEXT and random.random() < 0.8:
        return value
    if value.isprintable() and random.random() < 0.5:
        return "'" + value.replace("'", "''") + "'"
    return '"' + _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", value) + '"'


@st.composite
def judged_maps(draw: DrawFn, size: int = 4) -> Data:
    """Draw small maps that can be evaluated, with all that bears on a verdict.

    Circles, undercuts, backings, contradictions, statuses, standards, strengths.
    """
    names = [f"c{number}" for number in range(draw(st.integers(1, size)))]
    steps = [f"a{number}" for number in range(draw(st.integers(0, size + 1)))]
    strengths = st.sampled_from([None, 0, 0.2, 0.3, 0.5, 0.6, 0.8, 1])
    claims_: Data = {}
    for name in names:
        claim: Data = {"text": f"This is {name}."}
        contraries = draw(lists_of(st.sampled_from(names), most=1)) if draw(st.integers(0, 3)) == 0 else []
        status = draw(st.sampled_from([None, None, None, "accepted", "rejected", "open"]))
        standard = draw(st.sampled_from([None, None, *STANDARDS]))
        said = {"contradicts": contraries or None, "status": status, "standard": standard}
        claims_[name] = claim | {field: value for field, value in said.items() if value is not None}
    arguments_: Data = {}
    for step in steps:
        relation = draw(st.sampled_from(["supports", "attacks"]))
        target = draw(st.sampled_from([*names, *steps]))
        premises = draw(lists_of(st.sampled_from(names), least=1, most=2))
        arguments_[step] = {"premises": premises, relation: target}
        if (strength := draw(strengths)) is not None:
            arguments_[step]["strength"] = strength
    document = {"argmap": 1, "title": "A map to judge", "thesis": names[0], "shape": "graph", "claims": claims_}
    return document | {"arguments": arguments_, "standard": draw(st.sampled_from(STANDARDS))}


# --- findings ---------------------------------------------------------------------------------------------------


@st.composite
def findings(draw: DrawFn, paths: SearchStrategy[str] = texts) -> Finding:
    """Draw a finding of some rule, with any text for its path, id and message."""
    rule = draw(st.sampled_from(RULES))
    line, column = draw(st.integers(1, 9)), draw(st.integers(1, 9))
    end_line = line + draw(st.integers(0, 2))
    end_column = draw(st.integers(column if end_line == line else 1, 20))
    severity = draw(st.sampled_from(SEVERITIES))
    id_, message = draw(st.none() | texts), draw(texts)
    place = Place(line, column, end_line, end_column)
    fix = draw(st.none() | st.builds(TextFix, texts, st.just((TextEdit(place, draw(texts)),)), st.booleans()))
    return Finding(rule.CODE, rule.NAME, severity, draw(paths), *place, id_, message, fix)
