"""The programs that are timed: an empty Python, coldwater as it is installed, and others. It knows no maps."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import json
import os
import platform
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from bench.timing import CannotRunError, Program, Run

if TYPE_CHECKING:
    from collections.abc import Sequence

_HERE = os.path.dirname(os.path.abspath(__file__))
_ARGDOWN = os.path.join(_HERE, "node_modules", "@argdown", "cli")
_SCHEMA = os.path.join(os.path.dirname(_HERE), "schema", "argmap.schema.json")
#: Seconds that npm may take to fetch Argdown.
_PATIENCE = 300
#: What stands before the numbers in the last line of ``coldwater check``.
_SUMMARY = "1 map checked: "


def empty_python() -> Program:
    """Give ``python -c pass``, of the same interpreter."""
    return Program([sys.executable, "-c", "pass"], lambda run: _unless(run.code == 0, "it fails"))


# --- coldwater ----------------------------------------------------------------------------------------------------


def coldwater_check(path: str, flaws: int = 0, *, all_named: bool = True) -> Program:
    """Give ``coldwater check`` on a map in which it should find this many flaws, or some of them if not ``all_named``.

    Of fields that are unknown it names only the first few hundred.
    """

    def complaint(run: Run) -> str | None:
        if run.code != (1 if flaws else 0) or _SUMMARY not in run.output:
            return f"exit code {run.code} from a map with {flaws} flaws"
        said = run.output.rpartition(_SUMMARY)[2].partition("\n")[0].strip()
        found = _number_in(said)
        good = found == flaws if all_named else 0 < found <= flaws
        return _unless(good, f"{flaws} flaws are there, but it says: {said}")

    return Program([*coldwater_command(), "check", path], complaint)


def coldwater_call(words: Sequence[str], folder: str, stdin: str | None = None) -> Program:
    """Give ``coldwater`` with some words, run in a folder; it should do its work, whatever it finds, and say so."""

    def complaint(run: Run) -> str | None:
        return _unless(run.code in (0, 1) and run.output != "", f"exit code {run.code}")

    return Program([*coldwater_command(), *words], complaint, folder, stdin)


def coldwater_evaluate(path: str) -> Program:
    """Give ``coldwater evaluate`` on a map."""

    def complaint(run: Run) -> str | None:
        return _unless(run.code == 0 and "Proof standard:" in run.output, f"exit code {run.code}")

    return Program([*coldwater_command(), "evaluate", path], complaint)


def coldwater_render(path: str, folder: str, layout: str = "auto") -> Program:
    """Give ``coldwater render --format svg`` of a map into a folder, in a layout."""

    def complaint(run: Run) -> str | None:
        return _unless(run.code == 0 and run.output.strip().endswith(".svg"), f"exit code {run.code}: {run.output}")

    return Program(
        [*coldwater_command(), "render", path, "-o", folder, "--format", "svg", "--layout", layout], complaint
    )


def coldwater_check_folder(folder: str, maps: int, jobs: int | None) -> Program:
    """Give ``coldwater check`` on a folder with so many clean maps, in so many processes, or as many as it likes."""
    wish = [] if jobs is None else ["--jobs", str(jobs)]

    def complaint(run: Run) -> str | None:
        clean = run.code == 0 and run.output.endswith(f"{maps:,} maps checked: no findings\n")
        return _unless(clean, f"exit code {run.code} from {maps:,} clean maps")

    return Program([*coldwater_command(), "check", *wish, folder], complaint)


def coldwater_cruxes(path: str) -> Program:
    """Give ``coldwater cruxes`` on a map, with time enough; no limit may be reached."""

    def complaint(run: Run) -> str | None:
        whole = run.code == 0 and "Proof standard:" in run.output and "limit was reached" not in run.output
        return _unless(whole, f"exit code {run.code}, or a limit was reached")

    return Program([*coldwater_command(), "cruxes", "--seconds", "60", path], complaint)


def _number_in(summary: str) -> int:
    """Add up a summary such as ``8 errors, 2 warnings``; ``no findings`` is 0."""
    counts = [part.split()[0].replace(",", "") for part in summary.split(", ")]
    return sum(int(count) for count in counts if count != "no")


def coldwater_command() -> list[str]:
    """Give how coldwater is started: by its console script if there is one."""
    script = _script()
    return [script] if script is not None else [sys.executable, "-m", "coldwater"]


def coldwater_convert(path: str, out: str) -> Program:
    """Convert a file of any format, over what is there."""

    def complaint(run: Run) -> str | None:
        return _unless(run.code == 0, f"exit code {run.code}")

    return Program([*coldwater_command(), "convert", path, out, "--force"], complaint)


def _script() -> str | None:
    """Give the console script that stands beside the interpreter."""
    return shutil.which("coldwater", path=os.path.dirname(sys.executable))


def what_is_coldwater() -> str:
    """Say which coldwater is timed, and how it is started. Raises CannotRunError if there is none."""
    spec = importlib.util.find_spec("coldwater")
    if spec is None or spec.origin is None:
        raise CannotRunError("coldwater is not installed in this Python")
    how = "the console script" if _script() else "python -m coldwater"
    return f"{_installation(spec.origin)}, started by {how}"


def _installation(origin: str) -> str:
    try:
        distribution = importlib.metadata.distribution("coldwater")
    except importlib.metadata.PackageNotFoundError:
        return "a source tree (not installed)"
    direct = json.loads(distribution.read_text("direct_url.json") or "{}")
    if direct.get("dir_info", {}).get("editable"):
        return f"{distribution.version}, editable install"
    where = os.path.realpath(str(distribution.locate_file("coldwater")))
    if os.path.realpath(os.path.dirname(origin)) != where:
        return "a source tree (another version is installed)"
    return f"{distribution.version}, installed from a wheel"


def what_is_python() -> str:
    """Say which Python runs all this."""
    return f"{platform.python_implementation()} {platform.python_version()}"


# --- check-jsonschema ---------------------------------------------------------------------------------------------


def check_jsonschema(folder: str) -> Program | None:
    """Give ``check-jsonschema`` on the files of a folder, by our schema; None if it is not installed."""
    script = shutil.which("check-jsonschema", path=os.path.dirname(sys.executable))
    if script is None:
        return None
    files = [os.path.join(folder, name) for name in sorted(os.listdir(folder))]

    def complaint(run: Run) -> str | None:
        return _unless(run.code == 0 and "ok" in run.output, "check-jsonschema does not accept the maps")

    return Program([script, "--schemafile", _SCHEMA, *files], complaint)


# --- Argdown ------------------------------------------------------------------------------------------------------


def argdown_json(path: str) -> Program | None:
    """Give ``argdown json`` on a file, its cheapest command that reports syntax errors; None if it is not installed."""
    start = argdown_command()
    if start is None:
        return None

    def complaint(run: Run) -> str | None:
        clean = run.code == 0 and "error" not in run.output.lower() and run.output.rstrip().endswith("}")
        return _unless(clean, "Argdown does not accept the map")

    return Program([*start, "json", "--stdout", "--silent", path], complaint)


def argdown_folder(folder: str, output: str) -> Program | None:
    """Give ``argdown json`` on the files of a folder, which writes JSON to another; None if it is not installed.

    Of very many files it leaves the last few unwritten, without a word: one in a hundred is let pass.
    """
    start = argdown_command()
    if start is None:
        return None

    def complaint(run: Run) -> str | None:
        written = len(os.listdir(output))
        clean = run.code == 0 and "error" not in run.output.lower() and written >= 0.99 * len(os.listdir(folder))
        return _unless(clean, f"Argdown does not accept all maps: {written} files written")

    return Program([*start, "json", "--silent", os.path.join(folder, "*.argdown"), output], complaint)


def argdown_map(path: str, folder: str) -> Program | None:
    """Give ``argdown map --format svg`` on a file; None if it is not installed."""
    start = argdown_command()
    if start is None:
        return None

    def complaint(run: Run) -> str | None:
        return _unless(run.code == 0, f"Argdown does not draw the map: {run.output[:200]}")

    return Program([*start, "map", "--format", "svg", path, folder], complaint)


def argdown_command() -> list[str] | None:
    """Give how Argdown is started; None if it is not installed."""
    node = shutil.which("node")
    if node is None or not os.path.isdir(_ARGDOWN):
        return None
    return [node, os.path.join(_ARGDOWN, "dist", "cli.js")]


def what_is_argdown() -> str:
    """Say which Argdown is timed, after fetching it by ``npm ci`` if it is not there yet and node is."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None:
        return "not installed (there is no node)"
    if not os.path.isdir(_ARGDOWN):
        if npm is None:
            return "not installed (there is no npm)"
        if not _fetched(npm):
            return "not installed (npm ci failed)"
    with open(os.path.join(_ARGDOWN, "package.json"), encoding="utf-8") as file:
        version = json.load(file)["version"]
    answer = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)
    return f"@argdown/cli {version} on node {answer.stdout.strip().removeprefix('v')}"


def _fetched(npm: str) -> bool:
    sys.stderr.write("fetching Argdown (npm ci) ...\n")
    command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    try:
        done = subprocess.run(command, cwd=_HERE, stdout=subprocess.DEVNULL, timeout=_PATIENCE, check=False)
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0 and os.path.isdir(_ARGDOWN)


def _unless(good: bool, complaint: str) -> str | None:
    return None if good else complaint
