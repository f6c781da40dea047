"""The server: documents, checks and commands. What is asked of a place in a text is answered in ``answers``."""

from __future__ import annotations

import asyncio
import gc
import logging
import os
import sys
from typing import Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol, lsp_method
from pygls.protocol.json_rpc import JsonRPCResponseMessage

from coldwater import __version__
from coldwater.errors import ColdwaterError
from coldwater.lsp import answers, commands
from coldwater.lsp.checking import Checker
from coldwater.lsp.desk import Desk
from coldwater.lsp.documents import path_of

_WATCHED = ("**/coldwater.toml", "**/pyproject.toml", "**/coldwater-baseline.json", "**/*.argmap.*", "**/*.txt")


class _Protocol(LanguageServerProtocol):
    """The protocol without a second copy of each text: the desk holds the texts, and knows how their lines end."""

    def _serialize_message(self, data: Any) -> Any:
        """Leave plain data in an answer as they are, which the converter would copy bit by bit."""
        if isinstance(data, JsonRPCResponseMessage):
            return {"jsonrpc": data.jsonrpc, "id": data.id, "result": data.result}
        return super()._serialize_message(data)

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> Any:
        yield self.fm.features[types.TEXT_DOCUMENT_DID_OPEN], (params,), None

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> Any:
        yield self.fm.features[types.TEXT_DOCUMENT_DID_CHANGE], (params,), None

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> Any:
        yield self.fm.features[types.TEXT_DOCUMENT_DID_CLOSE], (params,), None


class _Server(LanguageServer):
    """The server, and whether the editor said good-bye to it."""

    said_goodbye = False


def server() -> _Server:
    """Give a server that holds nothing yet."""
    made = _Server("coldwater", __version__, protocol_cls=_Protocol)
    desk = Desk()
    checker = Checker(made.text_document_publish_diagnostics, lambda what: _refresh(made, what))
    _follow_documents(made, desk, checker)
    _follow_files(made, desk, checker)
    answers.register(made, desk, checker)
    commands.register(made, desk, checker)
    return made


def serve() -> bool:
    """Serve on stdin and stdout until the editor says good-bye or closes; tell whether it did say good-bye."""
    # checks run beside: whoever types must not wait for them, and a check makes few objects that come in circles
    sys.setswitchinterval(0.000_5)
    gc.set_threshold(20_000, 10, 10)
    _log_defects()
    made = server()
    made.start_io(stdout=os.fdopen(os.dup(sys.stdout.fileno()), "wb"))
    return made.said_goodbye


def _log_defects() -> None:
    """Write defects of ours to stderr, and not what is refused, taken back or asked for too late."""
    log = logging.getLogger("pygls")
    log.propagate = False
    handler = logging.StreamHandler()
    handler.setLevel(logging.ERROR)
    handler.addFilter(_is_defect)
    log.addHandler(handler)


def _is_defect(record: logging.LogRecord) -> bool:
    error = record.exc_info[1] if record.exc_info else None
    return error is not None and not isinstance(error, (JsonRpcException, asyncio.CancelledError))


def _follow_documents(made: _Server, desk: Desk, checker: Checker) -> None:
    @made.feature(types.INITIALIZED)
    def initialized(params: types.InitializedParams) -> None:  # noqa: ARG001 - as the protocol calls it
        desk.encoding = str(getattr(made.server_capabilities.position_encoding, "value", None) or "utf-16")
        desk.folders = [path for one in made.workspace.folders if (path := path_of(one)) is not None]
        root = path_of(made.workspace.root_uri) if made.workspace.root_uri else None
        if root is not None and not desk.folders:
            desk.folders = [root]
        checker.warm_up()
        asyncio.ensure_future(_watch(made))  # noqa: RUF006 - it waits for nothing

    @made.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def did_open(params: types.DidOpenTextDocumentParams) -> None:
        checker.soon(desk.open(params.text_document), 0.0)

    @made.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def did_change(params: types.DidChangeTextDocumentParams) -> None:
        document = desk.documents.get(params.text_document.uri)
        if document is not None:
            document.change(params.text_document.version, params.content_changes)
            checker.soon(document)

    @made.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def did_save(params: types.DidSaveTextDocumentParams) -> None:
        document = desk.documents.get(params.text_document.uri)
        if document is not None:
            checker.soon(document, 0.0)

    @made.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def did_close(params: types.DidCloseTextDocumentParams) -> None:
        if desk.close(params.text_document.uri) is not None:
            made.text_document_publish_diagnostics(types.PublishDiagnosticsParams(params.text_document.uri, []))


def _follow_files(made: _Server, desk: Desk, checker: Checker) -> None:
    @made.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def did_change_watched_files(params: types.DidChangeWatchedFilesParams) -> None:  # noqa: ARG001 - whichever it is
        for document in desk.documents.values():
            checker.soon(document)

    @made.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    def did_change_configuration(params: types.DidChangeConfigurationParams) -> None:  # noqa: ARG001 - ours are in files
        for document in desk.documents.values():
            checker.soon(document)

    @made.feature(types.SHUTDOWN)
    def shutdown(params: Any = None) -> None:  # noqa: ARG001 - as the protocol calls it
        made.said_goodbye = True
        checker.stop()


def _refresh(made: LanguageServer, what: str) -> None:
    """Ask the editor to look anew at what is shown beside the text, if it can."""
    workspace = made.client_capabilities.workspace
    if workspace is None:
        return
    if workspace.code_lens is not None and workspace.code_lens.refresh_support:
        made.workspace_code_lens_refresh(None)
    if what == "lenses":
        return
    if workspace.inlay_hint is not None and workspace.inlay_hint.refresh_support:
        made.workspace_inlay_hint_refresh(None)
    if workspace.semantic_tokens is not None and workspace.semantic_tokens.refresh_support:
        made.workspace_semantic_tokens_refresh(None)


async def _watch(made: LanguageServer) -> None:
    """Ask to be told of files whose change may change findings, if the editor can tell."""
    workspace = made.client_capabilities.workspace
    watching = None if workspace is None else workspace.did_change_watched_files
    if watching is None or not watching.dynamic_registration:
        return
    watchers = [types.FileSystemWatcher(glob) for glob in _WATCHED]
    options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
    one = types.Registration("coldwater-files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
    try:
        await made.client_register_capability_async(types.RegistrationParams([one]))
    except (ColdwaterError, JsonRpcException):  # an editor that said it could, and cannot
        return
