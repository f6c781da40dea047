"""What an editor can have done by name: moves with their answer, the preview of a map, and all moves there are."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.exceptions import JsonRpcContentModified, JsonRpcException

from coldwater import api
from coldwater.errors import ColdwaterError, MoveRefusedError
from coldwater.language.actions import moved
from coldwater.language.diagnosing import bytes_of
from coldwater.lsp.project import project_of
from coldwater.lsp.translating import workspace_edit

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pygls.lsp.server import LanguageServer

    from coldwater.changes import Change
    from coldwater.edits import Splice
    from coldwater.lsp.checking import Checker
    from coldwater.lsp.desk import Desk
    from coldwater.lsp.documents import Document

#: The names of what can be done: moves, an action that was offered, and the page of a map.
MOVE, ACT, PREVIEW = "coldwater.move", "coldwater.act", "coldwater.preview"


class RefusedRequestError(JsonRpcException):
    """What was asked for cannot be done, and why; the map is as it was."""

    CODE = -32803  # the protocol's RequestFailed
    MESSAGE = "Request failed"


def refused(error: ColdwaterError) -> RefusedRequestError:
    """Give an error of ours as the protocol's; with a move that is refused go moves that can be made instead."""
    if not isinstance(error, MoveRefusedError):
        return RefusedRequestError(str(error))
    return RefusedRequestError(str(error), data={"instead": [*map(dict, error.instead)], "why_none": error.why_none})


def modified() -> JsonRpcException:
    """Say that the text has changed meanwhile, so that an answer would be stale."""
    return JsonRpcContentModified("the text has changed meanwhile")


def edit_of(document: Document, splices: Sequence[Splice], beside: Iterable[Change] = ()) -> types.WorkspaceEdit:
    """Give the edit of a document, and of files beside it."""
    edit = workspace_edit(document, splices)
    for change in beside:
        assert edit.document_changes is not None
        identifier = types.OptionalVersionedTextDocumentIdentifier(Path(change.path).absolute().as_uri(), None)
        whole = types.Range(types.Position(0, 0), types.Position(2**31 - 1, 0))
        new = types.TextEdit(whole, change.new.decode("utf-8", "surrogatepass"))
        edit.document_changes = [*edit.document_changes, types.TextDocumentEdit(identifier, [new])]
    return edit


def register(made: LanguageServer, desk: Desk, checker: Checker) -> None:
    """Add the commands to a server."""

    @made.command(MOVE)
    async def move(given: Any) -> dict[str, Any]:
        """Make moves on an open map, all or none: ``{uri, moves, version?}``; answers with what they did."""
        document, asked = _document(desk, given), dict(given)
        version = asked.get("version")
        if version is not None and version != document.version:
            raise modified()
        start = document.version
        loop = asyncio.get_running_loop()
        try:
            splices, beside, told = await loop.run_in_executor(checker.pool, _moved, document, asked.get("moves", []))
        except ColdwaterError as error:
            raise refused(error) from None
        if document.version != start:
            raise modified()
        params = types.ApplyWorkspaceEditParams(edit_of(document, splices, beside), "Move")
        result = await made.workspace_apply_edit_async(params)
        return {"applied": result.applied, "answer": told}

    @made.command(PREVIEW)
    async def preview(given: Any) -> dict[str, Any]:
        """Give the page of an open map: ``{uri}``; or why there is none now."""
        document = _document(desk, given)
        version, open_map = document.version, document.open_map
        known = open_map.current()
        if known is None:
            return {"version": version, "html": None, "why": "the map cannot be read as it is; see its findings"}
        loop = asyncio.get_running_loop()
        try:
            page = await loop.run_in_executor(checker.pool, lambda: api.render(known.map, "html", verdicts=True))
        except ColdwaterError as error:
            return {"version": version, "html": None, "why": str(error)}
        return {"version": version, "html": page.decode("utf-8"), "why": None}


def _document(desk: Desk, given: Any) -> Document:
    asked = given if isinstance(given, dict) else {}
    document = desk.map(str(asked.get("uri")))
    if document is None:
        raise RefusedRequestError("name an open map by its `uri`")
    return document


def _moved(document: Document, moves: Any) -> tuple[list[Splice], tuple[Change, ...], list[str]]:
    from coldwater.moves import move  # noqa: PLC0415 - only who moves needs it
    from coldwater.report.move_answer import answer_lines  # noqa: PLC0415

    open_map = document.open_map
    project = project_of(open_map.name if document.is_file else None)
    moving = move(open_map.name, moves, data=bytes_of(open_map), settings=project.settings)
    return *moved(open_map, moves, project.baseline), [*answer_lines(moving.answer)]
