"""Argdown documents: one that uses most of the language, and random ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

FERRY = """\
===
title: The ferry
abstract: Whether the ferry should go on.
author: Somebody
===

# Main

// what it is about
[Keep]: The ferry should go on. #policy {kind: policy}
  + <Jobs>: It gives work to forty people,
    most of them *young*. {source: "report 7"}
    - [Bridge]: The bridge will need as many.
    _ <Few>
  - [Cost]: It costs two million a year. #(two words)
    + Diesel is dear :heart: see [prices](https://example.org/prices).
  >< [Stop]: The ferry should stop.

## Islanders

<Way>: There is no other way.

(1) [Island]: Six hundred people live on the island.
    <+ [Count]
(2) They need a way to the mainland.
-- Need, Means {uses: [1, 2], sure: yes} --
    <_ [Boats]: They all have boats.
(3) They need the ferry \\#1.
(4) What people need should go on.
----
(5) [Keep]
"""

_TITLES = ("A", "B c", "D-1", "É", "x*y", "f//g", "q#r")
_WORDS = (
    "the bridge", "is old", "and", "costs 3.5", "*very*", "**bold** word", "_it_ so", "__b__.", "e.g. this",
    "x :smile: y", ".->.", "a .~. b", "\\[x\\]", "\\#1", "#tag", "#(two words)", "[link](http://a.b/c)", "@[A]",
    "@<B c>", "C#", "1.", "(2)", "a, b; c", "what?", "http\\://x", "/* c */", "snake\\_case", ":foo:", "www.x.org",
    "50%", "=", "'q'", '"r"', "- dash", "+ plus", "a<b", "a>b", "c=d", "x - y",
)  # fmt: skip
_DATA = ("", "", "", " {a: 1}", ' {"k": ["x", 2], b: {c: d}}', " {\n  a: b\n  c: [1, 2]\n}", " {isInMap: false}")
_SIGNS = ("+", "-", "+>", "->", "<+", "<-", "><")
_STEPS = ("----", "-----", "-- Modus ponens --", "-- A, B {a: 1} --", "--\nRule: p .^. q\n--", "-- {a: b} --")


def document(random: Random) -> str:
    """Give a document that Argdown's parser reads, unless a word at an unlucky place is in its way."""
    blocks = ["===\ntitle: T\nmodel:\n  mode: strict\n==="] if random.random() < 0.2 else []
    for _ in range(random.randint(1, 5)):
        kind = random.random()
        if kind < 0.15:
            blocks.append("#" * random.randint(1, 4) + " " + _text(random, 3))
        elif kind < 0.25:
            blocks.append("\n".join(f"* {_element(random)}" for _ in range(2)))
        elif kind < 0.5:
            head = f"{_argument(random)}\n\n" if random.random() < 0.7 else ""
            blocks.append(head + _structure(random))
        elif kind < 0.55:
            blocks.append(random.choice(("// note", "<!-- n\n\nn -->", "/* c */")))
        else:
            first = _element(random)
            blocks.append("\n".join([first, *_relations(random, [first])]))
    return "\n\n".join(blocks) + "\n"


def _text(random: Random, most: int = 5) -> str:
    return " ".join(random.choice(_WORDS) for _ in range(random.randint(1, most)))


def _statement(random: Random) -> str:
    kind = random.random()
    if kind < 0.3:
        return f"[{random.choice(_TITLES)}]: {_text(random)}{random.choice(_DATA)}"
    if kind < 0.55:
        return f"[{random.choice(_TITLES)}]" + random.choice(("", " #tag", " #(t u)")) + random.choice(_DATA)
    return f"word {_text(random)}{random.choice(_DATA)}"


def _argument(random: Random) -> str:
    title = random.choice(_TITLES)
    return f"<{title}>: {_text(random)}{random.choice(_DATA)}" if random.random() < 0.5 else f"<{title}>"


def _element(random: Random) -> str:
    return _statement(random) if random.random() < 0.6 else _argument(random)


def _relations(random: Random, above: list[str]) -> list[str]:
    lines: list[str] = []
    for _ in range(random.choice((0, 0, 1, 1, 2, 3)) if len(above) < 4 else 0):
        sign = random.choice(("+", "-", "_>") if above[-1].startswith("<") else _SIGNS)
        member = _statement(random) if sign == "><" else _argument(random) if sign == "_>" else _element(random)
        if any(member[:3] == one[:3] for one in above):
            continue  # Argdown drops relations of an argument to itself, and some others with them
        lines.append("  " * len(above) + f"{sign} {member}")
        lines += _relations(random, [*above, member])
    return lines


def _structure(random: Random) -> str:
    lines: list[str] = []
    for step in range(random.choice((1, 1, 2))):
        lines += [f"({len(lines) + 1}) {_statement(random)}" for _ in range(random.randint(1 - step, 3))]
        lines.append(random.choice(_STEPS))
        if random.random() < 0.3:
            lines.append(f"    <_ {_element(random)}")
        lines.append(f"({len(lines)}) {_statement(random)}")
    return "\n".join(lines)
