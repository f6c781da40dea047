"""The maps that are served, what was done to each, and every way to change one: a move, a fix, a text, undo and redo.

Whoever writes names the version that was looked at. If the file holds another by now, both are brought together by id;
only where one id was changed on both sides the person chooses. Nothing is written that was not asked for.
"""

from __future__ import annotations

import os
from threading import RLock

from coldwater.api import CollectorOff
from coldwater.changes import Change
from coldwater.editing.moves.making import make_moves
from coldwater.editing.moves.undoing import version_of
from coldwater.errors import UnreadableFileError, UsageError
from coldwater.files import read_side_file
from coldwater.formats.native.decoding import encode
from coldwater.formats.native.remembering import Memory
from coldwater.model.references import is_graph
from coldwater.moves import text_of
from coldwater.records import NamedTuple
from coldwater.renames import following
from coldwater.report.move_answer import answer_data, answer_of
from coldwater.serving.joining import joined
from coldwater.serving.looking import Looks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from coldwater.checking import Checked
    from coldwater.model.models import Map
    from coldwater.workshop import Held, Workshop

#: How many changes of a map can be taken back, as far as their texts are remembered.
_MOST_STEPS = 500


class ReadOnlyError(UsageError):
    """Something is to be written, and the maps are only shown."""


class ForgottenError(UsageError):
    """A change is meant for a state of a map that is not known here (any more)."""


class Step(NamedTuple):
    """A change of a map: the text before and after, and the changes of files beside it that name its ids."""

    before: str
    after: str
    beside: tuple[Change, ...] = ()


class Made(NamedTuple):
    """A step that was made, by the versions of its texts, which the workshop remembers."""

    before: str
    after: str
    beside: tuple[Change, ...]


class Done(NamedTuple):
    """What became of a change: the version to go on from, what it did, whether others' was met, the state now.

    ``is_merged``: the file had been changed by somebody else in the meantime, and holds both now. ``state`` is what is
    another than in the version that was looked at, as ``Desk.state`` gives it.
    """

    version: str
    answer: Mapping[str, Any]
    is_merged: bool
    state: Mapping[str, Any] = {}


