"""A flow sheet that was written in, read back: what was said goes into the flow, what the map lacks into a patch."""

from __future__ import annotations

from coldwater import judge
from coldwater.cli.output import say
from coldwater.errors import UsageError
from coldwater.prep.material.exchange import Played
from coldwater.prep.material.flow import find_flow
from coldwater.prep.practice.sayings import Sayings, with_entries
from coldwater.prep.speeches.filled import Hands, read_filled
from coldwater.printable import printable
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coldwater.cli.prep.material import Wanted
    from coldwater.prep.material.flow import Flow
    from coldwater.prep.material.preparation import Preparation
    from coldwater.prep.rounds.debate_format import DebateFormat
    from coldwater.prep.speeches.filled import Filled

#: The tag of what was said in a round.
_TAG = "round"


class Round(NamedTuple):
    """A round that has begun: the map as it is with what was said, its flow from there, and what the sheet says."""

    prep: Preparation
    flow: Flow
    filled: Filled


def read_round(wanted: Wanted, debate: DebateFormat, now: int, sheet: str, patch: str | None) -> Round:
    """Read a filled sheet. ``now``: the speech to come; ``patch``: where what the map lacks is written, if anywhere.

    Raises UsageError where the sheet is none of this debate, or something is at the path of the patch.
    """
    from coldwater.cli.prep.material import prepared  # noqa: PLC0415 - only where a sheet is read
    from coldwater.cli.prep.patch_files import PatchFile  # noqa: PLC0415
    from coldwater.prep.pages.flow_words import FlowWords  # noqa: PLC0415

    file = None if patch is None else PatchFile(wanted.path, patch, "a round")
    tables = judge.read_sheets(sheet)
    prep = prepared(wanted)
    flow = find_flow(prep, debate)
    sayings = Sayings(prep, _TAG)

    def put_down(text: str, target: str, supports: bool) -> str:
        return sayings.put(text, target, supports=supports).argument

    filled = read_filled(prep, flow, tables, now, Hands(FlowWords(prep, flow).cell_text, put_down))
    if filled is None:
        codes = ", ".join(one.code for one in debate.speeches)
        raise UsageError(f"{sheet}: no row names the speeches of {debate.name} ({codes}); is it a sheet of this flow?")
    if sayings.found and file is not None:
        file.write(prep, sayings)
        say(f"What the map lacks: {printable(file.path)}. Read it over, then:  {printable(file.command)}")
    elif sayings.found:
        say("coldwater: the sheet holds words that the map lacks; --patch FILE writes them as a patch")
    if sayings.found:
        map_ = with_entries(prep.map, sayings.entries())
        prep = judge.prepare(map_, wanted.side, wanted.semantics, wanted.standard, wanted.seconds)
    order = tuple(prep.numbers[name] for name in filled.order)
    said = {at: frozenset(prep.numbers[name] for name in names) for at, names in filled.said.items()}
    return Round(prep, find_flow(prep, debate, Played(now, said, order)), filled)
