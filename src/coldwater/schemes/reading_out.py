"""What is read out before a question: claims in the words of the map, joined so that they can be spoken.

An argument is told by its premises, or, if it has a title, by that; what it concludes is always told by the claim: a
title is a name, and says nothing that could be true.
"""

from __future__ import annotations

from coldwater.listing import listed
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from coldwater.model.graph import Graph
    from coldwater.model.models import Argument

#: What ends a sentence, in the scripts of the maps we have seen.
_STOPS = (".", "!", "?", "…", "。", "！", "？", "؟", "۔", "।")
#: How many premises are read out before one question.
_MOST = 3
_INNER = str.maketrans("“”", "‘’")


class ReadOut(NamedTuple):
    """The claim or argument that is read out before a question, and the words that do it; nothing: it is just asked."""

    quote: str | None = None
    lead: str = ""


NOTHING = ReadOut()


class Reader:
    """Reads out the claims and arguments of a map."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph

    def premise(self, claim: str | None) -> ReadOut:
        """Read out the claim in a slot; nothing where the map does not state it."""
        known = self._graph.claims.get(claim) if claim is not None else None
        if claim is None or known is None:
            return NOTHING
        says = (
            "You say"
            if not known.implicit
            else "You rely on this"
            if self._is_argued(claim)
            else "You take it for granted"
        )
        return ReadOut(claim, f"{says}: {self.sentence(claim)}")

    def _is_argued(self, claim: str) -> bool:
        """Tell whether a claim is argued for, so that it is not just taken for granted though nobody stated it."""
        return bool(self._graph.supporters(claim))

    def premises(self, argument: Argument) -> ReadOut:
        """Read out all premises of an argument, of which nobody said what they are for it."""
        known = [one for one in argument.premises if one in self._graph.claims]
        if len(known) < 2:
            return self.premise(known[0] if known else None)
        return ReadOut(known[0], f"You say: {self._row(known)}")

    def conclusion(self, argument: Argument) -> ReadOut:
        """Read out what an argument argues for or against: a claim, or the step of another argument."""
        target, attacks = argument.target, argument.supports is None
        if target in self._graph.claims:
            does = "You argue against this" if attacks else "You conclude"
            return ReadOut(target, f"{does}: {self.sentence(target)}")
        if target in self._graph.arguments:
            words = f"You {'deny' if attacks else 'hold'} that {self._leads(target)}"
            ends_with_claim = self._graph.arguments[target].target in self._graph.claims
            return ReadOut(target, f"{words[:-1]}.”" if ends_with_claim else f"{words}.")
        return NOTHING

    def step(self, argument: Argument) -> ReadOut:
        """Read out what is argued for or against, then the reasons; those of a titled argument are granted in a row."""
        conclusion = self.conclusion(argument)
        known = [one for one in argument.premises if one in self._graph.claims]
        if not conclusion.lead or not known:
            return conclusion
        if argument.title is not None and len(argument.premises) > 1:
            reasons = f"Suppose all of {self._title(argument.title)} holds."
        else:
            reasons = f"Your {'reason' if len(known) == 1 else 'reasons'}: {self._row(known)}"
        return conclusion._replace(lead=f"{conclusion.lead} {reasons}")

    def _leads(self, name: str) -> str:
        """Say what an argument claims to do, as one says it aloud: to lead to something, or to speak against it."""
        argument = self._graph.arguments[name]
        target, attacks = argument.target, argument.supports is None
        if target in self._graph.claims:
            return f"{self._called(argument)} {'speaks against' if attacks else 'leads to'} {self.quoted(target)}"
        if target in self._graph.arguments:
            other = self._graph.arguments[target]
            what = f"the argument {'' if other.title else 'from '}{self._called(other)}"
            return f"{self._called(argument)} {'breaks' if attacks else 'holds up'} {what}"
        return f"{self._called(argument)} leads to what it concludes"

    def step_in_short(self, name: str, thesis: str) -> str:
        """Name the step of an argument for a page: by its title; or from its first premise to what it concludes."""
        argument = self._graph.arguments[name]
        premise, target = argument.premises[0], argument.target
        if argument.title or premise not in self._graph.claims:
            return f"the step of {self._called(argument)}"
        start = f"the step from {self.quoted(premise)}"
        if target not in self._graph.claims:
            return start
        what = "the thesis" if target == thesis else self.quoted(target)
        return f"{start} {'against' if argument.supports is None else 'to'} {what}"

    def quoted(self, claim: str) -> str:
        """Give a claim in quotation marks, as part of a sentence."""
        return f"“{self._spoken(claim).rstrip('.。')}”"

    def sentence(self, claim: str) -> str:
        """Give a claim in quotation marks, as a sentence: it ends with a stop."""
        return f"“{_ended(self._spoken(claim))}”"

    def _row(self, claims: Sequence[str]) -> str:
        """Give claims in quotation marks, one behind the other; the last of them ends the sentence."""
        if len(claims) > _MOST:
            return f"{self._all(claims)}."
        return listed([*map(self.quoted, claims[:-1]), self.sentence(claims[-1])])

    def _all(self, claims: Sequence[str]) -> str:
        if len(claims) > _MOST:
            return f"{self.quoted(claims[0])} and {len(claims) - 1} further premises"
        return listed([self.quoted(one) for one in claims]) if claims else "its premises"

    def _called(self, argument: Argument) -> str:
        """Give the title of an argument, or else its premises, in quotation marks."""
        if argument.title:
            return self._title(argument.title)
        return self._all([one for one in argument.premises if one in self._graph.claims])

    def _title(self, title: str) -> str:
        return f"“{' '.join(title.split()).translate(_INNER)}”"

    def _spoken(self, claim: str) -> str:
        return " ".join(self._graph.claims[claim].text.split()).translate(_INNER)


def _ended(text: str) -> str:
    """Give a text with a full stop, unless it ends already; within inner quotation marks it may.

    >>> _ended("We should go"), _ended("Is it far?"), _ended("He said ‘No.’")
    ('We should go.', 'Is it far?', 'He said ‘No.’')
    """
    return text if text.rstrip("’'\")").endswith(_STOPS) else f"{text}."
