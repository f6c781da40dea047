"""Which of the elements above a relation is about, by indentation, and what its sign says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coldwater.formats.argdown.debate import ATTACK, CONTRADICTORY, SUPPORT, UNDERCUT, Argument, Inference, Statement

if TYPE_CHECKING:
    from coldwater.formats.argdown.debate import Debate, Member
    from coldwater.formats.argdown.parsing import Remark
    from coldwater.formats.argdown.tokens import Token

#: What a sign says, and whether the element above is the source.
_SIGNS = {
    "+>": (SUPPORT, True), "->": (ATTACK, True), "_>": (UNDERCUT, True), "><": (CONTRADICTORY, True),
    "+": (SUPPORT, False), "<+": (SUPPORT, False), "-": (ATTACK, False), "<-": (ATTACK, False),
    "_": (UNDERCUT, False), "<_": (UNDERCUT, False),
}  # fmt: skip


class Chain:
    """The elements of a block that what follows may be about: the first, and what is indented below it."""

    def __init__(self, debate: Debate, remark: Remark) -> None:
        self._debate = debate
        self._remark = remark
        self._above: list[tuple[int, Member]] = []
        self._is_paused = False
        self._level = 0

    def begin(self, element: Member | None) -> None:
        """Begin a block with an element; None where nothing follows it."""
        self._above = [] if element is None else [(0, element)]
        self._is_paused = False

    def pause(self) -> None:
        """Note a blank line, behind which there should be no relation."""
        self._is_paused = True

    def is_first(self, element: Member) -> bool:
        """Tell whether an element is the one that the block begins with, and nothing is indented below it."""
        return len(self._above) == 1 and self._above[0][1] is element

    def parent(self, opener: Token) -> Member | None:
        """Give what a relation is about: the nearest element above with less indentation; None if there is none.

        Between two levels it is of the upper one.
        """
        above, width = self._above, opener.width
        if not above:
            return None
        level = width
        is_odd = False
        if width <= above[-1][0]:
            while above[-1][0] > width:
                above.pop()
            is_odd = above[-1][0] != width or len(above) == 1
            if len(above) > 1:
                level = above.pop()[0]
        if self._is_paused:
            self._remark(opener.start, opener.end, "a relation stands below its element, without a blank line between")
            self._is_paused = False
        elif is_odd or width == 0:
            self._remark(opener.start, opener.end, "the indentation fits no line above; read as of the nearest level")
        self._level = level
        return above[-1][1]

    def relate(self, opener: Token, parent: Member, element: Statement | Argument) -> None:
        """Take the relation that a sign stands for."""
        kind, is_outgoing = _SIGNS[opener.value]
        if isinstance(parent, Inference) and (is_outgoing or kind != UNDERCUT):
            self._remark(opener.start, opener.end, "an inference can only be undercut (<_)")
            kind = UNDERCUT if kind == ATTACK and not is_outgoing else kind
        source, target = (parent, element) if is_outgoing else (element, parent)
        if isinstance(source, Inference):
            source = source.argument
        if kind == CONTRADICTORY and not (isinstance(source, Statement) and isinstance(target, Statement)):
            self._remark(opener.start, opener.end, "only statements contradict each other; this is read as an attack")
            kind, source, target = ATTACK, element, parent
        if kind == UNDERCUT and isinstance(target, Statement):
            self._remark(
                opener.start, opener.end, "a statement has no inference to undercut; this is read as an attack"
            )
        self._debate.relate(kind, source, target, opener.start)
        self._above.append((self._level, element))
