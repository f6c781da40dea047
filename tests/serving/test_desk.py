"""Maps changed by the page: moves, undo to the first bytes, others' edits met, and what was changed on both sides."""

from __future__ import annotations

import os
from pathlib import Path
from random import Random
from typing import Any

import pytest

from coldwater import api
from work import examples

from .asking import Asker, followed

NAME = "town.argmap.yaml"
TEXT = """\
# The council's question.
argmap: 1
title: The bridge
thesis: rebuild
claims:
  rebuild: The town should rebuild the bridge.
  cracks: The main girder is cracked.  # seen in May
  costly: Rebuilding costs three yearly budgets.
arguments:
  safety: {title: Safety, premises: [cracks], supports: rebuild}
  money: {title: Money, premises: [costly], attacks: rebuild}
"""
REASON = {"move": "reason", "for": "rebuild", "premises": ["The state pays most of it."]}


@pytest.fixture
def asker(tmp_path: Path) -> Asker:
    (tmp_path / NAME).write_text(TEXT, encoding="utf-8")
    return Asker(tmp_path)


def text_in(asker: Asker) -> str:
    return Path(asker.desk.shop.root, NAME).read_text(encoding="utf-8")


def edit(asker: Asker, old: str, new: str) -> None:
    """Change the file as somebody else does."""
    text = text_in(asker)
    assert old in text
    Path(asker.desk.shop.root, NAME).write_text(text.replace(old, new), encoding="utf-8")


def test_a_move_stands_in_the_file_and_says_what_it_did(asker: Asker) -> None:
    done = asker.move(NAME, {"move": "turn", "id": "money"})
    assert done.status == 200
    assert done.data["answer"]["verdicts"]["thesis"] == {"id": "rebuild", "before": "undecided", "after": "in"}
    assert not done.data["is_merged"]
    assert text_in(asker) == TEXT.replace("attacks: rebuild", "supports: rebuild")
    assert asker.get("/state", map=NAME).data["verdicts"]["rebuild"] == "in"


def test_undo_goes_back_to_the_first_bytes_and_redo_to_the_last(asker: Asker) -> None:
    for move in (REASON, {"move": "turn", "id": "money"}, {"move": "remove", "id": "cracks"}):
        assert asker.move(NAME, move).status == 200
    last = text_in(asker)
    for _ in range(3):
        assert asker.post("/undo", {"map": NAME}).status == 200
    assert text_in(asker) == TEXT
    refused = asker.post("/undo", {"map": NAME})
    assert (refused.status, refused.data["error"]) == (422, "there is nothing to take back")
    for _ in range(3):
        assert asker.post("/redo", {"map": NAME}).status == 200
    assert text_in(asker) == last
    assert asker.post("/redo", {"map": NAME}).status == 422
    state = asker.get("/state", map=NAME).data
    assert (state["can_undo"], state["can_redo"]) == (True, False)


def test_what_is_refused_changes_nothing_and_says_what_can_be_done(asker: Asker) -> None:
    refused = asker.move(NAME, {"move": "premise", "id": "safety", "premise": "rebuild"})
    assert refused.status == 422
    assert refused.data["error"].startswith("`safety` would rest on what it is about")
    refused = asker.move(NAME, {"move": "turn", "id": "monye"})
    assert "did you mean `money` (Money)?" in refused.data["error"]
    assert text_in(asker) == TEXT
    assert not asker.get("/state", map=NAME).data["can_undo"]


def test_an_edit_of_somebody_else_is_met(asker: Asker) -> None:
    version = asker.version(NAME)
    edit(asker, "title: The bridge\n", "title: The old bridge\n# a remark\n")
    done = asker.move(NAME, {"move": "reword", "id": "costly", "text": "It is dear."}, version=version)
    assert done.status == 200
    assert done.data["is_merged"]
    wanted = TEXT.replace("title: The bridge\n", "title: The old bridge\n# a remark\n")
    assert text_in(asker) == wanted.replace("Rebuilding costs three yearly budgets.", "It is dear.")
    asker.post("/undo", {"map": NAME})
    assert text_in(asker) == wanted


@pytest.mark.parametrize(("word", "stands"), [("mine", "Mine."), ("theirs", "Theirs.")])
def test_what_both_sides_changed_is_for_the_person_to_choose(asker: Asker, word: str, stands: str) -> None:
    version = asker.version(NAME)
    edit(asker, "Rebuilding costs three yearly budgets.", "Theirs.")
    edit(asker, "main girder is cracked", "main girder has cracks")
    move = {"move": "reword", "id": "costly", "text": "Mine."}
    asked = asker.move(NAME, move, version=version)
    assert asked.status == 409
    assert asked.data["disputes"] == [
        {"section": "claims", "id": "costly", "base": "Rebuilding costs three yearly budgets.", "mine": "Mine.",
         "theirs": "Theirs."}
    ]  # fmt: skip
    assert "Theirs." in text_in(asker)
    done = asker.move(NAME, move, version=version, choices={"costly": word})
    assert done.status == 200
    wanted = TEXT.replace("main girder is cracked", "main girder has cracks")
    assert text_in(asker) == wanted.replace("Rebuilding costs three yearly budgets.", stands)


