"""The parts of an argument graph in the types that they should have; what is of another type is left out and told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coldwater.formats.carneades.words import normal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.formats.foreign.gathering import Gathering
    from coldwater.formats.foreign.yaml_document import YamlDocument


class Graph:
    """An argument graph as its file states it; ``top`` is what stands at the top level."""

    def __init__(self, gathering: Gathering, document: YamlDocument) -> None:
        self.gathering = gathering
        self.document = document
        self.top: dict[str, Any] = {str(key): value for key, value in document.data.items()}
        self.constants = self._constants()

    def mapping(self, key: str, is_quiet: bool = False) -> dict[str, Any]:
        """Give a part that maps ids to entries."""
        value = self.top.get(key)
        if isinstance(value, dict):
            return {str(name): body for name, body in value.items()}
        if value is not None and not is_quiet:
            self.gathering.remark(self.document.place(key), f"`{key}` must map ids to entries; it is left out")
        return {}

    def names(self, value: Any, key: str, is_quiet: bool = False) -> Iterator[str]:
        """Give the statements of a list, or of one that stands alone."""
        items = value if isinstance(value, list) else [] if value is None else [value]
        for item in items:
            if isinstance(item, str | int | float) and str(item).strip():
                yield normal(str(item))
            elif item is not None and not is_quiet:
                self.gathering.remark(self.document.place(key), f"an item of `{key}` is no statement; left out")

    def arguments(self) -> dict[str, dict[str, Any]]:
        """Give the arguments that have a conclusion."""
        return {normal(id_): body for id_, body in self.mapping("arguments").items() if self._is_argument(id_, body)}

    def premises(self, id_: str, body: dict[str, Any], is_quiet: bool = False) -> list[tuple[str, str]]:
        """Give the premises of an argument with their roles, if they have any; none twice."""
        premises = body.get("premises")
        if isinstance(premises, dict):
            pairs = [(str(role), name) for role, name in premises.items()]
        elif isinstance(premises, list):
            pairs = [("", name) for name in premises]
        else:
            pairs = [] if premises is None else [("", premises)]
        found: dict[str, str] = {}
        for role, name in pairs:
            if isinstance(name, str | int | float) and str(name).strip():
                found.setdefault(normal(str(name)), role)
            elif not is_quiet:
                place = self.document.place("arguments", id_)
                self.gathering.remark(place, f"a premise of `{id_}` is no statement; left out")
        return [(role, name) for name, role in found.items()]

    def weight(self, id_: str, body: dict[str, Any]) -> float | None:
        """Give the weight of an argument, its own or that of its scheme, if it is a number from 0 to 1."""
        for value in (body.get("weight"), body.get("weigth"), self.constants.get(str(body.get("scheme")))):
            if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1:
                return value
            if value is not None:
                self.gathering.lose(
                    "weight that is no number from 0 to 1", "a strength is one", id_,
                    many="weights that are no numbers from 0 to 1",
                )  # fmt: skip
        return None

    def _is_argument(self, id_: str, body: Any) -> bool:
        if isinstance(body, dict) and body.get("conclusion") is not None:
            return True
        place = self.document.place("arguments", id_)
        self.gathering.remark(place, f"the argument `{id_}` has no conclusion, and is left out")
        self.gathering.lose(
            "argument without a conclusion", "it is about nothing", str(id_), many="arguments without a conclusion"
        )
        return False

    def _constants(self) -> dict[str, Any]:
        """Give the weight of each scheme whose arguments all weigh the same."""
        schemes = self.top.get("argument_schemes")
        found = {}
        for scheme in schemes if isinstance(schemes, list) else ():
            weight = scheme.get("weight") if isinstance(scheme, dict) else None
            if isinstance(weight, dict) and "constant" in weight:
                found[str(scheme.get("id"))] = weight["constant"]
        return found
