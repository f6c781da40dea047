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

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coldwater.model.graph import Graph
    from coldwater.model.models import Argument
    from coldwater.schemes.filling import Use
    from coldwater.schemes.forms import General, Question

#: The names of the general questions, each once.
GENERAL_NAMES = tuple(dict.fromkeys(one.name for one in GENERAL))


class ReadOut(NamedTuple):
    """The claim or argument that is read out before a question, and the words that do it; nothing: it is just asked."""

    quote: str | None = None
    lead: str = ""


class Asked(NamedTuple):
    """A question put to an argument.

    ``scheme`` is None for a general question. ``hits``: "premise", "step" or "conclusion", what a bad answer is bad
    for; ``slot``: the slot that is hit; ``claim``: the claim there, None if the map does not state it. ``burden``:
    "answerer" or "asker". ``answered_by``: the arguments that answer it; ``sourced``: a citation does.
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

    # --- of schemes ----------------------------------------------------------------------------------------------

    def _of_scheme(self, name: str, argument: Argument, use: Use, question: Question) -> Asked:
        slot = None if question.hits in ("step", "conclusion") else question.hits
        hit = argument.target if question.hits == "conclusion" else use.filled.get(question.hits)
        quotes_end = question.quote == "conclusion"
        read_out = self._conclusion(argument) if quotes_end else self._premise(use.filled.get(question.quote))
        return Asked(
            name,
            use.scheme.name,
            question.name,
            question.hits if slot is None else "premise",
            slot,
            hit if hit in self._graph.claims else None,
            question.burden,
            read_out,
            question.then if read_out.lead else question.ask,
            self._answered(name, question.name),
        )

    def _answered(self, name: str, question: str) -> tuple[str, ...]:
        return tuple(self._answers.get((name, folded(question)), ()))

    # --- for any argument ----------------------------------------------------------------------------------------

    def _premises(self, name: str, premises: Sequence[str]) -> Iterator[Asked]:
        """Ask about premises: what they rest on, or whether they are held at all if nobody stated them."""
        for premise in premises:
            claim = self._graph.claims.get(premise)
            if claim is not None:
                one = _first("premise", ("implicit",) if claim.implicit else (claim.kind, "any"))
                asked = self._general(name, one, premise, self._premise(premise), self._graph.supporters(premise))
                yield asked._replace(sourced=bool(claim.cites) and not claim.implicit)

    def _whole(self, name: str, argument: Argument) -> Iterator[Asked]:
        """Ask about the step, and what would speak against the conclusion."""
        read_out = self._conclusion(argument)
        yield self._general(name, _first("step", ("any",)), None, self._step(argument), self._graph.incoming(name))
        target = self._graph.claims.get(argument.target)
        one = _first("conclusion", (target.kind if target is not None else None, "any"))
        yield self._general(name, one, None if target is None else argument.target, read_out, ())

    def _general(
        self, name: str, question: General, claim: str | None, read_out: ReadOut, answers: Sequence[str]
    ) -> Asked:
        found = tuple(dict.fromkeys((*self._answered(name, question.name), *answers)))
        return Asked(name, None, question.name, question.about, None, claim, "answerer", read_out, question.then, found)

    # --- what is read out ----------------------------------------------------------------------------------------

    def _premise(self, claim: str | None) -> ReadOut:
        """Read out the claim in a slot; nothing where the map does not state it."""
        known = self._graph.claims.get(claim) if claim is not None else None
        if claim is None or known is None:
            return ReadOut()
        return ReadOut(claim, f"{'You take it for granted' if known.implicit else 'You say'}: “{self._spoken(claim)}”")

    def _conclusion(self, argument: Argument) -> ReadOut:
        """Read out what an argument argues for or against."""
        target, attacks = argument.target, argument.supports is None
        if target in self._graph.claims:
            return ReadOut(
                target, f"{'You argue against this' if attacks else 'You conclude'}: “{self._spoken(target)}”"
            )
        if target in self._graph.arguments:
            does = "You say that nothing follows from" if attacks else "You stand by"
            return ReadOut(target, f"{does} “{self._title(target)}”.")
        return ReadOut()

    def _step(self, argument: Argument) -> ReadOut:
        """Read out the way from the one premise to the conclusion; several premises are granted without their words."""
        conclusion = self._conclusion(argument)
        premise, target = argument.premises[0], argument.target
        if not conclusion.lead:
            return conclusion
        is_claim = target in self._graph.claims
        if len(argument.premises) > 1 or premise not in self._graph.claims:
            which = (
                "your premises" if argument.title is None else f"the premises of “{' '.join(argument.title.split())}”"
            )
            return conclusion._replace(lead=f"{conclusion.lead} Suppose {which} are all right.")
        goes = "You go from {} to {}" if is_claim else "You defend {1} with {0}"
        what = f"“{self._spoken(target)}”" if is_claim else f"“{self._title(target)}”"
        way = goes if argument.attacks is None else "You hold {} against {}"
        end = "" if is_claim else "."
        return conclusion._replace(lead=way.format(f"“{self._spoken(premise).rstrip('.')}”", what) + end)

    def _title(self, argument: str) -> str:
        """Give what an argument is called aloud: if it has no title, by its first premise, for nobody knows its id."""
        found = self._graph.arguments[argument]
        premise = found.premises[0]
        named = found.title or (self._spoken(premise).rstrip(".") if premise in self._graph.claims else argument)
        return " ".join(named.split())

    def _spoken(self, claim: str) -> str:
        return " ".join(self._graph.claims[claim].text.split())


def _first(about: str, kinds: Sequence[str | None]) -> General:
    """Give the first general question about this for the first of the kinds that has one."""
    return next(one for kind in kinds for one in GENERAL if one.about == about and one.when == kind)
