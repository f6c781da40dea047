"""The files of a case: one, and those that its modules use; their elements, and which of them a name means."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Any

from coldwater.findings import START
from coldwater.formats.foreign.json_document import word
from coldwater.formats.foreign.yaml_document import read_yaml_document
from coldwater.formats.gsn.elements import Element
from coldwater.formats.native.limits import MAX_BYTES
from coldwater.formats.native.spots import SYNTAX, RefusedError, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.findings import Place
    from coldwater.formats.foreign.gathering import Gathering
    from coldwater.formats.foreign.imported import Given

#: More files than this are not one case.
_MOST_FILES = 500


class Case:
    """Elements by file and id, in the order of the files; ``headers`` are what the files say of their modules."""

    def __init__(self, gathering: Gathering, given: Given) -> None:
        self.gathering = gathering
        self.elements: dict[tuple[int, str], Element] = {}
        self.headers: list[dict[str, Any]] = []
        self.names: list[str] = []
        #: The path of each file from the folder of the first, whose own is empty.
        self.paths: list[str] = []
        #: Paths that a module uses and that are not there.
        self.missing: list[str] = []
        self._first: dict[str, Element] = {}
        self._given = given
        self._bytes = 0
        self._read_all()

    def __iter__(self) -> Iterator[Element]:
        return iter(self.elements.values())

    def find(self, id_: str, near: Element) -> Element | None:
        """Give the element that an id means: one of the same file, else the first of all files."""
        return self.elements.get((near.key[0], id_)) or self._first.get(id_)

    def remark(self, element: Element, message: str) -> None:
        """Say that an element bends the rules; one of another file than the first is told with its file."""
        path = self.paths[element.key[0]]
        self.gathering.remark(element.place, f"`{path}`: {message}" if path else message)

    def module_named(self, name: str) -> int | None:
        """Give the number of the file of a module."""
        return self.names.index(name) if name in self.names else None

    def _read_all(self) -> None:
        waiting = [("", self._given)]
        seen = {posixpath.basename(self._given.name.replace("\\", "/"))}
        for number, (path, given) in enumerate(waiting):
            header = self._read(number, path, given)
            folder = posixpath.dirname(path)
            for used in _listed(header.get("uses")):
                there = posixpath.normpath(posixpath.join(folder, used.replace("\\", "/")))
                if there in seen:
                    continue
                seen.add(there)
                data = self._given.beside(there) if len(waiting) < _MOST_FILES else None
                if data is None or self._bytes + len(data) > MAX_BYTES:
                    self.missing.append(used)
                    place = START if number else self.place("module")
                    self.gathering.remark(place, f"the file `{used}`, which is used, cannot be had; it is left out")
                    self.gathering.lose("module", "its file cannot be had", used)
                    continue
                self._bytes += len(data)
                waiting.append((there, given._replace(name=there, data=data)))

    def _read(self, number: int, path: str, given: Given) -> dict[str, Any]:
        """Read a file into the case and give the header of its module."""
        try:
            document = read_yaml_document(given)
            if document.data is not None and not isinstance(document.data, dict):
                raise RefusedError(
                    Spot(SYNTAX, document.place(), "a file of GSN maps ids of elements to what they are, `G1: {…}`")
                )
            if document.data:
                self._refuse_what_is_none(document.data)
        except RefusedError as refusal:
            if not number:
                raise
            self.gathering.remark(START, f"the file `{path}`, which is used, cannot be read: {refusal.spot.message}")
            self.gathering.lose("module", "its file cannot be read", path)
            document = read_yaml_document(given._replace(data=b""))
        if number:
            for _, message in document.remarks:
                self.gathering.remark(START, f"`{path}`: {message}")
        else:
            document.tell(self.gathering)
            self.place = document.key_place
        return self._take(number, path, document.data or {}, document.key_place)

    def _refuse_what_is_none(self, data: dict[str, Any]) -> None:
        """Refuse a mapping in which nothing is an element."""
        from coldwater.formats.gsn.kinds import kind_of  # noqa: PLC0415

        for key, body in data.items():
            is_body = isinstance(body, dict | None)
            if is_body and (key == "module" or kind_of(key, body.get("nodeType") if body else None)):
                return
        message = "there is no element here: ids begin with G, S, Sn, C, A, J, CG or CSn, and map to attributes"
        raise RefusedError(Spot(SYNTAX, START, message))

    def _take(self, number: int, path: str, data: dict[str, Any], place_of: Any) -> dict[str, Any]:
        header = data.get("module")
        header = header if isinstance(header, dict) else {} if header is None else {"name": word(header)}
        self.headers.append(header)
        self.paths.append(path)
        stem = posixpath.basename(path or self._given.name).split(".")[0]
        self.names.append(word(header.get("name")) or stem)
        for id_, body in data.items():
            if id_ == "module":
                continue
            place: Place = START if number else place_of(id_)

            def remark(message: str, place: Place = place) -> None:
                self.gathering.remark(place, f"`{path}`: {message}" if path else message)

            if isinstance(body, str):
                remark(f"`{id_}` is a text, where attributes belong; it is taken for its text")
                body = {"text": body}  # noqa: PLW2901
            elif not isinstance(body, dict | None):
                remark(f"`{id_}` has no attributes")
                body = {}  # noqa: PLW2901
            element = Element(number, id_, body or {}, place, remark)
            if id_ in self._first:
                remark(f"there is an element `{id_}` in another module already; here both are kept")
            self._first.setdefault(id_, element)
            self.elements[element.key] = element
        return header


def _listed(value: object) -> list[str]:
    items = value if isinstance(value, list) else [value]
    return [one for one in map(word, items) if one is not None and one.strip()]