def test_what_one_side_took_away_and_the_other_changed_is_chosen_too(asker: Asker) -> None:
    version = asker.version(NAME)
    edit(asker, "  money: {title: Money, premises: [costly], attacks: rebuild}\n", "")
    edit(asker, "  costly: Rebuilding costs three yearly budgets.\n", "")
    move = {"move": "reword", "id": "costly", "text": "Mine."}
    asked = asker.move(NAME, move, version=version)
    assert [(one["id"], one["theirs"]) for one in asked.data["disputes"]] == [("costly", None)]
    assert asker.move(NAME, move, version=version, choices={"costly": "theirs"}).status == 200
    assert "costly" not in text_in(asker)
    assert asker.move(NAME, move, version=version, choices={"costly": "mine"}).status == 200
    assert "costly: Mine." in text_in(asker)


def test_a_text_is_written_as_it_is_and_met_by_id_where_the_file_changed(asker: Asker) -> None:
    version = asker.version(NAME)
    assert asker.post("/write", {"map": NAME, "version": version, "text": "argmap: 1\nhalf"}).status == 200
    assert text_in(asker) == "argmap: 1\nhalf"  # as an editor does
    state = asker.get("/state", map=NAME).data
    assert state["map"] is None
    assert state["findings"]
    assert asker.get("/page", map=NAME).status == 409
    assert asker.move(NAME, REASON).status == 422
    asker.post("/undo", {"map": NAME})
    assert text_in(asker) == TEXT
    edit(asker, "title: The bridge", "title: Bridge")
    changed = TEXT.replace("cracked.", "torn.")
    assert asker.post("/write", {"map": NAME, "version": version, "text": changed}).status == 200
    assert text_in(asker) == changed.replace("title: The bridge", "title: Bridge")
    refused = asker.post("/write", {"map": NAME, "version": version, "text": "claims: ["})
    assert refused.status == 422
    assert text_in(asker) == changed.replace("title: The bridge", "title: Bridge")


def test_a_finding_is_mended_by_its_number(asker: Asker) -> None:
    edit(asker, "premises: [costly]", "premises: [costli]")
    state = asker.get("/state", map=NAME).data
    number = next(one["number"] for one in state["findings"] if one["fix"])
    done = asker.post("/mend", {"map": NAME, "version": state["version"], "finding": number})
    assert done.status == 200
    assert text_in(asker) == TEXT
    assert asker.post("/mend", {"map": NAME, "version": done.data["version"], "finding": 1}).status == 422


def test_a_state_that_nobody_knows_is_refused(asker: Asker) -> None:
    refused = asker.move(NAME, REASON, version="0123456789abcdef")
    assert refused.status == 422
    assert "load the page anew" in refused.data["error"]


