"""The outline that readers without scripts get: the whole map as one flat list, in reading order. It knows no layout.

Flat, since browsers do not nest lists as deep as arguments go; how deep an entry is, it says in words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coldwater.render.svg.elements import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.render.reading.verdicts import Verdicts
    from coldwater.words.wording import Words

_DEEPEST = 12  # further levels are not indented further


def static_outline(data: dict[str, Any], verdicts: Verdicts | None, words: Words) -> str:
    """Give HTML for the data of a page; with verdicts, what those on theses rest on, and each entry with its own."""
    lang = f' lang="{escape(data["language"])}"' if "language" in data else ""
    sources = "".join(f"<li>{_source(source)}</li>" for source in data["sources"])
    positions = "".join(f"<li>{_position(position)}</li>" for position in data.get("positions", ()))
    parts = [
        f'<div class="static"{lang}><h1>{escape(data["title"])}</h1>',
        f"<p>{escape(data['description'])}</p>" if "description" in data else "",
        *(f"<p>{escape(line)}</p>" for line in (_told(verdicts) if verdicts else ())),
        *_questions(data, words),
        "<ol>",
        *_entries(data, verdicts, words),
        "</ol>",
        f"{_heading('positions', words)}<ul>{positions}</ul>" if positions else "",
        f"{_heading('sources', words)}<ol>{sources}</ol>" if sources else "",
        "</div>",
    ]
    return "\n".join(part for part in parts if part)


def _heading(key: str, words: Words) -> str:
    return f'<h2 lang="{words.tag}">{escape(words.on_page(key))}</h2>'


def _told(verdicts: Verdicts) -> tuple[str, ...]:
    """Give what verdicts on theses rest on, then under what they hold."""
    return (*verdicts.rests(*verdicts.resting), *verdicts.circumstances)


def _source(source: dict[str, Any]) -> str:
    number = f"{source['number']}. " if "number" in source else ""
    return f"{number}{escape(source['line'])}"


def _position(position: dict[str, Any]) -> str:
    letter = f"{position['letter']} " if "letter" in position else ""
    note = f" ({position['note']})" if "note" in position else ""
    return escape(f"{letter}{position['name']}{note}")


def _questions(data: dict[str, Any], words: Words) -> Iterator[str]:
    """Give the questions that the map puts, each with the ids of what answers it."""
    if "questions" not in data:
        return
    yield f"{_heading('questions', words)}<ul>"
    for question in data["questions"]:
        answers = ", ".join(escape(data["nodes"][node]["id"]) for node in question.get("answers", ()))
        note = f" ({escape(question['note'])})" if "note" in question else ""
        yield f"<li>{escape(question['text'])}{note}{f' – {answers}' if answers else ''}</li>"
    yield "</ul>"


def _entries(data: dict[str, Any], verdicts: Verdicts | None, words: Words) -> Iterator[str]:
    nodes = data["nodes"]
    waiting = [(node, 1, False) for node in reversed(data["roots"])]
    while waiting:
        at, level, is_again = waiting.pop()
        node = nodes[at]
        yield f'<li class="level-{min(level, _DEEPEST)}">{_words(node, level, is_again, data, verdicts, words)}</li>'
        if not is_again:
            items = [
                (item["again"], level + 1, True) if "again" in item else (item["node"], level + 1, False)
                for item in node.get("panel", {}).get("items", ())
            ]
            items += [(argument, level + 1, False) for argument in node.get("below", ())]
            waiting.extend(reversed(items))


def _words(  # noqa: PLR0913 - what is said of an entry, and how
    node: dict[str, Any], level: int, is_again: bool, data: dict[str, Any], verdicts: Verdicts | None, words: Words
) -> str:
    if node["sort"] == "argument":
        head = f"<strong>{data['signs'][node['relation']]['word']}: {escape(node['text'])}</strong>"
    else:
        text = escape(node["text"])
        head = (
            f"<em>{text}</em>"
            if "implicit" in node
            else f"<strong>{text}</strong>"
            if "thesis" in node or "rival" in node
            else text
        )
    contraries = ", ".join(escape(data["nodes"][contrary]["id"]) for contrary in node.get("contraries", ()))
    notes = [
        escape(verdicts.sentence(node["id"])) if verdicts is not None and node["id"] in verdicts.of else "",
        escape(node["id"]), words.on_page("level_of", level=level), words.on_page("used_again") if is_again else "",
        words.on_page("unstated").lower() if "implicit" in node else "", escape(node.get("mark", "")),
        words.on_page("contradicts_these", names=contraries) if contraries and not is_again else "",
        "" if is_again else escape(node.get("held", "")),
    ]  # fmt: skip
    return f'{head} <span class="foot-note">{" · ".join(note for note in notes if note)}</span>'
