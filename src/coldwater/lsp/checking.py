"""When documents are checked: a moment after the last edit, beside the answers, and told of for the version it is of.

A check runs in a thread of its own, one at a time. What it finds is passed on only if the text is still the same;
otherwise the next check is on its way already. While somebody types without a pause, the text is checked now and then.
"""

from __future__ import annotations

import asyncio
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from coldwater.language.completion import completions
from coldwater.language.diagnosing import Diagnosis, diagnose
from coldwater.language.hover import hover
from coldwater.language.open_map import OpenMap
from coldwater.lsp.positions import Positions
from coldwater.lsp.project import project_of
from coldwater.lsp.translating import diagnostic, problem

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from coldwater.lsp.documents import Document, Question

#: Seconds from the last edit to a check, from the first one at most, and from the check to the search for cruxes.
PAUSE, LONGEST, IDLE = 0.15, 1.5, 1.0
#: Of larger maps no cruxes are looked for.
_MOST_CLAIMS = 400


class Checker:
    """Checks documents and tells an editor what was found."""

    def __init__(
        self, publish: Callable[[types.PublishDiagnosticsParams], None], refresh: Callable[[str], None]
    ) -> None:
        """Take how findings are passed on, and how the editor is asked to look anew at ``lenses`` or ``verdicts``."""
        self._publish = publish
        self._refresh = refresh
        self.pool = ThreadPoolExecutor(1, "coldwater-check")
        self._tasks: set[asyncio.Task[None]] = set()

    def soon(self, document: Document, pause: float = PAUSE) -> None:
        """Check a document a moment from now, and a moment after the last of several edits."""
        now = time.monotonic()
        if document.waiting_since is None:
            document.waiting_since = now
        if document.timer is not None:
            if now - document.waiting_since > LONGEST and not document.timer.cancelled():
                return  # it has waited long enough: the check comes when it was to come
            document.timer.cancel()
        loop = asyncio.get_running_loop()
        document.timer = loop.call_later(pause, lambda: self._start(self._check(document)))

    def _start(self, work: Any) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _check(self, document: Document) -> None:
        if document.is_closed:
            return
        document.timer, document.waiting_since = None, None
        version, open_map, encoding = document.version, document.open_map, document.encoding
        loop = asyncio.get_running_loop()
        asked = document.questions() if document.is_map else {}
        found, told, answers = await loop.run_in_executor(
            self.pool, _looked_at, open_map, encoding, document.is_file, document.is_map, asked
        )
        if not document.is_at(version):
            return
        document.found, document.checked = found, version
        document.forget(answers)
        self._publish(types.PublishDiagnosticsParams(document.uri, told, version))
        document.told = version
        self._refresh("verdicts")
        if document.shows_lenses:
            loop.call_later(IDLE, lambda: self._start(self._look_for_cruxes(document, version)))

    async def _look_for_cruxes(self, document: Document, version: int) -> None:
        if not document.is_at(version):
            return
        known = document.open_map.current()
        if known is None or len(known.map.claims) > _MOST_CLAIMS:
            return
        await asyncio.get_running_loop().run_in_executor(self.pool, known.look_for_cruxes)
        if document.is_at(version):
            self._refresh("lenses")

    def warm_up(self) -> None:
        """Load what the first question would wait for."""
        asyncio.get_running_loop().run_in_executor(self.pool, _warm_up)

    def stop(self) -> None:
        """Begin no more checks."""
        self.pool.shutdown(wait=False, cancel_futures=True)


def _warm_up() -> None:
    text = "argmap: 1\ntitle: a\nthesis: a\nclaims:\n  a: A.\n  b: B.\narguments:\n  c: {premises: [b], supports: a}\n"
    open_map = OpenMap("a.argmap.yaml", text)
    diagnose(open_map, is_file=False)
    open_map.prepare()
    completions(open_map, len(text) - 4)
    hover(open_map, text.index("c:"))


def _looked_at(
    open_map: OpenMap, encoding: str, is_file: bool, is_map: bool, asked: Mapping[str, Question]
) -> tuple[Diagnosis, list[types.Diagnostic], dict[str, Any]]:
    """Check a text, and work out what will be asked for next. A defect of ours is told, and is not the end."""
    if not is_map:
        return Diagnosis((), {}), [], {}
    try:
        found = findings_in(open_map, is_file)
        open_map.prepare()
        positions = Positions(open_map, encoding)
        told = [diagnostic(one, positions) for one in found.findings]
        answers = {name: question(open_map, positions) for name, question in asked.items()}
    except Exception as error:  # noqa: BLE001 - whatever a text may do, the editor goes on
        what = f"{type(error).__name__}: {str(error)[:200]}"
        sys.stderr.write(f"coldwater: a defect in the check of an open map ({what})\n")
        return Diagnosis((), {}), [problem(f"this is a defect of coldwater, not of your map ({what})")], {}
    if found.problem is not None:
        told.append(problem(found.problem))
    return found, told, answers


def findings_in(open_map: OpenMap, is_file: bool) -> Diagnosis:
    """Check a text with the settings and the baseline that hold for its file."""
    project = project_of(open_map.name if is_file else None)
    if project.problem is not None:
        return Diagnosis((), {}, project.problem)
    return diagnose(open_map, project.settings, project.baseline, is_file=is_file)
