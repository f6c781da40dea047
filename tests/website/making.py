"""Puts the pages of the site together and builds it: the documentation as it stands, and what the program says itself.

``make docs`` runs it: ``python -m website.making FOLDER`` from the folder of the tests. Pages keep their places, so
that links between them hold in the repository and on the site.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from coldwater.cli.generate import declared

ROOT = Path(__file__).parents[2]
#: What goes to the site as it is.
TAKEN = (
    "README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "CITATION.cff", "LICENSE", "llms.txt",
    "editors/vscode", "action.yml", "docs", "skill", "schema", "renders", "arguments", "templates",
    "tests/maps", "bench/README.md",
)  # fmt: skip
_KEPT = shutil.ignore_patterns("__pycache__", "node_modules")


def pages(folder: Path) -> None:
    """Put the pages of the site together in an empty folder."""
    folder.mkdir(parents=True)
    for name in TAKEN:
        path = ROOT / name
        if path.is_dir():
            shutil.copytree(path, folder / name, ignore=_KEPT)
        else:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, folder / name)
    for inside in [path for path in folder.rglob("*") if path.is_dir()]:
        _list(inside, folder)
    (folder / "reference").mkdir()
    (folder / "reference" / "commands.md").write_text(_commands(), encoding="utf-8")


def _list(inside: Path, folder: Path) -> None:
    """Let a folder that may be linked to have a page that lists what is in it, unless it has one."""
    if not [path for path in inside.iterdir() if path.name in ("README.md", "index.md")]:
        names = sorted(path.name for path in inside.iterdir() if path.is_file())
        lines = [f"* [{name}]({name})" for name in names]
        text = "\n".join([f"# {inside.relative_to(folder).as_posix()}", "", *lines, ""])
        (inside / "index.md").write_text(text, encoding="utf-8")


def _commands() -> str:
    """Give the page of all commands, as their help says."""
    parts = ["# Commands\n\nWhat `coldwater help COMMAND` says of each.\n"]
    for name, _, made in sorted(declared(), key=lambda one: one[0]):
        context = made.context_class(made, info_name=f"coldwater {name}", terminal_width=100, max_content_width=100)
        text = re.sub(r"[ \t]+$", "", made.get_help(context), flags=re.MULTILINE).strip()
        parts.append(f"## {name}\n\n```text\n{text}\n```\n")
    return "\n".join(parts)


def build(pages_: Path, site: Path) -> None:
    """Build the site of pages that were put together; a link that leads nowhere fails. Nothing is fetched."""
    environment = {
        **os.environ,
        "COLDWATER_PAGES": str(pages_),
        "COLDWATER_SITE": str(site),
        "NO_MKDOCS_2_WARNING": "1",
    }
    command = [
        sys.executable,
        "-W",
        "ignore",
        "-m",
        "mkdocs",
        "build",
        "-q",
        "--strict",
        "-f",
        str(ROOT / "mkdocs.yml"),
    ]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise AssertionError(done.stdout + done.stderr)


def main(folder: Path) -> None:
    """Put the pages together and build the site in a folder."""
    shutil.rmtree(folder, ignore_errors=True)
    pages(folder / "pages")
    build(folder / "pages", folder / "site")
    sys.stdout.write(f"{folder / 'site' / 'index.html'}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
