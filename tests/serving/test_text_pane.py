"""The text as it is typed in the page: what is told of it, when it is written, and others' changes met."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from coldwater.serving.endings import plain, with_endings
from coldwater.serving.units import Units
from work import examples

from .asking import Asker
from .test_desk import NAME, REASON, TEXT, edit, text_in

WHOLE = {"from": 0, "to": 10_000}


@pytest.fixture
def asker(tmp_path: Path) -> Asker:
    (tmp_path / NAME).write_text(TEXT, encoding="utf-8")
    return Asker(tmp_path)


def ask(asker: Asker, question: str, text: str, **given: Any) -> Any:
    answer = asker.post(f"/ask/{question}", {"map": NAME, "text": text, **given})
    assert answer.status == 200, answer
    return answer.data


def typed(asker: Asker, version: str, text: str, **given: Any) -> Any:
    answer = asker.post("/typed", {"map": NAME, "version": version, "text": text, **WHOLE, **given})
    assert answer.status == 200, answer
    return answer.data


def put(text: str, changes: list[list[Any]]) -> str:
    """Put changes, whose places are those of the text before, into it, counted as a browser counts."""
    wide = text.encode("utf-16-le")
    for start, end, new in reversed(changes):
        wide = wide[: 2 * start] + new.encode("utf-16-le") + wide[2 * end :]
    return wide.decode("utf-16-le")


# --- what is told of a text -------------------------------------------------------------------------------------------


def test_findings_are_those_of_the_text_that_is_typed_with_what_mends_them(asker: Asker) -> None:
    text = TEXT.replace("premises: [costly]", "premises: [costli]")
    told = ask(asker, "look", text, **WHOLE)
    (found,) = (one for one in told["findings"] if one["rule"] == "CW101")
    assert text[found["from"] : found["to"]] == "costli"
    assert found["is_in_the_way"]
    assert not told["is_drawable"]
    assert put(text, ask(asker, "act", text, way=found["fix"]["way"])["changes"]) == TEXT
    assert ask(asker, "look", TEXT, **WHOLE)["is_drawable"]
    assert text_in(asker) == TEXT  # asking writes nothing


def test_ids_have_the_colours_of_their_side_within_what_is_in_sight(asker: Asker) -> None:
    def words(start: int, end: int) -> set[tuple[str, str]]:
        colours = ask(asker, "look", TEXT, **{"from": start, "to": end})["colours"]
        return {(TEXT[start:end], told) for start, end, told in colours}

    every = words(0, len(TEXT))
    assert {
        ("cracks", "claim declaration pro in"),
        ("costly", "claim con in"),
        ("rebuild", "claim pro undecided"),
    } <= every
    assert words(TEXT.index("  safety"), TEXT.index("  safety") + 3) < every


def test_what_may_stand_here_is_offered_with_what_it_says(asker: Asker) -> None:
    text = TEXT.replace("premises: [cracks]", "premises: [cracks, ]")
    found = ask(asker, "complete", text, at=text.index(", ]") + 2)
    (costly,) = (one for one in found["items"] if one["label"] == "costly")
    assert (costly["kind"], costly["said"]) == ("claim", "Rebuilding costs three yearly budgets.")
    assert put(text, [[costly["from"], costly["to"], costly["text"]]]) == TEXT.replace("[cracks]", "[cracks, costly]")


def test_places_are_counted_as_a_browser_counts_them(asker: Asker) -> None:
    text = TEXT.replace("The main girder", "\U0001f600 The main girder").replace("[costly]", "[costli]")
    told = ask(asker, "look", text, **WHOLE)
    (found,) = (one for one in told["findings"] if one["rule"] == "CW101")
    wide = text.encode("utf-16-le")
    assert wide[2 * found["from"] : 2 * found["to"]].decode("utf-16-le") == "costli"
    where = ask(asker, "define", text, at=wide.index("rebuild}".encode("utf-16-le"), 300) // 2)
    assert wide[2 * where["from"] : 2 * where["to"]].decode("utf-16-le") == "rebuild"


def test_an_id_is_told_of_found_and_has_an_entry(asker: Asker) -> None:
    at = TEXT.index("costly]")
    assert "Rebuilding costs three" in ask(asker, "tell", TEXT, at=at)["text"]
    assert ask(asker, "tell", TEXT, at=1) == {}
    where = ask(asker, "define", TEXT, at=at)
    assert TEXT[where["from"] : where["to"]] == "costly"
    assert where["from"] < at
    entry = ask(asker, "entry", TEXT, at=TEXT.index("Money"))
    assert (entry["section"], entry["id"]) == ("arguments", "money")
    assert ask(asker, "find", TEXT, id="money")["from"] == entry["from"]
    assert ask(asker, "find", TEXT, id="nobody") == {}


def test_the_outline_is_the_tree_of_what_is_argued(asker: Asker) -> None:
    nodes = ask(asker, "outline", TEXT)["nodes"]
    named = [(one["name"], one["depth"]) for one in nodes]
    assert named[:3] == [
        ("The town should rebuild the bridge.", 0), ("+ Safety", 1), ("The main girder is cracked.", 2),
    ]  # fmt: skip
    assert TEXT[nodes[1]["from"] :].startswith("safety")


def test_what_can_be_done_here_is_a_move_or_an_edit_and_a_text_is_brought_into_form(asker: Asker) -> None:
    at = TEXT.index("costly:")
    offered = ask(asker, "actions", TEXT, **{"from": at, "to": at})["actions"]
    (reason,) = (one for one in offered if one["title"] == "Give a reason against `costly`")
    assert reason["way"]["move"]["against"] == "costly"
    assert "A reason against `costly`." in put(TEXT, ask(asker, "act", TEXT, way=reason["way"])["changes"])
    loose = TEXT.replace("claims:\n  rebuild:", "claims:\n\n\n  rebuild:")
    assert put(loose, ask(asker, "form", loose)["changes"]) == TEXT
    refused = asker.post("/ask/form", {"map": NAME, "text": "claims: ["})
    assert (refused.status, "mend the findings" in refused.data["error"]) == (422, True)


@pytest.mark.parametrize(
    "given", [{"at": -1}, {"at": "1"}, {"text": 1}, {"text": "\ud800"}, {"map": 3}, {"map": "../x.argmap.yaml"}]
)
def test_what_is_no_question_is_refused(asker: Asker, given: dict[str, Any]) -> None:
    assert asker.post("/ask/tell", {"map": NAME, "text": TEXT, "at": 0, **given}).status == 422


def test_no_text_is_too_damaged_to_be_looked_at(asker: Asker) -> None:
    for seed in range(examples(12)):
        chance = random.Random(seed)  # noqa: S311 - a sample, no secret
        start = chance.randrange(len(TEXT))
        text = (
            TEXT[:start]
            + chance.choice(["", "[", "\n", '"', "{a: ", "\U0001f600"])
            + TEXT[start + chance.randrange(9) :]
        )
        ask(asker, "look", text, **WHOLE)
        ask(asker, "complete", text, at=start)
        ask(asker, "tell", text, at=start)


# --- when it is written -----------------------------------------------------------------------------------------------


def test_a_text_is_written_once_it_can_be_drawn_and_half_of_one_is_not(asker: Asker) -> None:
    version = asker.version(NAME)
    half = TEXT.replace("premises: [costly]", "premises: [cost")
    told = typed(asker, version, half)
    assert (told["is_written"], told["version"], told["changes"]) == (False, version, [])
    assert text_in(asker) == TEXT
    whole = TEXT.replace("Rebuilding costs", "It costs")
    told = typed(asker, version, whole)
    assert (told["is_written"], told["changes"]) == (True, [])
    assert text_in(asker) == whole
    assert told["version"] == asker.version(NAME)
    insisted = typed(asker, told["version"], half, is_insisted=True)  # as an editor does when told to save
    assert (insisted["is_written"], text_in(asker)) == (True, half)


def test_what_is_typed_is_a_step_of_the_one_history(asker: Asker) -> None:
    first = TEXT.replace("Rebuilding costs", "It costs")
    version = typed(asker, asker.version(NAME), first)["version"]
    assert asker.move(NAME, REASON).status == 200
    second = text_in(asker)
    assert asker.post("/undo", {"map": NAME}).status == 200
    assert text_in(asker) == first
    assert asker.post("/undo", {"map": NAME}).status == 200
    assert text_in(asker) == TEXT
    for wanted in (first, second):
        assert asker.post("/redo", {"map": NAME}).status == 200
        assert text_in(asker) == wanted
    asker.post("/undo", {"map": NAME})
    typed(asker, version, TEXT)  # typed away again: that takes the step back, and is none of its own
    assert not asker.get("/state", map=NAME).data["can_undo"]
    asker.post("/redo", {"map": NAME})
    assert text_in(asker) == first


def test_a_change_in_the_file_meets_what_was_typed(asker: Asker) -> None:
    version = asker.version(NAME)
    edit(asker, "main girder is cracked", "main girder has cracks")
    mine = TEXT.replace("Rebuilding costs", "It costs")
    told = typed(asker, version, mine)
    assert put(mine, told["changes"]) == text_in(asker)
    assert text_in(asker) == mine.replace("main girder is cracked", "main girder has cracks")

    version = told["version"]
    before = text_in(asker)
    half = before.replace("premises: [costly]", "premises: [cost")
    edit(asker, "title: The bridge", "title: A bridge")
    told = typed(asker, version, half)  # not written; what changed comes back, to be put around it
    assert put(before, told["changes"]) == text_in(asker)
    assert told["version"] == asker.version(NAME)
    since = asker.get("/text", map=NAME, since=version).data
    assert since == {"version": told["version"], "changes": told["changes"]}
    assert asker.get("/text", map=NAME, since="0" * 16).data == {"version": told["version"], "text": text_in(asker)}


def test_what_both_changed_is_chosen_before_it_is_written(asker: Asker) -> None:
    version = asker.version(NAME)
    edit(asker, "Rebuilding costs three yearly budgets.", "Theirs.")
    mine = TEXT.replace("Rebuilding costs three yearly budgets.", "Mine.")
    given = {"map": NAME, "version": version, "text": mine, **WHOLE}
    asked = asker.post("/typed", given)
    assert (asked.status, [one["id"] for one in asked.data["disputes"]]) == (409, ["costly"])
    told = typed(asker, version, mine, choices={"costly": "theirs"})
    assert (
        put(mine, told["changes"])
        == text_in(asker)
        == TEXT.replace("Rebuilding costs three yearly budgets.", "Theirs.")
    )


def test_a_state_that_is_forgotten_is_said_so_in_data(asker: Asker) -> None:
    answer = asker.post("/typed", {"map": NAME, "version": "0" * 16, "text": TEXT + "# more\n", **WHOLE})
    assert (answer.status, answer.data["is_forgotten"]) == (422, True)


def test_a_map_that_is_only_shown_is_told_of_and_not_written(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text(TEXT, encoding="utf-8")
    asker = Asker(tmp_path, is_read_only=True)
    assert ask(asker, "look", TEXT, **WHOLE)["is_drawable"]
    given = {"map": NAME, "version": asker.version(NAME), "text": TEXT + "# more\n", **WHOLE}
    assert asker.post("/typed", given).status == 422
    assert text_in(asker) == TEXT


def test_a_text_that_would_be_no_map_of_ours_is_not_written(asker: Asker) -> None:
    foreign = asker.get("/export", map=NAME, format="aif").body.decode()
    given = {"map": NAME, "version": asker.version(NAME), "text": foreign, **WHOLE, "is_insisted": True}
    refused = asker.post("/typed", given)
    assert (refused.status, "this is AIF" in refused.data["error"]) == (422, True), refused.data
    assert text_in(asker) == TEXT


def test_lines_keep_their_ends(asker: Asker) -> None:
    path = Path(asker.desk.shop.root, NAME)
    path.write_bytes(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())
    held = asker.get("/text", map=NAME).data
    assert held["text"] == TEXT
    typed(
        asker,
        held["version"],
        TEXT.replace("Rebuilding costs", "It costs").replace("thesis: rebuild\n", "thesis: rebuild\n\n"),
    )
    wanted = TEXT.replace("Rebuilding costs", "It costs").replace("thesis: rebuild\n", "thesis: rebuild\n\n")
    assert path.read_bytes() == b"\xef\xbb\xbf" + wanted.replace("\n", "\r\n").encode()


def test_mixed_ends_of_lines_stay_where_nothing_was_typed() -> None:
    for seed in range(examples(60)):
        chance = random.Random(seed)  # noqa: S311 - a sample, no secret
        before = "".join(chance.choice(["a", "bc", "", "d"]) + chance.choice(["\n", "\r\n", "\r"]) for _ in range(8))
        assert with_endings(plain(before), before) == before
        lines = plain(before).split("\n")
        lines.insert(chance.randrange(8), "new")
        after = with_endings("\n".join(lines), before)
        assert plain(after) == "\n".join(lines)
        assert sorted(after.replace("new", "")) != sorted(before)


def test_units_and_characters_are_each_others_inverse() -> None:
    text = "a\U0001f600b\U0001f600\U0001f600"
    units = Units(text)
    assert [units.unit(at) for at in range(6)] == [0, 1, 3, 4, 6, 8]
    assert [units.offset(at) for at in range(9)] == [0, 1, 1, 2, 3, 3, 4, 4, 5]
