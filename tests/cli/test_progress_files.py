"""The file that keeps progress: whole at any time, whatever happens while it is written."""

from __future__ import annotations

import errno
import os
import signal
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

import platformdirs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coldwater.cli.prep.progress_files import KeptProgress, folder_of_progress, kept_progress
from coldwater.cli.prep.terminal import uninterrupted
from coldwater.errors import UnreadableFileError, UsageError
from coldwater.prep.practice.cards import cards_of
from coldwater.prep.practice.progress import Progress, Review, read_progress
from prep.preparations import ARTICLE, prepared
from prep.small_maps import model
from work import examples

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
FAULTS = st.sampled_from([None, None, "ctrl-c at fsync", "ctrl-c at rename", "full at fsync", "full at rename"])
STEPS = st.lists(st.tuples(st.sampled_from("abc"), st.integers(1, 4), FAULTS), min_size=1, max_size=12)


def with_fault(fault: str | None, kept: KeptProgress, name: str, review: Review) -> type[BaseException] | None:
    """Grade a card while something goes wrong; give what came of it."""
    if fault is None:
        kept.grade(name, review)
        return None
    what, _, where = fault.partition(" at ")
    function = {"fsync": "os.fsync", "rename": "os.replace"}[where]
    real: Any = getattr(os, function[3:])

    def goes_wrong(*given: Any) -> None:
        if what == "full":
            raise OSError(errno.ENOSPC, "No space left on device")
        os.kill(os.getpid(), signal.SIGINT)
        real(*given)

    with patch(function, goes_wrong):
        try:
            kept.grade(name, review)
        except (KeyboardInterrupt, UnreadableFileError) as error:
            return type(error)
    return None


@given(STEPS)
@settings(max_examples=examples(30), deadline=None)
def test_the_file_is_whole_after_any_grades_and_faults(steps: list[tuple[str, int, str | None]]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "t.json"
        kept = KeptProgress(str(path), Progress("T", "t", "/t", "pro", {}))
        known = kept.progress
        for number, (name, grade, fault) in enumerate(steps):
            review = Review(NOW + timedelta(hours=number), grade, "d")
            came = with_fault(fault, kept, name, review)
            assert came is {None: None, "c": KeyboardInterrupt, "f": UnreadableFileError}[fault and fault[0]]
            if came is not UnreadableFileError:
                known = known.graded(name, review)
            assert kept.progress == known
            if known.reviews:
                assert read_progress(path.read_text()) == known
            assert [one.name for one in Path(folder).iterdir()] == (["t.json"] if known.reviews else [])


def test_ctrl_c_waits_for_what_must_not_be_cut() -> None:
    steps = []
    before = signal.getsignal(signal.SIGINT)

    def interrupted() -> None:
        with uninterrupted():
            os.kill(os.getpid(), signal.SIGINT)
            steps.append("goes on")

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert steps == ["goes on"]
    assert signal.getsignal(signal.SIGINT) is before


def test_progress_is_found_by_title_and_thesis_and_by_nothing_less(tmp_path: Path) -> None:
    data: dict[str, Any] = {
        "argmap": 1, "title": "T", "thesis": "t", "claims": {"t": "The thesis.", "a": "A claim."},
        "arguments": {"no": {"premises": ["a"], "attacks": "t"}},
    }  # fmt: skip
    other_claim = {**data, "claims": {"t": "The thesis.", "a": "Another claim."}}
    maps = {
        "same": data, "edited": other_claim, "title": {**data, "title": "U"}, "both": {**other_claim, "title": "V"},
        "back": {**other_claim, "title": "W", "thesis": "t"},
    }  # fmt: skip

    def states(which: str, path: str) -> list[str]:
        prep = prepared(model(maps[which]), "pro")
        cards = cards_of(prep)
        with kept_progress(str(tmp_path), prep, path, cards, NOW) as kept:
            found = [len(kept.progress.reviews.get(card.name, ())) for card in cards]
            kept.grade("no", Review(NOW, 3, cards[0].digest))
        return ["new" if not one else "known" for one in found]

    assert states("same", "/maps/one") == ["new"]
    assert states("same", "/maps/elsewhere") == ["known"]
    assert states("edited", "/maps/elsewhere") == ["known"]
    assert states("title", "/maps/other") == ["new"]  # nothing in common but ids
    assert states("both", "/maps/other") == ["new"]  # another title, and the only card says something else
    assert len(list(tmp_path.glob("*.json"))) == 3
    assert states("back", "/maps/other") == ["known"]  # another title, but the same card at the same path
    assert len(list(tmp_path.glob("*.json"))) == 3


def test_sides_are_apart_and_a_foreign_file_is_left_alone(tmp_path: Path) -> None:
    from coldwater import api  # noqa: PLC0415

    map_ = api.load(str(ARTICLE))
    (tmp_path / "foreign.pro.json").write_text("not ours")
    for side in ("pro", "con"):
        prep = prepared(map_, side)
        with kept_progress(str(tmp_path), prep, "x", cards_of(prep), NOW) as kept:
            assert kept.progress.reviews == {}
            kept.grade("provocation", Review(NOW, 3, "d"))
    assert (tmp_path / "foreign.pro.json").read_text() == "not ours"
    assert len(list(tmp_path.glob("alliance-*.json"))) == 2


def test_files_set_aside_never_meet(tmp_path: Path) -> None:
    prep = prepared(model({"argmap": 1, "title": "T", "thesis": "t", "claims": {"t": "T."}}), "pro")
    for number in range(3):
        with kept_progress(str(tmp_path), prep, "x", (), NOW) as kept:
            pass
        Path(kept.path).write_text(f"damage {number}")
    with kept_progress(str(tmp_path), prep, "x", (), NOW), pytest.raises(UsageError, match="being drilled"):
        kept_progress(str(tmp_path), prep, "x", (), NOW).__enter__()
    found = sorted(path.read_text() for path in tmp_path.glob("*.corrupt-*"))
    assert found == ["damage 0", "damage 1", "damage 2"]


def test_the_folder_is_as_asked_for_then_by_the_environment_then_the_systems(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLDWATER_STATE", "/by/environment")
    assert folder_of_progress("/asked/for") == "/asked/for"
    assert folder_of_progress(None) == "/by/environment"
    monkeypatch.delenv("COLDWATER_STATE")
    assert folder_of_progress(None) == os.path.join(platformdirs.user_state_dir("coldwater", False), "drills")


def test_a_corrupt_file_that_cannot_be_set_aside_is_an_error_and_stays(tmp_path: Path) -> None:
    prep = prepared(model({"argmap": 1, "title": "T", "thesis": "t", "claims": {"t": "T."}}), "pro")
    with kept_progress(str(tmp_path), prep, "x", (), NOW) as kept:
        pass
    Path(kept.path).write_text("damage")
    with (
        patch("os.replace", side_effect=PermissionError(errno.EACCES, "Permission denied")),
        pytest.raises(UnreadableFileError, match="it cannot be renamed"),
    ):
        kept_progress(str(tmp_path), prep, "x", (), NOW).__enter__()
    assert Path(kept.path).read_text() == "damage"
