"""Builds what is released, and does the main job from it in an environment that holds nothing else.

``make dist`` runs it: ``python -m release.making FOLDER`` from the folder of the tests. The wheel is built of what the
source archive holds, so that nothing is in it that the archive lacks.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).parents[2]
#: The map of the README, which each command is tried on.
MAP = """\
argmap: 1
title: Should the bridge be rebuilt?
thesis: rebuild
claims:
  rebuild: The town should rebuild the bridge.
  cracks: The main girder is cracked.
  unsafe: {text: A bridge with a cracked main girder is unsafe., implicit: true}
  costly: Rebuilding costs three yearly budgets.
  grant: The state pays four fifths of the cost.
arguments:
  safety: {title: Unsafe girder, premises: [cracks, unsafe], supports: rebuild}
  money: {title: Cost, premises: [costly], attacks: rebuild}
  funded: {title: State grant, premises: [grant], attacks: money}
"""
#: What installs a program in an environment of its own, in one line, as the README has it; and where each puts it.
INSTALLERS = {
    "pipx": (["pipx", "install"], {"PIPX_HOME": "home", "PIPX_BIN_DIR": "bin"}),
    "uv": (["uv", "tool", "install"], {"UV_TOOL_DIR": "home", "UV_TOOL_BIN_DIR": "bin"}),
}
#: How many of the first command lines need most of what lies beside the code.
SHORT = 4
#: The main job: command lines, and what is printed by each.
JOB = (
    ("check town.argmap.yaml", "no findings"),
    ("render town.argmap.yaml --format png --format html", "renders/town.html"),
    ("schema move", '"$schema"'),
    ("help", "Argument maps as code"),
    ("evaluate town.argmap.yaml", "The thesis stands"),
    ("show town.argmap.yaml", "[rebuild]"),
    ("turn town.argmap.yaml money --dry-run", "verdict on rebuild: in"),
    ("convert town.argmap.yaml town.argdown", "town.argdown"),
    ("prep brief town.argmap.yaml --side pro", "The main girder is cracked."),
    ("rule CW103", "orphan-premise"),
    ("scheme expert_opinion", "expert"),
)


def build(folder: Path, root: Path = ROOT) -> tuple[Path, Path]:
    """Build the source archive of a checkout, and a wheel of what is in it; give both."""
    folder.mkdir(parents=True, exist_ok=True)
    _hatch(root, folder, "sdist")
    (archive,) = folder.glob("coldwater-*.tar.gz")
    with tempfile.TemporaryDirectory() as unpacked:
        with tarfile.open(archive) as tar:
            tar.extractall(unpacked, filter="data")
        _hatch(Path(unpacked) / archive.name.removesuffix(".tar.gz"), folder, "wheel")
    (wheel,) = folder.glob("coldwater-*.whl")
    return archive, wheel


def _hatch(root: Path, folder: Path, target: str) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(folder)]
    subprocess.run(command, cwd=root, check=True, stdout=subprocess.DEVNULL)


def do_main_job(
    command: list[str], folder: Path, environment: dict[str, str] | None = None, most: int | None = None
) -> None:
    """Run the main job in a folder by what starts the program. Raises AssertionError for a command that fails.

    ``most``: of how many command lines.
    """
    (folder / "town.argmap.yaml").write_text(MAP, encoding="utf-8")
    for words, said in JOB[:most]:
        done = subprocess.run(
            [*command, *words.split()], cwd=folder, env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, (words, done.stdout[-500:], done.stderr[-1000:])
        assert said in done.stdout, (words, done.stdout[-500:])
    assert (folder / "renders" / "town.png").read_bytes().startswith(b"\x89PNG")


def installed_by(name: str, wheel: Path, folder: Path) -> str:
    """Install the wheel by a program that does it in a line, below a folder, and say what came of it.

    Raises CalledProcessError where it fails; where the program is not at hand, nothing is done.
    """
    words, places = INSTALLERS[name]
    if shutil.which(name) is None:
        return f"{name} is not at hand: `{' '.join(words)}` was not tried"
    environment = {**os.environ, **{variable: str(folder / place) for variable, place in places.items()}}
    subprocess.run([*words, str(wheel)], env=environment, check=True, capture_output=True)
    done = subprocess.run([folder / "bin" / "coldwater", "--version"], check=True, capture_output=True, text=True)
    return f"{' '.join(words)}: {done.stdout.strip()}"


def main(folder: Path) -> None:
    """Build, install in an empty environment, and do the main job there; what was built stays in the folder."""
    shutil.rmtree(folder, ignore_errors=True)
    archive, wheel = build(folder)
    with tempfile.TemporaryDirectory() as temporary:
        empty = Path(temporary) / "env"
        venv.create(empty, with_pip=True)
        programs = empty / ("Scripts" if os.name == "nt" else "bin")
        subprocess.run([programs / "python", "-m", "pip", "install", "-q", wheel], check=True)
        town = Path(temporary) / "town"
        town.mkdir()
        do_main_job([str(programs / "coldwater")], town)
        tried = [installed_by(name, wheel, Path(temporary) / name) for name in INSTALLERS]
    sys.stdout.write(f"{archive}\n{wheel}\n{len(JOB)} commands run from the wheel in an empty environment\n")
    sys.stdout.write("".join(f"{line}\n" for line in tried))


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
