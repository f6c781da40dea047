"""Block files made for tests, as debaters write them, with the library that Word files are usually made with."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import docx
from docx.enum.text import WD_COLOR_INDEX

from coldwater.formats import registry
from coldwater.formats.foreign.imported import Given

if TYPE_CHECKING:
    from coldwater.formats.foreign.imported import Imported

#: A part of a line: its text and how it looks: b(old), u(nderlined), h(ighlighted).
Part = tuple[str, str]
Line = tuple[int, str] | list[Part]


def word_file(*lines: Line, styles: dict[int, str] | None = None) -> bytes:
    """Give the bytes of a file: headings as (level, text), other paragraphs as parts; ``styles`` renames headings."""
    document = docx.Document()
    for line in lines:
        if isinstance(line, tuple):
            level, text = line
            document.add_heading(text, level)
        else:
            paragraph = document.add_paragraph()
            for text, look in line:
                run = paragraph.add_run(text)
                run.bold = "b" in look or None
                run.underline = "u" in look or None
                run.font.highlight_color = WD_COLOR_INDEX.YELLOW if "h" in look else None
    for level, name in (styles or {}).items():
        style = document.styles[f"Heading {level}"]
        style.element.styleId = name.replace(" ", "")
        style.element.name_val = name
        for outline in style.element.xpath("w:pPr/w:outlineLvl"):
            outline.getparent().remove(outline)
        for paragraph in document.paragraphs:
            for used in paragraph._p.xpath(f"w:pPr/w:pStyle[@w:val='Heading{level}']"):
                used.val = name.replace(" ", "")
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def read(data: bytes, name: str = "blocks.docx") -> Imported:
    """Read a file as a block file."""
    format_ = registry.named("word-blocks")
    assert format_ is not None
    return registry.read(format_, Given(name, data))


CITE: list[Part] = [
    ("Lindqvist 24", "b"),
    (" (Anna, professor of urban planning at Ulm, “Who walks after dark?”, City Journal, 3-14-2024, ", ""),
    ("https://example.org/walks, DOA 5-1-2024)", ""),
]
CARD: list[Part] = [
    ("In the streets that were lit, ", ""), ("falls went down by a third", "uh"), (", and nobody ", "u"),
    ("missed the dark", "uh"), (".", ""),
]  # fmt: skip
AFF: tuple[Line, ...] = (
    (1, "Street lamps"), (2, "Case"), (3, "Lamps make walking safer"), (4, "Lit streets see fewer falls"), CITE, CARD,
    (4, "Nobody minds the light"), (2, "Answers"), (3, "AT: Lamps cost too much"), (4, "LED lamps pay for themselves"),
    (4, "Cost is not the standard"), [("Explain that the motion is about safety.", "")],
    (3, "Extensions – Lit streets see fewer falls"), (4, "Their study is ours"), (3, "A2: Nothing yet"),
)  # fmt: skip
