"""Settings for the whole suite: properties are tried with fixed seeds in CI, so that a failure there comes again.

Eight examples each is what every run can afford; ``make test-all`` tries thirty times as many.
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
    """Keeps the tests of a file in one process, and those for the browser in two: what they share is made once."""

    def _split_scope(self, nodeid: str) -> str:
        return _scope(nodeid)


#: Files whose tests take longest together, beside those for the browser.
_LONG = (
    "tests/hostile/test_outsized.py", "tests/render/pdf/test_document.py", "tests/semantics/test_forces.py",
    "tests/semantics/test_grounded.py", "tests/schemas/test_published.py", "tests/hostile/test_list.py",
    "tests/platforms/test_templates.py", "tests/cli/test_prep.py", "tests/render/test_draw.py",
)  # fmt: skip
#: The half of those for the browser that has a Chromium of its own.
_OTHER_HALF = ("_accessibility.py", "_verdicts.py", "_positions.py", "_reading.py", "test_live_page.py")
_SCOPES = ("browser", "browser, other half", *_LONG)


def _scope(nodeid: str) -> str:
    """Give what a test shares with others: its file, or a browser."""
    name = nodeid.partition("::")[0]
    return _SCOPES[name.endswith(_OTHER_HALF)] if name.startswith("tests/browser/") else name


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let what takes longest begin first, so that at the end no process waits for another."""
    ranks = {scope: rank for rank, scope in enumerate(_SCOPES)}
    items.sort(key=lambda item: ranks.get(_scope(item.nodeid), len(ranks)))


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> _Together:
    """Say how tests are shared out among processes: as they come."""
    config.option.loadscopereorder = False
    return _Together(config, log)
