"""A source is listed, but nothing in the map cites it.

Why: the list promises evidence that the map does not use. Perhaps the citation was forgotten, or the claims that it was
for are gone.

Bad:
    argmap: 1
    title: Should the river be dredged?
    thesis: dredge
    sources:
      gauge: {title: Water levels of the last fifty years}
    claims:
      dredge: The river should be dredged.
      floods: The river floods every second spring.
    arguments:
      safety: {premises: [floods], supports: dredge}

Good:
    argmap: 1
    title: Should the river be dredged?
    thesis: dredge
    sources:
      gauge: {title: Water levels of the last fifty years}
    claims:
      dredge: The river should be dredged.
      floods:
        text: The river floods every second spring.
        cites: [{source: gauge}]
    arguments:
      safety: {premises: [floods], supports: dredge}

Source: the LaTeX tool checkcites, from memory.
"""

from __future__ import annotations

from coldwater.findings import Flaw
from coldwater.rules.citations import citations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.edits import Fix
    from coldwater.rules.subject import Subject

CODE = "CW303"
NAME = "unused-source"
SEVERITY = "warning"
UNFINISHED = ("source is cited nowhere yet", "sources are cited nowhere yet")


def check(subject: Subject) -> Iterator[Flaw]:
    """Find the sources that no citation names, not even by a misspelling."""
    if not subject.map.sources:
        return
    from coldwater.rules.unknown_source import unlisted  # noqa: PLC0415 - a rule beside this one

    used = {cited.citation.source for cited in citations(subject.map)}
    used.update(meant for meant in unlisted(subject).values() if meant is not None)
    for name in subject.map.sources:
        if name not in used and name not in subject.excused:
            message = f"nothing cites the source `{name}`; cite it where it is used, or remove it"
            yield Flaw(("sources", name), message, name, on_key=True)


def fix(subject: Subject, flaw: Flaw) -> Fix | None:
    """Take the source out, unless something to be ignored is said to be at it."""
    from coldwater.edits import Fix, Remove  # noqa: PLC0415 - a check mends nothing

    entries = subject.map.lint.ignore if subject.map.lint is not None else ()
    if any(entry.at == flaw.id for entry in entries):
        return None
    return Fix((Remove(flaw.pointer),), f"the source `{flaw.id}` is gone")
