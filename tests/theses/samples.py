"""A debate with three motions and a rival: the maps of these tests."""

from __future__ import annotations

import copy
from typing import Any

from coldwater import api
from coldwater.model.models import Map

HARBOUR: dict[str, Any] = {
    "argmap": 1,
    "title": "What is to become of the harbour?",
    "thesis": ["dredge", "toll", "ferry"],
    "rivals": ["leave"],
    "shape": "graph",
    "claims": {
        "dredge": {"text": "The town should dredge the harbour."},
        "toll": {"text": "Ships should pay a toll."},
        "ferry": {"text": "The ferry should run all winter."},
        "leave": {"text": "The harbour should be left to silt up."},
        "silt": {"text": "The channel has silted up by a metre."},
        "costs": {"text": "Dredging costs two million a year."},
        "users": {"text": "Whoever uses the channel should pay for it."},
        "away": {"text": "A toll drives ships away."},
        "school": {"text": "The children of the island have no other way to school."},
        "birds": {"text": "Mud flats feed rare birds."},
    },
    "arguments": {
        "need": {"premises": ["silt"], "supports": "dredge"},
        "money": {"premises": ["costs"], "attacks": "dredge"},
        "fund": {"premises": ["costs", "users"], "supports": "toll"},
        "lose": {"premises": ["away"], "attacks": "toll"},
        "kids": {"premises": ["school"], "supports": "ferry"},
        "nature": {"premises": ["birds"], "supports": "leave"},
    },
}


def data(**fields: Any) -> dict[str, Any]:
    """Give the harbour as data, with other fields."""
    return copy.deepcopy(HARBOUR) | fields


def harbour(**fields: Any) -> Map:
    """Give the harbour as a map, with other fields."""
    return Map.model_validate(data(**fields))


def findings(given: dict[str, Any]) -> list[tuple[str, str | None, str]]:
    """Give what a check finds in a map, but for wording and evidence: rule, id, message."""
    found = api.check(Map.model_validate(given))
    return [(one.rule, one.id, one.message) for one in found if one.rule < "CW3"]
