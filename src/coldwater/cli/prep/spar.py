"""``coldwater prep spar``: a bout against the other side in the terminal; what the map lacks goes into a patch."""

from __future__ import annotations

import sys
from random import Random

from coldwater.cli import EXIT_CLEAN
from coldwater.cli.prep.material import prepared, wanted_of
from coldwater.cli.prep.patch_files import PatchFile
from coldwater.cli.prep.prompts import OverError, TakenBackError, agrees, asked, asked_for_target, is_pass
from coldwater.cli.prep.terminal import INTERRUPTED, Terminal
from coldwater.errors import UsageError
from coldwater.model.graph import Graph
from coldwater.prep.pages.spoken import argument_tag, view_of
from coldwater.prep.practice.bout import Bout
from coldwater.prep.practice.hearing import Hearing
from coldwater.prep.practice.replies import attacked_of, words_of
from coldwater.prep.practice.sayings import Sayings, with_entries
from coldwater.prep.practice.told import argued, does, grounds, summed_up
from coldwater.prep.setting.page import Heading, Item, Line
from coldwater.report.counts import plural
from coldwater.schemes.asking import Examination

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from coldwater.prep.deciding.answers import Answer
    from coldwater.prep.material.preparation import Preparation
    from coldwater.prep.practice.bout import Event
    from coldwater.prep.practice.sayings import Saying

_HELP = (
    "Answer in a sentence of your own, by an id or by a number; ? lists what the map answers, pass gives in, q ends."
)
#: How the program says what it does; chance chooses.
_PHRASES = {
    "argues": ("I say:", "My point is:", "Take this:"),
    "objects": ("But:", "Against that:", "You overlook this:"),
    "backs": ("I can back that up:", "That has its ground:", "I have a reason for it:"),
    "insists": ("That does not get past what I said before:", "You had no answer to this before:"),
    "repeats": ("There we go round in a circle; we have just had:",),
    "gives-way": ("I give that up.", "Granted.", "I have nothing more on that."),
    "notes": ("I note that; whether it holds is open.",),
    "concedes": ("I have nothing against that: the point is yours.", "I concede: the point is yours."),
    "claims": ("Then the point is mine.", "So the point goes to me."),
    "leaves-open": ("We leave this point open.", "That stays undecided between us."),
    "returns": ("There is still my", "That leaves you with my"),
}


def run_spar(output: str | None, points: int, seed: int, **given: Any) -> int:
    """Argue against the user until no point is left, input ends or Ctrl-C comes. What was said new is kept at once.

    ``output``: where the patch goes; None for a name made of the map's.
    """
    wanted = wanted_of(output_format=None, output="", **given)
    if wanted.path == "-":
        raise UsageError("a bout reads answers from stdin; give the map as a file")
    prep = prepared(wanted)
    patch = PatchFile(wanted.path, output)
    spar = Spar(prep, Terminal(), patch, seed)
    code = EXIT_CLEAN
    try:
        spar.run(points)
    except OverError:
        pass
    except KeyboardInterrupt:
        sys.stdout.write("\n")
        code = INTERRUPTED
    spar.sum_up()
    return code


