"""Passages of a source's full text: numbered blocks, the normal form of words, fingerprints.

It knows text only: no file, no map, no rule. ``docs/format.md`` gives the same definitions in prose.
"""

from __future__ import annotations

import re

#: How many hexadecimal digits of the SHA-256 a fingerprint keeps (64 bits).
FINGERPRINT_DIGITS = 16

_LOCATOR = re.compile(r"blocks?\s+(\d{1,9})(?:\s*[-\u2013]\s*(\d{1,9}))?", re.IGNORECASE)
_LOOKALIKES = str.maketrans(
    {
        "\u2018": "'",
        "\u2019": "'",
        "\u201a": "'",
        "\u201b": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u201e": '"',
        "\u00ab": '"',
        "\u00bb": '"',
        "\u2010": "-",
        "\u2011": "-",
        "\u2012": "-",
        "\u2013": "-",
        "\u2014": "-",
        "\u2212": "-",
        "\u00ad": "",
        "\u200b": "",
        "\ufeff": "",
    }
)


def blocks(text: str) -> tuple[str, ...]:
    r"""Give the blocks of a full text: its non-empty lines, headings included. Block 1 is the first.

    >>> blocks("Title\n\nFirst paragraph.\n")
    ('Title', 'First paragraph.')
    """
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def normal_form(words: str) -> str:
    r"""Give words as they are compared: NFKC, one kind of quote and of hyphen, single blanks.

    Typesetting may change without the passage counting as changed; letters, case and figures may not.

    >>> normal_form("The\u00a0\u201cold\u201d  bridge \u2013 closed")
    'The "old" bridge - closed'
    """
    from coldwater.model.normalizing import normalized  # noqa: PLC0415 - character tables

    return " ".join(normalized("NFKC", words.translate(_LOOKALIKES)).split())


def fingerprint(passage: str) -> str:
    """Give the fingerprint of a passage: the first 16 hexadecimal digits of the SHA-256 of its normal form.

    >>> fingerprint("The main girder is cracked.")
    'f953d2fe21f337d6'
    """
    import hashlib  # noqa: PLC0415 - the normal form alone does without

    digest = hashlib.sha256(normal_form(passage).encode("utf-8", "surrogatepass")).hexdigest()
    return digest[:FINGERPRINT_DIGITS]


def located_blocks(locator: str) -> range | None:
    """Read ``block 7`` or ``blocks 7-9`` as the numbers of the blocks meant, from 1; None for any other locator.

    >>> located_blocks("blocks 7-9")
    range(7, 10)
    >>> located_blocks("p. 4") is None
    True
    """
    match = _LOCATOR.fullmatch(locator.strip())
    if match is None:
        return None
    first = int(match[1])
    last = int(match[2] or first)
    return range(first, last + 1) if 1 <= first <= last else None


def locator(numbers: range) -> str:
    """Give the locator that means the blocks of these numbers.

    >>> locator(range(7, 8)), locator(range(7, 10))
    ('block 7', 'blocks 7-9')
    """
    return f"block {numbers.start}" if len(numbers) == 1 else f"blocks {numbers.start}-{numbers.stop - 1}"


def passage(text_blocks: tuple[str, ...], numbers: range) -> str | None:
    """Give the blocks of these numbers, joined by a line end; None where the text does not reach that far."""
    if numbers.stop - 1 > len(text_blocks):
        return None
    return "\n".join(text_blocks[number - 1] for number in numbers)
