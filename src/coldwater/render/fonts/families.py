"""Which fonts are asked for by name where the embedded font lacks a character. It reads a font file, but no map."""

from __future__ import annotations

from functools import lru_cache

from coldwater.errors import UsageError
from coldwater.render.fonts.faces import FAMILY

#: What a drawing calls the font of ``--font`` where it carries it.
EXTRA_FAMILY = "Coldwater Extra"
#: The same ideograph looks different in the languages that use it, so the language decides which font goes first.
_CJK = {
    "SC": ("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei"),
    "TC": ("Noto Sans CJK TC", "Noto Sans TC", "Source Han Sans TC", "PingFang TC", "Microsoft JhengHei"),
    "JP": ("Noto Sans CJK JP", "Noto Sans JP", "Source Han Sans", "Hiragino Sans", "Yu Gothic"),
    "KR": ("Noto Sans CJK KR", "Noto Sans KR", "Source Han Sans KR", "Apple SD Gothic Neo", "Malgun Gothic"),
}
_REST = ("Noto Sans", "DejaVu Sans")


def other_families(language: str | None, extra: str | None = None) -> tuple[str, ...]:
    """Give families for what the embedded font lacks, best first; ``extra`` goes before all.

    >>> other_families("ja")[0]
    'Noto Sans CJK JP'
    """
    first = _region(language)
    order = [first, *(region for region in _CJK if region != first)]
    names = [name for region in order for name in _CJK[region]]
    return (*([extra] if extra else []), *names, *_REST)


def css_list(families: tuple[str, ...]) -> str:
    """Write families as CSS, each in quotes (a name that ends in a number needs them); any sans serif goes last."""
    return ",".join([*(f'"{name}"' for name in families), "sans-serif"])


def _region(language: str | None) -> str:
    parts = (language or "").lower().replace("_", "-").split("-")
    if parts[0] == "zh":
        return "TC" if {"hant", "tw", "hk", "mo"} & set(parts[1:]) else "SC"
    return {"ja": "JP", "ko": "KR"}.get(parts[0], "SC")


@lru_cache(maxsize=4)
def family_in(path: str) -> str:
    """Read the family's name out of a font file. Raises UsageError for a file that is no font."""
    from fontTools.ttLib import TTFont, TTLibError  # noqa: PLC0415 - heavy

    try:
        with TTFont(path, fontNumber=0, lazy=True) as font:
            return str(font["name"].getBestFamilyName() or FAMILY).replace('"', "")
    except (TTLibError, OSError, KeyError) as error:
        raise UsageError(f"{path}: this is no font that can be used ({error})") from None
