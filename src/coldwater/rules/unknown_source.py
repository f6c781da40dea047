"""A citation or a position names a source that the map does not list, or a source's full text cannot be read.

Why: readers who want to look it up do not learn where. A misspelt source also leaves the one that was meant without a
citation, and its quotes unchecked.

Bad:
    argmap: 1
    title: Should the museum be free?
    thesis: free
    sources:
      survey: {title: Visitor survey, issued: 2023}
    claims:
      free: The museum should be free.
      price:
        text: Every third visitor turns back at the till.
        cites: [{source: surwey, locator: p. 3}]
    arguments:
      barrier: {premises: [price], supports: free}

Good:
    argmap: 1
    title: Should the museum be free?
    thesis: free
    sources:
      survey: {title: Visitor survey, issued: 2023}
    claims:
      free: The museum should be free.
      price:
        text: Every third visitor turns back at the till.
        cites: [{source: survey, locator: p. 3}]
    arguments:
      barrier: {premises: [price], supports: free}

Source: LaTeX's "citation undefined", and the tool checkcites, from memory.
"""

from __future__ import annotations

from coldwater.findings import Flaw
from coldwater.rules.citations import source_at, sources_named

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coldwater.edits import Fix
    from coldwater.rules.subject import Subject

CODE = "CW302"
NAME = "unknown-source"
SEVERITY = "error"


def check(subject: Subject) -> Iterator[Flaw]:
    """Find the citations of sources that are not listed."""
    meant = unlisted(subject)
    if not meant:
        return
    from coldwater.suggest import phrase  # noqa: PLC0415 - only where something is wrong

    for pointer, owner, source in sources_named(subject.map):
        if source in meant:
            advice = phrase(meant[source]) or " List it under `sources`."
            yield Flaw(pointer, f"there is no source `{source}`.{advice}", owner)


def unlisted(subject: Subject) -> Mapping[str, str | None]:
    """Give the sources that are named but not listed, and what was probably meant by each."""
    sources = subject.map.sources
    names = dict.fromkeys(source for _, _, source in sources_named(subject.map))
    missing = [name for name in names if name not in sources and name not in subject.excused]
    if not missing:
        return {}
    from coldwater.suggest import Names  # noqa: PLC0415 - only where something is wrong

    known = Names(sources)
    return {name: known.closest(name) for name in missing}


def guess(subject: Subject, flaw: Flaw) -> Fix | None:
    """Name the one source that is spelt alike."""
    from coldwater.edits import Fix, Replace  # noqa: PLC0415 - a check mends nothing

    name = source_at(subject.map, flaw.pointer)
    names = subject.names["source"]
    meant = names.closest(name)
    if meant is None or not names.is_sole(name):
        return None
    return Fix((Replace(flaw.pointer, meant),), f"`{name}` is now `{meant}`", is_safe=False)
