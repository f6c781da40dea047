"""A map written as Kialo's text: trees of claims, each pro or con the one above, further uses of a claim as links."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coldwater.formats.foreign.losses import Losses
from coldwater.formats.foreign.outgoing import Written, lose_fields
from coldwater.formats.foreign.texts import cleaned, one_line
from coldwater.formats.foreign.trees import branches, lose_structure, theses_of
from coldwater.formats.kialo.citing import Citing
from coldwater.formats.kialo.layout import NODE
from coldwater.formats.kialo.words import escaped, plain, seen, unescaped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coldwater.formats.foreign.outgoing import Outgoing
    from coldwater.formats.foreign.trees import Branch

_CARRIED = {
    "Map": ("title", "thesis", "description"),
    "Claim": ("text", "cites"),
    "Argument": ("premises", "supports", "attacks"),
    "Source": ("title", "URL"),
    "Citation": ("source", "quote"),
}
_WHY = "Kialo's text has no place for it"


def write(format_: str, outgoing: Outgoing) -> Written:
    """Write a map."""
    losses = Losses()
    lose_fields(losses, outgoing, _CARRIED, _WHY)
    lose_structure(losses, outgoing.map, "Kialo")
    writer = _Writer(format_, outgoing, losses)
    return Written(writer.text().encode(), losses.all())


class _Writer:
    def __init__(self, format_: str, outgoing: Outgoing, losses: Losses) -> None:
        self.format = format_
        self.outgoing = outgoing
        self.map = outgoing.map
        self.losses = losses
        self.origin = outgoing.origin(format_) or {}
        self.is_old = self.origin.get("layout") == "old"
        self.citing = Citing(format_, outgoing, losses)
        self.theses = theses_of(outgoing)
        self.branches = branches(self.map, self.theses)

    def text(self) -> str:
        """Give the whole text."""
        title = one_line(self.map.title) or "…"
        if title != self.map.title:
            self.losses.add(
                "line end or blank", "a title is one line, without blanks around it", many="line ends or blanks"
            )
        question = self._question(title)
        numbers = self._numbers(2 if question else 1)
        texts = {branch.claim: self._text(branch.claim) for branch in self.branches if branch.is_first}
        self._lose_ids()
        if self.is_old and self._fits_old(texts):
            return self._old(title, question, numbers, texts)
        return self._new(title, question, numbers, texts)

    def _question(self, title: str) -> str:
        """Give what stands above several theses; empty for one thesis that stands alone."""
        kept = self.origin.get("questions")
        asked = one_line(kept[0]) if isinstance(kept, list) and kept and isinstance(kept[0], str) else ""
        about = self.map.description or ""
        roots = sum(branch.depth == 0 for branch in self.branches)
        said = one_line(about)
        if asked and said in ("", asked):
            return asked if said else title
        if about:
            self.losses.add(
                "`description` of the map", _WHY, many="`description` of the map", field=("Map", "description")
            )
        return title if roots > 1 or asked else ""

    def _numbers(self, depth: int) -> list[str]:
        """Give the number of each branch: that which it had, where it still fits in its row."""
        numbers: list[str] = []
        path = ["1."] if depth == 2 else []
        last: dict[str, int] = {}
        for branch in self.branches:
            level = branch.depth + depth - 1
            above = path[level - 1] if level else ""
            del path[level:]
            section, id_ = ("arguments", branch.argument) if branch.argument else ("claims", branch.claim)
            kept = self.outgoing.foreign_id(self.format, section, id_) or ""
            parent, _, own = kept.rstrip(".").rpartition(".")
            number = last.get(above, 0) + 1
            if parent + ("." if parent else "") == above and own.isascii() and own.isdecimal() and len(own) < 6:
                number = max(number, int(own))
            last[above] = number
            path.append(f"{above}{number}.")
            numbers.append(path[-1])
        return numbers

    def _text(self, claim: str) -> str:
        """Give the text of a claim as it stands in the file, with the numbers of its sources."""
        said = self.map.claims[claim].text
        raw = self.citing.raw.get(claim)
        if raw is not None:
            return raw
        text = cleaned(said) or "…"
        if "\n" in text and _has_structure(text):
            text = one_line(text)
        if _has_structure(text):
            text = f"“{text}”"
        if seen(text) is not None:
            text = text.replace("->", "→", 1)
        if text != said:
            self.losses.add(
                "sign, blank or line end", "Kialo's text would read it as something else", claim,
                many="signs, blanks or line ends",
            )  # fmt: skip
        marks = "".join(f" [{number}]" for number in self.citing.numbers(claim))
        known = self.citing.known
        if plain(text, known)[:] != (text, (), ()):
            text = escaped(text)
        return text + marks

    def _lose_ids(self) -> None:
        for id_ in (*self.map.claims, *self.map.arguments, *self.map.sources):
            self.losses.add("id", "Kialo numbers claims; ids are made of the words again", id_)

    # --- layouts -----------------------------------------------------------------------------------------------------

    def _fits_old(self, texts: dict[str, str]) -> bool:
        """Tell whether the older layout can hold the texts: a line each, and citations as links within them."""
        if self.citing.entries():
            return False
        return all(claim in self.citing.raw or not ("\n" in text or _has_stance(text)) for claim, text in texts.items())

    def _old(self, title: str, question: str, numbers: Sequence[str], texts: dict[str, str]) -> str:
        lines = [f"Discussion Title: {title}", ""]
        if question:
            lines.append(f"1. {escaped(question)}")
        first: dict[str, str] = {}
        for branch, number in zip(self.branches, numbers, strict=True):
            text = self.citing.raw.get(branch.claim) or escaped(unescaped(texts[branch.claim]))
            where = first.setdefault(branch.claim, number)
            stance = "" if branch.argument is None else f"{_stance(branch)}: "
            lines.append(f"{number} {stance}{text if branch.is_first else f'-> See {where}'}")
        return "\n".join(lines)

    def _new(self, title: str, question: str, numbers: Sequence[str], texts: dict[str, str]) -> str:
        lines = ["Discussion Name:", title, ""]
        if question:
            asked = question if plain(question, ())[:] == (question, (), ()) else escaped(question)
            lines += ["1. Question:", asked, ""]
        first: dict[str, str] = {}
        for branch, number in zip(self.branches, numbers, strict=True):
            where = first.setdefault(branch.claim, number)
            text = texts[branch.claim] if branch.is_first else f"-> See {where}"
            indent = "  " * (number.count(".") - 1)
            lines += [f"{indent}{number} {'Thesis' if branch.argument is None else _stance(branch)}:"]
            lines += [*(indent + line if line else "" for line in text.split("\n")), ""]
        return "\r\n".join([*lines, *self.citing.block()])


def _stance(branch: Branch) -> str:
    return "Con" if branch.attacks else "Pro"


def _has_structure(text: str) -> bool:
    """Tell whether a line of a text would be read as the beginning of something else."""
    for line in text.split("\n"):
        match = NODE.fullmatch(line)
        if line.rstrip() == "Sources:" or (match is not None and match[2]):
            return True
    return False


def _has_stance(text: str) -> bool:
    return re.match(r"(Pro|Con|Thesis|Question):", text) is not None
