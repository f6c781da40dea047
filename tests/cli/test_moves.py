"""Moves as commands: what is written, what is said where, and with which exit code."""

from __future__ import annotations

import io
import json
import shlex
from pathlib import Path
from typing import Any

import pytest

import coldwater
from coldwater.beside import read_stamps
from coldwater.cli import main
from coldwater.formats.native.yaml_text import read_yaml
from coldwater.mcp.tools import call
from coldwater.workshop import Workshop
from editing.moves.done import BRIDGE, SURVEY

NAME = "town.argmap.yaml"


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with a map and the text of its source."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    (tmp_path / "survey.txt").write_text(SURVEY, encoding="utf-8")
    (tmp_path / NAME).write_text(BRIDGE, encoding="utf-8")
    return tmp_path / NAME


def run(capsys: pytest.CaptureFixture[str], command: str) -> tuple[int, str, str]:
    """Run a command; give its exit code and what it printed."""
    with pytest.raises(SystemExit) as stop:
        main(shlex.split(command))
    out, err = capsys.readouterr()
    assert isinstance(stop.value.code, int)
    return stop.value.code, out, err


def test_a_move_writes_the_map_and_says_what_it_did(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, f"turn {NAME} money")
    assert (code, err) == (0, "")
    assert out.startswith("changed: argument money (")
    assert "verdict on rebuild: " in out
    assert "premises: [costly], supports: rebuild}   # the usual one" in town.read_text(encoding="utf-8")


@pytest.mark.parametrize("option", ["--diff", "--dry-run", "--diff --dry-run", "--dry-run --output-format json"])
def test_a_trial_writes_nothing(town: Path, capsys: pytest.CaptureFixture[str], option: str) -> None:
    code, out, err = run(capsys, f"turn {NAME} money {option}")
    assert code == 0
    assert out
    assert town.read_text(encoding="utf-8") == BRIDGE
    assert out.startswith("---") == ("--diff" in option) == bool(err)


def test_a_refusal_names_the_command_that_was_meant(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, f"turn {NAME} monye")
    assert (code, out) == (2, "")
    assert err == (
        "coldwater: `monye` is no argument; did you mean `money`?\n  coldwater turn town.argmap.yaml money\n"
    )
    assert run(capsys, err.splitlines()[1].strip().removeprefix("coldwater "))[0] == 0


def test_an_error_that_a_move_brings_is_told_by_the_exit_code(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, f"add claim {NAME} 'It is old.'")
    assert code == 1
    assert "CW103" in out


def test_an_answer_as_json_takes_the_move_back(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, f"remove {NAME} costly --output-format json")
    answer = json.loads(out)
    assert [one["id"] for one in answer["changed"]["removed"]] == ["costly", "grant", "money", "funded"]
    assert answer["verdicts"]["thesis"]["id"] == "rebuild"
    Path("answer.json").write_text(out, encoding="utf-8")
    run(capsys, f"set {NAME} . shape graph")
    code, _, err = run(capsys, f"undo {NAME} answer.json")
    assert code == 2
    assert "has changed since then" in err
    run(capsys, f"clear {NAME} . shape")
    assert run(capsys, f"undo {NAME} answer.json")[0] == 0
    assert town.read_text(encoding="utf-8") == BRIDGE


def test_stdin_goes_to_stdout_and_the_answer_to_stderr(
    capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(BRIDGE.encode())))
    with pytest.raises(SystemExit):
        main(["turn", "-", "money"])
    out, err = capfdbinary.readouterr()
    assert out.decode() == BRIDGE.replace("costly], attacks", "costly], supports")
    assert b"verdict on rebuild" in err


VALUES: list[tuple[str, tuple[str, ...], Any]] = [
    ("cracks tags a 'b c'", ("claims", "cracks", "tags"), ["a", "b c"]),
    ("cracks credence 0.8", ("claims", "cracks", "credence"), 0.8),
    ("cracks implicit true", ("claims", "cracks", "implicit"), True),
    ("cracks note 12", ("claims", "cracks", "note"), "12"),
    ("survey issued 2025", ("sources", "survey", "issued"), 2025),
    ("survey issued 2025-03", ("sources", "survey", "issued"), "2025-03"),
    ("survey author Toulmin", ("sources", "survey", "author"), "Toulmin"),
    ("survey author A. B.", ("sources", "survey", "author"), ["A.", "B."]),
    ('survey author \'{"family": "T"}\'', ("sources", "survey", "author"), {"family": "T"}),
    ('cracks cites \'[{"source": "survey"}]\'', ("claims", "cracks", "cites"), None),
    ('. expect \'{"verdicts": {"rebuild": "in"}}\'', ("expect",), {"verdicts": {"rebuild": "in"}}),
    (". thesis costly rebuild", ("thesis",), ["costly", "rebuild"]),
]


