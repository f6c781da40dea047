"""Positions for programs: as JSON, version 1, and as a sheet, a row for each claim and a column for each position."""

from __future__ import annotations

import json

from coldwater.prep.setting.sheet import Column, Line, Sheet
from coldwater.semantics.standards import parameters_of
from coldwater.semantics.tallies import tie_data

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from coldwater.prep.setting.sheet import Style
    from coldwater.semantics.outlooks import Ground, OnThesis, Outlook, Positions

#: What a cell says of a claim that a position holds in some way.
_SAID = {"rejects": "rejects", "accepts": "accepts", "follows": "follows", "granted": "leaves standing"}


def positions_json(found: Positions) -> str:
    """Give the positions and what they dispute, with a line end. ASCII only; nothing is left out for length."""
    data = {
        "version": 1,
        "semantics": "grounded",
        "standard": found.standard or found.map.standard,
        "weighing": found.map.weighing,
        "parameters": parameters_of(found.map.proof)._asdict(),
        "thesis": found.map.thesis,
        "positions": [_outlook(one) for one in found.outlooks],
        "disputes": [
            {
                "claim": one.claim,
                "held": one.held,
                "rejects": list(one.rejects),
                "accepts": list(one.accepts),
                "follows": list(one.follows),
                "granted": list(one.granted),
            }
            for one in found.disputes
        ],
    }
    return json.dumps(data, indent=2) + "\n"


def _outlook(one: Outlook) -> dict[str, Any]:
    return {
        "id": one.seer.id,
        "name": one.seer.name,
        "accepts": list(one.seer.accepts),
        "rejects": list(one.seer.rejects),
        "both": list(one.both),
        "coherent": one.is_coherent,
        "stance": one.stance,
        "thesis": one.thesis._asdict(),
        "entailed": {**one.entailed._asdict(), "tie": tie_data(one.tie)},
        **({"theses": [_on_thesis(on) for on in one.theses]} if len(one.theses) > 1 else {}),
        "clashes": [
            {
                "claim": clash.claim,
                **clash.verdict._asdict(),
                "own": clash.is_own,
                "by": _grounds(clash.by),
            }
            for clash in one.clashes
        ],
        "open_to": [{"claim": found.claim, "by": _grounds(found.by)} for found in one.open_to],
    }


def _on_thesis(one: OnThesis) -> dict[str, Any]:
    return {
        "id": one.id,
        "stance": one.stance,
        "thesis": one.verdict._asdict(),
        "entailed": {**one.entailed._asdict(), "tie": tie_data(one.tie)},
    }


def _grounds(grounds: Iterable[Ground]) -> list[dict[str, Any]]:
    return [{key: one if key == "id" else list(one) for key, one in ground._asdict().items()} for ground in grounds]


def positions_sheet(found: Positions) -> Sheet:
    """Give a row for each claim that somebody accepts, rejects or disputes, theses first; then as the file has it.

    Last rows say what the claims of each position make of each thesis.
    """
    map_ = found.map
    cells = [_cells(found, one) for one in found.outlooks]
    disputed = {one.claim: "left standing" if one.held == "granted" else "yes" for one in found.disputes}
    said = {name for column in cells for name in column}
    rows = [*map_.theses, *(name for name in map_.claims if name in said and name not in map_.theses)]
    columns = (
        Column("Claim", 24),
        Column("Text", 60),
        *(Column(f"{one.seer.name}\n{one.seer.id}", 22) for one in found.outlooks),
        Column("Disputed", 14),
    )
    lines = [
        (name, map_.claims[name].text, *(column.get(name, "") for column in cells), disputed.get(name, ""))
        for name in rows
    ]
    for place, thesis in enumerate(map_.theses):
        what = "the thesis" if len(map_.theses) == 1 else thesis
        entailed = [one.theses[place].entailed.verdict for one in found.outlooks]
        lines.append(("", f"What its claims entail for {what}", *entailed, ""))
    look: Style = "plain"
    plain = (look,) * len(columns)
    return Sheet("Positions", f"{map_.title} · positions", columns, tuple(Line(line, plain) for line in lines))


def _cells(found: Positions, one: Outlook) -> dict[str, str]:
    """Give what a position says of each claim, or what follows for it of one that another rejects."""
    cells = dict.fromkeys(one.seer.accepts, "accepts") | dict.fromkeys(one.seer.rejects, "rejects")
    cells |= dict.fromkeys(one.both, "accepts and rejects")
    cells |= {clash.claim: f"accepts; {_OUTCOMES[clash.verdict.verdict]}" for clash in one.clashes}
    cells |= {consequence.claim: "rejects; open to it" for consequence in one.open_to}
    for dispute in found.disputes:
        for way in ("follows", "granted"):
            if one.seer.id in getattr(dispute, way):
                cells[dispute.claim] = _SAID[way]
    return cells


_OUTCOMES = {"out": "it falls", "undecided": "it is undecided"}
