"""Where real files of foreign formats lie, if they are here: beside the checkout, or where the environment says."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

FOLDER = Path(os.environ.get("COLDWATER_CORPORA") or Path(__file__).parents[2].parent / "shared" / "corpora")


def files(pattern: str) -> list[Path]:
    """Give the files of a corpus, in order; none where it is not here."""
    return sorted(path for path in FOLDER.glob(pattern) if path.is_file())


def corpus(pattern: str) -> list[Path]:
    """Give the files of a corpus, in order; the test is skipped where there are none."""
    found = files(pattern)
    if not found:
        pytest.skip(f"no corpora here: {pattern} is not below COLDWATER_CORPORA or beside the project")
    return found


needs_corpora = pytest.mark.skipif(not FOLDER.is_dir(), reason="the corpora are not beside this checkout")
