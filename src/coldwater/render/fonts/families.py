"""Which fonts are asked for by name where the embedded font lacks a character. It knows languages, but no file."""

from __future__ import annotations

#: What a drawing calls the first family of ``--font`` where it carries it; a second one has "B" behind it.
EXTRA_FAMILY = "Coldwater Extra"
#: The same ideograph looks different in the languages that use it, so the language decides which font goes first.
_CJK = {
    "SC": ("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei"),
    "TC": ("Noto Sans CJK TC", "Noto Sans TC", "Source Han Sans TC", "PingFang TC", "Microsoft JhengHei"),
    "JP": ("Noto Sans CJK JP", "Noto Sans JP", "Source Han Sans", "Hiragino Sans", "Yu Gothic"),
    "KR": ("Noto Sans CJK KR", "Noto Sans KR", "Source Han Sans KR", "Apple SD Gothic Neo", "Malgun Gothic"),
}
_REST = ("Noto Sans", "DejaVu Sans")


def other_families(language: str | None, given: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Give families for what the embedded font lacks, best first; those ``given`` go before all.

    >>> other_families("ja")[0]
    'Noto Sans CJK JP'
    """
    return (*given, *known_families(language), *_REST)


def known_families(language: str | None) -> tuple[str, ...]:
    """Give the families that are known to have ideographs, those for a language first."""
    first = _region(language)
    order = [first, *(region for region in _CJK if region != first)]
    return tuple(name for region in order for name in _CJK[region])


def css_list(families: tuple[str, ...]) -> str:
    """Write families as CSS, each in quotes (a name that ends in a number needs them); any sans serif goes last."""
    return ",".join([*(f'"{name}"' for name in families), "sans-serif"])


def _region(language: str | None) -> str:
    parts = (language or "").lower().replace("_", "-").split("-")
    if parts[0] == "zh":
        return "TC" if {"hant", "tw", "hk", "mo"} & set(parts[1:]) else "SC"
    return {"ja": "JP", "ko": "KR"}.get(parts[0], "SC")
