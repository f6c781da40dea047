"""What a scheme is made of: slots for premises, a conclusion, critical questions."""

from __future__ import annotations

from coldwater.records import NamedTuple

_SEPARATORS = str.maketrans("", "", "-_. ")


def folded(name: str) -> str:
    """Give what names are compared by: case, hyphens, underscores and blanks are alike.

    >>> folded("Expert-Opinion") == folded("expert_opinion")
    True
    """
    return name.casefold().translate(_SEPARATORS)


class Slot(NamedTuple):
    """A premise of a scheme. A map need not state one that holds until somebody questions it (``assumption``)."""

    name: str
    text: str
    assumption: bool


class Question(NamedTuple):
    """A critical question.

    ``hits``: the slot whose premise a bad answer undermines, "step" if it undercuts the step, "conclusion" if it is a
    reason against that. ``burden``: "answerer" if whoever uses the argument must answer once asked, "asker" if asking
    is not enough. ``ask`` stands by itself; ``then`` follows the claim in the slot ``quote``, or the conclusion, once
    that was read out.
    """

    name: str
    hits: str
    burden: str
    quote: str
    ask: str
    then: str


class General(NamedTuple):
    """A question for any argument.

    ``about``: "premise", "step" or "conclusion"; ``when``: a kind of claim, "implicit" or "any", of a step what the
    argument does, perhaps with the kind of its target.
    """

    name: str
    about: str
    when: str
    then: str


class Scheme(NamedTuple):
    """A scheme.

    ``wrm``: its number in the compendium of Walton, Reed and Macagno (2008); ``ref``: where it is from if it has none;
    ``checked``: what the entry was compared with; ``also``: further names; ``arguebuf``, ``aif`` and ``carneades``:
    what these call it.
    """

    name: str
    title: str
    gist: str
    family: str
    wrm: int | None
    ref: str | None
    checked: tuple[str, ...]
    premises: tuple[Slot, ...]
    conclusion: str
    questions: tuple[Question, ...]
    also: tuple[str, ...]
    arguebuf: str | None
    aif: str | None
    carneades: str | None

    @property
    def required(self) -> tuple[str, ...]:
        """The slots that a map must fill: all but the assumptions."""
        return tuple(slot.name for slot in self.premises if not slot.assumption)

    def slot(self, name: str) -> str | None:
        """Give the slot with this name, however it is spelt; None if the scheme has none."""
        wanted = folded(name)
        return next((slot.name for slot in self.premises if folded(slot.name) == wanted), None)

    def question(self, name: str) -> str | None:
        """Give the question with this name, however it is spelt; None if the scheme has none."""
        wanted = folded(name)
        return next((question.name for question in self.questions if folded(question.name) == wanted), None)
