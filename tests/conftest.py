"""Settings for the whole suite: properties are tried with fixed seeds in CI, so that a failure there comes again.

Fifteen examples each is what every run can afford; ``make test-all`` tries sixteen times as many.
"""

from __future__ import annotations

import gc
import os
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from xdist.scheduler import LoadScopeScheduling

from work import examples

#: What a failure has in common with others is not looked for: it traces every line, which takes minutes.
_PHASES = set(Phase) - {Phase.explain}
_PATIENT = [HealthCheck.too_slow, HealthCheck.data_too_large]
settings.register_profile(
    "default", max_examples=examples(30), deadline=None, phases=_PHASES, suppress_health_check=_PATIENT
)
settings.register_profile("ci", settings.get_profile("default"), derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "default")


def pytest_configure(config: pytest.Config) -> None:
    """Gather ten thousand tests without looking for garbage among them: that takes as long as the gathering."""
    if not config.getoption("numprocesses", None):  # what only hands tests out gathers none
        gc.disable()


def pytest_collection_finish(session: pytest.Session) -> None:
    """Let what was gathered never be looked through again, and collect garbage as a program of this size should."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
    gc.enable()


class _Together(LoadScopeScheduling):  # type: ignore[misc]  # it has no types
    """Keeps the tests of a file in one process, and all that need the browser: what they share is made once.

    Those for the browser are the most, and therefore the first to be handed out.
    """

    def _split_scope(self, nodeid: str) -> str:
        name = nodeid.partition("::")[0]
        return "browser" if name.startswith("tests/browser/") else name


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> _Together:
    """Say how tests are shared out among processes."""
    return _Together(config, log)
