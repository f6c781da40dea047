"""``coldwater prep``: debate material for a side of a map. Each command hands over to a module of its own."""

from __future__ import annotations

#: How many cards a drill has at most, unless told otherwise.
USUAL_LIMIT = 20
