"""Files beside a map have a size that none honest has, and no number or nesting in them is a defect of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coldwater.beside import read_stamps
from coldwater.cli.prep.sides import SIDE_NAMES
from coldwater.errors import ColdwaterError
from coldwater.files import read_side_file
from coldwater.formats.native.limits import MAX_SIDE_BYTES
from coldwater.judge import read_debate_format, read_round_notes
from coldwater.model.models import Map
from coldwater.prep.practice.progress import NoProgressError, read_progress
from coldwater.project.baseline import read_baseline
from coldwater.project.loading import read_settings
from coldwater.revise import apply

if TYPE_CHECKING:
    from pathlib import Path

NUMBERS = ["1e999", "-1e999", "9" * 5000, "NaN", "-Infinity", "1" + "0" * 400 + ".5", "nan", "inf"]
NESTED = ["[" * 100_000, '{"a":' * 100_000, "[" * 500 + "]" * 500]
MAP = b"argmap: 1\ntitle: T\nthesis: a\nclaims:\n  a: A.\n"
ONE_CLAIM = Map.model_validate({"argmap": 1, "title": "T", "thesis": "a", "claims": {"a": "A."}})
WRONG = [*NUMBERS, *NESTED]


@pytest.mark.parametrize("value", WRONG, ids=range(len(WRONG)))
@pytest.mark.parametrize("key", ["version", "findings", "reviews", "count"])
def test_a_hostile_value_is_told_in_our_words(tmp_path: Path, key: str, value: str) -> None:
    entry = f'[{{"path": "a", "rule": "CW301", "count": {value}}}]'
    text = f'{{"version": 1, "findings": {entry}}}' if key == "count" else f'{{"version": 1, "{key}": {value}}}'
    with pytest.raises(ColdwaterError):
        read_baseline("b.json", text.encode())
    with pytest.raises(NoProgressError):
        read_progress(text)
    (tmp_path / "m.argmap.reviews.json").write_text(text)
    with pytest.raises(ColdwaterError):
        read_stamps(str(tmp_path / "m.argmap.yaml"))
    for name in ("f.json", "f.yaml"):
        (tmp_path / name).write_text(text)
        with pytest.raises(ColdwaterError):
            read_debate_format(str(tmp_path / name))
        with pytest.raises(ColdwaterError):
            read_round_notes(str(tmp_path / name), ONE_CLAIM, SIDE_NAMES)
        with pytest.raises(ColdwaterError):
            apply("m.argmap.yaml", str(tmp_path / name), data=MAP)


@pytest.mark.parametrize("value", WRONG, ids=range(len(WRONG)))
@pytest.mark.parametrize("key", ["max-size", "paths", "anything"])
def test_a_hostile_setting_is_told_in_our_words(tmp_path: Path, key: str, value: str) -> None:
    (tmp_path / "coldwater.toml").write_text(f"{key} = {value}\n")
    with pytest.raises(ColdwaterError):
        read_settings(str(tmp_path / "coldwater.toml"))


def test_a_file_that_is_too_large_is_refused_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "large.json"
    with path.open("wb") as file:
        file.truncate(MAX_SIDE_BYTES + 1)
    with pytest.raises(ColdwaterError, match=r"large\.json.*16 MiB"):
        read_side_file(str(path))
