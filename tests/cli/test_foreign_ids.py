"""Ids in Chinese, Arabic, Hindi, Greek, Cyrillic and with umlauts go through every command, however they are typed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import normalize

import pytest

from coldwater.render import FORMATS

if TYPE_CHECKING:
    from .conftest import Run

SOURCE = Path(__file__).parents[1] / "maps" / "ids-in-many-scripts.argmap.yaml"
MAP = "карта.argmap.yaml"
CLAIMS = ("禁止", "السيارات", "brücke-2", "प्रतिबंध", "café", "dear")
ARGUMENTS = ("किफ़ायती", "閉鎖", "dear-to-whom", "μύθος")


def typed(text: str) -> str:
    """Give a text as some keyboards and file systems hand it over."""
    return normalize("NFD", text)


@pytest.fixture
def there(here: Path) -> Path:
    """Give a folder with the map in it, and stand there."""
    shutil.copy(SOURCE, here / MAP)
    return here


@pytest.mark.usefixtures("there")
def test_what_stands_is_told_of_ids_as_they_are_typed(run: Run) -> None:
    assert run("check", MAP).code == 0
    assert "Cars should be banned." in run("show", MAP).out
    told = json.loads(run("evaluate", MAP, "--output-format", "json").out)
    assert {*CLAIMS, *ARGUMENTS} == {
        name for name in (*CLAIMS, *ARGUMENTS) if name in json.dumps(told, ensure_ascii=False)
    }
    for name in (*CLAIMS, *ARGUMENTS):
        assert run("explain", MAP, typed(name)).out == run("explain", MAP, name).out
        assert name in run("explain", MAP, name).out
    rejected = run("evaluate", MAP, "--reject", typed("brücke-2"), "--strength", f"{typed('किफ़ायती')}=0.5")
    assert rejected.code == 0
    assert rejected.out == run("evaluate", MAP, "--reject", "brücke-2", "--strength", "किफ़ायती=0.5").out
    assert "Did you mean `brücke-2`?" in run("explain", MAP, "brucke-2").err
    assert "Did you mean `किफ़ायती`?" in run("explain", MAP, "किफायती").err


@pytest.mark.usefixtures("there")
def test_every_drawing_is_made_of_the_whole_and_of_a_part(run: Run) -> None:
    formats = [word for name in FORMATS for word in ("--format", name)]
    assert run("render", MAP, *formats, "-o", "drawn").code == 0
    assert run("render", MAP, *formats, "-o", "drawn", "--focus", typed("किफ़ायती")).code == 0
    assert run("render", MAP, *formats, "-o", "drawn", "--verdicts").code == 0
    names = {path.name for path in Path("drawn").iterdir()}
    for ending in FORMATS.values():
        assert {f"карта.{ending}", f"карта-किफ़ायती.{ending}", f"карта.verdicts.{ending}"} <= names
    for ending, written in (("svg", 'data-id="{}"'), ("graphml", '<data key="n_id">{}</data>'), ("html", '"id":"{}"')):
        text = Path(f"drawn/карта.{ending}").read_text(encoding="utf-8")
        for name in (*CLAIMS, *ARGUMENTS):
            assert written.format(name) in text, (ending, name)
    assert run("render", "--check", MAP, "-o", "drawn").code == 0


@pytest.mark.usefixtures("there")
@pytest.mark.parametrize("kind", ["brief", "blocks", "gaps", "assumptions"])
def test_material_for_a_debate_names_them(run: Run, kind: str) -> None:
    options = () if kind == "assumptions" else ("--side", "con")
    done = run("prep", kind, MAP, *options, "--output-format", "json")
    assert done.code == 0
    assert any(name in done.out for name in ARGUMENTS)


@pytest.mark.usefixtures("there")
def test_cards_of_a_drill_are_exported_and_progress_has_a_file_of_its_name(run: Run) -> None:
    assert run("prep", "drill", MAP, "--side", "con", "--export", "anki", "-o", "cards.txt").code == 0
    assert "किफ़ायती" in Path("cards.txt").read_text(encoding="utf-8")


def test_ids_are_renamed_compared_and_reviewed(run: Run, there: Path) -> None:
    shutil.copy(there / MAP, there / "before.argmap.yaml")
    done = run("rename", MAP, typed("brücke-2"), typed("мост-é"))
    assert done.code == 0, done.err
    text = Path(MAP).read_text(encoding="utf-8")
    assert "brücke" not in text
    assert text.count("мост-é") == 4
    assert run("check", MAP).code == 0
    told = run("diff", "before.argmap.yaml", MAP).out
    assert "`brücke-2` renamed to `мост-é`" in told
    assert "expect" not in told
    assert run("review", MAP, typed("閉鎖"), typed("किफ़ायती"), "--by", "B").code == 0
    assert "किफ़ायती" in Path("карта.argmap.reviews.json").read_text(encoding="utf-8")
    assert run("convert", MAP, "карта.argmap.json").code == 0
    assert run("check", "карта.argmap.json").code == 0
    assert json.loads(Path("карта.argmap.json").read_text(encoding="utf-8"))["thesis"] == "禁止"
    assert run("fmt", MAP).code == 0
    assert run("fmt", "--check", MAP).code == 0


@pytest.mark.usefixtures("there")
def test_a_patch_is_applied_and_a_comment_ignores_a_finding(run: Run) -> None:
    patch = "coldwater-patch: 1\ntitle: Should the cars be banned?\nclaims: {ガス: Gas is cheap.}\n"
    patch += f"thesis: {typed('禁止')}\n"
    patch += f"arguments: {{ガス論: {{premises: [{typed('ガス')}], supports: {typed('café')}}}}}\n"
    Path("p.patch.yaml").write_text(patch, encoding="utf-8")
    assert run("apply", MAP, "p.patch.yaml").code == 0
    assert run("check", MAP).code == 0
    text = Path(MAP).read_text(encoding="utf-8").replace(", cites: [{source: отчёт, locator: p. 4}]", "")
    ignoring = text.replace("  brücke-2: {", "  # coldwater: ignore[CW301] Everybody knows.\n  brücke-2: {")
    ignoring = ignoring.replace("shape: graph", "shape: graph\nlint: {ignore: [{rule: CW303, at: отчёт, reason: R.}]}")
    Path(MAP).write_text(ignoring, encoding="utf-8")
    assert run("check", MAP).code == 0
