"""docs/positions.md shows what is printed of its map, and names every key."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from coldwater.cli import main
from coldwater.schemas import schema_text

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = (Path(__file__).parents[1] / "docs" / "positions.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"```\n\$ (coldwater .+?)\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture
def square(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    (text,) = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    (tmp_path / "square.argmap.yaml").write_text(text, encoding="utf-8")


def printed(command: str, capsys: pytest.CaptureFixture[str]) -> str:
    with pytest.raises(SystemExit):
        main(command.split()[1:])
    return capsys.readouterr().out


@pytest.mark.parametrize(("command", "shown"), SHOWN, ids=["positions", "explain"])
@pytest.mark.usefixtures("square")
def test_what_the_page_shows_is_printed(command: str, shown: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(command, capsys) == shown


@pytest.mark.usefixtures("square")
def test_its_map_has_no_flaw(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed("coldwater check square.argmap.yaml", capsys) == "1 map checked: no findings\n"


def test_every_key_is_named() -> None:
    rows = " ".join(re.findall(r"^\| `.*$", PAGE, re.MULTILINE))
    keys = set(_keys(json.loads(schema_text("positions"))))
    assert keys - {"alpha", "beta", "gamma"} <= set(re.findall(r"`([a-z_]+)`", rows))


def _keys(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        yield from node.get("properties", {})
        for inner in node.values():
            yield from _keys(inner)
