"""MindMup's files (.mup): JSON, with ideas in ideas; those of its argument maps have groups of premises."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from coldwater.findings import Pointer
    from coldwater.formats.foreign.gathering import Gathering
    from coldwater.formats.foreign.imported import Given, Imported
    from coldwater.formats.foreign.look import Look
    from coldwater.formats.foreign.places import Where
    from coldwater.formats.mindmaps.branches import Branch

NAME = "mindmup"
TITLE = "MindMup (.mup)"
ENDINGS = (".mup",)
LOSES_IN: tuple[str, ...] = ("links between ideas, pictures, looks",)
LOSES_OUT: tuple[str, ...] = ()
_GROUPS = {"supporting": "supports", "opposing": "attacks"}


def is_one(look: Look) -> bool:
    """Tell whether a JSON file holds ideas by rank."""
    data = look.json
    return (
        isinstance(data, dict) and isinstance(data.get("ideas"), dict) and ("formatVersion" in data or "title" in data)
    )


def read(given: Given) -> Imported:
    """Read a mind map. Raises RefusedError for what is no JSON."""
    from coldwater.findings import START  # noqa: PLC0415 - only where there is one
    from coldwater.formats.foreign.gathering import Gathering  # noqa: PLC0415
    from coldwater.formats.foreign.json_document import read_document  # noqa: PLC0415
    from coldwater.formats.mindmaps.branches import grown  # noqa: PLC0415

    document = read_document(given)
    data = document.data
    gathering = Gathering(NAME, given)
    for said in document.remarks:
        gathering.remark(START, said)
    if not isinstance(data, dict):
        return gathering.finish()
    top: Pointer = ()
    tops = _ideas(data, top) if data.get("id") == "root" or data.get("formatVersion") == 3 else [(top, data)]
    links = data.get("links")
    gathering.lose("link between ideas", "what it means is not said", many="links between ideas", count=_size(links))
    roots = [_branch(idea, document.late(at), gathering) for at, idea in tops]
    pairs = list(zip(tops, roots, strict=True))
    while pairs:
        (at, idea), branch = pairs.pop()
        inside = _ideas(idea, at)
        branch.below = [_branch(one, document.late(place), gathering) for place, one in inside]
        pairs += zip(inside, branch.below, strict=True)
    return grown(gathering, _text(data.get("title")), roots)


def _ideas(idea: dict[str, Any], at: Pointer) -> list[tuple[Pointer, dict[str, Any]]]:
    """Give the ideas below one with the ways to them, by rank: those on the left have negative ones and come last."""
    held = idea.get("ideas")
    found = [(key, one) for key, one in held.items() if isinstance(one, dict)] if isinstance(held, dict) else []
    return [((*at, "ideas", key), one) for key, one in sorted(found, key=lambda pair: _rank(pair[0]))]


def _rank(key: str) -> tuple[bool, float]:
    try:
        rank = float(key)
    except ValueError:
        return (True, 0.0)
    return (rank < 0, abs(rank)) if rank == rank else (True, 0.0)  # noqa: PLR0124 - not a number equals nothing


def _branch(idea: dict[str, Any], place: Where, gathering: Gathering) -> Branch:
    from coldwater.formats.mindmaps.branches import Branch, rid_of_html  # noqa: PLC0415

    id_ = idea.get("id")
    known = str(id_)[:60] if isinstance(id_, str | int) and not isinstance(id_, bool) else None
    branch = Branch(_text(idea.get("title")), place, known)
    attributes = _dict(idea.get("attr"))
    group = _GROUPS.get(_text(attributes.get("group")))
    if group is not None:
        branch.is_group = bool(_ideas(idea, ()))
        branch.signs.append(group)
        if branch.text.strip().casefold() in ("group", "") and branch.is_group:
            branch.text = group
    note, attachment = _dict(attributes.get("note")), _dict(attributes.get("attachment"))
    branch.note = _text(note.get("text")) or rid_of_html(_text(attachment.get("content")))
    style, connector = _dict(attributes.get("style")), _dict(attributes.get("parentConnector"))
    branch.signs.append(_text(connector.get("label")))
    branch.colours = [_text(style.get("background")), _text(connector.get("color"))]
    branch.text, links = _parted(branch.text)
    branch.links = links
    if attributes.get("icon"):
        gathering.lose("picture", "a map holds text", branch.id)
    return branch


def _parted(title: str) -> tuple[str, list[str]]:
    """Part a title from the address in it, which MindMup shows as a link."""
    words = title.split(" ")
    links = [word for word in words if word.startswith(("http://", "https://"))]
    rest = " ".join(word for word in words if word not in links)
    return (rest, links) if rest.strip() else (title, links)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _dict(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _size(value: object) -> int:
    return len(value) if isinstance(value, list) else 0
