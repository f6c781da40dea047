"""Maps made at random that use all that a map can hold and can be read as a graph: trees, graphs, several theses."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

Data = dict[str, Any]

#: Bits that texts are made of: words, and signs that mean something in some format.
WORDS = "the bridge is safe it costs money 大桥 است جسر мост straße the town council says 2025".split()  # noqa: SIM905
SIGNS = (
    "[x]", "<b>", "{a: b}", "*so*", "_it_", "__all__", "#tag", "@who", "a/b", "//", "http://example.org/a//b?c=d#e",
    "\\", "\\n", "===", "--", "->", "+>", "><", "(1)", "1.", "- ", "+ ", ":smile:", ".~.", "`code`", "|", "&amp;",
    "&", "“q”", "'s", '"', ";", ",", "\t", "=1+1", "@SUM(A1)", "+1", "-1", "%", "$x$", "~", "^", "!", "?", "…",
    "Pro: ", "Con:", "1.1. Pro:", "-> See 1.2.", "Sources:", "[1]", "\\(x\\)", "<!-- c -->", "/* c */", "]]>",
    "<![CDATA[", "−", "•", "×", "{", "}", "[", "]", "<", ">", "#", "because", "null", "yes", "¬a", "app(a1)",
    "e\u0301", "é", "\u200d", "😀",
)  # fmt: skip


def text(random: Random, most: int = 8, lines: bool = False) -> str:
    """Give a text: a few words, now and then with signs among them, or on several lines."""
    parts = [random.choice(SIGNS if random.random() < 0.25 else WORDS) for _ in range(random.randint(1, most))]
    joined = "".join(part + random.choice((" ", " ", " ", "")) for part in parts).strip()
    if lines and random.random() < 0.1:
        joined += "\n" + random.choice(WORDS)
    return joined.strip() or "word"


def title(random: Random, most: int) -> str:
    """Give a text on one line, with one blank between words."""
    return " ".join(text(random, most).split())


def _some(random: Random, data: Data, **fields: Any) -> Data:
    """Add some of the fields; each value is made by a call."""
    return data | {key.replace("_", "-"): make() for key, make in fields.items() if random.random() < 0.25}


def whole_map(seed: int, plain: bool = False, size: int = 8) -> Data:
    """Give a map as plain data. ``plain``: texts, arguments and titles only. All claims lead to a thesis or a rival."""
    random = Random(seed)  # noqa: S311 - nothing is secret
    count = random.randint(1, size)
    names = [f"c{random.choice(('laim', 'ause', 'ase'))}-{number}" for number in range(count)]
    is_graph = random.random() < 0.4
    theses = names[: 1 if random.random() < 0.8 else min(2, count)]
    rivals = names[len(theses) : len(theses) + 1] if random.random() < 0.2 else []
    roots = [*theses, *rivals]
    arguments: Data = {}
    waiting = [name for name in names if name not in roots]
    linked = list(roots)
    while waiting:
        taken = [waiting.pop(0) for _ in range(min(len(waiting), random.choice((1, 1, 1, 2, 3))))]
        id_ = f"step-{len(arguments)}"
        target = random.choice([*linked, *arguments]) if arguments and random.random() < 0.5 else random.choice(linked)
        relation = random.choice(("supports", "attacks"))
        if is_graph and random.random() < 0.3:
            taken = list(dict.fromkeys([*taken, random.choice(linked)]))
        arguments[id_] = {"premises": taken, relation: target}
        linked += [name for name in taken if name not in linked]
    sources = {f"source-{number}": _source(random) for number in range(random.choice((0, 0, 1, 2)))}
    claims = {name: _claim(random, number, names, sources, plain) for number, name in enumerate(names)}
    for step in arguments.values():
        if random.random() < 0.5:
            step["title"] = title(random, 3)
        if not plain:
            step.update(_some(
                random, {}, scheme=lambda: random.choice(("expert_opinion", "x-own", "analogy")),
                strength=lambda: random.choice((0, 0.25, 0.5, 1)), note=lambda: text(random, lines=True),
                tags=lambda: ["budget", "2026"], cites=lambda: _cites(random, sources),
            ))  # fmt: skip
    data: Data = {"argmap": 1, "title": title(random, 4), "thesis": theses[0] if len(theses) == 1 else theses}
    if rivals:
        data["rivals"] = rivals
    if is_graph:
        data["shape"] = "graph"
    if not plain:
        data = _some(
            random, data, description=lambda: text(random), language=lambda: "en", standard=lambda: "scintilla",
            weighing=lambda: "last-link", proof=lambda: {"alpha": 0.6},
            expect=lambda: {"verdicts": {names[0]: "in"}}, positions=lambda: _positions(random, names),
            questions=lambda: _questions(random, [*theses, *rivals]),
        )  # fmt: skip
        data["sources"] = sources
    data |= {"claims": claims, "arguments": arguments}
    return {key: value for key, value in data.items() if value not in ({}, [])}


def _claim(random: Random, number: int, names: Sequence[str], sources: Data, plain: bool) -> Data:
    claim: Data = {"text": f"{text(random, lines=not plain)} {number}"}
    if plain:
        return claim
    others = [name for name in names[:number] if random.random() < 0.15]
    if others and random.random() < 0.5:
        claim["contradicts"] = others[:1]
    return _some(
        random, claim, kind=lambda: random.choice(("fact", "value", "policy")),
        status=lambda: random.choice(("accepted", "rejected", "open")), credence=lambda: random.choice((0, 0.5, 1)),
        standard=lambda: "scintilla", implicit=lambda: True, cites=lambda: _cites(random, sources),
        tags=lambda: [random.choice(("budget", "Part one / Costs", "2026", "zwei Wörter"))],
        note=lambda: text(random, lines=True),
    )  # fmt: skip


def _source(random: Random) -> Data:
    return _some(
        random, {"title": title(random, 4)}, type=lambda: "report", author=lambda: ["City Engineer"],
        issued=lambda: random.choice((2025, "2025-03-01")), publisher=lambda: "City",
        qualifications=lambda: title(random, 5), URL=lambda: "https://example.org/s",
    )  # fmt: skip


def _cites(random: Random, sources: Data) -> list[Data]:
    if not sources:
        return []
    return [
        _some(
            random,
            {"source": random.choice(list(sources))},
            locator=lambda: "p. 4",
            quote=lambda: text(random),
            quotes=lambda: [text(random)],
            passage=lambda: text(random),
        )
    ]


def _positions(random: Random, names: Sequence[str]) -> Data:
    return {"mayor": {"name": "The mayor", "accepts": [random.choice(names)], "rejects": []}}


def _questions(random: Random, roots: Sequence[str]) -> Data:
    return {"agenda": {"text": f"{title(random, 4)}?", "answers": list(roots)}}


def cleaned(data: Any) -> Any:
    """Give data without what says nothing: empty lists, ``rejects: []``."""
    if isinstance(data, dict):
        return {key: cleaned(value) for key, value in data.items() if value not in ({}, [], ())}
    return [cleaned(item) for item in data] if isinstance(data, list) else data
