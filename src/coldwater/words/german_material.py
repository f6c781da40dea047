"""What pages of debate material say in German, as one table. It names no map."""

from __future__ import annotations

from coldwater.words.german_asking import OTHERS
from coldwater.words.german_preparing import BLOCKS, BRIEF, GAPS
from coldwater.words.german_speaking import FLOW, JUDGED, PLAN, SHARED, TAGS
from coldwater.words.material import Table

GERMAN = Table(
    {**SHARED, **TAGS, **PLAN, **FLOW, **BLOCKS, **GAPS, **BRIEF, **OTHERS, **JUDGED},
    "„“",
    ((" more", " weitere"), (" and ", " und "), ("the step of ", "den Schritt von ")),
)
