"""Settings for the whole suite: properties are tried with fixed seeds in CI, so that a failure there comes again.

Fifteen examples each is what every run can afford; ``make test-all`` tries sixteen times as many.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, Phase, settings

from work import examples

#: What a failure has in common with others is not looked for: it traces every line, which takes minutes.
_PHASES = set(Phase) - {Phase.explain}
_PATIENT = [HealthCheck.too_slow, HealthCheck.data_too_large]
settings.register_profile(
    "default", max_examples=examples(30), deadline=None, phases=_PHASES, suppress_health_check=_PATIENT
)
settings.register_profile("ci", settings.get_profile("default"), derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "default")
