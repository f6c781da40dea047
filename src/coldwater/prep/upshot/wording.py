"""How the texts of this room name claims, arguments, verdicts and limits. Every text of a map is made safe to print."""

from __future__ import annotations

from coldwater.semantics.grounded import IN, OUT, UNDECIDED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.model.graph import Side
    from coldwater.prep.deciding.decision import Decision
    from coldwater.prep.deciding.inquiry import Handles
    from coldwater.prep.setting.paragraphs import Paragraphs

WOULD = {IN: "would stand", OUT: "would fall", UNDECIDED: "would be undecided"}
MAKES = {IN: "makes it stand", OUT: "makes it fall", UNDECIDED: "leaves it undecided"}
TO = {IN: "to make it stand", OUT: "to make it fall", UNDECIDED: "to make it undecided"}
LIMITS = {"time": "time", "count": "number"}


class Wording:
    """The words for one decision, and how they are set."""

    def __init__(self, decision: Decision, paragraphs: Paragraphs) -> None:
        self.decision = decision
        self.inquiry = decision.inquiry
        self.map = decision.inquiry.map
        self.names = decision.inquiry.framework.names
        self.set = paragraphs

    def claim(self, node: int) -> str:
        """Give a claim's text with its id, and what a debater wants to know of it at once."""
        name = self.names[node]
        claim = self.map.claims[name]
        notes = (
            ("unstated", claim.implicit),
            ("open", claim.status == "open"),
            ("double-edged", len(self.inquiry.graph.sides(name)) > 1),
        )
        return f"{claim.text} [{'; '.join([name, *(word for word, holds in notes if holds)])}]"

    def argument(self, node: int) -> str:
        """Give an argument's title with its id."""
        name = self.names[node]
        title = self.map.arguments[name].title
        return f"{title} [{name}]" if title else f"[{name}]"

    def told(self, text: str, lead: str = "  ") -> Iterator[str]:
        """Set a sentence."""
        return self.set.wrapped(text, lead)

    def either(self, one: Handles, lead: str) -> Iterator[str]:
        """Set leaves that act alike."""
        yield from self.set.wrapped(self.claim(one.first), lead)
        for leaf in one.leaves[1:]:
            yield from self.set.wrapped(f"or, to the same effect: {self.claim(leaf)}", " " * len(lead))

    def more(self, count: int, indent: str) -> Iterator[str]:
        """Say how many entries of a list are left out, if any."""
        if count > 0:
            yield f"{indent}and {count:,} more"

    def cut(self, cut_by: str | None) -> Iterator[str]:
        """Say that a limit was reached, if one was."""
        if cut_by:
            yield from self.told(f"The limit of {LIMITS[cut_by]} was reached; there may be more.")


def sets_of(count: int, size: int, noun: str) -> str:
    """Give so many sets of a size in words.

    >>> sets_of(4, 2, "claim"), sets_of(1200, 3, "argument")
    ('4 pairs of claims', '1,200 sets of 3 arguments')
    """
    return f"{count:,} pairs of {noun}s" if size == 2 else f"{count:,} sets of {size} {noun}s"


def up_to(size: int, noun: str) -> str:
    """Give the most there can be in words.

    >>> up_to(1, "claim"), up_to(3, "claim")
    ('a single claim', 'up to 3 claims')
    """
    return f"a single {noun}" if size == 1 else f"up to {size} {noun}s"


def name_of(side: Side) -> str:
    """Give a side as the first word of a sentence."""
    return side.capitalize()
