"""One key stands twice in the same mapping.

Why: most readers keep the last value and say nothing, so that half of what you wrote vanishes. When two claims share an
id, everything that refers to the id may mean either.

Bad:
    argmap: 1
    title: Should the library open on Sundays?
    thesis: open
    claims:
      open: The library should open on Sundays.
      demand: Six hundred readers asked for Sunday hours.
      demand: On Saturdays every seat is taken.
    arguments:
      wanted: {premises: [demand], supports: open}

Good:
    argmap: 1
    title: Should the library open on Sundays?
    thesis: open
    claims:
      open: The library should open on Sundays.
      petition: Six hundred readers asked for Sunday hours.
      full: On Saturdays every seat is taken.
    arguments:
      wanted: {premises: [petition], supports: open}
      crowded: {premises: [full], supports: open}

Source: YAML 1.2.2, section 3.2.1.3 (keys of a mapping are unique); RFC 8259, section 4; both from memory.
"""

from __future__ import annotations

CODE = "CW002"
NAME = "duplicate-key"
SEVERITY = "error"
