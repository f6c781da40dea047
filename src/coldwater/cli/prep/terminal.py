"""A conversation in a terminal or through a pipe: what is told, what is asked, and what comes back, line by line.

Lines typed at a terminal can be edited. What comes through a pipe is printed behind the question, so that the output
reads as the conversation would have.
"""

from __future__ import annotations

import signal
import sys
from contextlib import contextmanager

from coldwater.cli.output import columns, wants_colour
from coldwater.prep.setting.paragraphs import Paragraphs
from coldwater.prep.setting.text_form import page_text
from coldwater.printable import printable
from coldwater.rows import hung

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coldwater.prep.setting.page import Part


#: So many columns are left behind a question.
_TO_TYPE = 12
#: The exit code of what Ctrl-C ended.
INTERRUPTED = 130


class Terminal:
    """Both ends of a conversation: stdout and stdin."""

    def __init__(self) -> None:
        self._is_typed = sys.stdin.isatty()
        reconfigure = getattr(sys.stdin, "reconfigure", None)
        if reconfigure is not None and (sys.stdin.encoding, sys.stdin.errors) != ("utf-8", "replace"):
            reconfigure(encoding="utf-8", errors="replace")  # refused once something was read
        if self._is_typed:
            _edit_lines()
        self._paragraphs = Paragraphs(columns(), wants_colour(sys.stdout))

    def show(self, parts: Iterable[Part]) -> None:
        """Tell parts of a page."""
        sys.stdout.write(page_text(parts, self._paragraphs))

    def say(self, text: str = "", style: str | None = None) -> None:
        """Tell a sentence; nothing gives an empty line."""
        lines = self._paragraphs.wrapped(text, style=style) if text else [""]
        sys.stdout.write("".join(line + "\n" for line in lines))

    def line(self, text: str) -> None:
        """Tell a line as it is, however long: something to be copied."""
        sys.stdout.write(printable(text) + "\n")

    def ask(self, question: str) -> str | None:
        """Ask, and give the line that comes back, safe to print; None where nothing comes any more.

        Of a question that takes more than a line, the last one is what is typed behind.
        """
        *above, last = hung(question.rstrip(), self._paragraphs.width - _TO_TYPE, "")
        question = last + question[len(question.rstrip()) :]
        sys.stdout.write("".join(f"{line}\n" for line in above))
        sys.stdout.flush()
        try:
            if self._is_typed:
                with _interruptible():
                    return printable(input(question)).strip()
        except EOFError:
            sys.stdout.write("\n")
            return None
        sys.stdout.write(question)
        line = sys.stdin.readline()
        sys.stdout.write(printable(line).strip() + "\n")
        return printable(line).strip() if line else None


def _edit_lines() -> None:
    """Let lines be edited as they are typed, where the system has something for it."""
    try:
        import readline  # noqa: F401, PLC0415 - loading it is what does it
    except ImportError:
        return


@contextmanager
def _interruptible() -> Iterator[None]:
    """Let Ctrl-C count at once while a line is typed.

    One that comes just as a key is worked on is noted, but would only be looked at with the next key. An alarm five
    times a second makes Python look.
    """
    if not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGALRM, lambda *_: None)
    signal.setitimer(signal.ITIMER_REAL, 0.2, 0.2)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Hold Ctrl-C back until a file is written; it counts right after."""
    came = []
    before = signal.signal(signal.SIGINT, lambda *_: came.append(True))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if came:
        raise KeyboardInterrupt