class Spar:
    """One bout at the terminal."""

    def __init__(self, prep: Preparation, terminal: Terminal, patch: PatchFile, seed: int) -> None:
        self._prep = prep
        self._terminal = terminal
        self._patch = patch
        self._random = Random(seed)  # noqa: S311 - how something is said is no secret
        self._bout = Bout(prep, seed)
        self._sayings = Sayings(prep)
        self._hearing = Hearing(prep, self._sayings)

    def run(self, points: int) -> None:
        """Go through so many points at most."""
        prep, terminal = self._prep, self._terminal
        terminal.show([Heading(1, f"You are {prep.side}, I am {prep.other}: {prep.map.title}"), *view_of(prep.map)])
        if not self._bout.left:
            terminal.say(f"The map gives me nothing to say for {prep.other}.")
            return
        terminal.show([Line(prep.map.claims[prep.map.thesis].text, "Thesis.", prep.map.thesis)])
        terminal.say(_HELP)
        of = min(points, len(self._bout.left))
        while self._bout.left and len(self._bout.points) < points:
            terminal.say()
            terminal.say(f"Point {len(self._bout.points) + 1} of {of}", "heading")
            self._tell(self._bout.next_point())
            while self._bout.challenge is not None:
                self._tell(self._answered(self._bout.challenge))
            of = min(points, len(self._bout.points) + len(self._bout.left))

    # --- what the program says -----------------------------------------------------------------------------------

    def _tell(self, events: Sequence[Event]) -> None:
        for event in events:
            phrase = self._random.choice(_PHRASES[event.turn])
            if event.turn == "argues" and (attacked := attacked_of(self._prep, event.node)) is not None:
                phrase = f"Against your “{self._prep.title(attacked)}” I say:"
            if event.turn in ("argues", "objects", "backs"):
                self._terminal.show(argued(self._prep, event.node, phrase))
                self._remind(event.node)
            elif event.turn in ("insists", "repeats"):
                self._terminal.show([Line(self._prep.title(event.node), phrase, self._prep.names[event.node])])
            elif event.turn == "returns":
                self._terminal.show([Line(f"“{self._prep.title(event.node)}”. What else?", phrase)])
            else:
                self._terminal.show([Line("", phrase)])

    # --- what the user says --------------------------------------------------------------------------------------

    def _answered(self, challenge: int) -> list[Event]:
        """Take input until it is an answer, or a pass."""
        while True:
            line = self._terminal.ask("> ")
            choices = self._bout.choices()
            if line is None or line.casefold() in ("q", "quit"):
                raise OverError(is_wanted=line is not None)
            if is_pass(line):
                return self._gave_in(choices)
            if line == "?":
                self._list(choices, challenge)
            elif (events := self._taken(line, choices, challenge)) is not None:
                return events

    def _taken(self, line: str, choices: Sequence[Answer], challenge: int) -> list[Event] | None:
        """Take a line as an answer: one of the map, one said before, or new words; None to ask again."""
        if (choice := self._hearing.named(line, choices)) is not None:
            return self._bout.answer(choice)
        if (saying := self._hearing.repeated(line, choices, challenge)) is not None:
            self._hearing.use(challenge, saying)
            return self._bout.say(self._prep.numbers[saying.target])
        if (why := self._refusal(line, bool(choices or self._hearing.again(challenge)))) is not None:
            self._terminal.say(why)
            return None
        return self._said(line, choices, challenge)

    def _refusal(self, line: str, has_some: bool) -> str | None:
        """Say why a line is no answer: an id or a number that is none here, or no sentence; None if it may be one.

        ``has_some``: whether there are answers to list.
        """
        way_out = "? lists those there are" if has_some else "the map has none: say your own, or pass"
        if self._hearing.is_name(line):
            return f"[{line}] is no answer to this; {way_out}."
        if line.isdecimal():
            return f"There is no answer with this number; {way_out}."
        return _HELP if len(line) < 4 or (line.isascii() and len(line.split()) < 2) else None

    def _gave_in(self, choices: Sequence[Answer]) -> list[Event]:
        if choices:
            self._terminal.show([Line("", "The map would have answered:")])
            self._list(choices[:3], challenge=None)
        return self._bout.give_in()

    def _list(self, choices: Sequence[Answer], challenge: int | None) -> None:
        """List what the map answers; with a challenge also what the user has said that answers it."""
        again = [] if challenge is None else self._hearing.again(challenge)
        if not (choices or again):
            self._terminal.say("The map has no answer to this: say your own, or pass.")
        for number, choice in enumerate(choices, 1):
            name = self._prep.names[choice.node]
            tag = argument_tag(self._prep, name)
            parts: list[Item | Line] = [Line(self._prep.title(choice.node), f"{number}.", tag)]
            parts.append(Item(does(self._prep, choice)))
            self._terminal.show(parts)
            if name in self._prep.graph.arguments:
                self._terminal.show(grounds(self._prep, name))
        for number, saying in enumerate(again, len(choices) + 1):
            self._terminal.show([Line(saying.text, f"{number}. You said:", saying.claim)])

    def _remind(self, challenge: int) -> None:
        for saying in self._hearing.again(challenge):
            self._terminal.show([Line(saying.text, "You have said against that:", saying.claim)])

    # --- new words -----------------------------------------------------------------------------------------------

    def _said(self, text: str, choices: Sequence[Answer], challenge: int) -> list[Event] | None:
        """Take words: for an answer of the map that they may mean, else for one that it lacks; None to ask again."""
        if (meant := self._hearing.meant(text, choices)) is not None:
            said = words_of(self._prep, meant.node)
            self._terminal.show([Line(said, "I take this as:", self._prep.names[meant.node])])
            if agrees(self._terminal, "Right? (Enter for yes, n for no) "):
                return self._bout.answer(meant)
        if not self._is_new(text):
            return None
        try:
            hit = asked_for_target(self._terminal, self._prep, challenge)
        except TakenBackError:
            self._terminal.say("Then it is as if you had not said it.")
            return None
        except (OverError, KeyboardInterrupt) as over:
            if not (isinstance(over, OverError) and over.is_wanted):
                self._put_down(text, challenge)  # words that were said are not lost for want of a number
            raise
        saying = self._put_down(text, challenge if hit is None else hit)
        self._hearing.use(challenge, saying)
        self._ask_for_ground(saying)
        return self._bout.say(hit)

    def _put_down(self, text: str, target: int) -> Saying:
        saying = self._sayings.add(text, self._prep.names[target])
        self._patch.write(self._prep, self._sayings)
        self._terminal.show([Line("That is new to the map; I put it down.", "", f"{saying.argument}; {saying.claim}")])
        return saying

    def _ask_for_ground(self, saying: Saying) -> None:
        """Put the critical questions to what nobody has heard before, and take a ground for it, if there is one."""
        map_ = with_entries(self._prep.map, self._sayings.entries())
        put = Examination(Graph(map_)).questions_to_put(saying.argument)
        asks = dict.fromkeys(one.ask for one in put if one.name != "otherwise")
        self._terminal.show([Line(" ".join(asks), "I ask:")])
        help_ = (
            "Say in a sentence what it rests on, or name a source; Enter or pass says that there is nothing, q ends."
        )
        ground = asked(self._terminal, "Your ground? (Enter for none) ", help_)
        if not ground or is_pass(ground):
            return
        if self._sayings.known_as(ground) == saying.claim:
            self._terminal.say("That is the same again, and no ground for it.")
            return
        found = self._sayings.ground(ground, saying)
        self._patch.write(self._prep, self._sayings)
        self._terminal.show([Line("I put that down as its ground.", "", f"{found.argument}; {found.claim}")])

    def _is_new(self, text: str) -> bool:
        """Tell whether words are to be put down: no claim has them, and one that is much like them is not meant."""
        if (known := self._sayings.known_as(text)) is not None:
            self._terminal.say(f"These are the words of [{known}] already; put it in another way.")
            return False
        if (name := self._hearing.twin(text)) is None:
            return True
        said = "The map says something like it, but not in answer to this:"
        self._terminal.show([Line(self._prep.map.claims[name].text, said, name)])
        return agrees(self._terminal, "Say yours all the same? (Enter for yes, n for no) ")

    # --- the end -------------------------------------------------------------------------------------------------

    def sum_up(self) -> None:
        """Say how it went, whether the verdict would be another one, and where the patch is."""
        self._terminal.say()
        self._terminal.show(summed_up(self._prep, self._bout, self._sayings))
        if self._sayings.found:
            count = plural(sum(not one.supports for one in self._sayings.found), "answer")
            self._terminal.say(f"{count} of yours that the map lacks: {self._patch.path}. Read it over, then:")
            self._terminal.line(f"  {self._patch.command}")
