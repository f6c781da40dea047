"""The editor that is carried in the package: made from pinned packages, with their licences; it loads nothing."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[2] / "src/coldwater/serving/page"
SOURCE = Path(__file__).parents[2] / "editors/codemirror"


def test_the_bundle_is_made_from_these_inputs() -> None:
    digest = hashlib.sha256()
    for name in ("package-lock.json", "entry.js", "build.mjs"):
        digest.update((SOURCE / name).read_bytes())
    first = (PAGE / "codemirror.js").read_text(encoding="utf-8").partition("\n")[0]
    assert f"sha256:{digest.hexdigest()}" in first, "call `make bundle`"


def test_every_version_is_pinned_and_every_licence_kept() -> None:
    asked = json.loads((SOURCE / "package.json").read_text(encoding="utf-8"))
    assert all(
        re.fullmatch(r"[0-9.]+", one) for one in [*asked["dependencies"].values(), *asked["devDependencies"].values()]
    )
    locked = json.loads((SOURCE / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    kept = (PAGE / "codemirror.licences.txt").read_text(encoding="utf-8")
    for path, one in locked.items():
        if path and not one.get("dev"):
            assert f"{path.removeprefix('node_modules/')} {one['version']} ({one['license']})" in kept
    assert kept.count("Permission is hereby granted") == kept.count("(MIT)")


def test_it_is_made_again_byte_by_byte(tmp_path: Path) -> None:
    node = shutil.which("node")
    if node is None or not (SOURCE / "node_modules").is_dir():
        pytest.skip("esbuild is not installed (npm ci in editors/codemirror)")
    subprocess.run([node, str(SOURCE / "build.mjs"), str(tmp_path)], check=True)
    for name in ("codemirror.js", "codemirror.licences.txt"):
        assert (tmp_path / name).read_bytes() == (PAGE / name).read_bytes(), name


def test_only_what_the_page_uses_is_in_it() -> None:
    named = re.findall(r"\{(.*?)\}", (SOURCE / "entry.js").read_text(encoding="utf-8"))
    script = "".join((PAGE / name).read_text(encoding="utf-8") for name in ("editor.js", "text.js", "doing.js"))
    names = {name.strip() for part in named for name in part.split(",")}
    assert {name for name in names if not re.search(rf"\b{name}\b", script)} == set()


def test_nothing_is_evaluated_and_nothing_loaded() -> None:
    script = (PAGE / "codemirror.js").read_text(encoding="utf-8")
    assert not re.search(r"\beval\(|new Function\b|\bimport\(|\bfetch\(|XMLHttpRequest|WebSocket\(|sendBeacon", script)
