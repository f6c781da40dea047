"""The thesis is listed among its own rivals.

Why: a rival is another answer to the question. The thesis competes with itself in no table and in no drawing, so that
either another claim was meant, or the entry is left over from when another claim was the thesis.

Bad:
    argmap: 1
    title: Why did the lights go out?
    thesis: fuse
    rivals: [fuse, grid]
    claims:
      fuse: A blown fuse put the lights out.
      grid: The whole street was without power.
      neighbours: The neighbours had light.
    arguments:
      only-us: {premises: [neighbours], supports: fuse}

Good:
    argmap: 1
    title: Why did the lights go out?
    thesis: fuse
    rivals: [grid]
    claims:
      fuse: A blown fuse put the lights out.
      grid: The whole street was without power.
      neighbours: The neighbours had light.
    arguments:
      only-us: {premises: [neighbours], supports: fuse}

Source: our own; that hypotheses are to exclude each other is in Heuer, Psychology of Intelligence Analysis (1999),
chapter 8, from memory.
"""

from __future__ import annotations

from coldwater.findings import Flaw

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.edits import Fix
    from coldwater.rules.subject import Subject

CODE = "CW110"
NAME = "thesis-among-rivals"
SEVERITY = "error"


def check(subject: Subject) -> Iterator[Flaw]:
    """Find the theses among their rivals."""
    map_ = subject.map
    what = "the thesis; its" if len(map_.theses) == 1 else "a thesis; the"
    for thesis in map_.theses:
        if thesis in map_.rivals and thesis in map_.claims:
            message = f"`{thesis}` is {what} rivals are other answers to the question; take it out"
            yield Flaw(("rivals", map_.rivals.index(thesis)), message, thesis)


def fix(subject: Subject, flaw: Flaw) -> Fix | None:
    """Take the thesis out of the list of its rivals."""
    from coldwater.edits import Fix, Remove  # noqa: PLC0415 - a check mends nothing

    return Fix(
        (Remove(flaw.pointer),), f"the thesis `{subject.map.rivals[int(flaw.pointer[-1])]}` is no rival any more"
    )
