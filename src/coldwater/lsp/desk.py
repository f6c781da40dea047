"""What the server holds: the documents that are open, and the maps of the workspace that are not."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from coldwater import api
from coldwater.errors import ColdwaterError
from coldwater.formats.native.decoding import decode
from coldwater.formats.native.limits import MAX_BYTES
from coldwater.formats.native.spots import RefusedError
from coldwater.language.open_map import OpenMap
from coldwater.lsp.documents import Document, path_of
from coldwater.project.loading import find_settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lsprotocol import types

#: So many maps of a workspace are looked through for a symbol.
_MOST_MAPS = 500


class Desk:
    """The open documents by their address."""

    def __init__(self) -> None:
        self.documents: dict[str, Document] = {}
        self.encoding = "utf-16"
        self.folders: list[str] = []
        self._read: dict[str, tuple[tuple[int, int], OpenMap]] = {}

    def open(self, item: types.TextDocumentItem) -> Document:
        """Take a document that was opened."""
        document = Document(item, self.encoding)
        self.documents[item.uri] = document
        return document

    def close(self, uri: str) -> Document | None:
        """Let go of a document."""
        document = self.documents.pop(uri, None)
        if document is not None:
            document.is_closed = True
            if document.timer is not None:
                document.timer.cancel()
        return document

    def map(self, uri: str) -> Document | None:
        """Give a document that is a map; None for any other."""
        document = self.documents.get(uri)
        return document if document is not None and document.is_map else None

    def maps_elsewhere(self) -> Iterator[tuple[str, OpenMap]]:
        """Give the maps of the workspace that are not open, each with its address."""
        opened = {path_of(uri) for uri in self.documents}
        left = _MOST_MAPS
        for folder in self.folders:
            for path in _maps_below(folder):
                if path in opened or left <= 0:
                    continue
                left -= 1
                found = self._map_at(path)
                if found is not None:
                    yield Path(path).as_uri(), found

    def _map_at(self, path: str) -> OpenMap | None:
        try:
            status = os.stat(path)
            mark = status.st_mtime_ns, status.st_size
            known = self._read.get(path)
            if known is not None and known[0] == mark:
                return known[1]
            found = OpenMap(path, decode(api.map_bytes(path), MAX_BYTES))
        except (OSError, ColdwaterError, RefusedError):
            return None
        self._read[path] = mark, found
        return found


def _maps_below(folder: str) -> list[str]:
    try:
        return [os.path.abspath(path) for path in api.find_maps([folder], find_settings(folder))]
    except ColdwaterError:  # there are none, or a folder cannot be read
        return []
