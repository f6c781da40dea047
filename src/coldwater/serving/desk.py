"""The maps that are served, what was done to each, and every way to change one: a move, a fix, a text, undo and redo.

Whoever writes names the version that was looked at. If the file holds another by now, both are brought together by id;
only where one id was changed on both sides the person chooses. Nothing is written that was not asked for.
"""

from __future__ import annotations

import os
from threading import RLock

from coldwater import api
from coldwater.changes import Change
from coldwater.editing.moves.making import make_moves
from coldwater.errors import UsageError
from coldwater.files import read_side_file
from coldwater.formats.native.decoding import encode
from coldwater.model.data import as_data
from coldwater.moves import text_of, verdicts_on
from coldwater.records import NamedTuple
from coldwater.renames import following
from coldwater.report.move_answer import answer_data, answer_of
from coldwater.serving.joining import joined

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from coldwater.model.models import Map
    from coldwater.workshop import Held, Workshop

#: How many changes of a map can be taken back, and how many characters their texts have at most.
_MOST_STEPS, _MOST_CHARACTERS = 500, 64_000_000


class ReadOnlyError(UsageError):
    """Something is to be written, and the maps are only shown."""


class ForgottenError(UsageError):
    """A change is meant for a state of a map that is not known here (any more)."""


class Step(NamedTuple):
    """A change of a map: the text before and after, and the changes of files beside it that name its ids."""

    before: str
    after: str
    beside: tuple[Change, ...] = ()


class Done(NamedTuple):
    """What became of a change: the version to go on from, what it did, whether others' was met.

    ``is_merged``: the file had been changed by somebody else in the meantime, and holds both now.
    """

    version: str
    answer: Mapping[str, Any]
    is_merged: bool


