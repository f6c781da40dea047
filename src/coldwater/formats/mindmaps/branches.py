"""What the formats of mind maps share: a branch with its signs becomes a twig, and twigs a map.

Where nothing on a branch tells whether it is for or against, it is taken for support, and one remark counts these.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coldwater.findings import START
from coldwater.formats.foreign.gathering import Gathering
from coldwater.formats.foreign.stances import SIGNS, marked, stance_of
from coldwater.formats.foreign.texts import cleaned, one_line
from coldwater.formats.foreign.twigs import Growing, Twig, settle_headings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coldwater.formats.foreign.imported import Given, Imported
    from coldwater.formats.foreign.places import Where
    from coldwater.formats.foreign.stances import Stance

_PRO_ICONS = (
    "button_ok", "ksmiletris", "go", "addition", "symbol-plus", "symbol-right", "symbol-thumb", "thumbs-up", "thumb_up",
    "thumbsup", "smiley-smile", "smiley-laugh", "c_symbol_thumb", "c_symbol_plus", "c_symbol_right", "plus",
    "emoji-1f44d", "emoji-2795", "emoji-2705", "emoji-2714",
)  # fmt: skip
_CON_ICONS = (
    "button_cancel", "smily_bad", "stop", "stop-sign", "subtraction", "symbol-minus", "symbol-wrong", "thumbs-down",
    "thumb_down", "thumbsdown", "smiley-angry", "smiley-cry", "c_symbol_thumb_down", "c_symbol_minus", "c_symbol_wrong",
    "minus", "emoji-1f44e", "emoji-2796", "emoji-274c", "emoji-274e",
)  # fmt: skip
_ICONS: dict[str, Stance] = {
    **dict.fromkeys(_PRO_ICONS, "supports"),
    **dict.fromkeys(_CON_ICONS, "attacks"),
}  # fmt: skip
#: How much stronger green or red must be than the other two parts of a colour to be called by its name.
_CLEARLY = 60


class Branch:
    """A branch: its text, where it stands, its foreign id, note, links, and whatever may tell for or against.

    ``is_group``: it is no claim, but an argument, whose premises hang on it.
    """

    __slots__ = ("below", "colours", "id", "is_group", "labels", "links", "note", "place", "signs", "text")

    def __init__(self, text: str, place: Where = START, id_: str | None = None) -> None:
        self.text = text
        self.place = place
        self.id = id_
        self.is_group = False
        self.note = ""
        self.links: list[str] = []
        self.signs: list[str] = []
        self.labels: list[str] = []
        self.colours: list[str] = []
        self.below: list[Branch] = []


def map_of_branches(
    format_: str, given: Given, title: str, roots: Sequence[Branch], said: Iterable[str] = ()
) -> Imported:
    """Make a map of branches; the first root is what it is about, unless it is a question with answers."""
    gathering = Gathering(format_, given)
    for message in said:
        gathering.remark(START, message)
    return grown(gathering, title, roots)


def grown(gathering: Gathering, title: str, roots: Sequence[Branch]) -> Imported:
    """Make a map of branches, in a gathering that may hold remarks and losses already."""
    gathering.machine_ids = re.compile(".*", re.DOTALL)  # nobody sees the ids of branches
    has_colours = _tells_by_colour(roots)
    twigs = [_twig(root, has_colours) for root in roots]
    pairs = list(zip(roots, twigs, strict=True))
    while pairs:
        branch, twig = pairs.pop()
        twig.below = [_twig(below, has_colours) for below in branch.below]
        if branch.is_group:
            for below in twig.below:
                below.is_premise = not below.stance
        pairs += zip(branch.below, twig.below, strict=True)
    gathering.title = one_line(title) or (one_line(roots[0].text) if roots else "")
    for root in twigs:
        root.is_heading = False
        root.stance = None
        _settle(root)
    headed = [below for root in twigs for below in root.below]
    settle_headings(headed, gathering, has_tops=False)
    growing = Growing(gathering)
    growing.grow(twigs)
    if growing.unsigned:
        many = f"{growing.unsigned:,} branches say" if growing.unsigned > 1 else "1 branch says"
        gathering.remark(START, f"{many} neither pro nor con; taken for support of what they hang on")
    return gathering.finish()


def _settle(root: Twig) -> None:
    """Call all branches headings that may be such: without a sign, a note or a link, and with others below."""
    waiting = list(root.below)
    while waiting:
        twig = waiting.pop()
        waiting += twig.below
        is_bare = not twig.stance and not twig.links and "note" not in twig.fields
        argued = [one for one in twig.below if one.stance or len(one.text.split()) > 3]
        twig.is_heading = bool(is_bare and twig.below and len(argued) == len(twig.below))


def _twig(branch: Branch, has_colours: bool) -> Twig:
    stance = next((found for sign in branch.signs if (found := _of_sign(sign))), None)
    marked_as, text = marked(cleaned(branch.text))
    labels = []
    for label in branch.labels:
        said = stance_of(label)
        stance = stance or said
        if said is None:
            labels.append(one_line(label))
    if stance is None:
        stance = marked_as
    if stance is None and has_colours:
        stance = next((found for colour in branch.colours if (found := _of_colour(colour))), None)
    twig = Twig(text if marked_as else cleaned(branch.text), branch.place, stance)
    if branch.id is not None:
        twig.kept["id"] = branch.id
    note = cleaned(branch.note)
    if note:
        twig.fields["note"] = note
    if tags := [label for label in dict.fromkeys(labels) if label]:
        twig.fields["tags"] = tags
    twig.links = [(link, link) for link in branch.links if one_line(link) and not link.startswith("#")]
    return twig


def _of_sign(sign: str) -> Stance | None:
    said = sign.strip().casefold()
    return _ICONS.get(said) or SIGNS.get(said) or stance_of(said)


def _of_colour(colour: str) -> Stance | None:
    """Tell green, which is for, from red, which is against.

    >>> _of_colour("#00b050"), _of_colour("#ff0000"), _of_colour("#336699")
    ('supports', 'attacks', None)
    """
    match = re.fullmatch(r"#?([0-9a-fA-F]{2})([0-9a-fA-F]{2})([0-9a-fA-F]{2})(?:[0-9a-fA-F]{2})?", colour.strip())
    if match is None:
        return {"green": "supports", "red": "attacks"}.get(colour.strip().casefold())  # type: ignore[return-value]
    red, green, blue = (int(part, 16) for part in match.groups())
    if green - max(red, blue) >= _CLEARLY:
        return "supports"
    return "attacks" if red - max(green, blue) >= _CLEARLY else None


def _tells_by_colour(roots: Sequence[Branch]) -> bool:
    """Tell whether both green and red are used: else a colour is only a colour."""
    found = set()
    waiting = list(roots)
    while waiting:
        branch = waiting.pop()
        waiting += branch.below
        found |= {_of_colour(colour) for colour in branch.colours}
    return {"supports", "attacks"} <= found


def rid_of_html(text: str) -> str:
    r"""Give the words of a note that is HTML.

    >>> rid_of_html("<html><body><p>One &amp;</p><p>two</p></body></html>")
    'One &\ntwo'
    """
    from html import unescape  # noqa: PLC0415 - only where there are such notes

    if "<" not in text:
        return text
    rows = re.sub(r"</(?:p|div|li|h\d) ?>|<br ?/?>", "\n", text, flags=re.IGNORECASE)
    words = unescape(re.sub(r"<[^<>]*>", "", rows))
    return "\n".join(row for row in (" ".join(row.split()) for row in words.split("\n")) if row)
