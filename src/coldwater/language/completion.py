"""What may stand under the cursor: ids with what they say, fields, words, schemes, slots, questions, sources.

A word that nobody writes is put in at the cursor, and where it comes to stand tells what is wanted there: this works in
a text that is no YAML or JSON yet.
"""

from __future__ import annotations

import re

from coldwater.language.candidates import MOST, Place, Proposal, fits, for_key, for_value, whole_map
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coldwater.language.open_map import OpenMap

#: No text holds this sign: Unicode keeps it from being a character.
_SIGN = "\ufdd0"
_WORD_BEFORE = re.compile(r"[^\s,\[\]{}:\"'#]*$")
_WORD_AFTER = re.compile(r"[^\s,\[\]{}:\"'#]*")


class Proposals(NamedTuple):
    """What is proposed, the best first, and whether that is all there is."""

    items: tuple[Proposal, ...]
    is_complete: bool


def completions(open_map: OpenMap, offset: int, *, over_lines: bool = True) -> Proposals:
    """Give what may stand at an offset, with the stretch of the text that it takes the place of.

    ``over_lines``: whether the editor can put in several lines; where not, an empty text is offered fields, not a map.
    """
    text = open_map.text
    if over_lines and not text.strip():
        return Proposals((whole_map(open_map, offset, offset),), True)
    line_start = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    if "\n" in text[line_start:offset] or _is_comment(text[line_start:offset]):
        return Proposals((), True)
    before, after = _WORD_BEFORE.search(text, line_start, offset), _WORD_AFTER.match(text, offset)
    start = before.start() if before is not None else offset
    end = after.end() if after is not None else offset
    tokens = open_map.layout.with_word(offset, _SIGN)
    token = next((one for one in tokens if _SIGN in one.text), None)
    if token is None or token.text != text[start:offset] + _SIGN + text[offset:end]:
        return Proposals((), True)
    place = Place(open_map, tokens, token, start, end, text[line_start:start], offset)
    return _best(_proposed(place) if over_lines else map(_on_a_line, _proposed(place)), text[start:offset])


def _on_a_line(one: Proposal) -> Proposal:
    """Give a proposal up to where one goes on to type, as the cursor will stand at its end; and no further line."""
    begun = one.text if one.snippet is None else one.snippet.split("$1", 1)[0]
    return one._replace(text=begun.split("\n", 1)[0], snippet=None)


def _proposed(place: Place) -> Iterator[Proposal]:
    token = place.token
    if token.is_half or token.is_key:
        yield from for_key(place, token.path[:-1])
        return
    yield from for_value(place, token.path)


def _best(found: Iterable[Proposal], word: str) -> Proposals:
    """Choose those that a word is the beginning of, or a part, or whose letters it names."""
    wanted = word.casefold()
    # what a field means is no text that anybody looks for
    kept = [one for one in found if fits(wanted, one.label, "" if one.kind in ("field", "word") else one.said)]
    kept.sort(key=lambda one: (not one.label.casefold().startswith(wanted), one.rank))
    return Proposals(tuple(one.told() for one in kept[:MOST]), len(kept) <= MOST)


def _is_comment(before: str) -> bool:
    return bool(re.search(r"(?:^|[ \t])#", before)) and not re.search(r"[\"']", before)
