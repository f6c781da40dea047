"""Cross-examination: the critical questions of an argument, put in terms of its own claims, and which are answered.

A question counts as answered when an argument says so in ``answers`` and bears on the argument that is asked: it
supports or attacks that argument, one of its premises or its conclusion. General questions are also answered by what is
on the map: a premise by a citation or an argument for it, the step by an argument for or against it. Whether an answer
stands is not asked here.
"""

from __future__ import annotations

from coldwater.records import NamedTuple
from coldwater.schemes._table import GENERAL
from coldwater.schemes.filling import use_of
from coldwater.schemes.forms import folded
from coldwater.schemes.reading_out import Reader

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coldwater.model.graph import Graph
    from coldwater.model.models import Argument
    from coldwater.schemes.filling import Use
    from coldwater.schemes.forms import General, Question
    from coldwater.schemes.reading_out import ReadOut

#: The names of the general questions, each once.
GENERAL_NAMES = tuple(dict.fromkeys(one.name for one in GENERAL))


class Asked(NamedTuple):
    """A question put to an argument.

    ``scheme`` is None for a general question. ``hits``: "premise", "step" or "conclusion", what a bad answer is bad
    for; ``slot``: the slot that is hit; ``claim``: the claim there, None if the map does not state it. ``burden``:
    "answerer" or "asker". ``answered_by``: the arguments that answer it; ``sourced``: a citation does.
    ``is_asked``: whether what it asks about stands on the map, so that it can be put to somebody.
    """

    argument: str
    scheme: str | None
    name: str
    hits: str
    slot: str | None
    claim: str | None
    burden: str
    read_out: ReadOut
    ask: str
    answered_by: tuple[str, ...]
    sourced: bool = False
    is_asked: bool = True

    @property
    def is_answered(self) -> bool:
        """Tell whether the map holds an answer, good or bad."""
        return self.sourced or bool(self.answered_by)

    @property
    def text(self) -> str:
        """The question as it is spoken: what is read out, then what is asked."""
        return f"{self.read_out.lead} {self.ask}" if self.read_out.lead else self.ask


class Examination:
    """Asks the arguments of a map. Looks the answers up once; each argument then costs what it and its answers take."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._reader = Reader(graph)
        self._answers: dict[tuple[str, str], list[str]] = {}
        for name, argument in graph.arguments.items():
            for asked, questions in (argument.answers or {}).items():
                if self.is_near(name, asked):
                    for question in questions:
                        self._answers.setdefault((asked, folded(question)), []).append(name)

    def is_near(self, answer: str, asked: str) -> bool:
        """Tell whether an argument bears on another: on its step, on a premise or on its conclusion."""
        argument = self._graph.arguments.get(asked)
        if argument is None or answer == asked:
            return False
        return self._graph.arguments[answer].target in (asked, argument.target, *argument.premises)

    def questions(self, name: str) -> tuple[Asked, ...]:
        """Give the questions to an argument, answered or not: those of its scheme, in its order, or the general ones.

        Premises that fill no slot are asked the general questions, unless no slot is filled: then nobody knows.
        """
        argument = self._graph.arguments[name]
        use = use_of(argument)
        if use is None:
            return (*self._premises(name, argument.premises), *self._whole(name, argument))
        used = set(use.filled.values())
        loose = [premise for premise in argument.premises if premise not in used] if used else []
        of_scheme = (self._of_scheme(name, argument, use, question) for question in use.scheme.questions)
        return (*of_scheme, *self._premises(name, loose))

    def open_questions(self, name: str) -> tuple[Asked, ...]:
        """Give the questions to an argument that nothing on the map answers."""
        return tuple(asked for asked in self.questions(name) if not asked.is_answered)

    def questions_to_put(self, name: str) -> tuple[Asked, ...]:
        """Give the open questions that can be put to somebody: not those to a slot that nothing on the map fills."""
        return tuple(asked for asked in self.open_questions(name) if asked.is_asked)

    # --- of schemes ----------------------------------------------------------------------------------------------

    def _of_scheme(self, name: str, argument: Argument, use: Use, question: Question) -> Asked:
        slot = None if question.hits in ("step", "conclusion") else question.hits
        hit = argument.target if question.hits == "conclusion" else use.filled.get(question.hits)
        read_out, follows = self._read_out(argument, use, question)
        return Asked(
            name,
            use.scheme.name,
            question.name,
            question.hits if slot is None else "premise",
            slot,
            hit if hit in self._graph.claims else None,
            question.burden,
            read_out,
            question.then if follows else question.ask,
            self._answered(name, question.name),
            is_asked=bool(read_out.lead) or not question.quote,
        )

    def _read_out(self, argument: Argument, use: Use, question: Question) -> tuple[ReadOut, bool]:
        """Give what is read out before a question, and whether the question may take it up ("that").

        It may not take up the conclusion where the argument attacks it or is about a step: what the scheme concludes is
        not what is read out. Where no slot is filled, all premises are read out, and none is taken up.
        """
        if question.quote == "conclusion":
            return self._reader.conclusion(argument), argument.supports in self._graph.claims
        if use.filled:
            read_out = self._reader.premise(use.filled.get(question.quote))
            return read_out, bool(read_out.lead)
        return self._reader.premises(argument), False

    def _answered(self, name: str, question: str) -> tuple[str, ...]:
        return tuple(self._answers.get((name, folded(question)), ()))

    # --- for any argument ----------------------------------------------------------------------------------------

    def _premises(self, name: str, premises: Sequence[str]) -> Iterator[Asked]:
        """Ask about premises: what they rest on, or whether they are held at all if nobody stated them."""
        for premise in premises:
            claim = self._graph.claims.get(premise)
            if claim is not None:
                one = _first("premise", ("implicit",) if claim.implicit else (claim.kind, "any"))
                asked = self._general(
                    name, one, premise, self._reader.premise(premise), self._graph.supporters(premise)
                )
                yield asked._replace(sourced=bool(claim.cites) and not claim.implicit)

    def _whole(self, name: str, argument: Argument) -> Iterator[Asked]:
        """Ask about the step, and what would speak against the conclusion."""
        step, read_out = self._reader.step(argument), self._reader.conclusion(argument)
        target, aim = self._graph.claims.get(argument.target), self._aim(argument)
        kinds = (aim,) if target is None else (f"{aim} {target.kind}", aim)
        yield self._general(name, _first("step", kinds), None, step, self._graph.incoming(name))
        one = _first("conclusion", (target.kind if target is not None else None, "any"))
        yield self._general(name, one, None if target is None else argument.target, read_out, ())

    def _aim(self, argument: Argument) -> str:
        """Say what an argument does: "support" or "attack" a claim, "defend" or "undercut" a step."""
        if argument.target in self._graph.arguments and argument.target not in self._graph.claims:
            return "undercut" if argument.supports is None else "defend"
        return "attack" if argument.supports is None else "support"

    def _general(
        self, name: str, question: General, claim: str | None, read_out: ReadOut, answers: Sequence[str]
    ) -> Asked:
        found = tuple(dict.fromkeys((*self._answered(name, question.name), *answers)))
        return Asked(
            name,
            None,
            question.name,
            question.about,
            None,
            claim,
            "answerer",
            read_out,
            question.then,
            found,
            is_asked=bool(read_out.lead),
        )


def _first(about: str, kinds: Sequence[str | None]) -> General:
    """Give the first general question about this for the first of the kinds that has one."""
    return next(one for kind in kinds for one in GENERAL if one.about == about and one.when == kind)