class Desk:
    """The maps of a workshop with their history. Its methods may be called from several threads."""

    def __init__(self, shop: Workshop, is_read_only: bool = False) -> None:
        """Take the maps. ``is_read_only``: nothing may be written."""
        self.shop = shop
        self.is_read_only = is_read_only
        self._lock = RLock()
        self._texts: dict[tuple[str, str], str] = {}
        self._past: dict[str, list[Step]] = {}
        self._future: dict[str, list[Step]] = {}

    # --- looking ------------------------------------------------------------------------------------------------

    def state(self, name: str) -> dict[str, Any]:
        """Give what there is to know of a map for its editor: its version, what it holds, findings and verdicts."""
        with self._lock:
            held = self._held(name)
            past, future = self._past.get(held.path, []), self._future.get(held.path, [])
        checked = api.check_content(held.path, held.data, settings=self.shop.settings(), with_fixes=True)
        return {
            "name": held.name,
            "version": held.version,
            "is_read_only": self.is_read_only,
            "can_undo": bool(past),
            "can_redo": bool(future),
            "findings": [_finding(number, one) for number, one in enumerate(checked.findings, 1)],
            "verdicts": verdicts_on(checked),
            "map": None if checked.map is None else _contents(checked.map),
        }

    def text(self, name: str) -> tuple[str, str]:
        """Give the text of a map and its version."""
        with self._lock:
            held = self._held(name)
        return held.text, held.version

    def text_at(self, name: str, version: str) -> str | None:
        """Give the text that a map had at a version; None if it is not known any more."""
        with self._lock:
            return self._texts.get((self.shop.path_of(name)[1], version))

    # --- changing -----------------------------------------------------------------------------------------------

    def move(self, name: str, version: str, moves: Sequence[Mapping[str, Any]], choices: Mapping[str, str]) -> Done:
        """Make moves on the state of a map that was looked at. Raises MoveRefusedError, DisputedError, UsageError."""
        with self._lock:
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
        with self._lock:
            held = self._held(name)
            return self._write(held, Step(self._known(held, version), text), choices)

    def write_typed(self, name: str, version: str, text: str, choices: Mapping[str, str]) -> tuple[str, str]:
        """Put a text that is being typed in the place of the one that was looked at; give version and text then.

        What leads back to where the last step began takes that step back.
        """
        self._refuse_read_only()
        with self._lock:
            held = self._held(name)
            step = Step(self._known(held, version), text)
            written = joined(held.path, step.before, text, held.text, choices)
            new = encode(written, held.data)
            text_of(held.path, new)  # refuses what could not be looked at again
            after = self.shop.write(held, new) if new != held.data else held.version
            self._remember(held.path, after, written)
            steps = self._past.get(held.path, [])
            if steps and (steps[-1].before, steps[-1].after, steps[-1].beside) == (step.after, step.before, ()):
                self._future.setdefault(held.path, []).append(steps.pop())
            elif step.before != step.after:
                self._record(held, step)
            return after, written

    def mend(self, name: str, version: str, number: int, choices: Mapping[str, str]) -> Done:
        """Make the fix of a finding, by the number it has in the state of that version."""
        with self._lock:
            held = self._held(name)
            base = self._known(held, version)
            return self._write(held, Step(base, _fixed(held, base, number, self.shop)), choices)

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
        source: dict[str, list[Step]],
        target: dict[str, list[Step]],
        choices: Mapping[str, str],
        *,
        is_back: bool,
    ) -> Done:
        with self._lock:
            held = self._held(name)
            steps = source.get(held.path, [])
            if not steps:
                raise UsageError("there is nothing to take back" if is_back else "nothing was taken back")
            step = steps[-1]
            if is_back:
                step = Step(step.after, step.before, tuple(_back(step.beside)))
            done = self._put(held, step, choices, {})
            target.setdefault(held.path, []).append(steps.pop())
            return done

    def _write(
        self,
        held: Held,
        step: Step,
        choices: Mapping[str, str],
        renamed: Mapping[tuple[str, str], str] | None = None,
    ) -> Done:
        done = self._put(held, step, choices, renamed or {})
        self._record(held, step)
        return done

    def _record(self, held: Held, step: Step) -> None:
        """Remember a step, so that it can be taken back; the oldest go where there are too many."""
        steps = self._past.setdefault(held.path, [])
        steps.append(step)
        self._future.pop(held.path, None)
        del steps[: -max(1, min(_MOST_STEPS, _MOST_CHARACTERS // (len(step.before) + len(step.after) + 1)))]

    def _put(self, held: Held, step: Step, choices: Mapping[str, str], renamed: Mapping[tuple[str, str], str]) -> Done:
        """Bring a change of one text to the file, and tell what it did to it."""
        self._refuse_read_only()
        text = joined(held.path, step.before, step.after, held.text, choices)
        new = encode(text, held.data)
        before, after = self.shop.seen(held.path, held.data), self.shop.seen(held.path, new)
        version = self.shop.write(held, new, step.beside) if new != held.data else held.version
        self._remember(held.path, version, text_of(held.path, new)[0])
        answer = answer_of(before, after, renamed, {}, version)
        return Done(version, answer_data(answer), is_merged=text != step.after)

    def _refuse_read_only(self) -> None:
        if self.is_read_only:
            raise ReadOnlyError("the maps are only shown here: coldwater serve was started with --read-only")

    def _held(self, name: str) -> Held:
        held = self.shop.held(name)
        self._remember(held.path, held.version, held.text)
        return held

    def _known(self, held: Held, version: str) -> str:
        base = self._texts.get((held.path, version))
        if base is None:
            raise ForgottenError(
                "the state of the map that was looked at is not known here any more; load the page anew"
            )
        return base

    def _remember(self, path: str, version: str, text: str) -> None:
        self._texts.pop((path, version), None)
        self._texts[path, version] = text
        mine = [key for key in self._texts if key[0] == path]
        for key in mine[:-_MOST_STEPS]:
            del self._texts[key]


def _back(beside: Iterable[Change]) -> Iterator[Change]:
    """Give what takes back changes beside a map; what somebody else has changed since stays."""
    for one in beside:
        if os.path.isfile(one.path) and read_side_file(one.path) == one.new:
            yield Change(one.path, one.new, one.old)


def _fixed(held: Held, base: str, number: int, shop: Workshop) -> str:
    from coldwater.formats.native.splices import edited  # noqa: PLC0415 - only who mends needs it

    data = encode(base, held.data)
    checked = api.check_content(held.path, data, settings=shop.settings(), with_fixes=True)
    if not 1 <= number <= len(checked.findings):
        raise UsageError("this finding is not there any more")
    fix = checked.findings[number - 1].fix
    if fix is None:
        raise UsageError("nobody knows what would mend this without knowing what was meant")
    return edited(base, fix.edits)


def _finding(number: int, finding: Any) -> dict[str, Any]:
    fix = finding.fix
    return {
        "number": number,
        **{key: getattr(finding, key) for key in ("rule", "name", "severity", "line", "column", "id", "message")},
        "fix": None if fix is None else {"message": fix.message, "is_safe": fix.is_safe},
    }


def _contents(map_: Map) -> dict[str, Any]:
    """Give what the editor shows of entries; the drawing beside it has the rest."""
    data = as_data(map_)
    return {
        "title": map_.title,
        "language": map_.language,
        "theses": list(map_.theses),
        **{section: data.get(section, {}) for section in ("claims", "arguments", "sources", "questions")},
    }
