"""One worker process for all hostile files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .reading import Worker

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    """Give a worker that lives as long as the files of a module."""
    made = Worker()
    yield made
    made.stop()
