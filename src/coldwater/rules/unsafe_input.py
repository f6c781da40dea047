"""The file holds something that is not safe to read, or is too large or too deep.

Why: a map may come from a stranger. A few lines of aliases can stand for billions of values, brackets nested by the ten
thousand bring parsers down, and bytes that are no UTF-8 mean one thing here and another there. None of this is needed
to write a map.

Bad:
    argmap: 1
    title: Should the town build cycle lanes?
    thesis: cycle
    claims:
      cycle: The town should build cycle lanes.
    x-a: &a [ha, ha, ha, ha, ha, ha, ha, ha, ha, ha]
    x-b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
    x-c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
    x-d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
    x-e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]
    x-f: &f [*e, *e, *e, *e, *e, *e, *e, *e, *e, *e]
    x-g: &g [*f, *f, *f, *f, *f, *f, *f, *f, *f, *f]

Good:
    argmap: 1
    title: Should the town build cycle lanes?
    thesis: cycle
    claims:
      cycle: The town should build cycle lanes.

Source: the "billion laughs" attack, from memory.
"""

from __future__ import annotations

CODE = "CW004"
NAME = "unsafe-input"
SEVERITY = "error"
