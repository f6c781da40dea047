"""Where the corpora of the field lie, if they are here: beside the checkout, or where ``COLDWATER_CORPORA`` says."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

FOLDER = Path(os.environ.get("COLDWATER_CORPORA") or Path(__file__).parents[2].parent / "shared" / "corpora")


def files(pattern: str) -> list[Path]:
    """Give the files of a corpus; none where it is not here."""
    return sorted(path for path in FOLDER.glob(pattern) if path.is_file())


needs_corpora = pytest.mark.skipif(not FOLDER.is_dir(), reason="the corpora are not beside this checkout")
