"""The command line, in an empty folder that holds the harbour."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from cli.conftest import here, run
from theses.samples import data

__all__ = ["here", "run"]


@pytest.fixture
def harbour_file(here: Path) -> Path:
    """Write the harbour to a file."""
    return written(here / "harbour.argmap.json", data())


def written(path: Path, given: dict[str, Any]) -> Path:
    """Write a map as JSON."""
    path.write_text(json.dumps(given), encoding="utf-8")
    return path
