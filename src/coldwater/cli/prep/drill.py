"""``coldwater prep drill``: cards in the terminal, their state of learning, and cards for Anki."""

from __future__ import annotations

import sys
from datetime import UTC, datetime

from coldwater.cli import EXIT_CLEAN
from coldwater.cli.output import say
from coldwater.cli.prep import USUAL_LIMIT
from coldwater.cli.prep.delivery import deliver, form_of, page_or_json
from coldwater.cli.prep.material import prepared, wanted_of
from coldwater.cli.prep.patch_files import PatchFile
from coldwater.cli.prep.progress_files import find_progress, folder_of_progress, kept_progress
from coldwater.cli.prep.prompts import OverError, TakenBackError, asked, asked_for_target, is_pass
from coldwater.cli.prep.terminal import INTERRUPTED, Terminal
from coldwater.errors import UsageError
from coldwater.prep.pages.spoken import view_of
from coldwater.prep.practice.cards import cards_of
from coldwater.prep.practice.progress import GRADES, Progress, Review
from coldwater.prep.practice.sayings import Sayings
from coldwater.prep.practice.scheduling import due_after, session, waiting
from coldwater.prep.practice.told import answers, argued
from coldwater.prep.setting.page import Heading, Line
from coldwater.printable import printable
from coldwater.records import NamedTuple
from coldwater.report.counts import plural

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections import deque
    from typing import Any

    from coldwater.cli.prep.material import Wanted
    from coldwater.cli.prep.progress_files import KeptProgress
    from coldwater.prep.material.preparation import Preparation
    from coldwater.prep.practice.cards import Card
    from coldwater.prep.practice.scheduling import Waiting

_QUESTION = "How was yours? 1 again, 2 hard, 3 good, 4 easy (s skips, q ends): "
_HOW = "Answer in your own words; an empty line ends the answer, pass shows what there is at once, q ends the drill."
_GRADING = "1 to 4 say how well you answered, s or pass skips the card, q ends the drill; what is graded is kept."
_NEWS = {"new": "new", "changed": "changed since you last answered it", "due": "due", "later": "not due yet"}


class Drilling(NamedTuple):
    """How to drill: where the progress is (None: the usual place), how many cards, also those not due, what order."""

    state: str | None
    limit: int
    with_all: bool
    seed: int | None


def now() -> datetime:
    """Give the time, in UTC and to the second."""
    return datetime.now(UTC).replace(microsecond=0)


def run_drill(  # noqa: PLR0913 - one parameter for each option
    limit: int | None,
    with_all: bool,
    seed: int | None,
    state: str | None,
    stats: bool,
    export: str | None,
    deck: str | None,
    **given: Any,
) -> int:
    """Drill a side, or say how far one is, or write the cards for another program; ``given``: fields of Wanted."""
    wanted = wanted_of(**given)
    if stats and export:
        raise UsageError("--stats and --export are two different things; ask for one")
    if (wanted.output_format and not stats) or (wanted.output != "-" and not (stats or export)):
        raise UsageError("--output-format goes with --stats, --output with --stats or --export")
    if (stats or export) and (limit or with_all or seed is not None):
        raise UsageError("--limit, --all and --seed are for a drill; take them away, or --stats and --export")
    if export and state:
        raise UsageError("--export writes all cards, whatever your progress: take --state away")
    if deck is not None and not (export and printable(deck).strip(": ")):
        raise UsageError("--deck names the deck that --export writes the cards for, in some letters")
    if export:
        return _export(wanted, deck)
    return (_tell_standing if stats else _drill)(wanted, Drilling(state, limit or USUAL_LIMIT, with_all, seed))


def _drill(wanted: Wanted, drilling: Drilling) -> int:
    """Drill the cards of a side until none is left, input ends or Ctrl-C comes. What was graded is kept at once."""
    if wanted.path == "-":
        raise UsageError("a drill reads answers from stdin; give the map as a file")
    prep = prepared(wanted)
    cards = cards_of(prep)
    folder = folder_of_progress(drilling.state)
    with kept_progress(folder, prep, wanted.path, cards, now()) as kept:
        chosen = session(waiting(cards, kept.progress, now()), drilling.limit, drilling.with_all, drilling.seed)
        drill = Drill(prep, cards, kept, Terminal(), PatchFile(wanted.path, None, "a drill"))
        try:
            drill.run(chosen)
        except OverError:
            pass
        except KeyboardInterrupt:
            sys.stdout.write("\n")
            drill.sum_up("Stopped. ")
            return INTERRUPTED
        drill.sum_up()
    return EXIT_CLEAN


