"""The findings in a text, as ``check`` gives them of a file: with settings, baseline, suppressions and fixes."""

from __future__ import annotations

import os

from coldwater import api
from coldwater.errors import ColdwaterError
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from coldwater.edits import Fix
    from coldwater.findings import Finding
    from coldwater.language.open_map import OpenMap
    from coldwater.project.settings import Settings


class Diagnosis(NamedTuple):
    """What is found in a text, and what would mend some of it; or why nothing could be looked for.

    ``problem`` is there where that has another reason than the text.
    """

    findings: tuple[Finding, ...]
    fixes: Mapping[Finding, Fix]
    problem: str | None = None


def bytes_of(open_map: OpenMap) -> bytes:
    """Give the bytes that the text would be saved as."""
    return ("\ufeff" * open_map.mark + open_map.text).encode("utf-8", "surrogatepass")


def diagnose(
    open_map: OpenMap, settings: Settings | None = None, baseline: str | None = None, *, is_file: bool = True
) -> Diagnosis:
    """Check a text as ``check`` does the file of its name.

    ``baseline``: the path of one, if there is one. ``is_file``: full texts and stamps beside it count. Cost is that of
    a check.
    """
    data = bytes_of(open_map)
    try:
        checked = (
            api.check_content(open_map.name, data, settings=settings)
            if is_file
            else api.check_bytes(open_map.name, data, settings=settings)
        )
        findings = checked.findings
        if baseline is not None and os.path.exists(baseline):
            from coldwater.files import read_side_file  # noqa: PLC0415 - most projects have none
            from coldwater.project.baseline import read_baseline  # noqa: PLC0415

            findings = tuple(read_baseline(baseline, read_side_file(baseline)).new_ones(open_map.name, findings))
    except ColdwaterError as error:
        return Diagnosis((), {}, str(error))
    return Diagnosis(findings, checked.fixes)
