"""Eight flaws in the logic of a map, each written for coldwater and for Argdown, and what each says.

coldwater's maps are those under ``tests/maps``; what Argdown is given says the same in its own notation.
"""

from __future__ import annotations

import os
import re
import subprocess
import tempfile

from bench.programs import argdown_command, coldwater_command

_MAPS = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "tests", "maps")

#: What is wrong, the map under tests/maps, and the same flaw in Argdown.
FLAWS = (
    (
        "a reference to nothing",
        "dangling-target",
        "[Move]: We should move.\n  + <Calm>\n\n<Calm>: It is calm.\n  - [Moove]\n",
    ),
    ("a circle of support", "support-circle", "[A]: A holds.\n  + [B]\n\n[B]: B holds.\n  + [A]\n"),
    (
        "a conclusion among its own premises",
        "rests-on-its-own-conclusion",
        "<Calm>\n\n(1) [Quiet]: It is quiet.\n(2) [Move]: We should move.\n----\n(3) [Move]\n",
    ),
    (
        "support and attack between one pair",
        "support-and-attack",
        "[Move]: We should move.\n  + [Quiet]: It is quiet.\n  - [Quiet]\n",
    ),
    (
        "support and contradiction between one pair",
        "premise-contradicts-conclusion",
        "[Move]: We should move.\n  + [Quiet]: It is quiet.\n  >< [Quiet]\n",
    ),
    ("a claim that attacks itself", "claim-that-attacks-itself", "[Quiet]: It is quiet.\n  - [Quiet]\n"),
    ("one id with two texts", "one-claim-id-twice", "[Quiet]: It is quiet.\n\n[Quiet]: It is loud.\n"),
    (
        "an argument that attacks its own premise",
        "attacks-its-own-premise",
        "<Doubt>\n  -> [Said]\n\n(1) [Said]: They said so.\n(2) [Never]: They do not.\n----\n(3) [Out]: It is not.\n",
    ),
)  # fmt: skip


def defects_table() -> str:
    """Run both programs on every flaw and give what they said."""
    lines = [f"{'flaw':<44} {'coldwater':<12} Argdown", f"{'-' * 44} {'-' * 12} {'-' * 30}"]
    with tempfile.TemporaryDirectory(prefix="coldwater-bench-") as folder:
        for what, name, argdown in FLAWS:
            lines.append(f"{what:<44} {_of_coldwater(name):<12} {_of_argdown(folder, name, argdown)}")
    return "\n".join(lines) + "\n"


def _of_coldwater(name: str) -> str:
    """Give the codes of the errors that coldwater finds."""
    command = [*coldwater_command(), "check", os.path.join(_MAPS, f"{name}.argmap.yaml"), "--output-format", "concise"]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    codes = [line.split(": error: ")[1].split()[0] for line in said.splitlines() if ": error: " in line]
    return ", ".join(dict.fromkeys(codes)) or "nothing"


def _of_argdown(folder: str, name: str, text: str) -> str:
    """Give Argdown's last line on the flaw, drawn as a map: its fullest check."""
    start = argdown_command()
    if start is None:
        return "not installed"
    path = os.path.join(folder, f"{name}.argdown")
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    done = subprocess.run([*start, "map", path, folder], capture_output=True, text=True, check=False)
    plain = re.sub(r"\x1b\[[0-9;]*m", "", done.stdout + done.stderr)
    said = [line.strip() for line in plain.splitlines() if line.strip()]
    complaints = [line for line in said if "error" in line.lower() or "warning" in line.lower()]
    return f"exit code {done.returncode}: {(complaints or said or ['nothing'])[-1][:60]}"
