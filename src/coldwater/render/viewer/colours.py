"""The palettes of all drawings as CSS variables, for the page, and by relation as rules. It knows no map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coldwater.render.palette import SIGNS, palette

if TYPE_CHECKING:
    from coldwater.render.palette import Palette

# What only a page needs: hover, chosen row, focus, search hits, links, faint underlines. By theme.
_PAGE = {
    "light": {
        "hover": "#EEF1F5", "chosen": "#E7EDF7", "focus": "#1D5FC4", "hit": "#8A6100", "link": "#1D4F9E",
        "line-soft": "#A9B3C0",
    },
    "dark": {
        "hover": "#262E3A", "chosen": "#22304A", "focus": "#8AB4FF", "hit": "#FFD166", "link": "#9DC1FF",
        "line-soft": "#5F6B7B",
    },
}  # fmt: skip
_PLAIN = (
    "ground", "card", "ink", "secondary", "rule", "thesis", "thesis_border", "thesis_ink", "thesis_secondary",
    "on_badge",
)  # fmt: skip


def colour_css() -> str:
    """Give the rules: light unless the reader's system or the switch says dark; always light in print."""
    light, dark = _variables("light"), _variables("dark")
    return "\n".join(
        [
            f":root{{color-scheme:light;{light}}}",
            f"@media (prefers-color-scheme:dark){{:root[data-theme=auto]{{color-scheme:dark;{dark}}}}}",
            f":root[data-theme=dark]{{color-scheme:dark;{dark}}}",
            f"@media print{{:root,:root[data-theme]{{color-scheme:light;{light}}}}}",
            *_relations(),
        ]
    )


def _variables(theme: str) -> str:
    colours: Palette = palette(theme)
    values = {name.replace("_", "-"): getattr(colours, name) for name in _PLAIN} | _PAGE[theme]
    for relation in SIGNS:
        values[relation] = colours.strong[relation]
        values[f"{relation}-tint"] = colours.tint[relation]
    return "".join(f"--{name}:{value};" for name, value in values.items())


def _relations() -> list[str]:
    rules = []
    for relation in SIGNS:
        strong = f"var(--{relation})"
        filled = ("text.{0}", "circle.{0}", "path.badge.{0}", "polygon.{0}")
        rules += [
            f"rect.{relation},path.{relation}{{stroke:{strong}}}",
            ",".join(selector.format(relation) for selector in filled) + f"{{fill:{strong}}}",
            f".panel.{relation}{{fill:var(--{relation}-tint)}}",
            f".word-badge.{relation}{{color:{strong}}}.word-badge.{relation}>span{{background:{strong};color:var(--on-badge)}}",
        ]
    return rules
