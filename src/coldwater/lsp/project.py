"""The settings and the baseline that hold for a file, as the commands find them from its folder."""

from __future__ import annotations

import os

from coldwater.errors import ColdwaterError, UsageError
from coldwater.project.loading import find_settings
from coldwater.project.search import BASELINE_FILE, repository_root
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coldwater.project.settings import Settings


class Project(NamedTuple):
    """Settings and the path of a baseline, where there are any; ``problem`` says what is wrong with them."""

    settings: Settings | None = None
    baseline: str | None = None
    problem: str | None = None


def project_of(path: str | None) -> Project:
    """Give what holds for a file; nothing for what is no file."""
    if path is None:
        return Project()
    folder = os.path.dirname(path)
    try:
        settings = find_settings(folder)
        root = settings.root if settings is not None else repository_root(folder) or folder
        named = None if settings is None else settings.baseline
        baseline = os.path.join(root, named or BASELINE_FILE)
        if os.path.exists(baseline):
            return Project(settings, baseline)
        if named is not None:
            raise UsageError(f"{baseline}: there is no such baseline; `coldwater check --write-baseline` writes it")
    except ColdwaterError as error:
        return Project(problem=str(error))
    return Project(settings)
