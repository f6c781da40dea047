"""One slip at every place of five written maps: a line shifted, a sign that cannot be seen, a conflict left by a merge.

A slip that changes what YAML reads is one finding at its line, and the safe fix gives the map back. A sample of the
places is tried; ``COLDWATER_EVERYWHERE=1`` tries all of them.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections import Counter
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
import yaml

from coldwater import api, revise
from coldwater.model.data import as_data
from formats.native.unquoted_writing import parsed
from slips.test_slips import read_slip

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

FOLDER = Path(__file__).parent
NAME = "slip.argmap.yaml"
#: So many places are tried of each kind, unless all are asked for.
SAMPLE = 10**9 if os.environ.get("COLDWATER_EVERYWHERE") else 150
SHOWN = 15
UNSEEN = ("\u200b", "\u00a0", "\u00ad", "\ufeff", "\u2028", "\u200e", "\u2060", "\u3000")
#: Fields whose values are texts: there an author may have what cannot be seen.
TEXTS = {"title", "text", "author", "locator", "tags", "name", "note", "description"}


def _base(name: str) -> str:
    """Give a map without its slip, and without the comments that tell of it."""
    fixed = read_slip(FOLDER / f"{name}.argmap.yaml").fixed
    assert fixed is not None
    return fixed[fixed.index("argmap:") :]


#: Maps in English, German, French and Chinese; with indents of two and of four, in blocks and in braces.
BASES = tuple(
    map(_base, ("field-glued", "id-two-blanks-short-of-four", "colon-in-french", "full-width-colon", "glued-in-braces"))
)


class Slip(NamedTuple):
    """A map before and after a slip, the line of the slip, and what was done."""

    base: str
    text: str
    line: int
    what: str

    def __str__(self) -> str:
        return f"line {self.line}, {self.what}: {ascii(self.text.split(chr(10))[self.line - 1])[:120]}"


def test_the_maps_are_clean() -> None:
    for base in BASES:
        assert api.check_bytes(NAME, base.encode()).findings == ()


def sampled(slips: Iterator[Slip]) -> list[Slip]:
    """Give a sample of slips, the same each time."""
    made = list(slips)
    return Random(11).sample(made, k=min(SAMPLE, len(made)))  # noqa: S311 - no secret


def data_of(text: str) -> object:
    """Give the data of the map in a text, or None."""
    map_ = api.check_bytes(NAME, text.encode()).map
    return None if map_ is None else as_data(map_)


def fail_with(failures: Sequence[tuple[Slip, str]], count: int) -> None:
    """Fail, if anything did, with how many and the first of them."""
    if failures:
        kinds = dict(Counter(slip.what for slip, _ in failures))
        shown = [f"  {slip}\n      -> {got[:260]}" for slip, got in failures[:SHOWN]]
        pytest.fail("\n".join([f"{len(failures)} of {count}: {kinds}", *shown]), pytrace=False)


def said_of(slip: Slip) -> tuple[list[Any], str]:
    """Give the findings on a map with a slip, and the same in short."""
    findings = api.check_bytes(NAME, slip.text.encode()).findings
    return list(findings), "; ".join(f"{one.line}:{one.column} {one.rule} {one.message[:80]}" for one in findings)


def mended(slip: Slip) -> tuple[object, str]:
    """Give the data of a map after the safe fixes, and the line of the slip then; an error is what came of it."""
    try:
        fixed = revise.fix(NAME, data=slip.text.encode()).change.new.decode()
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what must not happen
        return None, repr(error)
    return data_of(fixed), ascii(fixed.split("\n")[slip.line - 1])


# --- shifted lines ----------------------------------------------------------------------------------------------


def shifted_lines() -> Iterator[Slip]:
    """Shift every line by a blank or two, either way, and put a tab in the place of its indent."""
    for base in BASES:
        lines = base.split("\n")
        step = min(len(line) - len(line.lstrip(" ")) for line in lines if line.startswith(" "))
        for number, line in enumerate(lines[:-1], 1):
            indent = len(line) - len(line.lstrip(" "))
            for many in (-2, -1, 1, 2):
                if indent + many >= 0:
                    yield _with_line(base, number, " " * (indent + many) + line.lstrip(" "), f"shifted by {many}")
            if indent:
                yield _with_line(base, number, "\t" * (indent // step) + line.lstrip(" "), "indented by tabs")


def _with_line(base: str, number: int, line: str, what: str) -> Slip:
    lines = base.split("\n")
    lines[number - 1] = line
    return Slip(base, "\n".join(lines), number, what)


def test_a_shifted_line_is_one_finding_and_moved_back() -> None:
    """Of two lines that stand askew either may be the one that is off: then the finding names the other one."""
    slips = [slip for slip in sampled(shifted_lines()) if parsed(slip.text) != parsed(slip.base)]
    failures = []
    for slip in slips:
        findings, told = said_of(slip)
        data, line = mended(slip)
        if [one.rule for one in findings] != ["CW001"] or not _is_about(findings[0], slip.line):
            failures.append((slip, told or "nothing"))
        elif data != data_of(slip.base):
            failures.append((slip, f"not moved back: {line}; {told}"))
    fail_with(failures, len(slips))


def _is_about(finding: Any, line: int) -> bool:
    """Tell whether a finding stands at a line or beside it, or names it."""
    return abs(finding.line - line) <= 1 or bool(re.search(rf"\bline {line}\b", finding.message))


def test_a_shifted_line_that_changes_nothing_is_left_alone() -> None:
    slips = [slip for slip in sampled(shifted_lines()) if parsed(slip.text) == parsed(slip.base)]
    failures = [(slip, told) for slip in slips for findings, told in [said_of(slip)] if findings]
    fail_with(failures, len(slips))


# --- what cannot be seen ----------------------------------------------------------------------------------------


def unseen_signs() -> Iterator[Slip]:
    """Put what cannot be seen in every place but inside a text."""
    random = Random(5)  # noqa: S311 - no secret
    for base in BASES:
        texts = list(_texts_in(yaml.compose(base, Loader=yaml.CBaseLoader)))
        for place in range(1, len(base) - 1):
            if not any(start <= place <= end for start, end in texts):
                sign = random.choice(UNSEEN)
                what = f"U+{ord(sign):04X} {unicodedata.name(sign)}"
                yield Slip(base, base[:place] + sign + base[place:], base.count("\n", 0, place) + 1, what)


def _texts_in(node: Any, is_text: bool = False) -> Iterator[tuple[int, int]]:
    """Give where texts stand, from the first character to the place after the last."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _texts_in(value, key.value in TEXTS or _is_short_claim(key, value))
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _texts_in(item, is_text)
    elif is_text:
        yield node.start_mark.index, node.end_mark.index


