"""``coldwater gate`` on a scratch repository: what passes, what does not, and why."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import BRIDGE, Run
from .test_diff import git

FUNDED = BRIDGE.replace("arguments:\n", "  grant: The state pays four fifths of the cost.\narguments:\n") + (
    "  funded: {title: State grant, premises: [grant], attacks: money}\n"
)
PATH = Path("arguments/bridge.argmap.yaml")
LATE = "  late: The grant comes too late.\narguments:\n"


@pytest.fixture
def bridge(here: Path) -> Path:
    """Stand on a branch `work` of a repository whose main holds the bridge, funded and with reviewed arguments."""
    git("init", "-q", "-b", "main")
    git("config", "user.email", "somebody@example.org")
    git("config", "user.name", "Somebody")
    PATH.parent.mkdir()
    PATH.write_text(FUNDED, encoding="utf-8")
    git("add", ".")
    git("commit", "-qm", "first")
    git("checkout", "-qb", "work")
    return PATH


def test_nothing_changed_says_what_was_looked_at(run: Run, bridge: Path) -> None:
    outcome = run("gate", "--base", "main")
    assert outcome.code == 0
    assert outcome.out.splitlines() == [
        "arguments/bridge.argmap.yaml: passes (since main)",
        "  ✓ The thesis `rebuild` still stands (supported).",
        "  ✓ No new unanswered argument hits a crux.",
        "  ✓ No reviewed argument rests on something that has changed (none is reviewed).",
        "  ✓ Nothing is newly hidden from a check.",
    ]


def test_another_verdict(run: Run, bridge: Path) -> None:
    bridge.write_text(BRIDGE, encoding="utf-8")
    outcome = run("gate", "--base", "main")
    assert outcome.code == 1
    assert outcome.out.startswith(
        "arguments/bridge.argmap.yaml: does not pass (since main)\n"
        "  ✗ The thesis `rebuild` is undecided (tied); it stood before (supported), because the argument `funded` was "
        "removed. --allow-verdict-change lets it pass.\n"
    )
    assert run("gate", "--base", "main", "--allow-verdict-change").code == 0


def test_a_crux_is_hit_unanswered(run: Run, bridge: Path) -> None:
    weak = FUNDED.replace("arguments:\n", LATE).replace("premises: [grant]", "strength: 0.9, premises: [grant]")
    weak += "  delay: {premises: [late], attacks: grant}\n  slow: {premises: [late], attacks: funded}\n"
    bridge.write_text(weak, encoding="utf-8")
    outcome = run("gate", "--base", "main", "--allow-verdict-change")
    assert outcome.code == 1
    assert (
        "  ✗ The argument `delay`, which nothing answers, attacks the crux `grant`; the argument `slow`, which nothing "
        "answers, undercuts `funded`, which rests on the crux `grant`. --max-new-gaps 2 lets it pass."
    ) in outcome.out
    assert run("gate", "--base", "main", "--allow-verdict-change", "--max-new-gaps", "1").code == 1
    assert run("gate", "--base", "main", "--allow-verdict-change", "--max-new-gaps", "2").code == 0


def test_an_argument_for_what_contradicts_a_crux(run: Run, bridge: Path) -> None:
    text = FUNDED.replace("arguments:\n", "  broke: {text: The state is broke., contradicts: [grant]}\n" + LATE)
    bridge.write_text(text + "  news: {premises: [late], supports: broke}\n", encoding="utf-8")
    out = run("gate", "--base", "main").out
    assert "The argument `news`, which nothing answers, supports `broke`, which contradicts the crux `grant`" in out


def test_an_unanswered_argument_elsewhere_passes(run: Run, bridge: Path) -> None:
    text = FUNDED.replace("arguments:\n", "  ugly: The bridge is ugly.\narguments:\n")
    bridge.write_text(text + "  looks: {premises: [ugly], supports: rebuild}\n", encoding="utf-8")
    assert run("gate", "--base", "main").code == 0


def test_a_reviewed_argument_that_rests_on_other_words(run: Run, bridge: Path) -> None:
    run("review", str(PATH), "--by", "Ann")
    bridge.write_text(FUNDED.replace("four fifths", "a fifth"), encoding="utf-8")
    outcome = run("gate", "--base", "main")
    assert outcome.code == 1
    assert (
        "  ✗ `funded` was reviewed, and since then its premise `grant` has changed. Look again, then `coldwater "
        "review` it."
    ) in outcome.out.splitlines()
    run("review", str(PATH), "funded", "--by", "Ann")
    assert run("gate", "--base", "main").code == 0


def test_what_was_suspect_before_is_not_this_changes_fault(run: Run, bridge: Path) -> None:
    run("review", str(PATH), "--by", "Ann")
    bridge.write_text(FUNDED.replace("four fifths", "a fifth"), encoding="utf-8")
    git("add", ".")
    git("commit", "-qm", "suspect")
    assert run("check", str(PATH), "--error-on", "warning").code == 1
    assert run("gate", "--base", "HEAD").code == 0


def test_what_others_did_on_main_is_not_this_changes_doing(run: Run, bridge: Path) -> None:
    git("checkout", "-q", "main")
    bridge.write_text(BRIDGE, encoding="utf-8")
    git("commit", "-qam", "drop the grant")
    git("checkout", "-q", "work")
    assert run("gate", "--base", "main").code == 0


def test_maps_that_come_and_go(run: Run, bridge: Path) -> None:
    bridge.unlink()
    bridge.with_name("other.argmap.yaml").write_text(
        "argmap: 1\ntitle: T\nthesis: t\nclaims: {t: It is so.}\n", "utf-8"
    )
    outcome = run("gate", "--base", "main")
    assert outcome.code == 1
    assert (
        "  ✗ The map is gone, and its thesis and verdict with it. --allow-verdict-change lets it pass." in outcome.out
    )
    assert "  ✓ The map is new since main." in outcome.out
    assert run("gate", "--base", "main", "--allow-verdict-change").code == 0
    outcome = run("gate", "--base", "main", "nowhere.argmap.yaml")
    assert (outcome.code, outcome.out) == (2, "")
    assert "nowhere.argmap.yaml: there is no such file, neither now nor at main" in outcome.err


def test_a_map_that_could_not_be_read_before_can_be_mended(run: Run, bridge: Path) -> None:
    bridge.write_text(FUNDED.replace("[grant]", "[gramt]"), encoding="utf-8")
    git("commit", "-qam", "broken")
    outcome = run("gate", "--base", "main")
    assert (outcome.code, outcome.out) == (2, "")
    assert "CW101" in outcome.err
    bridge.write_text(FUNDED, encoding="utf-8")
    outcome = run("gate", "--base", "HEAD")
    assert outcome.code == 0
    assert "  ✓ At HEAD the map could not be read, so that there is no verdict to compare with." in outcome.out


def test_json_and_markdown(run: Run, bridge: Path) -> None:
    bridge.write_text(BRIDGE, encoding="utf-8")
    data = json.loads(run("gate", "--base", "main", "--output-format", "json").out)
    (only,) = data["maps"]
    assert (data["passes"], data["base"], only["path"]) == (False, "main", str(PATH))
    assert [(look["kind"], look["passes"], look["ids"]) for look in only["looks"]] == [
        ("verdict", False, ["rebuild"]),
        ("gaps", True, []),
        ("reviews", True, []),
        ("hidden", True, []),
    ]
    out = run("gate", "--base", "main", "--output-format", "markdown").out
    assert "**arguments/bridge.argmap.yaml** does not pass\n\n- ✗ The thesis `rebuild` is undecided" in out


@pytest.mark.parametrize("revision", ["nowhere", "-x", "--help", ""])
def test_a_base_that_is_none(run: Run, bridge: Path, revision: str) -> None:
    outcome = run("gate", "--base", revision)
    assert (outcome.code, outcome.out) == (2, "")
    assert f"git knows no revision {revision!r} here" in outcome.err
