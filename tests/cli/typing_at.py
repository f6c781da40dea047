"""Somebody at a terminal: a pseudo-terminal in which a command runs and is typed to."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pexpect

#: Generous, as the machine may be busy; nothing waits for it unless something is wrong.
PATIENCE = 60
_CONTROLS = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|[\r\x07]")


class Typist:
    """Types to a command and reads what it prints."""

    def __init__(self, child: pexpect.spawn[str]) -> None:
        self.child = child
        self.seen = ""

    def reads(self, words: str) -> str:
        """Wait for words; give what was printed up to them."""
        self.child.expect_exact(words, timeout=PATIENCE)
        self.seen += f"{self.child.before}{self.child.after}"
        return str(self.child.before)

    def types(self, *lines: str) -> None:
        """Type lines, each followed by Enter."""
        for line in lines:
            self.child.sendline(line)

    def presses(self, key: str) -> None:
        """Press a key together with Ctrl.

        Read the prompt first: until a line is asked for, the terminal may take Ctrl-D and tell nobody.
        """
        self.child.sendcontrol(key)

    def ends(self) -> int:
        """Wait for the end; give the exit code."""
        self.child.expect(pexpect.EOF, timeout=PATIENCE)
        self.seen += str(self.child.before)
        self.child.close()
        assert self.child.signalstatus is None, self.seen
        return int(self.child.exitstatus or 0)

    @property
    def text(self) -> str:
        """All that was printed, without what moves the cursor."""
        return _CONTROLS.sub("", self.seen)


@contextmanager
def at_terminal(folder: Path, *words: str) -> Iterator[Typist]:
    """Run a command line of coldwater at a terminal, in a folder that also keeps its progress (below ``state``)."""
    environment = {**os.environ, "COLDWATER_STATE": str(folder / "state"), "TERM": "xterm", "NO_COLOR": "1"}
    child = pexpect.spawn(
        sys.executable, ["-m", "coldwater", *words], cwd=str(folder), env=environment, encoding="utf-8",
        dimensions=(50, 100), timeout=PATIENCE,
    )  # fmt: skip
    try:
        yield Typist(child)
    finally:
        child.close(force=True)
