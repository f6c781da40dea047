"""The move that cites a source: what is quoted is looked up where the text is at hand, and a fingerprint made."""

from __future__ import annotations

import re

from coldwater.editing.moves.draft import IS_SO, SOURCES
from coldwater.edits import Found
from coldwater.formats.native.move_table import BY_NAME
from coldwater.model.data import fields_at
from coldwater.model.passages import located_blocks, locator, normal_form
from coldwater.rules.fulltext import FullText

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coldwater.editing.moves.draft import Data, Draft


def cite(draft: Draft) -> None:
    """Cite a source for a claim or an argument."""
    move = draft.move
    id_, source = draft.node("id"), draft.one_of("source", SOURCES)
    names = (*BY_NAME["cite"].further(), *(name for name in move if name.startswith("x-")))
    citation = {"source": source, **{name: move[name] for name in names if name in move}}
    text = draft.texts.get(source)
    if text is not None:
        _look_up(draft, id_, citation, FullText(text))
    fields = fields_at(("claims", "", "cites", 0))
    ordered = {name: citation[name] for name in sorted(citation, key=lambda name: (*fields, name).index(name))}
    section = "claims" if id_ in draft.map.claims else "arguments"
    entry = draft.data[section][id_]
    cites = entry.get("cites", []) if isinstance(entry, dict) else []
    if ordered in cites:
        draft.refuse(f"`{id_}` cites just this already", why_none=IS_SO)
    draft.put(section, id_, "cites", [*cites, ordered])


def _look_up(draft: Draft, owner: str, citation: Data, text: FullText) -> None:
    """Find what is quoted, and put down where it stands and its fingerprint. Refuses what the text does not hold."""
    wanted = located_blocks(str(citation["locator"])) if "locator" in citation else None
    if wanted is not None and wanted.stop - 1 > len(text.blocks):
        reason = (
            f"the text of `{citation['source']}` has {len(text.blocks)} blocks; `{citation['locator']}` is beyond them"
        )
        others = [draft.without("locator")] if _words_of(citation) else []
        draft.refuse(reason, *others, why_none="which block is meant is yours to say")
    found = [_found(draft, citation, text, words, wanted) for words in _words_of(citation)]
    if found and "locator" not in citation:
        wanted = range(min(one.start for one in found), max(one.stop for one in found))
        citation["locator"] = locator(wanted)
        for words, one in zip(_words_of(citation), found, strict=True):
            plain = normal_form(words)
            again = text.holds_again(plain, one)
            told = Found(owner, str(citation["source"]), words, locator(one), text.place_in_block(plain), again)
            draft.found.append(told)
    if wanted is not None and "fingerprint" not in citation:
        mark = text.fingerprint(wanted)
        if mark is not None:
            citation["fingerprint"] = mark


def _words_of(citation: Data) -> list[str]:
    """Give what is looked up in the text: the passage, or, where there is none, the quotes."""
    if "passage" in citation:
        return [str(citation["passage"])]
    quotes = citation.get("quotes", [])
    alone = [citation["quote"]] if "quote" in citation else []
    return [str(one) for one in [*alone, *(quotes if isinstance(quotes, list) else [])]]


def _found(draft: Draft, citation: Data, text: FullText, words: str, wanted: range | None) -> range:
    """Give the blocks in which words stand; refuses words that stand nowhere, or elsewhere than is said."""
    plain, source = normal_form(words), citation["source"]
    if wanted is not None and text.holds(plain, wanted):
        return wanted
    found = text.find(plain)
    if found is None and "passage" in citation and re.fullmatch(r"(?:blocks?|¶) *\d+(?: *[-–] *\d+)?", words):
        other = {key: value for key, value in draft.move.items() if key != "passage"} | {"locator": words}
        draft.refuse(
            "`passage` holds words of the text; a block is named by `locator`", other, why_none="there is no such block"
        )
    if found is None:
        nearest = text.nearest(plain)
        said = "; copy it word for word"
        if nearest is not None:
            from coldwater.rules.nearest import what_differs  # noqa: PLC0415 - only where a quote is not found

            said = f": {what_differs(nearest, f'block {text.block_at(nearest.first.at)}')}"
        draft.refuse(
            f"the text of `{source}` does not hold this quote{said}",
            why_none="the words are to be copied from the text, not guessed",
        )
    if wanted is not None:
        other = {**draft.move, "locator": locator(found)}
        reason = f"this quote stands in {locator(found)} of `{source}`, not in {citation['locator']}"
        draft.refuse(reason, other, why_none="it is cited from there already")
    return found
