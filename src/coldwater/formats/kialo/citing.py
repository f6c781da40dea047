"""The block of sources at the end of Kialo's text: which number stands for which source and quotation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coldwater.formats.foreign.links import title_of, url_of
from coldwater.formats.foreign.texts import cleaned, one_line
from coldwater.formats.kialo.layout import SOURCE, is_address
from coldwater.formats.kialo.words import plain

if TYPE_CHECKING:
    from collections.abc import Collection

    from coldwater.formats.foreign.losses import Losses
    from coldwater.formats.foreign.outgoing import Outgoing

_Key = tuple[str, str]


class Citing:
    """Numbers for citations: those which they had, and others that occur in no text."""

    def __init__(self, format_: str, outgoing: Outgoing, losses: Losses) -> None:
        self._format = format_
        self._outgoing = outgoing
        self._losses = losses
        self._map = outgoing.map
        self._words = {id_: self._words_of(id_) for id_ in self._map.sources}
        self._by_number: dict[str, _Key] = {}
        self._numbers: dict[_Key, str] = {}
        self._cited = self._citations()
        self._take_noted()
        #: The text as it stood in the file that was read, of claims of which text and sources are still the same.
        self.raw = {id_: raw for id_ in self._map.claims if (raw := self._raw_of(id_)) is not None}
        self._number_others()

    @property
    def known(self) -> Collection[str]:
        """The numbers that stand for something."""
        return self._by_number

    def numbers(self, claim: str) -> list[str]:
        """Give the numbers of what a claim cites that does not stand as it stood."""
        return [self._numbers[key] for key in self._cited.get(claim, ())]

    def entries(self) -> list[tuple[str, str, str]]:
        """Give number, words and quotation of every source in the block, by number."""
        found = [(number, self._words[source], quote) for number, (source, quote) in self._by_number.items()]
        return sorted(found, key=lambda entry: int(entry[0]))

    def block(self) -> list[str]:
        """Give the lines of the block."""
        lines = ["Sources:"]
        for number, words, quote in self.entries():
            lines.append(f"[{number}] {words}")
            if quote:
                lines += f'"{quote}"'.split("\n")
        return lines

    # --- numbering ---------------------------------------------------------------------------------------------------

    def _citations(self) -> dict[str, list[_Key]]:
        cited: dict[str, list[_Key]] = {}
        for id_, claim in self._map.claims.items():
            keys = [(citation.source, self._quote(citation.quote or "", id_)) for citation in claim.cites]
            if keys := list(dict.fromkeys(key for key in keys if key[0] in self._map.sources)):
                cited[id_] = keys
        return cited

    def _raw_of(self, claim: str) -> str | None:
        raw = self._outgoing.kept(self._format, "claims", claim).get("text")
        if not isinstance(raw, str) or cleaned(raw) != raw:
            return None
        found = plain(raw, self._by_number)
        cited = set(self._cited.get(claim, ()))
        urls = {url_of(url) for _, url in found.links}
        linked = {key for key in cited if not key[1] and url_of(self._words[key[0]]) in urls}
        is_same = {self._by_number[number] for number in found.numbers} | linked == cited
        return raw if is_same and found.text == self._map.claims[claim].text else None

    def _noted(self, claim: str) -> dict[str, _Key]:
        """Give the numbers that the citations of a claim had, and what they stood for."""
        entry = self._outgoing.data["claims"][claim]
        noted: dict[str, _Key] = {}
        if self._outgoing.origin(self._format) is None or not isinstance(entry, dict):
            return noted
        for citation in entry.get("cites", ()):
            kept = citation.get("x-from")
            number = kept.get("n") if isinstance(kept, dict) else None
            if isinstance(number, str) and number.isascii() and number.isdecimal() and len(number) < 6:
                noted[number] = (citation["source"], self._quote(citation.get("quote", "")))
        return noted

    def _take_noted(self) -> None:
        for claim, keys in self._cited.items():
            for number, key in self._noted(claim).items():
                if key in keys:
                    self._take(number, key)
        for id_ in self._map.sources:
            entries = self._outgoing.kept(self._format, "sources", id_).get("entries")
            for entry in entries if isinstance(entries, list) else ():
                if isinstance(entry, list) and len(entry) == 2 and all(isinstance(part, str) for part in entry):
                    self._take(entry[0], (id_, self._quote(entry[1])))

    def _number_others(self) -> None:
        """Give a number to what has none yet, such as stands in brackets in no text."""
        texts = [*(claim.text for claim in self._map.claims.values()), *self.raw.values()]
        taken = {number for text in texts for number in re.findall(r"\[([0-9]{1,6})\]", text)}
        wanted = [key for claim, keys in self._cited.items() if claim not in self.raw for key in keys]
        at_hand = {source for source, _ in (*self._numbers, *(key for keys in self._cited.values() for key in keys))}
        number = 0
        for key in [*wanted, *((id_, "") for id_ in self._map.sources if id_ not in at_hand)]:
            if key not in self._numbers:
                number += 1
                while str(number) in self._by_number or str(number) in taken:
                    number += 1
                self._take(str(number), key)

    def _take(self, number: str, key: _Key) -> None:
        if number.isascii() and number.isdecimal() and len(number) < 6 and number not in self._by_number:
            self._by_number[number] = key
            self._numbers.setdefault(key, number)

    # --- texts -------------------------------------------------------------------------------------------------------

    def _words_of(self, id_: str) -> str:
        """Give what stands for a source: its address, else its title."""
        source = self._map.sources[id_]
        words = source.url or one_line(source.title) or "…"
        made = title_of(source.url) if source.url else words
        if source.title != made or (source.url and url_of(source.url) != source.url):
            self._losses.add(
                "`title` of a source", "Kialo's text names sources by their address alone", id_,
                many="`title` of sources", field=("Source", "title"),
            )  # fmt: skip
        return words

    def _quote(self, quote: str, claim: str | None = None) -> str:
        said = cleaned(quote)
        lines = said.split("\n")
        entries = [match for line in lines[1:] if (match := SOURCE.fullmatch(line)) is not None]
        if entries and (
            any(is_address(entry[2]) for entry in entries) or any(line.rstrip().endswith(('"', "”")) for line in lines)
        ):
            said = one_line(said)
        if claim is not None and said != quote:
            self._losses.add(
                "line end or blank of a quotation", "Kialo's text sets it apart by lines", claim,
                many="line ends or blanks of quotations",
            )  # fmt: skip
        return said
