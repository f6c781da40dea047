"""Premise-conclusion structures as they are read, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coldwater.formats.argdown.debate import Inference, Line, Statement

if TYPE_CHECKING:
    from coldwater.formats.argdown.debate import Argument, Debate, Member
    from coldwater.formats.argdown.parsing import Remark
    from coldwater.formats.argdown.tokens import Token


class Structure:
    """The structure that is open, if one is."""

    def __init__(self, debate: Debate, remark: Remark) -> None:
        self._debate = debate
        self._remark = remark
        self._argument: Argument | None = None
        self._inference: Inference | None = None
        self._steps = 0
        self._is_paused = False

    def begin(self, owner: Argument | None, section: tuple[str, ...]) -> None:
        """Begin the structure of an argument, or of one without a title."""
        self.close()
        self._argument = owner if owner is not None else self._debate.argument(None)
        self._argument.group = section or self._argument.group
        self._steps = 0

    def pause(self) -> None:
        """Note a blank line: a structure that has its conclusion ends there."""
        self._is_paused = True

    def goes_on(self) -> bool:
        """Tell whether the next line belongs to the open structure."""
        if self._argument is None:
            return False
        if self._is_paused and self._inference is None and self._argument.lines[-1].inference is not None:
            return False
        self._tell_of_pause()
        return True

    def _tell_of_pause(self) -> None:
        if self._is_paused and self._argument is not None:
            at = self._argument.lines[-1].at
            self._remark(
                at, at + 1, "no blank line may stand before the conclusion of this structure; it is passed over"
            )
            self._is_paused = False

    def takes_inference(self) -> bool:
        """Tell whether an inference can follow here."""
        return self._argument is not None and bool(self._argument.lines) and self._inference is None

    def infer(self, opener: Token) -> Inference:
        """Take an inference, whose conclusion is the next line."""
        assert self._argument is not None  # see takes_inference
        self._tell_of_pause()
        self._inference = Inference(self._argument, opener.start)
        self._inference.number = self._steps
        self._steps += 1
        return self._inference

    def add(self, statement: Statement, opener: Token) -> None:
        """Take a premise, or the conclusion of the inference above it."""
        assert self._argument is not None  # a structure is begun first
        self._argument.lines.append(Line(statement, opener.value, self._inference, opener.start))
        self._inference = None
        self._is_paused = False

    def target_of_undercut(self, statement: Statement) -> Member:
        """Give what an undercut below a statement is of: where it has just been concluded, the inference."""
        lines = self._argument.lines if self._argument is not None else []
        is_concluded = bool(lines) and lines[-1].statement is statement and lines[-1].inference is not None
        return lines[-1].inference or statement if is_concluded else statement

    def close(self) -> None:
        """End the structure; what is not concluded is no part of it."""
        argument, self._argument = self._argument, None
        if argument is None:
            return
        if self._inference is not None:
            at = self._inference.at
            self._remark(at, at + 2, "nothing follows from this inference; it is passed over")
            self._inference = None
        lines = argument.lines
        rest = next((number for number in range(len(lines)) if lines[-1 - number].inference is not None), len(lines))
        if rest:
            at = lines[-rest].at
            self._remark(at, at + 1, "nothing is concluded from this; it is read as a statement alone")
            del lines[len(lines) - rest :]
        self._is_paused = False
        if not lines and not argument.wordings:
            del self._debate.arguments[argument.title]
