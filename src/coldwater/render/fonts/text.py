"""Text measured and wrapped, so that no box is ever overrun. It knows neither maps nor drawings.

Widths are sums of the embedded font's advances. Kerning is ignored: in this font it only ever makes a line of running
text narrower, by less than a hundredth, so a measured line always fits. Characters that the font lacks are drawn in a
font that is not known here; for them the widths are those of common fonts, on the wide side.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from coldwater.render.fonts.faces import Face, metrics

ELLIPSIS = "…"
_BLANK = re.compile("[ \u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]+")
_NOT_AT_START = frozenset("、。，．・：；？！）」』】〉》〕］｝〗〙〛’”…‥ー々ゝゞヽヾ％‰℃,.;:!?)]}%»›·～〜–—")
_NOT_AT_END = frozenset("（「『【〈《〔［｛〖〘〚“‘([{«‹¿¡$€£¥＄￥")
_BREAKS_AFTER = frozenset("-‐–—/")
_ZERO_WIDTH = frozenset({"Mn", "Me", "Cf"})
_EMOJI = 1.3  # em of an emoji
_AS_EMOJI = "\ufe0f"
JOINER = "\u200d"  # of emoji that are drawn as one
_TONES = frozenset(map(chr, range(0x1F3FB, 0x1F400)))
_FLAG_LETTERS = frozenset(map(chr, range(0x1F1E6, 0x1F200)))
_OF_JOINED = _TONES | _FLAG_LETTERS | {JOINER, _AS_EMOJI, "\u20e3"}
_LONELY = 0.12  # of a line: what is shorter is not left alone on the last one
_SHORTER = (0.94, 0.88, 0.82)
_REMEMBERED = 1_000  # characters of a text whose lines are remembered


# --- measuring ---------------------------------------------------------------------------------------------------


@lru_cache(maxsize=8192)
def _fallback_width(character: str) -> float:
    """Guess the width in em of a character that the embedded font lacks."""
    if unicodedata.category(character) in _ZERO_WIDTH:
        return 0.0
    if character in _TONES:
        return 0.0  # it colours the emoji before it
    if character in _FLAG_LETTERS:
        return 0.75  # two are a flag
    if ord(character) >= 0x1F000 and ord(character) < 0x20000:
        return _EMOJI
    return 1.0 if is_wide(character) else 0.75


@lru_cache(maxsize=8192)
def is_wide(character: str) -> bool:
    """Tell whether a character is as wide as an ideograph (East Asian Width W or F)."""
    return unicodedata.east_asian_width(character) in ("W", "F")


def width(text: str, size: float, face: Face = "regular", spacing: float = 0.0) -> float:
    """Give the width of a line in px at a font size in px; ``spacing`` is added after each character."""
    advances = metrics(face).advances
    if text.isascii() and text.isprintable():
        return sum(map(advances.__getitem__, text)) * size + spacing * len(text)
    total = advance = 0.0
    before = ""
    for character in text:
        if before == JOINER and unicodedata.category(character) == "So":
            advance, before = _EMOJI, character  # one emoji with what stands before it: a family, a profession
            continue
        if character == _AS_EMOJI:  # what stands before it is drawn as an emoji: a heart, or a figure on a key
            advance = max(_EMOJI - advance, 0.0)
        elif (found := advances.get(character)) is None or unicodedata.combining(character):
            advance = _fallback_width(character)
        else:
            advance = found
        total += advance
        before = character
    return total * size + spacing * len(text)


@lru_cache(maxsize=32_768)
def _piece_width(piece: str, face: Face) -> float:
    """Give the width in em of a word, as most words come again and again."""
    return width(piece, 1.0, face)


# --- breaking ----------------------------------------------------------------------------------------------------


def _may_break(before: str, after: str) -> bool:
    """Tell whether a line may end between two characters that no blank parts."""
    if after in _NOT_AT_START or before in _NOT_AT_END or unicodedata.category(after) in _ZERO_WIDTH:
        return False
    if before == JOINER:
        return False
    return is_wide(before) or is_wide(after) or (before in _BREAKS_AFTER and after.isalpha())


def _pieces(word: str) -> list[str]:
    """Cut a word without blanks where a line may end."""
    if word.isalnum() and word.isascii():
        return [word]
    cuts = [at for at in range(1, len(word)) if _may_break(word[at - 1], word[at])]
    return [word[start:end] for start, end in zip([0, *cuts], [*cuts, len(word)], strict=True)]


def _chop(piece: str, limit: float, size: float, face: Face) -> list[str]:
    """Cut what is too long for a line at any character; marks stay with their letter."""
    parts: list[str] = []
    start, used = 0, 0.0
    for at, character in enumerate(piece):
        advance = width(character, size, face)
        if at > start and used + advance > limit and advance > 0 and piece[at - 1] != JOINER:
            parts.append(piece[start:at])
            start, used = at, 0.0
        used += advance
    return [*parts, piece[start:]]


_Piece = tuple[str, float, bool]  # text, width, whether a blank goes before it


def _measured(text: str, limit: float, size: float, face: Face) -> list[_Piece]:
    pieces: list[_Piece] = []
    for word in _BLANK.split(text.strip()):
        blank = bool(pieces)
        for piece in _pieces(word):
            whole = _piece_width(piece, face) * size
            if whole <= limit:
                pieces.append((piece, whole, blank))
                blank = False
                continue
            for part in _chop(piece, limit, size, face):
                pieces.append((part, width(part, size, face), blank))
                blank = False
    return pieces


def _fill(pieces: list[_Piece], limit: float, blank_width: float) -> list[list[_Piece]]:
    """Fill lines greedily."""
    lines: list[list[_Piece]] = [[]]
    used = 0.0
    for piece in pieces:
        gap = blank_width if piece[2] and lines[-1] else 0.0
        if lines[-1] and used + gap + piece[1] > limit:
            lines.append([])
            used, gap = 0.0, 0.0
        lines[-1].append(piece)
        used += gap + piece[1]
    return lines


def _joined(line: list[_Piece]) -> str:
    return "".join((" " if blank and at else "") + text for at, (text, _, blank) in enumerate(line))


def wrap(text: str, limit: float, size: float, face: Face = "regular") -> tuple[str, ...]:
    """Break a printable text into lines of at most ``limit`` px, of even length.

    Lines are filled greedily, then narrowed to the smallest limit that takes no more lines. A word that is longer
    than a line is cut. An empty text gives one empty line. Time is linear in the text, times log(limit). A text of
    usual length is remembered: pages of a PDF are laid out many times before one fits.
    """
    return _wrapped(text, limit, size, face) if len(text) <= _REMEMBERED else _broken(text, limit, size, face)


@lru_cache(maxsize=8192)
def _wrapped(text: str, limit: float, size: float, face: Face) -> tuple[str, ...]:
    return _broken(text, limit, size, face)


def _broken(text: str, limit: float, size: float, face: Face) -> tuple[str, ...]:
    pieces = _measured(text, limit, size, face)
    blank = width(" ", size, face)
    lines = _fill(pieces, limit, blank)
    low, high = max((piece[1] for piece in pieces), default=0.0), limit
    while high - low > 1.0:
        middle = (low + high) / 2
        narrower = _fill(pieces, middle, blank)
        if len(narrower) <= len(lines):
            lines, high = narrower, middle
        else:
            low = middle
    return tuple(_joined(line) for line in lines)


def fill(text: str, limit: float, size: float, face: Face = "regular") -> tuple[str, ...]:
    """Break a printable text into full lines of at most ``limit`` px, as running text is set.

    Where a short word would be left alone on the last line, the lines are made a little shorter, if that helps, or
    what stands before it comes down to it.
    """
    return _filled(text, limit, size, face) if len(text) <= _REMEMBERED else _full(text, limit, size, face)


@lru_cache(maxsize=8192)
def _filled(text: str, limit: float, size: float, face: Face) -> tuple[str, ...]:
    return _full(text, limit, size, face)


def _full(text: str, limit: float, size: float, face: Face) -> tuple[str, ...]:
    pieces, blank = _measured(text, limit, size, face), width(" ", size, face)
    lines = _fill(pieces, limit, blank)
    if len(lines) > 1 and _is_lonely(lines[-1], limit):
        widest = max(piece[1] for piece in pieces)
        for share in _SHORTER:
            shorter = _fill(pieces, max(widest, limit * share), blank)
            if len(shorter) == len(lines) and not _is_lonely(shorter[-1], limit):
                lines = shorter
                break
        else:
            while len(lines[-2]) > 1 and _is_lonely(lines[-1], limit):
                lines[-1].insert(0, lines[-2].pop())
    return tuple(_joined(line) for line in lines)


def _is_lonely(line: list[_Piece], limit: float) -> bool:
    return sum(piece[1] for piece in line) < limit * _LONELY


def widest(lines: tuple[str, ...], size: float, face: Face = "regular") -> float:
    """Give the width of the widest line in px."""
    return max((width(line, size, face) for line in lines), default=0.0)


def shorten(text: str, limit: float, size: float, face: Face = "regular") -> str:
    """Give a text that fits one line of ``limit`` px: cut, with an ellipsis, if it is too long."""
    if width(text, size, face) <= limit:
        return text
    room = limit - width(ELLIPSIS, size, face)
    kept, used = 0, 0.0
    for character in text:
        used += width(character, size, face)
        if used > room:
            break
        kept += 1
    return text[:kept].rstrip() + ELLIPSIS


def has_joined_emoji(text: str) -> bool:
    """Tell whether a text has an emoji that is written with several characters: a family, a flag, a tone of skin.

    >>> has_joined_emoji("\U0001f1e9\U0001f1ea"), has_joined_emoji("\U0001f600")
    (True, False)
    """
    return not _OF_JOINED.isdisjoint(text)


def is_foreign(run: str) -> bool:
    """Tell whether a run that the embedded font lacks has letters of another script, ideographs apart.

    >>> is_foreign("مع"), is_foreign("年"), is_foreign("≋")
    (True, False, False)
    """
    return any(unicodedata.category(character) == "Lo" and not is_wide(character) for character in run)


def runs(text: str) -> list[tuple[bool, str]]:
    """Cut a text into runs that the embedded font has, or lacks; marks stay with their letter.

    >>> runs("1961年")
    [(True, '1961'), (False, '年')]
    """
    known = metrics("regular").advances
    found: list[tuple[bool, str]] = []
    for character in text:
        is_there = character in known
        if found and (found[-1][0] == is_there or unicodedata.category(character) in _ZERO_WIDTH):
            found[-1] = (found[-1][0], found[-1][1] + character)
        else:
            found.append((is_there, character))
    return found
