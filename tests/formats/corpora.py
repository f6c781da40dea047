"""Where real files of foreign formats are, on machines that have them; they are no part of this project."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

_FOLDER = Path(os.environ.get("COLDWATER_CORPORA") or Path(__file__).parents[3] / "shared/corpora")


def corpus(pattern: str) -> list[Path]:
    """Give the files that fit a pattern, in order; skip the test where there are none."""
    found = sorted(_FOLDER.glob(pattern))
    if not found:
        pytest.skip(f"no corpora here: {pattern} is not below COLDWATER_CORPORA or beside the project")
    return found