class Drill:
    """One session at the terminal."""

    def __init__(
        self, prep: Preparation, cards: tuple[Card, ...], kept: KeptProgress, terminal: Terminal, patch: PatchFile
    ) -> None:
        self._prep = prep
        self._cards = cards
        self._kept = kept
        self._terminal = terminal
        self._grades: list[int] = []
        #: What was answered to arguments that the map has no answer to, and where that goes.
        self._sayings = Sayings(prep)
        self._patch = patch

    def run(self, chosen: list[Waiting]) -> None:
        """Go through the cards; one that is to come again does so at the end, until it is known."""
        from collections import deque  # noqa: PLC0415 - typing needs none of it

        if not self._cards:
            self._terminal.say(f"There is no {self._prep.other} argument on this map to answer.")
            return
        if chosen:
            of = f"{self._prep.side}: {self._prep.map.title}"
            self._terminal.show([Heading(1, f"Drill of {of}"), *view_of(self._prep.map)])
            self._terminal.say("Answer each in your own words; an empty line ends an answer. Ctrl-C stops at any time.")
        queue: deque[tuple[Waiting, bool]] = deque((one, False) for one in chosen)
        number = 0
        while queue:
            number += 1
            one, is_again = queue.popleft()
            grade = self._one(one, "once more" if is_again else _NEWS[one.state], number, number + len(queue))
            if grade is None:
                return
            if grade == 1:
                queue.append((one, True))

    def _one(self, one: Waiting, news: str, number: int, of: int) -> int | None:
        """Go through one card; give its grade, 0 if it is skipped, None if the session is to end."""
        terminal, card = self._terminal, one.card
        terminal.say()
        terminal.say(f"Card {number} of {of}, {news}", "heading")
        terminal.show(argued(self._prep, card.block.standing.argument, "They argue:"))
        said = self._answer()
        if card.block.is_empty:
            self._keep(card, said)
            return 0
        terminal.say()
        terminal.show(answers(self._prep, card.block))
        grade = self._graded()
        if grade:
            self._kept.grade(card.name, Review(now(), grade, card.digest))
            self._grades.append(grade)
            terminal.say(f"{GRADES[grade].capitalize()}: {self._comes_again(card, grade)}.")
        return grade

    def _answer(self) -> str:
        """Let the answer be typed, down to an empty line or a pass; give its words. Raises OverError at the end."""
        lines: list[str] = []
        while line := asked(self._terminal, "> ", _HOW):
            if is_pass(line):
                return ""
            lines.append(line)
        return " ".join(lines)

    def _keep(self, card: Card, said: str) -> None:
        """Put down an answer to what the map has none to, once it is known what it is directed at; it is not graded."""
        terminal, node = self._terminal, card.block.standing.argument
        terminal.say("Nothing on the map answers this.")
        if not said:
            return
        if (known := self._sayings.known_as(said)) is not None:
            terminal.say(f"These are the words of [{known}]; in answer to this they are not on the map.")
            return
        try:
            hit = asked_for_target(terminal, self._prep, node)
        except TakenBackError:
            return
        except (OverError, KeyboardInterrupt) as over:
            if not (isinstance(over, OverError) and over.is_wanted):
                self._put_down(said, node)
            raise
        self._put_down(said, node if hit is None else hit)

    def _put_down(self, said: str, target: int) -> None:
        saying = self._sayings.add(said, self._prep.names[target])
        self._patch.write(self._prep, self._sayings)
        told = "A first answer: I put it down. The card stays new until the map has one."
        self._terminal.show([Line(told, "", f"{saying.argument}; {saying.claim}")])

    def _graded(self) -> int | None:
        while True:
            line = asked(self._terminal, _QUESTION, _GRADING)
            if is_pass(line) or line.casefold() in ("s", "skip"):
                return 0
            for number, word in GRADES.items():
                if line.casefold() in (str(number), word):
                    return number

    def _comes_again(self, card: Card, grade: int) -> str:
        if grade == 1:
            return "it comes once more in this session"
        due = due_after(self._kept.progress.of(card.name, card.digest))
        days = (due - now()).days if due else 0
        return f"it comes again in {plural(max(days, 1), 'day')}"

    def sum_up(self, lead: str = "") -> None:
        """Say in a line what was done and what is left."""
        left = [one for one in waiting(self._cards, self._kept.progress, now()) if one.state != "later"]
        if not self._cards:
            return
        counts = [f"{self._grades.count(grade)} {word}" for grade, word in GRADES.items() if grade in self._grades]
        done = f"{plural(len(self._grades), 'answer')} graded and kept ({', '.join(counts)})" if counts else ""
        still = f"{plural(len(left), 'card')} left for now" if left else f"nothing is left for now; {self._next()}"
        told = "; ".join(part for part in (done or "Nothing graded", still) if part)
        self._terminal.say(f"{lead}{told}.")
        if self._sayings.found:
            count = plural(len(self._sayings.found), "answer")
            self._terminal.say(f"{count} of yours that the map lacks: {self._patch.path}. Read it over, then:")
            self._terminal.line(f"  {self._patch.command}")

    def _next(self) -> str:
        dates = [one.due for one in waiting(self._cards, self._kept.progress, now()) if one.due]
        return f"the next card comes on {min(dates):%Y-%m-%d}; --all drills all the same" if dates else "no card"


def _tell_standing(wanted: Wanted, drilling: Drilling) -> int:
    """Print how far somebody has come with the cards of a side. Changes nothing."""
    from coldwater.prep.practice.standing import standing_json, standing_page  # noqa: PLC0415 - a drill needs none

    form = form_of(wanted.output_format, wanted.output, ("full", "markdown", "json"))
    prep = prepared(wanted)
    cards = cards_of(prep)
    found = find_progress(folder_of_progress(drilling.state), prep, wanted.path, cards)
    if found.damage:
        say(f"coldwater: {printable(found.path)}: {found.damage}; the next drill sets it aside")
    progress = found.progress or Progress(prep.map.title, prep.map.thesis, "", prep.side, {})
    rows = waiting(cards, progress, now())
    text = page_or_json(
        form, wanted.output, lambda: standing_page(prep, progress, rows), lambda: standing_json(prep, progress, rows)
    )
    deliver(wanted.output, text)
    say(f"Progress is kept in {printable(found.earlier or found.path)}")
    return EXIT_CLEAN


def _export(wanted: Wanted, deck: str | None) -> int:
    """Print the cards of a side as text for Anki, or write it to a file."""
    from coldwater.prep.practice.anki import anki_text  # noqa: PLC0415 - a drill needs none of it

    prep = prepared(wanted)
    deliver(wanted.output, anki_text(prep, cards_of(prep), deck))
    return EXIT_CLEAN