def test_stamps_follow_an_id_and_come_back(asker: Asker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(asker.desk.shop.root)
    from coldwater.cli import main  # noqa: PLC0415 - one test reviews

    with pytest.raises(SystemExit):
        main(["review", NAME, "money", "--by", "Ann"])
    (stamps,) = (one for one in Path().iterdir() if one.name != NAME)
    before = stamps.read_text(encoding="utf-8")
    assert "money" in before
    assert asker.move(NAME, {"move": "rename", "id": "money", "new": "price"}).status == 200
    assert "money" not in stamps.read_text(encoding="utf-8")
    asker.post("/undo", {"map": NAME})
    assert (stamps.read_text(encoding="utf-8"), text_in(asker)) == (before, TEXT)
    asker.post("/redo", {"map": NAME})
    assert "price" in stamps.read_text(encoding="utf-8")


def test_nothing_is_written_where_maps_are_only_shown(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text(TEXT, encoding="utf-8")
    asker = Asker(tmp_path, is_read_only=True)
    assert asker.get("/page", map=NAME).status == 200
    for refused in (
        asker.move(NAME, REASON),
        asker.post("/write", {"map": NAME, "version": asker.version(NAME), "text": "x"}),
        asker.post("/new", {"title": "T", "thesis": "A."}),
        asker.post("/undo", {"map": NAME}),
    ):
        assert refused.status == 422, refused
    assert text_in(asker) == TEXT
    assert os.listdir(tmp_path) == [NAME]


def test_a_new_map_of_a_form_and_of_pasted_lines(asker: Asker) -> None:
    made = asker.post("/new", {"title": "Should we move?", "thesis": "We should move."})
    assert made.status == 200
    assert made.data["map"] == "should-we-move.argmap.yaml"
    pasted = "We should move.\n  + The house is cold.\n  - Moving is dear.\n"
    made = asker.post("/new", {"text": pasted, "format": "outline", "title": "Pasted"})
    assert made.status == 200, made
    map_ = api.load(str(Path(asker.desk.shop.root, made.data["map"])))
    assert sorted(bool(one.supports) for one in map_.arguments.values()) == [False, True]
    assert map_.title == "Pasted"
    untitled = asker.post("/new", {"text": pasted, "format": "outline", "title": ""})
    assert untitled.data["map"] == "we-should-move.argmap.yaml"
    again = asker.post("/new", {"title": "Should we move?", "thesis": "We should move."})
    assert again.data["map"] == "should-we-move-2.argmap.yaml"  # nothing is written over
    again = asker.post("/new", {"name": "should-we-move", "title": "Should we move?", "thesis": "We should move."})
    assert again.status == 422
    assert "already" in again.data["error"]
    assert asker.post("/new", {"title": "Nothing"}).status == 422


def test_a_map_is_exported_in_every_format(asker: Asker) -> None:
    for one in asker.get("/maps").data["exports"]:
        answer = asker.get("/export", map=NAME, format=one["name"])
        assert answer.status == 200, one
        assert answer.body or one["name"] in ("bibtex", "csl-json"), one  # this map has no sources
        assert answer.headers["content-disposition"].startswith("attachment; filename*=UTF-8''town.")


def test_only_what_is_another_is_told_to_who_has_seen_a_state(asker: Asker) -> None:
    state = asker.get("/state", map=NAME).data
    for move in (REASON, {"move": "turn", "id": "money"}, {"move": "remove", "id": "cracks"}):
        done = asker.move(NAME, move, version=state["version"]).data
        assert done["state"]["since"] == state["version"]
        assert len(done["state"]["map"]["claims"]["set"]) <= 1
        state = followed(state, done["state"])
        assert state == asker.get("/state", map=NAME).data
    for verb in ("undo", "redo"):
        state = followed(state, asker.post(f"/{verb}", {"map": NAME}).data["state"])
        assert state == asker.get("/state", map=NAME).data
    edit(asker, "title: The bridge", "title: A bridge")
    told = asker.get("/state", map=NAME, since=state["version"]).data
    assert (told["map"]["title"], told["map"]["claims"]) == ("A bridge", {"set": {}, "gone": []})
    state = followed(state, told)
    Path(asker.desk.shop.root, NAME).write_text("[", encoding="utf-8")
    told = asker.get("/state", map=NAME, since=state["version"]).data
    assert ("since" in told, told["map"], told["findings"][0]["rule"]) == (False, None, "CW001")
    assert asker.get("/state", map=NAME, since="0" * 16).data == told


def test_stamps_beside_a_map_are_looked_at_anew(asker: Asker) -> None:
    assert asker.get("/state", map=NAME).data["findings"] == []
    side = Path(asker.desk.shop.root, "town.argmap.reviews.json")
    side.write_text("[]", encoding="utf-8")
    assert asker.get("/state", map=NAME).status == 422  # stamps that are none
    side.unlink()
    assert asker.get("/state", map=NAME).data["findings"] == []


def test_two_people_at_work_at_random_lose_nothing(tmp_path: Path) -> None:
    """Each goes on from what it saw last; an editor changes the file between. Every claim that was added is there."""
    for seed in range(examples(6)):
        random = Random(seed)  # noqa: S311 - a sample, no secret
        name = f"m{seed}.argmap.yaml"
        path = tmp_path / name
        path.write_text(TEXT, encoding="utf-8")
        asker = Asker(tmp_path)
        seen = [asker.version(name)] * 2
        added = []
        for step in range(12):
            who = random.randrange(3)
            words = f"Claim of step {step}."
            if who == 2:
                path.write_text(path.read_text(encoding="utf-8") + f"# {step}\n", encoding="utf-8")
                continue
            move: dict[str, Any] = {"move": "reason", "against": "rebuild", "premises": [words]}
            done = asker.move(name, move, version=seen[who])
            if done.status == 409:  # both gave their argument the same name
                ids = {one["id"]: "theirs" for one in done.data["disputes"]}
                done = asker.move(name, move, version=seen[who], choices=ids)
                assert done.status == 200
                seen[who] = done.data["version"]
                continue
            assert done.status == 200, done
            added.append(words)
            if random.random() < 0.7:
                seen[who] = done.data["version"]
        text = path.read_text(encoding="utf-8")
        assert all(words in text for words in added), seed
        assert not api.check_file(str(path)).graph_errors
