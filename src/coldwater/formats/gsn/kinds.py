"""The kinds of elements in GSN, and how an id or an attribute tells them."""

from __future__ import annotations

#: Kinds by the letters that ids begin with, in the order in which gsn2x tries them.
_PREFIXES = (
    ("CG", "CounterGoal"), ("G", "Goal"), ("CSn", "CounterSolution"), ("Sn", "Solution"), ("S", "Strategy"),
    ("C", "Context"), ("A", "Assumption"), ("J", "Justification"),
)  # fmt: skip
KINDS = frozenset(kind for _, kind in _PREFIXES)
#: What only says in which context something is meant, and argues for nothing.
CONTEXTUAL = frozenset(["Context", "Assumption", "Justification"])
GOALS = frozenset(["Goal", "CounterGoal"])
#: What rests on nothing else.
FINAL = frozenset(["Solution", "CounterSolution"])
#: The key, of an element and of the module, under which a map keeps what GSN has no attribute for, as JSON.
OURS = "coldwater"
#: Attributes that say how a diagram looks.
LAYOUT = frozenset(["rankIncrement", "horizontalIndex", "charWrap", "level"])


def kind_of(id_: str, stated: object = None) -> str | None:
    """Give the kind of an element: what ``nodeType`` states, else what its id begins with; None if neither tells.

    >>> kind_of("Sn1"), kind_of("CG2"), kind_of("cracks"), kind_of("cracks", "Goal")
    ('Solution', 'CounterGoal', None, 'Goal')
    """
    if isinstance(stated, str) and stated in KINDS:
        return stated
    return next((kind for prefix, kind in _PREFIXES if id_.startswith(prefix)), None)
