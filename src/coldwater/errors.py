"""Why there is no result. Flaws in a map are findings, not errors; an error means that nothing could be done."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from coldwater.findings import Finding


class ColdwaterError(Exception):
    """The root of all errors of coldwater. Its text is one plain sentence or two for the user."""

    def __reduce__(self) -> tuple[object, ...]:
        """Come whole from another process, whatever a class takes to be made."""
        return _made_again, (type(self), self.args, self.__dict__)


class UnreadableFileError(ColdwaterError):
    """A file or folder could not be read or written."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class UsageError(ColdwaterError):
    """What was asked for makes no sense: an unknown rule, a file with an unknown ending, nothing to work on."""


class MoveRefusedError(UsageError):
    """A move cannot be made, and nothing was changed: why, which of a sequence (from 0), and moves that can be made.

    ``move`` is its name, if it has one; ``instead`` holds moves as data, each to be made in its place. Where it holds
    none, ``why_none`` says why, or what else can be done.
    """

    def __init__(
        self,
        reason: str,
        number: int = 0,
        move: str = "",
        instead: Sequence[Mapping[str, Any]] = (),
        why_none: str | None = None,
    ) -> None:
        super().__init__(f"move {number + 1}{f' ({move})' if move else ''}: {reason}")
        self.reason = reason
        self.number = number
        self.move = move
        self.instead = tuple(instead)
        self.why_none = why_none


class GitError(ColdwaterError):
    """git could not say what was asked, or is not there; the text holds what it said. Never is it an empty answer."""

    def __init__(self, said: str) -> None:
        super().__init__(f"git: {said}")
        self.said = said


class ConfigurationError(ColdwaterError):
    """Settings, a baseline or a debate format cannot be understood; ``problems`` are all there are, one a line."""

    def __init__(self, path: str, problems: Sequence[str]) -> None:
        super().__init__(f"{path}: {'; '.join(problems)}")
        self.path = path
        self.problems = tuple(problems)


class UnusableMapError(ColdwaterError):
    """A map cannot be read as a graph; ``findings`` say why."""

    def __init__(self, path: str, findings: Sequence[Finding]) -> None:
        count = len(findings)
        super().__init__(f"{path}: cannot be read as a map ({count} finding{'s' if count != 1 else ''})")
        self.path = path
        self.findings = tuple(findings)


class DrawingError(ColdwaterError):
    """A map could not be drawn: the layout failed, took too long or needed too much memory."""


class MissingExtraError(ColdwaterError):
    """A part that is not installed by default is needed."""

    def __init__(self, what: str, extra: str) -> None:
        import shlex  # noqa: PLC0415 - hardly ever needed
        import sys  # noqa: PLC0415

        # The interpreter is named: another pip would look for coldwater elsewhere, or put the part elsewhere.
        pip = f"{shlex.quote(sys.executable or 'python')} -m pip"
        super().__init__(f"{what} needs an extra part: install it with  {pip} install 'coldwater[{extra}]'")
        self.extra = extra


def reason_of(error: Exception) -> str:
    """Say in a few words why a file could not be opened, read or written."""
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    if isinstance(error, IsADirectoryError):
        return "this is a folder"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror[0].lower() + error.strerror[1:]
    return "this is not a usable file name"


def _made_again(kind: type[ColdwaterError], words: tuple[object, ...], fields: dict[str, object]) -> ColdwaterError:
    error = kind.__new__(kind, *words)
    error.args = words
    error.__dict__.update(fields)
    return error


class DefectError(ColdwaterError):
    """Something that cannot be has happened: coldwater is at fault, and has touched nothing."""

    def __init__(self, what: str) -> None:
        super().__init__(f"{what}; this is a defect of coldwater, and nothing was written. Please report it.")
