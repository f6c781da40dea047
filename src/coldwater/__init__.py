"""coldwater: argument maps as code. docs/python.md shows every verb at work.

A verb that is about what a map says takes the map, as ``load`` gives it: ``check``, ``evaluate``, ``degrees``,
``explain``, ``rests_on``, ``cruxes``, ``positions``, ``seen_by``, ``weighed``, ``about``, ``prepare``, ``render``,
``dump``, ``diff``, and ``gate``, which compares files with a revision as well; ``material`` takes what ``prepare``
gives. A verb that is about how it is written takes the path of its file: ``load``, ``check_file``, ``format``, ``fix``,
``rename``, ``apply``, ``move``; with ``data=`` the bytes come from there, and the path is only a name. Files of other
formats are ``read``, a map is given in one by ``write``, and ``convert`` does both. None of them writes a file:
``save`` does, with the change that they give.

``Map`` and ``Overrides`` are values that go in; the others listed here come out, and annotate what one writes.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coldwater.api import Checked, check, check_bytes, check_file, dump, load, render
    from coldwater.changes import Change, Fixing, Moving, Patching, Renaming
    from coldwater.compare import diff, gate
    from coldwater.edits import Patch
    from coldwater.errors import ColdwaterError, MoveRefusedError
    from coldwater.exchange import Brought, Conversion, Exported, convert, read, write
    from coldwater.findings import Finding
    from coldwater.judge import (
        about,
        cruxes,
        degrees,
        evaluate,
        explain,
        material,
        positions,
        prepare,
        rests_on,
        seen_by,
        weighed,
    )
    from coldwater.model.models import Map
    from coldwater.moves import move
    from coldwater.prep.deciding.decision import Decision
    from coldwater.prep.material.preparation import Preparation
    from coldwater.project.loading import find_settings
    from coldwater.project.settings import Settings
    from coldwater.report.move_answer import Answer
    from coldwater.review.gate import Gating
    from coldwater.review.reviewing import Review
    from coldwater.revise import (
        apply,
        fix,
        format,  # noqa: A004 - the verb's own name
        rename,
        save,
    )
    from coldwater.semantics.evaluation import Evaluation, Limits, Overrides
    from coldwater.semantics.explanation import Step
    from coldwater.semantics.gradual import Degrees, NotConverged
    from coldwater.semantics.outlooks import Positions
    from coldwater.semantics.resting import Resting
    from coldwater.semantics.resting_degrees import RestingDegree

__version__ = "0.1.0"

__all__ = [
    "Answer",
    "Brought",
    "Change",
    "Checked",
    "ColdwaterError",
    "Conversion",
    "Decision",
    "Degrees",
    "Evaluation",
    "Exported",
    "Finding",
    "Fixing",
    "Gating",
    "Limits",
    "Map",
    "MoveRefusedError",
    "Moving",
    "NotConverged",
    "Overrides",
    "Patch",
    "Patching",
    "Positions",
    "Preparation",
    "Renaming",
    "Resting",
    "RestingDegree",
    "Review",
    "Settings",
    "Step",
    "__version__",
    "about",
    "apply",
    "check",
    "check_bytes",
    "check_file",
    "convert",
    "cruxes",
    "degrees",
    "diff",
    "dump",
    "evaluate",
    "explain",
    "find_settings",
    "fix",
    "format",
    "gate",
    "load",
    "material",
    "move",
    "positions",
    "prepare",
    "read",
    "rename",
    "render",
    "rests_on",
    "save",
    "seen_by",
    "weighed",
    "write",
]

#: Where each name is at home. The commands start without what they do not need, and so does whoever imports us.
_HOMES = {
    "api": ("Checked", "check", "check_bytes", "check_file", "dump", "load", "render"),
    "changes": ("Change", "Fixing", "Moving", "Patching", "Renaming"),
    "compare": ("diff", "gate"),
    "edits": ("Patch",),
    "errors": ("ColdwaterError", "MoveRefusedError"),
    "exchange": ("Brought", "Conversion", "Exported", "convert", "read", "write"),
    "findings": ("Finding",),
    "judge": (
        "about", "cruxes", "degrees", "evaluate", "explain", "material",
        "positions", "prepare", "rests_on", "seen_by", "weighed",
    ),
    "model.models": ("Map",),
    "moves": ("move",),
    "prep.deciding.decision": ("Decision",),
    "prep.material.preparation": ("Preparation",),
    "project.loading": ("find_settings",),
    "project.settings": ("Settings",),
    "report.move_answer": ("Answer",),
    "review.gate": ("Gating",),
    "review.reviewing": ("Review",),
    "revise": ("apply", "fix", "format", "rename", "save"),
    "semantics.outlooks": ("Positions",),
    "semantics.evaluation": ("Evaluation", "Limits", "Overrides"),
    "semantics.explanation": ("Step",),
    "semantics.gradual": ("Degrees", "NotConverged"),
    "semantics.resting": ("Resting",),
    "semantics.resting_degrees": ("RestingDegree",),
}  # fmt: skip


def __getattr__(name: str) -> object:
    """Import a verb or a value when it is first asked for."""
    for home, names in _HOMES.items():
        if name in names:
            from importlib import import_module  # noqa: PLC0415

            found = globals()[name] = getattr(import_module(f"coldwater.{home}"), name)
            return found
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    """List what is there to be used, also before it is imported."""
    return sorted({*__all__, *(name for name in globals() if name.startswith("__"))})
