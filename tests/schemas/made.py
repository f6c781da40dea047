"""The schemas as they are made from the models, made once for all tests: it takes seconds."""

from __future__ import annotations

from functools import cache
from typing import Any

from coldwater.schemas import generate


@cache
def made_schemas() -> dict[str, dict[str, Any]]:
    """Give every schema by its name. No test changes them."""
    return generate.schemas()
