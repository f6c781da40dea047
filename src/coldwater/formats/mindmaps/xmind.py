"""XMind's files: an archive whose content.json holds sheets of topics."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from coldwater.formats.foreign.gathering import Gathering
    from coldwater.formats.foreign.imported import Given, Imported
    from coldwater.formats.foreign.look import Look
    from coldwater.formats.mindmaps.branches import Branch

NAME = "xmind"
TITLE = "XMind (.xmind with content.json)"
ENDINGS = (".xmind",)
LOSES_IN: tuple[str, ...] = ("relationships between topics, boundaries, summaries, pictures, looks",)
LOSES_OUT: tuple[str, ...] = ()


def is_one(look: Look) -> bool:
    """Tell whether an archive holds the content of XMind, of any age."""
    return "content.json" in look.entries or {"content.xml", "META-INF/manifest.xml"} <= look.entries


def read(given: Given) -> Imported:
    """Read all sheets. Raises RefusedError for files of XMind 8 and before, which hold no content.json."""
    import json  # noqa: PLC0415 - only where there is one

    from coldwater.findings import START  # noqa: PLC0415
    from coldwater.formats.foreign.gathering import Gathering  # noqa: PLC0415
    from coldwater.formats.foreign.packed import unpacked  # noqa: PLC0415
    from coldwater.formats.foreign.texts import decoded  # noqa: PLC0415
    from coldwater.formats.mindmaps.branches import grown  # noqa: PLC0415
    from coldwater.formats.native.spots import SYNTAX, RefusedError, Spot  # noqa: PLC0415

    content = unpacked(given.data, "content.json")
    if content is None:
        said = "this is no file of XMind 2020 or later, which hold content.json; save it with a newer XMind, or as OPML"
        raise RefusedError(Spot(SYNTAX, START, said))
    try:
        data = json.loads(decoded(content)[0], strict=False)
    except ValueError:
        raise RefusedError(Spot(SYNTAX, START, "content.json within the file is no JSON")) from None
    gathering = Gathering(NAME, given)
    roots: list[Branch] = []
    for sheet in data if isinstance(data, list) else [data]:
        if isinstance(sheet, dict) and isinstance(sheet.get("rootTopic"), dict):
            roots += _topics(sheet["rootTopic"], gathering)
            count = len(sheet["relationships"]) if isinstance(sheet.get("relationships"), list) else 0
            gathering.lose("relationship", "what it means is not said", count=count)
    return grown(gathering, "", roots)


def _topics(root: dict[str, Any], gathering: Gathering) -> list[Branch]:
    """Give a topic with all below it, and those that float beside."""
    top = _branch(root, gathering)
    floating: list[Branch] = []
    waiting = [(root, top)]
    while waiting:
        topic, branch = waiting.pop()
        children = topic.get("children")
        for kind, held in children.items() if isinstance(children, dict) else ():
            for one in held if isinstance(held, list) else ():
                if not isinstance(one, dict):
                    continue
                below = _branch(one, gathering)
                if kind == "detached":
                    floating.append(below)
                elif kind in ("attached", "callout"):
                    branch.below.append(below)
                else:
                    gathering.lose(f"topic of the kind `{kind[:20]}`", "it is no branch", below.id)
                    continue
                waiting.append((one, below))
    return [top, *floating]


def _branch(topic: dict[str, Any], gathering: Gathering) -> Branch:
    from coldwater.findings import START  # noqa: PLC0415
    from coldwater.formats.mindmaps.branches import Branch, rid_of_html  # noqa: PLC0415

    branch = Branch(_text(topic.get("title")), START, _text(topic.get("id")) or None)
    notes = topic.get("notes") if isinstance(topic.get("notes"), dict) else {}
    for kind in ("plain", "realHTML", "html"):
        content = notes.get(kind) if isinstance(notes, dict) else None
        if isinstance(content, dict) and not branch.note:
            branch.note = rid_of_html(_text(content.get("content")))
    branch.links = [_text(topic.get("href"))] if _text(topic.get("href")) else []
    branch.labels = [_text(label) for label in _list(topic.get("labels"))]
    branch.signs = [_text(marker.get("markerId")) for marker in _list(topic.get("markers")) if isinstance(marker, dict)]
    style = topic.get("style")
    properties = style.get("properties") if isinstance(style, dict) else None
    if isinstance(properties, dict):
        branch.colours = [_text(properties.get(key)) for key in ("svg:fill", "fo:color", "border-line-color")]
    bounds = len(_list(topic.get("boundaries")))
    gathering.lose("boundary", "it is a look", branch.id if bounds else None, many="boundaries", count=bounds)
    if isinstance(topic.get("image"), dict):
        gathering.lose("picture", "a map holds text", branch.id)
    return branch


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
