"""Colours, lines, heads, badges and words of a drawing, as values. It knows neither maps nor files.

Nothing is said by colour alone: each relation has a colour, a line, a head, a badge and a word.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from coldwater.errors import UsageError

Relation = Literal["supports", "attacks", "undercuts", "backs", "contradicts"]
Theme = Literal["light", "dark"]
Head = Literal["triangle", "bar", "diamond"]


@dataclass(frozen=True, slots=True)
class Line:
    """How a line is drawn: width in px, SVG dash pattern ("" is solid), DOT style, round or flat ends.

    ``strong_dashes`` are those of a strong line.
    """

    width: float
    dashes: str
    dot_style: str
    strong_dashes: str = ""
    is_round: bool = False


@dataclass(frozen=True, slots=True)
class Sign:
    """What marks a relation besides its colour."""

    line: Line
    head: Head
    badge: str
    word: str
    legend: str


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one theme; ``strong`` and ``tint`` are by relation."""

    ground: str
    card: str
    ink: str
    secondary: str
    rule: str
    thesis: str
    thesis_border: str
    thesis_ink: str
    thesis_secondary: str
    neutral: str
    on_badge: str
    strong: dict[Relation, str]
    tint: dict[Relation, str]


_SOLID = Line(2.2, "", "solid")
_DASHED = Line(2.2, "7 4", "dashed", "9 4.5")
_DOTTED = Line(2.2, "2 3.5", "dotted", "0.5 7", is_round=True)
#: How many times as wide a line is that decided the thesis, and how many times as large its head.
STRONG, STRONG_HEAD = 2.0, 1.3
#: How opaque the lines and borders of what falls are; its texts are in the secondary colour, which can be read.
FAINT = 0.45

SIGNS: dict[Relation, Sign] = {
    "supports": Sign(_SOLID, "triangle", "+", "SUPPORTS", "supports"),
    "backs": Sign(_SOLID, "triangle", "+", "BACKS", "backs the inference"),
    "attacks": Sign(_DASHED, "bar", "\u2212", "ATTACKS", "attacks"),
    "undercuts": Sign(_DOTTED, "diamond", "\u00d7", "UNDERCUTS", "undercuts the inference"),
    "contradicts": Sign(_DASHED, "bar", "\u00d7", "CONTRADICTS", "contradict each other"),
}


def _by_relation(supports: str, attacks: str, undercuts: str) -> dict[Relation, str]:
    return {
        "supports": supports, "backs": supports, "attacks": attacks, "contradicts": attacks, "undercuts": undercuts,
    }  # fmt: skip


_LIGHT = Palette(
    ground="#FFFFFF",
    card="#FFFFFF",
    ink="#1B2430",
    secondary="#5A6573",
    rule="#D5DAE1",
    thesis="#22304A",
    thesis_border="#22304A",
    thesis_ink="#FFFFFF",
    thesis_secondary="#C9D3E4",
    neutral="#5A6573",
    on_badge="#FFFFFF",
    strong=_by_relation("#00705A", "#B23A0E", "#6A3D9A"),
    tint=_by_relation("#E6F3EF", "#FBEBE3", "#F0EAF7"),
)
_DARK = Palette(
    ground="#12161D",
    card="#1B212B",
    ink="#E8ECF2",
    secondary="#A3AEBD",
    rule="#38414F",
    thesis="#22304A",
    thesis_border="#6F86B3",
    thesis_ink="#FFFFFF",
    thesis_secondary="#C9D3E4",
    neutral="#A3AEBD",
    on_badge="#12161D",
    strong=_by_relation("#4CC9A4", "#FF9466", "#C3A3F2"),
    tint=_by_relation("#15302A", "#38221A", "#2B2439"),
)


def palette(theme: str) -> Palette:
    """Give the colours of a theme, ``light`` or ``dark``; raise UsageError for any other."""
    if theme not in ("light", "dark"):
        raise UsageError(
            f"there is no theme {theme!r} for a picture; the themes are light and dark, and auto for html."
        )
    return _LIGHT if theme == "light" else _DARK