@pytest.mark.parametrize(("words", "where", "value"), VALUES, ids=[words for words, _, _ in VALUES])
def test_a_field_is_given_what_the_format_has_there(
    town: Path, capsys: pytest.CaptureFixture[str], words: str, where: tuple[str, ...], value: Any
) -> None:
    code, _, err = run(capsys, f"set {NAME} {words}")
    found = read_yaml(town.read_text(encoding="utf-8")).data
    for step in where:
        found = found[step]
    if value is None:  # it is so already
        assert code == 2
        assert "this changes nothing" in err
    else:
        assert found == value


def test_review_stamps_go_along_with_an_id_that_has_another_name(
    town: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(capsys, f"review {NAME} safety --by Ann")
    moving = coldwater.move(
        NAME, [{"move": "turn", "id": "money"}, {"move": "rename", "id": "safety", "new": "girder"}]
    )
    coldwater.save(moving)
    assert [*read_stamps(str(town))] == ["girder"]
    assert "CW209" not in run(capsys, f"check {NAME}")[1]


@pytest.mark.parametrize("door", ["python", "patch", "assistant", "commands"])
def test_a_baseline_and_stamps_go_along_with_a_new_id_and_come_back(
    town: Path, capsys: pytest.CaptureFixture[str], door: str
) -> None:
    (town.parent / ".git").mkdir()
    run(capsys, f"review {NAME} safety --by Ann")
    run(capsys, f"add claim {NAME} 'It is old.' --id old")
    run(capsys, f"check {NAME} --write-baseline")
    before = {path.name: path.read_bytes() for path in town.parent.iterdir() if path.is_file()}
    baseline = Path("coldwater-baseline.json")
    moves = [{"move": "rename", "id": "old", "new": "ancient"}, {"move": "rename", "id": "safety", "new": "girder"}]
    shop = Workshop(str(town.parent))
    if door == "python":
        moving = coldwater.move(NAME, moves, baseline=baseline)
        coldwater.save(moving)
    elif door == "patch":
        patch = {"coldwater-patch": 1, "title": "T", "thesis": "rebuild", "moves": moves}
        Path("new.patch.json").write_text(json.dumps(patch), encoding="utf-8")
        assert run(capsys, f"apply {NAME} new.patch.json")[0] == 0
    elif door == "commands":
        for number, (old, new) in enumerate((("old", "ancient"), ("safety", "girder"))):
            answer = run(capsys, f"rename {NAME} {old} {new} --output-format json")[1]
            Path(f"answer{number}.json").write_text(answer, encoding="utf-8")
    else:
        told = call(shop, "move", {"version": shop.held(None).version, "moves": moves})
        assert not told.is_error, told.text
    assert [*read_stamps(str(town))] == ["girder"]
    assert '"ancient"' in baseline.read_text(encoding="utf-8")
    assert run(capsys, f"check {NAME}")[0] == 0
    if door == "assistant":
        assert not call(shop, "undo", {"version": shop.held(None).version}).is_error
    elif door == "commands":
        for number in (1, 0):
            code, _, err = run(capsys, f"undo {NAME} answer{number}.json")
            assert code == 0
            assert "follows" in err
    elif door == "python":
        coldwater.save(coldwater.move(NAME, moving.answer.undo, baseline=baseline))
    if door != "patch":
        assert {name: (town.parent / name).read_bytes() for name in before} == before


def test_an_undo_gives_an_id_back_where_somebody_stamped_another_meanwhile(
    town: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(capsys, f"review {NAME} safety --by Ann")
    shop = Workshop(str(town.parent))
    moves = [{"move": "turn", "id": "money"}, {"move": "rename", "id": "safety", "new": "girder"},
             {"move": "rename", "id": "girder", "new": "beam"}]  # fmt: skip
    assert not call(shop, "move", {"version": shop.held(None).version, "moves": moves}).is_error
    run(capsys, f"review {NAME} funded --by Ben")
    assert not call(shop, "undo", {"version": shop.held(None).version}).is_error
    assert sorted(read_stamps(str(town))) == ["funded", "safety"]
    assert "`safety`" not in run(capsys, f"check {NAME}")[1]  # it is as Ann looked at it


def test_a_refusal_as_json_holds_moves_that_can_be_made(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command in (f"turn {NAME} monye", f"undercut {NAME} money costly", f"remove {NAME} rebuild"):
        code, out, err = run(capsys, f"{command} --output-format json")
        assert (code, err) == (2, "")
        refused = json.loads(out)["refused"]
        assert refused["reason"]
        assert refused["move"] == command.split()[0]
        for move in refused["instead"]:
            coldwater.move(NAME, move)
    for command in ("turn nothing.argmap.yaml money", f"rename {NAME} money costly", f"undo {NAME} {NAME}"):
        code, out, err = run(capsys, f"{command} --output-format json")
        assert (code, err) == (2, "")
        assert json.loads(out)["refused"]["reason"]
    assert town.read_text(encoding="utf-8") == BRIDGE
