"""docs/gallery.md shows every map there is, with its picture, what one learns from it, and links to file and page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from coldwater import api
from coldwater.cli import main

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "gallery.md").read_text(encoding="utf-8")
MAPS = {path.name.removesuffix(".argmap.yaml"): path for path in (ROOT / "arguments").rglob("*.argmap.yaml")}
#: What the page says of a map, by the name of its page.
PARTS = {re.findall(r"renders/([\w-]+)\.html", part)[0]: part for part in re.split(r"^## ", PAGE, flags=re.M)[1:]}


def test_every_map_hangs_there() -> None:
    assert sorted(PARTS) == sorted(MAPS)
    for target in re.findall(r"\]\(([^)#]+)\)", PAGE):
        assert (ROOT / "docs" / target).exists(), target


@pytest.mark.parametrize("name", PARTS)
def test_a_map_is_shown_as_it_is(name: str) -> None:
    map_, part, file = api.load(MAPS[name]), " ".join(PARTS[name].split()), MAPS[name].relative_to(ROOT).as_posix()
    assert part.startswith(f"{map_.title} *")
    assert re.search(rf"\]\(\.\./renders/{name}(\.all-claims)?\.svg\)\]\(\.\./renders/{name}\.html\)", part)
    assert f"([the map](../{file}), {len(map_.claims)} claims and {len(map_.arguments)} arguments; " in part
    assert f"[the page](../renders/{name}.html), [for print](../renders/{name}.pdf))" in part


@pytest.mark.parametrize("name", PARTS)
def test_three_sentences_say_what_one_learns(name: str) -> None:
    _, _, learnt, _ = PARTS[name].strip().split("\n\n")
    assert len(re.findall(r"[.!?](?=\s|$)", learnt)) == 3


def test_every_quotation_is_looked_up(capsys: pytest.CaptureFixture[str]) -> None:
    """The page says so; the texts are excerpts of what is in the public domain."""
    with pytest.raises(SystemExit) as done:
        main(["check", str(ROOT / "arguments" / "gallery")])
    assert done.value.code == 0
    said = "".join(capsys.readouterr())
    assert re.search(r"\d+ quotes found in their texts", said)
    assert "not looked up" not in said


def test_the_safety_case_is_what_its_file_in_gsn_says() -> None:
    """Titles, sources and the order were added; what is claimed, and what bears on what, came over."""
    imported = api.load(MAPS["mcas"].with_name("mcas.gsn.yaml"))
    map_ = api.load(MAPS["mcas"])
    assert {id_: claim.text for id_, claim in imported.claims.items()} == {
        id_: claim.text for id_, claim in map_.claims.items()
    }
    steps = [
        {id_: (one.premises, one.supports, one.attacks) for id_, one in each.arguments.items()}
        for each in (imported, map_)
    ]
    assert steps[0] == steps[1]
