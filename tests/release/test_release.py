"""What is released holds all that the program needs, nothing that it does not, and one version."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

import coldwater

from .making import INSTALLERS, ROOT, SHORT, build, do_main_job, installed_by

pytest.importorskip("hatchling")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Give the source archive and the wheel of this checkout."""
    return build(tmp_path_factory.mktemp("dist"))


def test_the_version_stands_in_one_place(built: tuple[Path, Path]) -> None:
    archive, wheel = built
    version = coldwater.__version__
    assert archive.name == f"coldwater-{version}.tar.gz"
    assert wheel.name == f"coldwater-{version}-py3-none-any.whl"
    stated = re.compile(rf"^\s*(?:__)?version(?:__)?\s*[=:]\s*[\"']{re.escape(version)}", re.MULTILINE)
    holders = [ROOT / "pyproject.toml", *(ROOT / "src").rglob("*.py"), *ROOT.glob("*.cff")]
    assert [path.name for path in holders if stated.search(path.read_text(encoding="utf-8"))] == ["__init__.py"]


def test_the_wheel_holds_the_program_and_nothing_else(built: tuple[Path, Path]) -> None:
    with zipfile.ZipFile(built[1]) as wheel:
        names = {name for name in wheel.namelist() if ".dist-info/" not in name}
        (licence,) = [name for name in wheel.namelist() if name.endswith("/licenses/LICENSE")]
        assert wheel.read(licence)
    there = {
        str(path.relative_to(ROOT / "src")).replace(os.sep, "/")
        for path in (ROOT / "src").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert names == there
    assert {"coldwater/py.typed", "coldwater/schemas/published.json"} <= names


def test_the_source_archive_holds_what_the_tests_need(built: tuple[Path, Path]) -> None:
    with tarfile.open(built[0]) as archive:
        tops = {name.split("/")[1] for name in archive.getnames() if "/" in name}
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    wanted = {line.split("/")[0] for line in tracked.splitlines()} - {".ci", ".gitignore"}
    assert wanted <= tops
    assert tops - wanted <= {"PKG-INFO", ".gitignore"}


def test_the_main_job_is_done_from_the_wheel(built: tuple[Path, Path], tmp_path: Path) -> None:
    """The wheel is unpacked, with what it depends on beside it; ``make dist`` installs it in an empty environment."""
    home = tmp_path / "home"
    with zipfile.ZipFile(built[1]) as wheel:
        wheel.extractall(home)  # noqa: S202 - it was made a moment ago
    town = tmp_path / "town"
    town.mkdir()
    others = [path for path in sys.path if path and Path(path).is_dir() and ROOT not in Path(path).resolve().parents]
    inside = [path for path in sys.path if path.endswith("site-packages")]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(home), *others, *inside]), "NO_COLOR": "1"}
    # Without `site`, no file there leads to this checkout.
    command = [sys.executable, "-S", "-m", "coldwater"]
    where = subprocess.run(
        [*command[:2], "-c", "import coldwater; print(coldwater.__file__)"],
        env=environment, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    assert where.startswith(str(home))
    do_main_job(command, town, environment, SHORT)


def test_the_lines_of_the_readme_that_install_it_are_those_that_are_tried(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    monkeypatch.setenv("PATH", str(tmp_path))
    for name, (words, _) in INSTALLERS.items():
        assert f"`{' '.join(words)} .`" in readme
        assert installed_by(name, tmp_path / "none.whl", tmp_path).endswith("was not tried")
