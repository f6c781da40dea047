"""What stands below a tag: cards, each a cite line with the passage below it, and what else is written there."""

from __future__ import annotations

from coldwater.formats.foreign.texts import cleaned
from coldwater.formats.word_blocks.cite_line import is_cite
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from coldwater.formats.word_blocks.paragraphs import Paragraph, Run

#: A cite line without a style of its own is no longer than this, in characters.
_LONGEST_CITE = 1500


class Card(NamedTuple):
    """A cite line, or None where there is none, and what is below it."""

    cite: Paragraph | None
    body: tuple[Paragraph, ...]

    @property
    def passage(self) -> str:
        """The excerpt as a whole, a line for each paragraph."""
        return cleaned("\n".join(cleaned(paragraph.text) for paragraph in self.body))

    @property
    def quotes(self) -> tuple[str, ...]:
        """What is read out: what is highlighted, or, where nothing is, what is underlined."""
        return tuple(marked(self.body, _highlighted)) or tuple(marked(self.body, _underlined))


def parted(body: Sequence[Paragraph]) -> tuple[tuple[Paragraph, ...], tuple[Card, ...]]:
    """Part what stands below a tag into what is ahead of all cards, and the cards.

    Without a cite line, text of which something is underlined or highlighted is a card that nobody is named for.
    """
    cites = [number for number, paragraph in enumerate(body) if _is_cite(paragraph)]
    ends = [*cites, len(body)][1:]
    cards = [Card(body[at], tuple(body[at + 1 : end])) for at, end in zip(cites, ends, strict=bool(cites))]
    ahead = body[: cites[0]] if cites else body
    if not cards and any(_is_read(run) for paragraph in ahead for run in paragraph.runs):
        return (), (Card(None, tuple(ahead)),)
    return tuple(ahead), tuple(cards)


def _is_cite(paragraph: Paragraph) -> bool:
    first = next((run for run in paragraph.runs if run.text.strip()), None)
    text = paragraph.text
    if len(text) > _LONGEST_CITE and not (first is not None and first.role == "cite"):
        return False
    return is_cite(text, any(run.role == "cite" for run in paragraph.runs), first is not None and first.is_bold)


def _is_read(run: Run) -> bool:
    return run.is_highlighted or run.is_underlined


def _highlighted(run: Run) -> bool:
    return run.is_highlighted


def _underlined(run: Run) -> bool:
    return run.is_underlined


def marked(body: Sequence[Paragraph], is_marked: Callable[[Run], bool]) -> Iterator[str]:
    """Give the pieces that are marked, in order; blanks between two do not part them, the end of a line does."""
    for paragraph in body:
        pieces: list[str] = []
        gap = ""
        is_open = False
        for run in paragraph.runs:
            if not is_marked(run):
                if run.text.strip() or not is_open:
                    is_open = False
                else:
                    gap += run.text
                continue
            if is_open:
                pieces[-1] += gap + run.text
            else:
                pieces.append(run.text)
            is_open, gap = True, ""
        for piece in pieces:
            for line in cleaned(piece).split("\n"):
                if any(sign.isalnum() for sign in line):
                    yield line.strip()
