"""A flow as JSON, version 1; nothing is left out for length."""

from __future__ import annotations

from coldwater.prep.pages.json_parts import document
from coldwater.prep.rounds.own_format import as_data

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from coldwater.prep.material.drops import Drop
    from coldwater.prep.material.exchange import Cell, Row
    from coldwater.prep.material.flow import Flow
    from coldwater.prep.material.preparation import Preparation


def flow_json(prep: Preparation, flow: Flow) -> str:
    """Give the flow of a debate as a side sees it: the format, the rows in order, the drops of both sides."""
    return document(
        prep,
        {
            "format": as_data(flow.debate),
            "rows": [_row(prep, flow, row) for row in flow.rows],
            "drops": [_drop(prep, flow, one) for one in flow.drops],
            "unsaid": [prep.names[node] for node in flow.unsaid],
            "out_of_turn": [_out_of_turn(prep, flow, *one) for one in flow.out_of_turn],
        },
    )


def _out_of_turn(prep: Preparation, flow: Flow, speech: int, node: int) -> dict[str, Any]:
    one = flow.debate.speeches[speech]
    return {"speech": one.code, "side": one.side, "id": prep.names[node], "title": prep.title(node)}


def _row(prep: Preparation, flow: Flow, row: Row) -> dict[str, Any]:
    again = flow.kept_in(row.head.node) if row.origin == "contention" else ()
    return {
        "row": row.label,
        "case": row.side,
        "origin": row.origin,
        "of": None if row.of is None else prep.names[row.of],
        "cells": [_cell(prep, flow, cell) for cell in row.cells],
        "held_up_again": [flow.debate.speeches[at].code for at in again],
    }


def _cell(prep: Preparation, flow: Flow, cell: Cell) -> dict[str, Any]:
    return {
        "speech": flow.debate.speeches[cell.speech].code,
        "side": flow.debate.speeches[cell.speech].side,
        "mark": cell.mark,
        "id": prep.names[cell.node],
        "title": prep.title(cell.node),
        "target": None if cell.target is None else prep.names[cell.target],
        "premise": None if cell.hits is None else prep.names[cell.hits],
        "row": cell.row or None,
    }


def _drop(prep: Preparation, flow: Flow, one: Drop) -> dict[str, Any]:
    return {
        "row": one.row,
        "id": prep.names[one.node],
        "by": one.by,
        "speech": flow.debate.speeches[one.speech].code,
        "costs": one.costs,
        "live": one.is_live,
    }