def _is_short_claim(key: Any, value: Any) -> bool:
    return isinstance(value, yaml.ScalarNode) and (" " in value.value or "。" in value.value) and key.value != "title"


def test_what_cannot_be_seen_is_named_and_taken_out() -> None:
    slips = sampled(unseen_signs())
    failures = []
    for slip in slips:
        findings, told = said_of(slip)
        if not findings and data_of(slip.text) == data_of(slip.base):
            continue  # white space for YAML, and harmless
        data, line = mended(slip)
        is_named = len(findings) == 1 and findings[0].line == slip.line and slip.what in findings[0].message
        if not is_named and not (slip.what.startswith("U+FEFF") and len(findings) == 1 and "U+FEFF" in told):
            failures.append((slip, told or "nothing"))
        elif data != data_of(slip.base):
            failures.append((slip, f"not taken out: {line}; {told}"))
    fail_with(failures, len(slips))


# --- conflicts --------------------------------------------------------------------------------------------------


def conflicts() -> Iterator[Slip]:
    """Let a merge leave a conflict over one to three lines, anywhere, in both of git's styles."""
    random = Random(7)  # noqa: S311 - no secret
    for base in BASES:
        lines = base.split("\n")[:-1]
        for start in range(len(lines)):
            ours = lines[start : start + random.choice((1, 1, 2, 3))]
            theirs = [f"{line}x" for line in ours]
            old = ["||||||| 4f2a91c", *ours[:1]] if random.random() < 0.3 else []
            left = ["<<<<<<< HEAD", *ours, *old, "=======", *theirs, ">>>>>>> feature/words"]
            text = "\n".join([*lines[:start], *left, *lines[start + len(ours) :], ""])
            yield Slip(base, text, start + 1, "a conflict in two parts" if not old else "a conflict in three parts")


def _named(slip: Slip, findings: Sequence[Any]) -> bool:
    at_it = [one for one in findings if one.line == slip.line and one.rule == "CW001"]
    return len(findings) == len(at_it) == 1 and all(label in at_it[0].message for label in ("HEAD", "feature/words"))


def test_a_conflict_is_one_finding_with_both_labels_and_left_to_its_author() -> None:
    slips = sampled(conflicts())
    failures = []
    for slip in slips:
        findings, told = said_of(slip)
        if not _named(slip, findings):
            failures.append((slip, told or "nothing"))
        elif revise.fix(NAME, data=slip.text.encode()).change.is_needed:
            failures.append((slip, "a fix chose a side"))
    fail_with(failures, len(slips))
