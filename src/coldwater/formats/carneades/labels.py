"""The labels that a graph expects, made what a map expects of its claims and arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coldwater.formats.carneades.words import VERDICTS

if TYPE_CHECKING:
    from coldwater.formats.carneades.reading import _Reader
    from coldwater.formats.foreign.gathering import Entry


class Labels:
    """Gathers labels; those of statements that only undercut are told of what argues for them, if that is one."""

    def __init__(self, reader: _Reader) -> None:
        self._reader = reader

    def read(self) -> None:
        """Take the labels of `tests`, and of `labels`, as older files have it."""
        graph = self._reader.graph
        for key in ("tests", "labels"):
            tests = graph.top.get(key)
            if isinstance(tests, dict):
                for label in VERDICTS:
                    for id_ in list(graph.names(tests.get(label), key)):
                        self._label(label, id_)
            if tests is not None:
                graph.gathering.kept[key] = tests

    def expect(self, entry: Entry, label: str) -> None:
        """Expect a verdict of a claim or an argument."""
        self._reader.gathering.fields.setdefault("expect", {"verdicts": {}})["verdicts"][entry] = label

    def _label(self, label: str, id_: str) -> None:
        reader = self._reader
        if id_ in reader.undercutters.folded:
            self._label_undercutter(label, id_)
        elif id_ in reader.claims:
            self.expect(reader.claims[id_], label)
        elif id_ not in reader.about:
            reader.gathering.lose(
                "expected label of a statement that is not there", "only the graph's schemes would make it", id_,
                many="expected labels of statements that are not there",
            )  # fmt: skip

    def _label_undercutter(self, label: str, id_: str) -> None:
        """Expect what is expected of an undercutter of what argues for it: the only argument, or all that fall."""
        reader = self._reader
        concluding = [step for one in reader.undercutters.concluding.get(id_, ()) for step in reader.steps.made[one]]
        if len(concluding) == 1 or (concluding and label == "out"):
            for step in concluding:
                self.expect(step, label)
            return
        why = (
            "nothing argues for it" if not concluding else "several arguments are for it, and it is no claim of its own"
        )
        reader.gathering.lose("expected label of an undercutter", why, id_, many="expected labels of undercutters")
