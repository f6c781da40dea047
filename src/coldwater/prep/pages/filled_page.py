"""What a filled flow sheet says, as part of a page: what was not said, and what was said that the map lacks."""

from __future__ import annotations

from coldwater.prep.setting.page import Heading, Item, Line, tagged

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.prep.material.flow import Flow
    from coldwater.prep.material.preparation import Preparation
    from coldwater.prep.setting.page import Part
    from coldwater.prep.speeches.filled import Filled


def filled_parts(prep: Preparation, flow: Flow, filled: Filled) -> Iterator[Part]:
    """Say what was read in a sheet. ``prep`` and ``flow`` are those of the map with what it lacked."""
    debate = flow.debate
    yield Heading(2, "What the sheet says")
    over = [one.code for one in debate.speeches[: filled.now]]
    count = sum(len(names) for names in filled.said.values())
    yield Line(f"{', '.join(over) or 'Nothing yet'}; {count:,} said.", "Over.")
    for speech, name in filled.missed:
        one = debate.speeches[speech]
        who = "we did not say" if one.side == prep.side else "they did not say"
        yield Item(prep.title(prep.numbers[name]), f"{one.code}, {who}:", name)
    for new in filled.new:
        one = debate.speeches[new.speech]
        aim = f"{'for' if new.supports else 'against'} “{prep.title(prep.numbers[new.target])}”"
        yield Item(f"{new.text} ({aim})", f"{one.code} ({one.side}), new to the map:", tagged(new.argument, new.row))
    yield from _out_of_turn(prep, flow)


def _out_of_turn(prep: Preparation, flow: Flow) -> Iterator[Part]:
    """Name what was said where the format has no place for it: in answer to what was not said, or in a wrong speech."""
    for speech, node in flow.out_of_turn:
        told = f"{flow.debate.speeches[speech].code}, out of turn, and so in no row:"
        yield Item(prep.title(node), told, prep.names[node])
