"""Argdown's own parser, asked what documents say; and what ours says of them, in the same form."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from coldwater.formats.argdown.debate import Debate, Inference, Statement
from coldwater.formats.argdown.parsing import parse
from coldwater.formats.argdown.settling import settle

if TYPE_CHECKING:
    from collections.abc import Sequence

FOLDER = Path(__file__).parents[2] / "peers"
_IS_THERE = shutil.which("node") is not None and (FOLDER / "node_modules" / "@argdown" / "core").is_dir()

#: Skips what needs the parser where node or the package is missing; where CI is set, it fails there.
needs_peer = pytest.mark.skipif(
    not _IS_THERE and not os.environ.get("CI"), reason="node or @argdown/core is not here; `make test` installs it"
)


def asked(texts: Sequence[str]) -> list[dict[str, Any]]:
    """Let Argdown read documents: for each its model, or ``{"error": …}``."""
    given = "".join(json.dumps(text) + "\n" for text in texts)
    command = ["node", "--stack-size=8000", str(FOLDER / "argdown.mjs")]
    done = subprocess.run(command, input=given.encode(), capture_output=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def read(text: str) -> tuple[Debate, list[str]]:
    """Read a document ourselves; give what it says and what was remarked."""
    remarks: list[str] = []
    debate = parse(text, lambda start, end, message: remarks.append(f"{text[start:end]!r}: {message}"))
    settle(debate)
    return debate, remarks


def theirs(model: dict[str, Any]) -> dict[str, Any]:
    """Give Argdown's model in the form that is compared: what has no title is named by what it says."""
    names = {
        (kind, one["title"]): _name(one["title"], one["texts"], one.get("pcs"))
        for kind, key in (("statement", "statements"), ("argument", "arguments"))
        for one in model[key]
    }
    lines = {one["title"]: one["pcs"] for one in model["arguments"]}

    def member(one: list[Any]) -> tuple[Any, ...]:
        if one[0] == "inference":
            steps = [number for number, line in enumerate(lines[one[1]]) if line["rules"] is not None]
            return ("inference", names["argument", one[1]], steps.index(one[2]))
        return (one[0], names[one[0], one[1]])

    return {
        "statements": sorted((names["statement", one["title"]], *_said(one)) for one in model["statements"]),
        "arguments": sorted(
            (
                names["argument", one["title"]], *_said(one),
                [(_tight(names["statement", line["title"]]), line["rules"]) for line in one["pcs"]],
            )
            for one in model["arguments"]
        ),
        "relations": sorted(
            {_related(kind, member(one), member(other)) for kind, one, other in model["relations"] if one != other}
        ),
    }  # fmt: skip


def ours(debate: Debate) -> dict[str, Any]:
    """Give our model in the form that is compared."""

    def name(one: Any) -> str:
        texts = [wording.text or "" for wording in one.wordings if wording.text is not None]
        pcs = [{"title": line.statement.title} for line in getattr(one, "lines", ())]
        return _name(one.title, texts, pcs)

    def said(one: Any) -> tuple[Any, ...]:
        section = one.section[-1] if one.section else None
        texts = [wording.text for wording in one.wordings if wording.text is not None]
        return _said({"texts": texts, "tags": list(one.tags), "section": section})

    def member(one: Any) -> tuple[Any, ...]:
        if isinstance(one, Inference):
            return ("inference", name(one.argument), one.number)
        return ("statement" if isinstance(one, Statement) else "argument", name(one))

    return {
        "statements": sorted((name(one), *said(one)) for one in debate.statements.values()),
        "arguments": sorted(
            (
                name(one), *said(one),
                [(_tight(name(one.statement)), one.inference.rules if one.inference else None) for one in one.lines],
            )
            for one in debate.arguments.values()
        ),
        "relations": sorted(
            {
                _related(one.kind, member(one.source), member(one.target))
                for one in debate.relations
                if one.source is not one.target
            }
        ),
    }  # fmt: skip


def _related(kind: str, one: tuple[Any, ...], other: tuple[Any, ...]) -> tuple[Any, ...]:
    """Give a relation; the ends of one that goes both ways in the order of their names."""
    return (kind, *(sorted((one, other)) if kind in ("contrary", "contradictory") else (one, other)))


def _name(title: str, texts: list[str], lines: list[dict[str, Any]] | None) -> str:
    if not title.startswith("Untitled "):
        return title
    return f"~{len(lines)} lines" if lines else "~" + _tight(" ".join(texts))


def _said(one: dict[str, Any]) -> tuple[Any, ...]:
    return (
        sorted(_tight(text) for text in one["texts"] if _tight(text)),
        sorted(one["tags"]),
        _tight(one["section"] or ""),
    )


def _tight(text: str) -> str:
    """Give a text without blanks: where Argdown puts some is no matter; and signs without what colours them."""
    return "".join(text.split()).replace("\ufe0f", "")
