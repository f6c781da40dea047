"""What an element says that a map does not hold, and the rules of gsn2x that it breaks and a map cannot show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coldwater.formats.gsn.kinds import CONTEXTUAL, FINAL, LAYOUT

if TYPE_CHECKING:
    from coldwater.formats.foreign.gathering import Gathering
    from coldwater.formats.gsn.elements import Element
    from coldwater.formats.gsn.modules import Case


def lose_attributes(gathering: Gathering, element: Element) -> None:
    """Name the attributes that go along only for the way back."""
    for key in element.more:
        if key in LAYOUT:
            gathering.lose(f"`{key}`", "a map says nothing of its drawing", element.id, many=f"`{key}`")
        elif key == "acp":
            gathering.lose(
                "claim point of assurance", "a map has no field for it", element.id, many="claim points of assurance"
            )
        elif key != "defeatedRelation":
            gathering.lose(f"layer `{key}`", "a map has no layers of text", element.id, many=f"layers `{key}`")


def remark_validity(case: Case, element: Element) -> None:
    """Say which rules of gsn2x an element breaks, as far as the map does not show it."""
    if element.kind in ("Goal", "Strategy") and not element.supported_by and not element.undeveloped:
        case.remark(
            element, f"nothing supports `{element.id}`, nor is it marked as undeveloped (V02); it is granted here"
        )
    if element.undeveloped and element.supported_by:
        case.remark(element, f"`{element.id}` is marked as undeveloped, but something supports it (V03)")
    if element.kind in FINAL | CONTEXTUAL and (element.supported_by or element.in_context_of):
        case.remark(
            element,
            f"`{element.id}` is a {element.kind.lower()}, which rests on nothing and has no context (V04)",
        )
    for child in element.children:
        if child.kind in CONTEXTUAL:
            case.remark(
                element,
                f"`{element.id}` is supported by the {child.kind.lower()} `{child.id}` (V04); it is a claim here",
            )
    for id_ in element.in_context_of:
        found = case.find(id_, element)
        if found is not None and found.kind not in CONTEXTUAL:
            case.remark(element, f"`{element.id}` is in the context of `{id_}`, which is a {found.kind.lower()} (V04)")
