"""The programs that solve frameworks of attacks: coldwater, and three from PyPI in an environment of their own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

from bench.timing import CannotRunError, Program, Run

_HERE = os.path.dirname(os.path.abspath(__file__))
_DRIVER = os.path.join(_HERE, "solver_driver.py")
_ENVIRONMENT = os.path.join(_HERE, ".solvers")
#: What is installed beside coldwater, with the solvers that these packages call.
_PINNED = (
    "pygarg==1.0.2",
    "python-argumentation==2.0.2",
    "formal-argumentation[z3]==0.3.0",
    "python-sat==1.9.dev22",
    "z3-solver==5.4.1.0",
)
#: Seconds that pip may take.
_PATIENCE = 600

OWN = "coldwater"
OTHERS = ("pygarg", "python-argumentation", "formal-argumentation")


def solver_program(name: str, task: str, path: str, answer: str, argument: str = "0") -> Program:
    """Give a program that does a task on a file and writes what came out to another; see ``solver_driver``."""
    python = sys.executable if name == OWN else os.path.join(_ENVIRONMENT, "bin", "python")
    command = [python, _DRIVER, name, task, path, answer, argument]

    def complaint(run: Run) -> str | None:
        return None if run.code == 0 else f"exit code {run.code}"

    return Program(command, complaint)


def answered(path: str) -> Any:
    """Give what a program wrote: its answer and the seconds of its calls; None if it wrote nothing."""
    try:
        with open(path, encoding="utf-8") as file:
            return json.load(file)
    except FileNotFoundError:
        return None


def install_solvers() -> None:
    """Install the other programs into an environment of their own, unless that is done. Raises CannotRunError."""
    done = os.path.join(_ENVIRONMENT, "done")
    wanted = "\n".join(_PINNED)
    if os.path.exists(done):
        with open(done, encoding="utf-8") as file:
            if file.read() == wanted:
                return
    sys.stderr.write("installing pygarg, python-argumentation and formal-argumentation (pip install) ...\n")
    pip = [
        os.path.join(_ENVIRONMENT, "bin", "python"),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
    ]
    for command in ([sys.executable, "-m", "venv", "--clear", _ENVIRONMENT], [*pip, *_PINNED]):
        try:
            subprocess.run(command, stdout=subprocess.DEVNULL, timeout=_PATIENCE, check=True)
        except (subprocess.SubprocessError, OSError) as error:
            raise CannotRunError(f"the other solvers could not be installed: {error}") from None
    with open(done, "w", encoding="utf-8") as file:
        file.write(wanted)


def what_are_solvers() -> str:
    """Say which versions are compared."""
    return ", ".join(_PINNED).replace("==", " ")
