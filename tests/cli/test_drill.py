"""``coldwater prep drill`` as a user sits at it: at a terminal, through a pipe, interrupted, with a damaged file."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from coldwater.prep.practice.progress import Progress, read_progress

from .conftest import BRIDGE, Run

pexpect = pytest.importorskip("pexpect")
if not hasattr(pexpect, "spawn"):
    pytest.skip("there are no pseudo-terminals here", allow_module_level=True)

from .typing_at import at_terminal  # noqa: E402 - not where there are none

#: A map on which one card has no answer; with the last line it has one.
BARE = BRIDGE.replace(
    "arguments:", "  late: It would come too late.\n  grant: The state pays.\n  soon: It comes in May.\narguments:"
) + (
    "  delay: {title: Too late, premises: [late], attacks: rebuild}\n"
    "  funded: {title: Grant, premises: [grant], attacks: money}\n"
)
MORE = f"{BARE}  timely: {{title: In time, premises: [soon], attacks: delay}}\n"
ARTICLE = Path(__file__).parents[2] / "arguments" / "china-russia-alliance.argmap.yaml"
DRILL = ("prep", "drill", "bridge.argmap.yaml", "--side", "pro")
GRADE = "s skips, q ends): "


@pytest.fixture
def bridge(here: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (here / "bridge.argmap.yaml").write_text(MORE, encoding="utf-8")
    monkeypatch.setenv("COLDWATER_STATE", str(here / "state"))
    return here


def kept(folder: Path) -> Progress:
    """Read the one progress file of the folder, which is always whole."""
    (path,) = (folder / "state").glob("*.pro.json")
    return read_progress(path.read_text(encoding="utf-8"))


def grades(folder: Path) -> dict[str, list[int]]:
    return {name: [one.grade for one in reviews] for name, reviews in kept(folder).reviews.items()}


def type_into(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8"))


# --- at a terminal ----------------------------------------------------------------------------------------------


def test_a_whole_session(bridge: Path) -> None:
    with at_terminal(bridge, *DRILL) as typist:
        typist.reads("Card 1 of 2, new")
        typist.reads("> ")
        typist.types("We have the money.", "And time.", "")
        typist.reads(GRADE)
        typist.types("9", "again")
        typist.reads("once more in this session")
        typist.reads("Card 2 of 3, new")
        typist.reads("> ")
        typist.types("")
        typist.reads(GRADE)
        typist.types("3")
        typist.reads("Card 3 of 3, once more")
        typist.types("", "4")
        assert typist.ends() == 0
    assert "Answer 1 (it stands): Grant [funded]" in typist.text
    assert "3 answers graded and kept (1 again, 1 good, 1 easy); nothing is left for now;" in typist.text
    assert sorted(grades(bridge).values()) == [[1, 4], [3]]


@pytest.mark.parametrize("phase", ["before the first answer", "while answering", "while grading", "between cards"])
def test_ctrl_c_loses_no_graded_card(bridge: Path, phase: str) -> None:
    with at_terminal(bridge, *DRILL) as typist:
        typist.reads("> ")
        graded = {}
        if phase == "while answering":
            typist.types("Half an")
            typist.reads("Half an")
            typist.reads("> ")  # it waits again: a signal between two waits may pass Python by until the next key
            typist.child.send("answ")
            typist.reads("answ")
        elif phase == "while grading":
            typist.types("An answer.", "")
            typist.reads(GRADE)
        elif phase == "between cards":
            typist.types("", "2")
            typist.reads("Card 2 of 2")
            typist.reads("> ")
            graded = {"delay": [2]}
        typist.presses("c")
        assert typist.ends() == 130
    last = [line for line in typist.text.split("\n") if line.strip()][-1]
    assert last.startswith("Stopped. 1 answer graded and kept" if graded else "Stopped. Nothing graded"), typist.text
    assert "Traceback" not in typist.text
    found = {name: one for name, one in grades(bridge).items() if one} if graded else {}
    assert list(found.values()) == list(graded.values())


def test_a_first_answer_is_put_down_and_its_card_stays_new(bridge: Path, run: Run) -> None:
    (bridge / "bridge.argmap.yaml").write_text(BARE, encoding="utf-8")
    with at_terminal(bridge, *DRILL, "--limit", "1") as typist:
        typist.reads("> ")
        typist.types("?")
        typist.reads("an empty line ends the answer")
        typist.types("It comes in spring.", "")
        typist.reads("(Enter for the step) ")
        typist.types("?")
        typist.reads("your words back,")
        typist.types("1")
        typist.reads("A first answer: I put it down.")
        assert typist.ends() == 0
    assert "Nothing graded; 2 cards left for now." in typist.text
    assert "1 answer of yours that the map lacks: bridge.patch.yaml." in typist.text
    assert run("apply", "bridge.argmap.yaml", "bridge.patch.yaml").code == 0
    assert "It comes in spring." in (bridge / "bridge.argmap.yaml").read_text(encoding="utf-8")
    with at_terminal(bridge, *DRILL, "--limit", "1") as typist:
        typist.reads("> ")
        typist.types("q")
        assert typist.ends() == 0


def test_ctrl_d_ends_cleanly(bridge: Path) -> None:
    with at_terminal(bridge, *DRILL) as typist:
        typist.reads("> ")
        typist.types("", "3")
        typist.reads("Card 2 of 2")
        typist.reads("> ")
        typist.presses("d")
        assert typist.ends() == 0
    assert "1 answer graded and kept (1 good); 1 card left for now." in typist.text
    assert list(grades(bridge).values()) == [[3]]


def test_a_corrupt_file_is_said_and_set_aside(bridge: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    type_into(monkeypatch, "\n3\n")
    run(*DRILL)
    (path,) = (bridge / "state").glob("*.pro.json")
    path.write_bytes(b'{"coldwater-drill": 1, "ca\xff')
    with at_terminal(bridge, *DRILL) as typist:
        typist.reads("it is set aside as")
        typist.reads("> ")
        typist.types("", "4")
        typist.reads("Card 2")
        typist.reads("> ")
        typist.presses("d")
        assert typist.ends() == 0
    (aside,) = (bridge / "state").glob("*.corrupt-*")
    assert aside.read_bytes() == b'{"coldwater-drill": 1, "ca\xff'
    assert list(grades(bridge).values()) == [[4]]


def test_nobody_drills_the_same_side_twice_at_once(bridge: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    with at_terminal(bridge, *DRILL) as typist:
        typist.reads("> ")
        outcome = run(*DRILL)
        assert outcome.code == 2
        assert "this side of the map is being drilled already" in outcome.err
        type_into(monkeypatch, "")
        assert run(*DRILL[:-1], "con").code == 0
        typist.presses("d")
        assert typist.ends() == 0
    type_into(monkeypatch, "")
    assert run(*DRILL).code == 0


# --- through a pipe ---------------------------------------------------------------------------------------------


def test_a_pipe_is_read_line_by_line(bridge: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    type_into(monkeypatch, "An answer \x1b[31m.\n\n3\n")
    outcome = run(*DRILL)
    assert (outcome.code, outcome.err) == (0, "")
    assert "> An answer □[31m.\n> \n" in outcome.out
    assert "\n> \n1 answer graded and kept (1 good); 1 card left for now.\n" in outcome.out
    type_into(monkeypatch, "")
    assert "Card 1 of 1, new" in run(*DRILL).out


def test_limit_seed_and_all(bridge: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(2):
        type_into(monkeypatch, "\n4\n\n4\n")
        outcome = run(*DRILL, "--limit", "1")
        assert "Card 1 of 1" in outcome.out
        assert "Card 2" not in outcome.out
    type_into(monkeypatch, "")
    assert run(*DRILL).out.startswith("Nothing graded; nothing is left for now; the next card comes on 20")
    outs = set()
    for seed in ("1", "1", "2", "3", "4", "5"):
        type_into(monkeypatch, "\ns\n\ns\n")
        outs.add(run(*DRILL, "--all", "--seed", seed).out)
    assert len(outs) == 2


def test_the_file_goes_along_with_the_map(bridge: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    type_into(monkeypatch, "\n4\n\n4\n")
    run(*DRILL)
    moved = bridge / "elsewhere.argmap.yaml"
    moved.write_text(MORE.replace("Rebuilding costs three yearly budgets.", "Rebuilding is dear."), encoding="utf-8")
    type_into(monkeypatch, "")
    out = run("prep", "drill", str(moved), "--side", "pro").out
    assert "Card 1 of 1, changed since you last answered it" in out
    moved.write_text(MORE.replace("Should the bridge be rebuilt?", "The bridge"), encoding="utf-8")
    type_into(monkeypatch, "")
    outcome = run("prep", "drill", str(moved), "--side", "pro")
    assert "its progress goes on" not in outcome.err  # the last drill of that file was at another path
    (bridge / "bridge.argmap.yaml").write_text(MORE.replace("Should the bridge be rebuilt?", "Br"), encoding="utf-8")
    type_into(monkeypatch, "")
    outcome = run(*DRILL)
    assert "its progress goes on" in outcome.err
    assert outcome.out.startswith("Nothing graded; nothing is left for now")
    (bridge / "bridge.argmap.yaml").write_text(BRIDGE.replace("Should the bridge be rebuilt?", "X").replace(
        "Rebuilding costs three yearly budgets.", "Something else."), encoding="utf-8")  # fmt: skip
    type_into(monkeypatch, "")
    assert "Card 1 of 1, new" in run(*DRILL).out


def test_stats_and_export(bridge: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    type_into(monkeypatch, "\n1\n\n4\n\n3\n")
    run(*DRILL, "--seed", "1")
    before = {path: path.read_bytes() for path in (bridge / "state").iterdir()}
    text, told = run(*DRILL, "--stats")[1:]
    assert f"Progress is kept in {bridge / 'state'}" in told
    assert "2 cards. 0 due, 0 changed, 0 new, 2 later." in text
    assert "3 answers. 1 again, 0 hard, 1 good, 1 easy: 67% known." in text
    data = json.loads(run(*DRILL, "--stats", "--output-format", "json").out)
    assert data["counts"] == {"due": 0, "changed": 0, "new": 0, "later": 2}
    assert sorted(card["grades"] for card in data["cards"]) == [[1, 3], [4]]
    assert {path: path.read_bytes() for path in (bridge / "state").iterdir()} == before
    outcome = run(*DRILL, "--export", "anki", "-o", "cards.txt")
    assert (outcome.code, outcome.out) == (0, "cards.txt\n")
    assert (bridge / "cards.txt").read_bytes().startswith(b"#separator:tab\n#html:true\n")
    assert run(*DRILL, "--export", "anki").out.encode() == (bridge / "cards.txt").read_bytes()


@pytest.mark.parametrize(
    "words",
    [
        "--export anki --stats", "-o x.txt", "--output-format json", "--stats --limit 3", "--stats --all",
        "--export anki --seed 0", "--export anki --state here",
    ],
)  # fmt: skip
def test_an_option_that_would_do_nothing_is_refused(bridge: Path, run: Run, words: str) -> None:
    outcome = run(*DRILL, *words.split())
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("coldwater: --")


def test_a_folder_that_cannot_be_written_is_said_first(bridge: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    (bridge / "file").write_text("x")
    type_into(monkeypatch, "\n4\n")
    outcome = run(*DRILL, "--state", str(bridge / "file" / "state"))
    assert outcome.code == 2
    assert "progress cannot be kept there" in outcome.err
    assert outcome.out == ""


def test_a_map_without_opposition_has_nothing_to_drill(here: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLDWATER_STATE", str(here / "state"))
    (here / "t.argmap.yaml").write_text("argmap: 1\ntitle: T\nthesis: t\nclaims: {t: The thesis.}\n")
    type_into(monkeypatch, "")
    assert (
        run("prep", "drill", "t.argmap.yaml", "--side", "pro").out
        == "There is no con argument on this map to answer.\n"
    )


@pytest.mark.parametrize(
    ("words", "typed"),
    [
        (("drill", "--export", "anki"), ""),
        (("drill", "--stats"), ""),
        (("drill", "--seed", "7", "--limit", "3"), "Words.\n\ns\n" * 3),
        (("spar",), "?\n1\n\nThe moon is a harsh mistress today.\n\n\npass\n" * 3),
    ],
    ids=["export", "stats", "drill", "spar"],
)
def test_the_same_bytes_whatever_the_hash_seed(tmp_path: Path, words: tuple[str, ...], typed: str) -> None:
    outputs = set()
    for seed in ("0", "1", "77"):
        folder = tmp_path / seed
        folder.mkdir()
        environment = {**os.environ, "PYTHONHASHSEED": seed, "COLDWATER_STATE": str(folder / "state")}
        command = [sys.executable, "-m", "coldwater", "prep", words[0], str(ARTICLE), "--side", "con", *words[1:]]
        command += ["--seconds", "60"]
        done = subprocess.run(
            command, input=typed.encode(), cwd=folder, env=environment, capture_output=True, check=True, timeout=120
        )
        patches = b"".join(path.read_bytes() for path in sorted(folder.glob("*.patch*.yaml")))
        outputs.add(done.stdout + patches)
    assert len(outputs) == 1
    assert len(outputs.pop()) > 200
