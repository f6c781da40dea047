"""What came up in rounds, as part of the page of gaps: what has no answer yet comes first, then what was tried."""

from __future__ import annotations

from coldwater.prep.pages.spoken import verdict_of
from coldwater.prep.setting.page import Heading, Item, Line, tagged

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.prep.material.preparation import Preparation
    from coldwater.prep.material.rounds import Met, Rounds
    from coldwater.prep.rounds.round_notes import RoundNotes
    from coldwater.prep.setting.page import Part

#: How many answers on the map are named to what came up.
_ANSWERS = 4


def open_parts(prep: Preparation, rounds: Rounds) -> Iterator[Part]:
    """Tell what came up and has no answer on the map."""
    found = [one for one in rounds.met if one.is_open]
    if found:
        yield Heading(2, f"It came up in a round, and nothing on the map answers it ({len(found):,})")
    for one in found:
        yield from _met(prep, rounds, one)


def tried_parts(prep: Preparation, rounds: Rounds) -> Iterator[Part]:
    """Tell what came up and has an answer on the map, and then the rounds themselves."""
    found = [one for one in rounds.met if not one.is_open]
    if found:
        yield Heading(2, f"It came up in a round, and the map has an answer ({len(found):,})")
    for one in found:
        yield from _met(prep, rounds, one)
    if rounds.notes or rounds.left_out:
        yield Heading(2, f"Rounds ({len(rounds.notes):,})")
    for place, round_ in enumerate(rounds.notes):
        yield from _round(round_, place, sum(one.round == place for one in rounds.met))
    if rounds.left_out:
        are = "is of a round" if rounds.left_out == 1 else "are of rounds"
        yield Line(f"{rounds.left_out:,} more {are} as {prep.other}.", "Notes.")


def _met(prep: Preparation, rounds: Rounds, one: Met) -> Iterator[Item]:
    told = one.told
    text = told.said or ("" if one.node is None else prep.title(one.node))
    tag = "" if one.node is None else prep.names[one.node]
    at = ", ".join(word for word in (told.speech, round_name(rounds.notes[one.round], one.round)) if word)
    yield Item(text, f"{at}:", tag)
    if one.against is not None:
        yield Item(f"“{prep.title(one.against)}”", "Against:", prep.names[one.against], 1)
    if one.node is None:
        yield Item("the map lacks it: put it in, then answer it.", "To do:", "", 1)
    if told.answer:
        yield _answered(prep, one)
    for answer in one.answers[:_ANSWERS]:
        if answer != one.answer:
            tag = tagged(prep.names[answer], "not tried yet" if told.answer else "")
            yield Item(prep.title(answer), f"The map has (it {verdict_of(prep.labels[answer])}):", tag, 1)
    if told.note:
        yield Item(told.note, "Note:", "", 1)


def _answered(prep: Preparation, one: Met) -> Item:
    """Say what was answered and how it went."""
    went = {None: "tried", True: "tried, and it held", False: "tried, and it did not hold"}[one.told.held]
    if one.answer is None:
        return Item(one.told.answer, f"We answered ({went}; the map lacks it):", "", 1)
    verdict = verdict_of(prep.labels[one.answer])
    return Item(prep.title(one.answer), f"We answered ({went}; on the map it {verdict}):", prep.names[one.answer], 1)


def round_name(notes: RoundNotes, place: int) -> str:
    """Name a round: as its notes do, else by the opponent or the date, else by its place among the notes."""
    return notes.round or (f"against {notes.opponent}" if notes.opponent else notes.date or f"round {place + 1}")


def _round(notes: RoundNotes, place: int, count: int) -> Iterator[Item]:
    facts = (
        ("", notes.date),
        ("", notes.debate),
        ("against ", notes.opponent),
        ("judge: ", notes.judge),
        ("", notes.result),
    )
    told = [f"{lead}{text}" for lead, text in facts if text]
    yield Item("; ".join([*told, f"{count:,} came up"]), f"{round_name(notes, place)}:")
    for code, text in notes.speeches:
        yield Item(text, f"{code}:", "", 1)
    if notes.note:
        yield Item(notes.note, "Note:", "", 1)