class Desk:
    """The maps of a workshop with their history. Its methods may be called from several threads."""

    def __init__(self, shop: Workshop, is_read_only: bool = False) -> None:
        """Take the maps. ``is_read_only``: nothing may be written."""
        self.shop = shop
        self.is_read_only = is_read_only
        self._lock = RLock()
        self._memory = Memory()
        self._looks = Looks(shop)
        self._past: dict[str, list[Made]] = {}
        self._future: dict[str, list[Made]] = {}

    # --- looking ------------------------------------------------------------------------------------------------

    def state(self, name: str, since: str = "") -> dict[str, Any]:
        """Give what there is to know of a map for its editor: its version, what it holds, findings and verdicts.

        ``since``: a version that was looked at; as far as it is known, only what is another since is given.
        """
        with self._lock:
            held = self._held(name)
        if since == held.version:
            return {**self._head(held), "version": since, "since": since}
        looked = self._looks.at(held.path, held.version, held.data)
        return {**self._head(held), **looked.told(self._looks.known(held.path, since))}

    def _head(self, held: Held) -> dict[str, Any]:
        with self._lock:
            return {
                "name": held.name,
                "is_read_only": self.is_read_only,
                "can_undo": self._can_go(held, self._past),
                "can_redo": self._can_go(held, self._future),
            }

    def drawable(self, name: str) -> tuple[Map, str]:
        """Give a map with its version. Raises UnreadableFileError for what cannot be drawn."""
        with self._lock:
            held = self._held(name)
        checked = self._looks.at(held.path, held.version, held.data).checked
        if checked.map is None or checked.graph_errors or not is_graph(checked.map):
            raise UnreadableFileError(held.name, "it cannot be drawn as it stands; see its findings")
        return checked.map, held.version

    def text(self, name: str) -> tuple[str, str]:
        """Give the text of a map and its version."""
        with self._lock:
            held = self._held(name)
        return held.text, held.version

    def text_at(self, name: str, version: str) -> str | None:
        """Give the text that a map had at a version; None if it is not known any more."""
        path = self.shop.path_of(name)[1]
        data = self.shop.known(path, version)
        return None if data is None else text_of(path, data)[0]

    # --- changing -----------------------------------------------------------------------------------------------

    def move(self, name: str, version: str, moves: Sequence[Mapping[str, Any]], choices: Mapping[str, str]) -> Done:
        """Make moves on the state of a map that was looked at. Raises MoveRefusedError, DisputedError, UsageError."""
        with self._lock, CollectorOff(), self._memory:
            held = self._held(name)
            base = self._known(held, version)

            def texts(map_: Map) -> Mapping[str, str]:
                from coldwater.beside import full_texts  # noqa: PLC0415 - few moves ask for a text

                return full_texts(held.path.rpartition("/")[0], map_)[0]

            made = make_moves(base, held.spelling, list(moves), texts)
            beside = tuple(following(held.path, made.renamings, self.shop.baseline()))
            return self._write(held, Step(base, made.text, beside), choices, made.renamed)

    def write_text(self, name: str, version: str, text: str, choices: Mapping[str, str]) -> Done:
        """Put another text in the place of the one that was looked at, as an editor of texts does."""
        with self._lock, CollectorOff(), self._memory:
            held = self._held(name)
            return self._write(held, Step(self._known(held, version), text), choices)

    def write_typed(self, name: str, version: str, text: str, choices: Mapping[str, str]) -> tuple[str, str]:
        """Put a text that is being typed in the place of the one that was looked at; give version and text then.

        What leads back to where the last step began takes that step back.
        """
        self._refuse_read_only()
        with self._lock, CollectorOff(), self._memory:
            held = self._held(name)
            step = Step(self._known(held, version), text)
            written = joined(held.path, step.before, text, held.text, choices)
            new = encode(written, held.data)
            text_of(held.path, new)  # refuses what could not be looked at again
            after = self.shop.write(held, new) if new != held.data else held.version
            steps = self._past.get(held.path, [])
            if steps and steps[-1] == Made(version_of(step.after), version_of(step.before), ()):
                self._future.setdefault(held.path, []).append(steps.pop())
            elif step.before != step.after:
                self._record(held, step)
            return after, written

    def mend(self, name: str, version: str, number: int, choices: Mapping[str, str]) -> Done:
        """Make the fix of a finding, by the number it has in the state of that version."""
        with self._lock, CollectorOff(), self._memory:
            held = self._held(name)
            base = self._known(held, version)
            checked = self._looks.at(held.path, version, encode(base, held.data)).checked
            return self._write(held, Step(base, _fixed(checked, base, number)), choices)

    def undo(self, name: str, choices: Mapping[str, str]) -> Done:
        """Take back the last change that was made here."""
        return self._go(name, self._past, self._future, choices, is_back=True)

    def redo(self, name: str, choices: Mapping[str, str]) -> Done:
        """Make the change again that was taken back last."""
        return self._go(name, self._future, self._past, choices, is_back=False)

    def create(self, name: str, text: str) -> Held:
        """Write a new map. Raises UsageError where there is one of this name."""
        self._refuse_read_only()
        with self._lock:
            return self.shop.create(name, text)

    def _go(
        self,
        name: str,
        source: dict[str, list[Made]],
        target: dict[str, list[Made]],
        choices: Mapping[str, str],
        *,
        is_back: bool,
    ) -> Done:
        with self._lock, CollectorOff(), self._memory:
            held = self._held(name)
            if not self._can_go(held, source):
                raise UsageError("there is nothing to take back" if is_back else "nothing was taken back")
            made = source[held.path][-1]
            texts = self._known(held, made.before), self._known(held, made.after)
            step = Step(texts[1], texts[0], tuple(_back(made.beside))) if is_back else Step(*texts, made.beside)
            done = self._put(held, step, choices, {})
            target.setdefault(held.path, []).append(source[held.path].pop())
            return self._with_state(held, done, step.before)

    def _can_go(self, held: Held, source: Mapping[str, Sequence[Made]]) -> bool:
        """Tell whether there is a step to make, of which the texts are still remembered."""
        last = source.get(held.path, ())[-1:]
        return any(
            None not in (self.shop.known(held.path, one.before), self.shop.known(held.path, one.after)) for one in last
        )

    def _write(
        self,
        held: Held,
        step: Step,
        choices: Mapping[str, str],
        renamed: Mapping[tuple[str, str], str] | None = None,
    ) -> Done:
        done = self._put(held, step, choices, renamed or {})
        self._record(held, step)
        return self._with_state(held, done, step.before)

    def _record(self, held: Held, step: Step) -> None:
        """Remember a step, so that it can be taken back as long as its texts are remembered."""
        past = self._past.setdefault(held.path, [])
        past.append(Made(self._remember(held, step.before), self._remember(held, step.after), step.beside))
        del past[:-_MOST_STEPS]
        self._future.pop(held.path, None)

    def _put(self, held: Held, step: Step, choices: Mapping[str, str], renamed: Mapping[tuple[str, str], str]) -> Done:
        """Bring a change of one text to the file, and tell what it did to it."""
        self._refuse_read_only()
        text = joined(held.path, step.before, step.after, held.text, choices)
        new = encode(text, held.data)
        before = self._looks.at(held.path, held.version, held.data)
        version = self.shop.write(held, new, step.beside) if new != held.data else held.version
        after = self._looks.at(held.path, version, new)
        answer = answer_of(before.seen, after.seen, renamed, {}, version)
        return Done(version, answer_data(answer), text != step.after)

    def _with_state(self, held: Held, done: Done, base: str) -> Done:
        """Let what became of a change hold the state now, as far as it is another than that of a text."""
        now = self.shop.held(held.name)
        looked = self._looks.at(now.path, now.version, now.data)
        told = looked.told(self._looks.known(held.path, version_of(base)))
        return done._replace(state={**self._head(now), **told})

    def _refuse_read_only(self) -> None:
        if self.is_read_only:
            raise ReadOnlyError("the maps are only shown here: coldwater serve was started with --read-only")

    def _held(self, name: str) -> Held:
        return self.shop.held(name)

    def _known(self, held: Held, version: str) -> str:
        data = self.shop.known(held.path, version)
        if data is None:
            raise ForgottenError(
                "the state of the map that was looked at is not known here any more; load the page anew"
            )
        return text_of(held.path, data)[0]

    def _remember(self, held: Held, text: str) -> str:
        version = version_of(text)
        if self.shop.known(held.path, version) is None:
            self.shop.remember(held.path, version, encode(text, held.data))
        return version


def _back(beside: Iterable[Change]) -> Iterator[Change]:
    """Give what takes back changes beside a map; what somebody else has changed since stays."""
    for one in beside:
        if os.path.isfile(one.path) and read_side_file(one.path) == one.new:
            yield Change(one.path, one.new, one.old)


def _fixed(checked: Checked, base: str, number: int) -> str:
    from coldwater.formats.native.splices import edited  # noqa: PLC0415 - only who mends needs it

    if not 1 <= number <= len(checked.findings):
        raise UsageError("this finding is not there any more")
    fix = checked.findings[number - 1].fix
    if fix is None:
        raise UsageError("nobody knows what would mend this without knowing what was meant")
    return edited(base, fix.edits)
