"""Writes the published schemas, made from the types of this room and from the models.

Run as ``python -m coldwater.schemas.generate`` in a checkout; with ``--check`` it writes nothing and says what is not
current. The schema of a map is published by ``coldwater.model.generate`` and only comes along here to be looked up.
"""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING, Any

from coldwater.generated import CHECKOUT, write_stale
from coldwater.model.schema import json_schema
from coldwater.schemas import (
    MAP,
    PUBLISHED,
    as_text,
    assuming,
    checking,
    comparing,
    deciding,
    evaluating,
    exchanging,
    kept,
    looking_up,
    moving,
    positions,
    practising,
    preparing,
    speaking,
    words,
)
from coldwater.schemas.fields_text import moves_page
from coldwater.schemas.making import close, schema_of
from coldwater.schemas.move_list import moves_schema, refusal_schema
from coldwater.schemas.patches import patch_schema

if TYPE_CHECKING:
    from collections.abc import Sequence

_ROOMS = (
    assuming, checking, comparing, deciding, evaluating, exchanging, kept, looking_up, moving, positions, practising,
    preparing, speaking, words,
)  # fmt: skip
#: What is printed, by the word that asks for it.
PRINTED: dict[str, Any] = {
    "check": checking.CheckReport,
    "check-jsonl": checking.ReportedFinding,
    "evaluate": evaluating.Evaluated,
    "explain": evaluating.Explained,
    "cruxes": deciding.CruxesReport,
    "positions": positions.PositionsReport,
    "diff": comparing.DiffReport,
    "gate": comparing.GateReport,
    "convert": exchanging.Converted,
    "file-formats": exchanging.FileFormatList,
    "move": moving.MoveAnswer,
    "scheme": looking_up.SchemeList,
    "gaps": preparing.GapsReport,
    "questions": preparing.QuestionsReport,
    "blocks": preparing.BlocksReport,
    "brief": preparing.BriefReport,
    "overview": assuming.OverviewReport,
    "assumptions": assuming.AssumptionsReport,
    "ach": assuming.AchReport,
    "flow": speaking.FlowReport,
    "plan": speaking.PlanReport,
    "formats": speaking.FormatList,
    "drill": practising.DrillReport,
}
#: What is printed where a move is refused: it holds moves, as models make them.
REFUSAL = "refusal"
#: What is kept in files and read again. A map is one, a patch another.
KEPT: dict[str, Any] = {
    "reviews": kept.ReviewsFile,
    "baseline": kept.BaselineFile,
    "debate-format": speaking.DebateFormatFile,
    "round-notes": kept.RoundNotesFile,
    "drill-progress": practising.ProgressFile,
}
#: Where a docstring does not say it.
_DESCRIPTIONS = {
    "check-jsonl": "A line of what `coldwater check --output-format jsonl` prints: a flaw of a map.",
    "convert": "What `coldwater convert --losses FILE` writes: what was read, and what was lost.",
    "evaluate": "What `coldwater evaluate --output-format json` prints: verdicts, or degrees.",
}


def schemas() -> dict[str, dict[str, Any]]:
    """Give every schema by its name: the map first, then what is printed, then what is kept."""
    for room in _ROOMS:
        close(room)
    map_ = json_schema()
    made = {name: schema_of(f"coldwater {name}", type_, _DESCRIPTIONS.get(name)) for name, type_ in PRINTED.items()}
    files = {name: schema_of(f"coldwater {name}", type_) for name, type_ in KEPT.items()}
    moves = moves_schema("coldwater moves", map_)
    of_models = {"patch": patch_schema("coldwater patch", map_, moves), "moves": moves}
    refusal = {REFUSAL: refusal_schema(f"coldwater {REFUSAL}", moves)}
    return {MAP: map_, **made, **refusal, **of_models, **files}


def generated() -> dict[str, str]:
    """Give what each generated file should hold, by its path."""
    every = schemas()
    published = {_path_of(name): as_text(schema) for name, schema in every.items() if name != MAP}
    lines = [f"{json.dumps(name)}: {json.dumps(schema, ensure_ascii=False)}" for name, schema in every.items()]
    page = {os.path.join(CHECKOUT, "skill", "references", "moves.md"): moves_page(every[MAP])}
    return {PUBLISHED: "{\n" + ",\n".join(lines) + "\n}\n", **published, **page}


def _path_of(name: str) -> str:
    folder = "output" if name in (*PRINTED, REFUSAL) else "files"
    return os.path.join(CHECKOUT, "schema", folder, f"{name}.schema.json")


def main(arguments: Sequence[str]) -> int:
    """Write the stale files, or name them; give the exit code: 1 if ``--check`` finds any, 2 for another option."""
    return write_stale(generated, arguments, "python -m coldwater.schemas.generate")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
