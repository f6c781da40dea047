"""What commands write under several hash seeds: one process for each seed, since a seed is fixed when Python starts."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from work import ALL

_SEEDS = ("0", "1", "77") if ALL else ("0", "77")
_DRIVER = """
import json, sys
from coldwater.cli import main
for command in json.load(sys.stdin):
    try:
        main(command)
    except SystemExit as stop:
        assert not stop.code, command
"""


def assert_same_bytes(folder: Path, commands: Mapping[str, tuple[str, ...]], least: int = 500) -> None:
    """Run commands, by the name of the file that each is to write, under each seed; every file must come out alike."""
    for seed in _SEEDS:
        (folder / seed).mkdir()
        words = [[*command, "-o", str(folder / seed / name)] for name, command in commands.items()]
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        subprocess.run(
            [sys.executable, "-c", _DRIVER], input=json.dumps(words).encode(), check=True, env=environment,
            stdout=subprocess.DEVNULL,
        )  # fmt: skip
    for name in commands:
        written = {(folder / seed / name).read_bytes() for seed in _SEEDS}
        assert len(written) == 1, name
        assert len(written.pop()) > least, name
