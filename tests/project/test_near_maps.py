"""Which map was meant by a path that leads nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from coldwater.project.near_maps import map_meant


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("there", "path", "meant"),
    [
        ("cars.argmap.yaml", "cars", "cars.argmap.yaml"),
        ("cars.argmap.json", "cars", "cars.argmap.json"),
        ("cars.yaml", "cars", "cars.yaml"),
        ("cars.yaml cars.argmap.yaml", "cars", "cars.argmap.yaml"),
        ("cars.argmap.yml", "cars.argmap", "cars.argmap.yml"),
        ("cars.argmap.yaml", "cars.yaml", "cars.argmap.yaml"),
        ("cars.argmap.yaml", "cars.argmap.json", "cars.argmap.yaml"),
        ("Cars.argmap.yaml", "cars.argmap.yaml", "Cars.argmap.yaml"),
        ("cars.argmap.yaml", "CARS", "cars.argmap.yaml"),
        ("city-cars.argmap.yaml", "city_cars", "city-cars.argmap.yaml"),
        ("bridges.argmap.yaml town.argmap.yaml", "brigdes", "bridges.argmap.yaml"),
        ("maps/cars.argmap.yaml", "maps/cars", "maps/cars.argmap.yaml"),
        ("maps/cars.argmap.yaml", "mapps", "maps"),
        ("arguments/cars.argmap.yaml", "cars", "arguments/cars.argmap.yaml"),
        ("arguments/cars.argmap.yaml cars.json", "cars", "cars.json"),
        ("Autos für alle.argmap.yaml", "autos für alle", "Autos für alle.argmap.yaml"),
        ("bridges.argmap.yaml", "cars", None),
        ("maps/cars.argmap.yaml", "other/cars", None),
        ("cars.txt", "cars", None),
        ("", "cars", None),
        ("cars.argmap.yaml", "", None),
        ("cars.argmap.yaml", "ca\0rs", "cars.argmap.yaml"),
    ],
)
def test_the_map_that_is_near_is_meant(folder: Path, there: str, path: str, meant: str | None) -> None:
    for name in filter(None, there.split(" ") if "für" not in there else [there]):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("argmap: 1\n")
    assert map_meant(path) == meant


def test_a_link_that_leads_nowhere_is_not_meant_itself(folder: Path) -> None:
    (folder / "cars.argmap.yaml").symlink_to("nowhere")
    assert map_meant("cars.argmap.yaml") is None
