"""What reports for platforms need beside the findings: paths from the root of the repository, and the rules' pages."""

from __future__ import annotations

import os

from coldwater import __version__
from coldwater.project.search import below, repository_root

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from coldwater.findings import Finding
    from coldwater.report.sarif import Tool


def root_for_platforms(path: str) -> str:
    """Give the root of the repository in which a map lies; outside of any, the current folder.

    The repository around the current folder comes first, if the map lies in it: it may have another one within.
    """
    here = repository_root(".")
    if here is None or below(here, path) is None:
        here = repository_root(os.path.dirname(os.path.abspath(path)))
    return here or os.getcwd()


def from_root(root: str, path: str, findings: Sequence[Finding]) -> tuple[str, Sequence[Finding]]:
    """Give a path from a root, and findings with it; a path outside is given whole."""
    path = below(root, path) or os.path.abspath(path)
    return path, [finding._replace(path=path) for finding in findings]


def this_tool(root: str | None = None) -> Tool:
    """Give the version, the folder that paths start from, and the manual page of each rule, by code."""
    from coldwater.report.sarif import RulePage, Tool  # noqa: PLC0415 - other formats say less
    from coldwater.rules import RULES  # noqa: PLC0415
    from coldwater.rules._pages import PAGES  # noqa: PLC0415

    return Tool(__version__, [RulePage(rule.CODE, rule.NAME, rule.SEVERITY, *PAGES[rule.CODE]) for rule in RULES], root)
