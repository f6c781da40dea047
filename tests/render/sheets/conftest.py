"""Sheets without their fonts: to cut one for the letters of each map would take most of the time."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def no_fonts(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the embedded fonts out of every SVG, but where a test is about them."""
    if not request.module.__name__.endswith("test_text_and_paper"):
        monkeypatch.setattr("coldwater.render.svg.root.font_css", lambda *_: "")
