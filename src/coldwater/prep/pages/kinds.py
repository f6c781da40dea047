"""The kinds of material for one side, by name: what is found, as a page and as JSON.

What takes more than a side (a flow, a plan, hypotheses) is no kind here. A kind is loaded when it is asked for.
"""

from __future__ import annotations

from functools import partial

from coldwater.errors import UsageError
from coldwater.prep.setting.page import without_ids
from coldwater.records import NamedTuple
from coldwater.suggest import hint

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from coldwater.model.graph import Side
    from coldwater.prep.material.blocks import File
    from coldwater.prep.material.gaps import Gaps
    from coldwater.prep.material.preparation import Preparation
    from coldwater.prep.material.rounds import Rounds
    from coldwater.prep.setting.page import Part, Picture


class Material(NamedTuple):
    """What was found for a side. ``page`` and ``as_json`` tell it; each does so when it is called.

    ``sendable``: the page as it may be handed to the other side, where that is another one.
    """

    page: Callable[[], Iterable[Part]]
    as_json: Callable[[], str]
    sendable: Callable[[], Iterable[Part]] | None = None


#: The forms that are handed on: unless asked for, they hold no ids, and nothing that is meant for one's own eyes.
HANDED_ON = ("docx", "html")


def page_for(
    prep: Preparation, found: Material, form: str, *, ids: bool = False, notes: bool = False
) -> Iterable[Part]:
    """Give the page of a material as a form has it: ``ids`` and ``notes`` say what one that is handed on holds too."""
    if form not in HANDED_ON:
        return found.page()
    page = found.page() if notes or found.sendable is None else found.sendable()
    return page if ids else without_ids(page, prep.id_words)


def find_material(prep: Preparation, kind: str) -> Material:
    """Find the material of a kind for a side. Raises UsageError for another kind than those of ``KINDS``."""
    if kind not in _FINDERS:
        raise UsageError(f"there is no material {kind!r}; there are {', '.join(KINDS)}.{hint(kind, KINDS)}")
    return _FINDERS[kind](prep)


def _gaps(prep: Preparation) -> Material:
    from coldwater.prep.material.gaps import find_gaps  # noqa: PLC0415 - each start pays for one kind of material

    return gaps_told(prep, find_gaps(prep))


def gaps_told(prep: Preparation, found: Gaps, rounds: Rounds | None = None) -> Material:
    """Give gaps that were found already as material, with what came up in rounds, where there are notes of any."""
    from coldwater.prep.material.rounds import NONE  # noqa: PLC0415
    from coldwater.prep.pages.gaps import gaps_page  # noqa: PLC0415 - each start pays for one kind of material
    from coldwater.prep.pages.gaps_json import gaps_json  # noqa: PLC0415

    met = rounds or NONE
    return Material(partial(gaps_page, prep, found, met), partial(gaps_json, prep, found, met))


def _questions(prep: Preparation) -> Material:
    from coldwater.prep.material.cross_examination import examine  # noqa: PLC0415 - each start pays for one kind
    from coldwater.prep.pages.questions import questions_page  # noqa: PLC0415
    from coldwater.prep.pages.questions_json import questions_json  # noqa: PLC0415

    found = examine(prep)
    return Material(partial(questions_page, prep, found), partial(questions_json, prep, found))


def _blocks(prep: Preparation) -> Material:
    from coldwater.prep.material.blocks import find_blocks  # noqa: PLC0415 - each start pays for one kind of material

    return blocks_told(prep, find_blocks(prep))


def blocks_told(prep: Preparation, found: File) -> Material:
    """Give blocks that were found already as material."""
    from coldwater.prep.pages.blocks import blocks_page  # noqa: PLC0415
    from coldwater.prep.pages.blocks_json import blocks_json  # noqa: PLC0415
    from coldwater.prep.pages.sendable import sendable_blocks  # noqa: PLC0415

    return Material(
        partial(blocks_page, prep, found), partial(blocks_json, prep, found), partial(sendable_blocks, prep, found)
    )


def brief_of(prep: Preparation, picture: Picture | None = None, is_short: bool = False) -> Material:
    """Find the brief of a side; with a picture of both sides it opens with that, ``is_short`` gives one page of it."""
    from coldwater.prep.material.brief import find_brief  # noqa: PLC0415 - each start pays for one kind of material
    from coldwater.prep.pages.brief import brief_on_one_page, brief_page  # noqa: PLC0415
    from coldwater.prep.pages.brief_json import brief_json  # noqa: PLC0415

    found = find_brief(prep)
    if is_short:
        return Material(partial(brief_on_one_page, prep, found, picture), partial(brief_json, prep, found))
    return Material(
        partial(brief_page, prep, found, picture),
        partial(brief_json, prep, found),
        partial(brief_page, prep, found, picture, notes=False),
    )


def _assumptions(prep: Preparation) -> Material:
    return assumptions_of(prep, (prep.side,))


def assumptions_of(prep: Preparation, sides: Sequence[Side]) -> Material:
    """Find what is taken for granted on one side or on both, whoever prepares."""
    from coldwater.prep.material.assumptions import find_assumptions  # noqa: PLC0415 - each start pays for one kind
    from coldwater.prep.pages.assumptions import assumptions_page  # noqa: PLC0415
    from coldwater.prep.pages.assumptions_json import assumptions_json  # noqa: PLC0415

    found = find_assumptions(prep, sides)
    return Material(partial(assumptions_page, prep, sides, found), partial(assumptions_json, prep, sides, found))


_FINDERS: Mapping[str, Callable[[Preparation], Material]] = {
    "gaps": _gaps,
    "questions": _questions,
    "blocks": _blocks,
    "brief": brief_of,
    "assumptions": _assumptions,
}
#: All of them, by the names of their commands.
KINDS = tuple(_FINDERS)
