"""How much a file may hold before it is refused. What an honest map needs lies far below."""

from __future__ import annotations

#: Size of a file in bytes, unless told otherwise.
MAX_BYTES = 64 * 1024 * 1024
#: Size of a file beside a map: settings, a baseline, stamps, progress, a patch, a debate format. None needs a tenth.
MAX_SIDE_BYTES = 16 * 1024 * 1024
#: Nesting of lists and mappings. A map needs six levels; extension fields may need some more.
MAX_DEPTH = 64
#: Keys and values of a YAML file, also counting what aliases repeat. Each takes some 400 bytes of memory while reading.
MAX_VALUES = 3_000_000
#: Characters that a YAML file may stand for by its aliases: so many, or four times its length, whichever is more.
MIN_EXPANSION = 1_000_000
EXPANSION = 4
#: Characters of a number: far more than any field takes, far fewer than cost time.
MAX_DIGITS = 100
#: Remarks of the reader that are given one by one, and likewise misfits with the schema; the rest is counted.
MAX_REMARKS = 200
