"""Competing hypotheses as JSON, version 1: the form that scripts may rely on. ASCII only; nothing is left out."""

from __future__ import annotations

import json

from coldwater.model.holders import Holders
from coldwater.prep.pages.held import held_data, tags_data
from coldwater.semantics.labelling import WORDS
from coldwater.semantics.positions import view_data

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from coldwater.prep.material.bearing import Bearing
    from coldwater.prep.material.hypotheses import Matrix, Row


def matrix_json(matrix: Matrix) -> str:
    """Give the analysis, with a line end."""
    holders = Holders(matrix.map)
    data = {
        "version": 1,
        "semantics": "grounded",
        "standard": matrix.standard or matrix.map.standard,
        "weighing": matrix.map.weighing,
        **view_data(matrix.map),
        "hypotheses": [
            {
                "id": one.name,
                "text": matrix.map.claims[one.name].text,
                "thesis": one.name == matrix.map.thesis,
                "rank": one.rank,
                "against": round(one.score, 9),
                "for": round(sum(one.backing.values()), 9),
                "against_by": {name: round(weight, 9) for name, weight in sorted(one.against.items())},
                "for_by": {name: round(weight, 9) for name, weight in sorted(one.backing.items())},
                "verdict": WORDS[one.label],
            }
            for one in matrix.hypotheses
        ],
        "evidence": [_row(matrix, holders, row) for row in matrix.rows],
        "hinges": [
            {"without": [list(matrix.rows[place].claims) for place in hinge.rows], "first": list(hinge.first)}
            for hinge in matrix.hinges
        ],
        "tried": matrix.tried,
        "odd_grades": list(matrix.odd_grades),
    }
    return json.dumps(data, indent=2) + "\n"


def _row(matrix: Matrix, holders: Holders, row: Row) -> dict[str, Any]:
    claims = matrix.map.claims
    return {
        "claims": [
            {
                "id": name,
                "text": claims[name].text,
                "unstated": bool(claims[name].implicit),
                **held_data(holders, name),
                **tags_data(matrix.map, name),
            }
            for name in row.claims
        ],
        "credibility": round(row.credibility, 9),
        "diagnosticity": round(row.diagnosticity, 9),
        "cells": [
            {"hypothesis": one.name, **_cell(cell)} for one, cell in zip(matrix.hypotheses, row.cells, strict=True)
        ],
    }


def _cell(cell: Bearing) -> dict[str, Any]:
    """Give a cell: what it says, whether or not something falls on the way, and how strong what holds is."""
    sort = {(True, True): "both", (True, False): "consistent", (False, True): "inconsistent", (False, False): "unknown"}
    return {"bearing": sort[cell.may_fit, cell.may_clash], "fits": cell.fits, "clashes": cell.clashes}
