"""The documents that an editor has open: their text now, their version, and what was last found in them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from coldwater.language.diagnosing import Diagnosis
from coldwater.language.open_map import OpenMap
from coldwater.lsp.positions import Positions, edited

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable, Mapping, Sequence

    from lsprotocol import types

    Question = Callable[[OpenMap, Positions], Any]

#: About larger texts, what was asked once is worked out beside after each check.
_LARGE = 100_000
_ENDINGS = (".argmap.yaml", ".argmap.yml", ".argmap.json")


def path_of(uri: str) -> str | None:
    """Give the path of a file's address; None for an address of something else."""
    parts = urlsplit(uri)
    if parts.scheme != "file":
        return None
    path = url2pathname(parts.path)
    return f"//{parts.netloc}{path}" if parts.netloc not in ("", "localhost") else path


class Document:
    """A document that is open."""

    def __init__(self, item: types.TextDocumentItem, encoding: str) -> None:
        self.uri = item.uri
        self.version = item.version
        self.encoding = encoding
        path = path_of(item.uri)
        #: Whether it is a file, so that what lies beside it counts.
        self.is_file = path is not None
        self.open_map = OpenMap(path or _name(item), item.text)
        self.found = Diagnosis((), {})
        #: The version that what was found is of, and the one that the editor was told of last.
        self.checked: int | None = None
        self.told: int | None = None
        self.timer: asyncio.TimerHandle | None = None
        #: When the first edit came that nothing was told of since, and whether somebody looks at the lines of lenses.
        self.waiting_since: float | None = None
        self.shows_lenses = False
        self.is_closed = False
        #: What was asked about the whole text, and the answers to it as it is now.
        self._questions: dict[str, Question] = {}
        self._answers: dict[str, Any] = {}

    @property
    def is_map(self) -> bool:
        """Whether it is named as a map is, or says that it is one; nothing is said of any other file."""
        return self.open_map.name.lower().endswith(_ENDINGS) or "argmap:" in self.open_map.text[:4_000]

    @property
    def positions(self) -> Positions:
        """The places of the text as it is now."""
        return Positions(self.open_map, self.encoding)

    def once(self, name: str, question: Question) -> Any:
        """Give the answer to a question about the whole text, worked out once as long as nothing changes."""
        self._questions[name] = question
        if name not in self._answers:
            self._answers[name] = question(self.open_map, self.positions)
        return self._answers[name]

    def questions(self) -> Mapping[str, Question]:
        """Give what was asked about the whole text and will be asked again, where answering it takes long."""
        return dict(self._questions) if len(self.open_map.text) > _LARGE else {}

    def forget(self, answers: Mapping[str, Any] | None = None) -> None:
        """Let go of answers: the text is another, or more is known of it. ``answers``: those that are known anew."""
        self._answers = dict(answers or {})

    def is_at(self, version: int) -> bool:
        """Tell whether it is open, and its text still of a version."""
        return not self.is_closed and self.version == version

    def change(self, version: int, changes: Sequence[types.TextDocumentContentChangeEvent]) -> None:
        """Take an edit."""
        self.open_map = edited(self.open_map, changes, self.encoding)
        self.forget()
        self.version = version


def _name(item: types.TextDocumentItem) -> str:
    """Name a document that is no file by its language."""
    name = os.path.basename(unquote(urlsplit(item.uri).path)) or "map"
    return name if name.lower().endswith((".yaml", ".yml", ".json")) else f"{name}.argmap.{_spelling(item)}"


def _spelling(item: types.TextDocumentItem) -> str:
    is_json = item.language_id in ("json", "jsonc") or item.text.lstrip().startswith("{")
    return "json" if is_json else "yaml"
