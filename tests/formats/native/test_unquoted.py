"""The unquoting test: thousands of texts typed without quotes, of which YAML reads some as something else.

Each that it does not read as typed is one finding at its line, and the safe fix gives back the map as typed; nothing is
said of the others. ``COLDWATER_UNQUOTED=5000`` makes 5,000 maps; ``pytest -s`` prints the shares of what was drawn.
"""

from __future__ import annotations

import os
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

import pytest

from coldwater import api, revise
from coldwater.model.data import as_data
from formats.native.unquoted import Tally, Typed, UnquotedMap, unquoted_maps
from work import examples

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coldwater.findings import Finding
    from coldwater.model.models import Map

COUNT = int(os.environ.get("COLDWATER_UNQUOTED", "0")) or examples(400)
NAME = "typed.argmap.yaml"
#: So many failures are shown of each kind.
SHOWN = 15


class Failure(NamedTuple):
    """What came out otherwise than it should: the promise that was broken, the map, the text, and what came out."""

    promise: str
    map: UnquotedMap
    typed: Typed | None
    got: str

    def __str__(self) -> str:
        where = "" if self.typed is None else f", line {self.typed.place.line}, {site(self.typed)}: {self.typed.text!r}"
        return f"seed {self.map.seed}{where}\n      -> {self.got[:300]}"


def site(typed: Typed) -> str:
    """Give the place of a text in short, such as claims.a.tags.0."""
    return ".".join(map(str, typed.pointer))


def shares() -> dict[str, float]:
    """Give by kind which share of the texts drawn was read as typed, a slip, or in doubt and for which reason."""
    tally = Tally()
    for _ in unquoted_maps(COUNT, tally):
        pass
    return tally.shares()


@pytest.fixture(scope="module")
def maps() -> list[UnquotedMap]:
    return list(unquoted_maps(COUNT, Tally()))


@pytest.fixture(scope="module")
def failures(maps: Sequence[UnquotedMap]) -> list[Failure]:
    return [failure for one in maps for failure in failures_of(one)]


def failures_of(one: UnquotedMap) -> Iterator[Failure]:
    """Check and fix a map, and give every promise that is broken."""
    meant = api.check_bytes(NAME, one.quoted.encode())
    said = api.check_bytes(NAME, one.text.encode()).findings
    yield from _wrongly_said(one, said, meant.findings)
    fixed = revise.fix(NAME, data=one.text.encode()).change.new
    yield from _wrongly_fixed(one, fixed, meant)


def _wrongly_said(one: UnquotedMap, said: Sequence[Finding], meant: Sequence[Finding]) -> Iterator[Failure]:
    of_reading = [finding for finding in said if finding.rule.startswith("CW0")]
    left = list(of_reading)
    for typed in one.typed:
        here = [finding for finding in of_reading if meets(finding, typed)]
        left = [finding for finding in left if finding not in here]
        if not typed.is_slip and here:
            yield Failure("silence", one, typed, shown(here))
        elif typed.is_slip and ([finding.rule for finding in here] != [here[0].rule] if here else True):
            yield Failure("one finding", one, typed, shown(here))
        elif typed.is_slip and here[0].rule not in typed.rules:
            yield Failure("its rule", one, typed, f"{shown(here)} (and not {'/'.join(sorted(typed.rules))})")
        elif typed.is_slip and not covers(here[0], typed):
            yield Failure("all that was meant", one, typed, f"{typed.place} but {shown(here)}")
    if left:
        yield Failure("nothing else", one, None, shown(left))
    if others := Counter(outside(said)) - Counter(outside(meant)):
        yield Failure("nothing else", one, None, f"{dict(others)}")


def _wrongly_fixed(one: UnquotedMap, fixed: bytes, meant: api.Checked) -> Iterator[Failure]:
    after = api.check_bytes(NAME, fixed)
    wanted = data_of(meant.map)
    if data_of(after.map) != wanted or any(finding.rule.startswith("CW0") for finding in after.findings):
        lines = _lines(fixed.decode(), one)
        yield Failure(
            "as typed after --fix", one, (one.slips or one.typed or (None,))[0], f"{shown(after.findings)} {lines}"
        )
    elif outside(after.findings) != outside(meant.findings):
        yield Failure("findings after --fix", one, None, f"{outside(after.findings)}, not {outside(meant.findings)}")
    if letters(fixed.decode()) != letters(one.text):
        lost = letters(one.text) - letters(fixed.decode())
        yield Failure("no letter lost", one, None, f"lost {dict(lost)}; {_lines(fixed.decode(), one)}")
    if not one.slips and fixed != one.text.encode():
        yield Failure("untouched", one, None, _lines(fixed.decode(), one))
    if any(f"# {remark.removeprefix('# ')}" not in fixed.decode() for remark in one.remarks):
        yield Failure("comments kept", one, None, _lines(fixed.decode(), one))
    if revise.fix(NAME, data=fixed).change.is_needed:
        yield Failure("a second fix", one, None, _lines(fixed.decode(), one))


def _lines(text: str, one: UnquotedMap) -> str:
    """Give the lines of a text that are not as typed."""
    typed = set(one.text.splitlines())
    return " | ".join(line.strip() for line in text.splitlines() if line not in typed)


def meets(finding: Finding, typed: Typed) -> bool:
    """Tell whether a finding stands somewhere on a text, its first line included up to the text's key."""
    place = typed.place
    starts_before = (finding.line, finding.column) < (place.end_line, place.end_column)
    return starts_before and (finding.end_line, finding.end_column) > (place.line, place.column)


def covers(finding: Finding, typed: Typed) -> bool:
    """Tell whether a finding stands over a whole text."""
    place = typed.place
    return (finding.line, finding.column) <= (place.line, place.column) and (
        finding.end_line,
        finding.end_column,
    ) >= (place.end_line, place.end_column)


def outside(findings: Sequence[Finding]) -> list[tuple[str, str | None]]:
    """Give the findings that are not about reading."""
    return [(finding.rule, finding.id) for finding in findings if not finding.rule.startswith("CW0")]


def letters(text: str) -> Counter[str]:
    """Count letters and digits."""
    return Counter(sign for sign in text if sign.isalnum())


def data_of(map_: Map | None) -> object:
    """Give the data of a map."""
    return None if map_ is None else as_data(map_)


def shown(findings: Sequence[Finding]) -> str:
    """Put findings in short."""
    return "; ".join(f"{one.line}:{one.column} {one.rule} {one.message[:90]}" for one in findings) or "nothing"


def told(failures: Sequence[Failure], of: Sequence[UnquotedMap]) -> str:
    """Put failures in short: how many, where they stand, and the first of them."""
    brackets = Counter("none" if one.typed is None else site(one.typed).partition(".")[0] for one in failures)
    head = f"{len(failures)} failures in {len(of)} maps ({dict(brackets)})"
    return "\n".join([head, *(f"  {failure}" for failure in failures[:SHOWN])])


# --- what is promised -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "promise",
    [
        "silence", "one finding", "its rule", "all that was meant", "nothing else", "as typed after --fix",
        "findings after --fix", "no letter lost", "untouched", "comments kept", "a second fix",
    ],
)  # fmt: skip
def test_a_text_is_read_from_the_writers_side(
    promise: str, failures: Sequence[Failure], maps: Sequence[UnquotedMap]
) -> None:
    broken = [failure for failure in failures if failure.promise == promise]
    if broken:
        pytest.fail(told(broken, maps), pytrace=False)
