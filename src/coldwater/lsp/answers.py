"""What is asked of a place in a text, answered by a feature of ``coldwater.language``.

Each answer is of the text as it is when it is given. What takes long is worked out beside, and not given where the
text has changed meanwhile.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, TypeVar

from lsprotocol import types

from coldwater.errors import ColdwaterError
from coldwater.language import (
    actions,
    completion,
    folding,
    hierarchy,
    highlighting,
    hover,
    marks,
    navigation,
    symbols,
)
from coldwater.lsp import colouring, translating
from coldwater.lsp.checking import findings_in
from coldwater.lsp.commands import ACT, RefusedRequestError, edit_of, modified, refused
from coldwater.lsp.positions import Positions
from coldwater.lsp.project import project_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from pygls.lsp.server import LanguageServer

    from coldwater.language.diagnosing import Diagnosis
    from coldwater.language.open_map import OpenMap
    from coldwater.lsp.checking import Checker
    from coldwater.lsp.desk import Desk
    from coldwater.lsp.documents import Document

    Result = TypeVar("Result")

#: Larger texts are worked on beside, where that takes more than a look.
_LARGE = 60_000


def register(made: LanguageServer, desk: Desk, checker: Checker) -> None:
    """Add all that is asked of places to a server."""
    _add_reading(made, desk)
    _add_navigation(made, desk)
    _add_trees(made, desk)
    _add_hierarchy(made, desk)
    _add_marks(made, desk)
    _add_writing(made, desk, checker)
    _add_actions(made, desk, checker)


async def beside(document: Document, checker: Checker, work: Callable[[], Result]) -> Result:
    """Do work on a document, a large one beside. Raises what says so where the text has changed meanwhile."""
    version = document.version
    try:
        if len(document.open_map.text) < _LARGE:
            return work()
        result = await asyncio.get_running_loop().run_in_executor(checker.pool, work)
    except ColdwaterError as error:
        raise refused(error) from None
    if document.version != version:
        raise modified()
    return result


# --- completion and hover ---------------------------------------------------------------------------------------------


def _add_reading(made: LanguageServer, desk: Desk) -> None:
    @made.feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=["[", "{", '"', " ", ","]))
    def completions(params: types.CompletionParams) -> types.CompletionList:
        document = desk.map(params.text_document.uri)
        if document is None:
            return types.CompletionList(is_incomplete=False, items=[])
        positions = document.positions
        with_snippets = _takes_snippets(made)
        offset = positions.offset(params.position)
        found = completion.completions(document.open_map, offset, over_lines=with_snippets)
        items = [
            translating.item(one, positions, number, with_snippets=with_snippets)
            for number, one in enumerate(found.items)
        ]
        return types.CompletionList(is_incomplete=not found.is_complete, items=items)

    @made.feature(types.TEXT_DOCUMENT_HOVER)
    def hovers(params: types.HoverParams) -> types.Hover | None:
        document = desk.map(params.text_document.uri)
        if document is None:
            return None
        positions = document.positions
        found = hover.hover(document.open_map, positions.offset(params.position))
        if found is None:
            return None
        told = types.MarkupContent(types.MarkupKind.Markdown, found.text)
        return types.Hover(told, positions.range(found.start, found.end))


def _takes_snippets(made: LanguageServer) -> bool:
    text = made.client_capabilities.text_document
    item = None if text is None or text.completion is None else text.completion.completion_item
    return bool(item is not None and item.snippet_support)


# --- where an id is written -------------------------------------------------------------------------------------------


def _add_navigation(made: LanguageServer, desk: Desk) -> None:
    @made.feature(types.TEXT_DOCUMENT_DEFINITION)
    def definition(params: types.DefinitionParams) -> types.Location | None:
        document = desk.map(params.text_document.uri)
        if document is None:
            return None
        positions = document.positions
        entry = navigation.definition(document.open_map, positions.offset(params.position))
        return None if entry is None else types.Location(document.uri, positions.range(entry.key.start, entry.key.end))

    @made.feature(types.TEXT_DOCUMENT_REFERENCES)
    def references(params: types.ReferenceParams) -> list[types.Location]:
        document = desk.map(params.text_document.uri)
        if document is None:
            return []
        positions = document.positions
        found = navigation.references(
            document.open_map,
            positions.offset(params.position),
            with_declaration=params.context.include_declaration,
        )
        return [types.Location(document.uri, positions.range(*one.token.inner)) for one in found]

    @made.feature(types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT)
    def highlights(params: types.DocumentHighlightParams) -> list[types.DocumentHighlight]:
        document = desk.map(params.text_document.uri)
        if document is None:
            return []
        positions = document.positions
        kinds = {True: types.DocumentHighlightKind.Write, False: types.DocumentHighlightKind.Read}
        return [
            types.DocumentHighlight(positions.range(*one.token.inner), kinds[one.is_declared])
            for one in navigation.references(document.open_map, positions.offset(params.position))
        ]

    @made.feature(types.WORKSPACE_SYMBOL)
    def workspace_symbols(params: types.WorkspaceSymbolParams) -> list[types.WorkspaceSymbol]:
        opened = [(one.uri, one.open_map) for one in desk.documents.values() if one.is_map]
        found: list[types.WorkspaceSymbol] = []
        for uri, open_map in (*opened, *desk.maps_elsewhere()):
            positions = Positions(open_map, desk.encoding)
            for one in navigation.look_up(open_map, params.query):
                place = types.Location(uri, positions.range(one.start, one.end))
                kind = translating.symbol_kind(one.section)
                found.append(types.WorkspaceSymbol(place, f"{one.id}: {one.said}" if one.said else one.id, kind))
        return found


def _colours(open_map: OpenMap, positions: Positions) -> types.SemanticTokens:
    return types.SemanticTokens(colouring.numbers(open_map, positions))


def _tree(open_map: OpenMap, positions: Positions) -> list[Any]:
    return translating.document_symbols(symbols.outline(open_map), positions)


# --- trees ------------------------------------------------------------------------------------------------------------


def _add_trees(made: LanguageServer, desk: Desk) -> None:
    @made.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    def document_symbols(
        params: types.DocumentSymbolParams,
    ) -> list[Any]:
        document = desk.map(params.text_document.uri)
        if document is None:
            return []
        text = made.client_capabilities.text_document
        shows = None if text is None else text.document_symbol
        found: list[Any]
        if shows is not None and shows.hierarchical_document_symbol_support:
            found = document.once("tree", _tree)
            return found
        return translating.flat_symbols(symbols.outline(document.open_map), document.uri, document.positions)

    @made.feature(types.TEXT_DOCUMENT_FOLDING_RANGE)
    def folds(params: types.FoldingRangeParams) -> list[types.FoldingRange]:
        document = desk.map(params.text_document.uri)
        found = () if document is None else folding.folds(document.open_map)
        return [types.FoldingRange(first - 1, last - 1, None, None, kind) for first, last, kind in found]


def _add_hierarchy(made: LanguageServer, desk: Desk) -> None:
    @made.feature(types.TEXT_DOCUMENT_PREPARE_CALL_HIERARCHY)
    def prepare(params: types.CallHierarchyPrepareParams) -> list[types.CallHierarchyItem] | None:
        document = desk.map(params.text_document.uri)
        if document is None:
            return None
        node = hierarchy.node_at(document.open_map, document.positions.offset(params.position))
        return None if node is None else [translating.hierarchy_item(node, document.uri, document.positions)]

    @made.feature(types.CALL_HIERARCHY_INCOMING_CALLS)
    def incoming(params: types.CallHierarchyIncomingCallsParams) -> list[types.CallHierarchyIncomingCall]:
        document, id_ = _asked(desk, params.item)
        if document is None:
            return []
        items = [
            translating.hierarchy_item(node, document.uri, document.positions)
            for node in hierarchy.reasons(document.open_map, *id_)
        ]
        return [types.CallHierarchyIncomingCall(one, [one.selection_range]) for one in items]

    @made.feature(types.CALL_HIERARCHY_OUTGOING_CALLS)
    def outgoing(params: types.CallHierarchyOutgoingCallsParams) -> list[types.CallHierarchyOutgoingCall]:
        document, id_ = _asked(desk, params.item)
        if document is None:
            return []
        items = [
            translating.hierarchy_item(node, document.uri, document.positions)
            for node in hierarchy.served(document.open_map, *id_)
        ]
        return [types.CallHierarchyOutgoingCall(one, [params.item.selection_range]) for one in items]


def _asked(desk: Desk, item: types.CallHierarchyItem) -> tuple[Document | None, tuple[str, str]]:
    """Give the document and the entry that a node of the tree of calls is of."""
    data: Any = item.data
    if not isinstance(data, dict) or not isinstance(data.get("id"), str):
        return None, ("", "")
    return desk.map(item.uri), (str(data.get("section")), data["id"])


# --- what is shown beside the text ------------------------------------------------------------------------------------


def _add_marks(made: LanguageServer, desk: Desk) -> None:
    @made.feature(types.TEXT_DOCUMENT_CODE_LENS)
    def lenses(params: types.CodeLensParams) -> list[Any]:
        document = desk.map(params.text_document.uri)
        if document is None:
            return []
        document.shows_lenses = True
        positions = document.positions
        found = []
        for one in marks.lenses(document.open_map):
            place = positions.plain(one.start, one.end)
            found.append({"range": place, "command": {"title": one.text, "command": ""}})
        return found

    @made.feature(types.TEXT_DOCUMENT_INLAY_HINT)
    def hints(params: types.InlayHintParams) -> list[types.InlayHint]:
        document = desk.map(params.text_document.uri)
        if document is None:
            return []
        positions = document.positions
        start, end = positions.offset(params.range.start), positions.offset(params.range.end)
        return [
            types.InlayHint(positions.position(one.offset), one.text, padding_left=True, tooltip=one.told)
            for one in marks.marks(document.open_map, start, end)
        ]

    @made.feature(types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL, translating.LEGEND)
    def tokens(params: types.SemanticTokensParams) -> types.SemanticTokens:
        document = desk.map(params.text_document.uri)
        if document is None:
            return types.SemanticTokens([])
        found: types.SemanticTokens = document.once("colours", _colours)
        return found

    @made.feature(types.TEXT_DOCUMENT_SEMANTIC_TOKENS_RANGE, translating.LEGEND)
    def tokens_within(params: types.SemanticTokensRangeParams) -> types.SemanticTokens:
        document = desk.map(params.text_document.uri)
        if document is None:
            return types.SemanticTokens([])
        positions = document.positions
        start, end = positions.offset(params.range.start), positions.offset(params.range.end)
        return translating.semantic_tokens(highlighting.colours(document.open_map, start, end), positions)


# --- edits ------------------------------------------------------------------------------------------------------------


def _add_writing(made: LanguageServer, desk: Desk, checker: Checker) -> None:
    @made.feature(types.TEXT_DOCUMENT_PREPARE_RENAME)
    def prepare_rename(params: types.PrepareRenameParams) -> types.PrepareRenamePlaceholder | None:
        document = desk.map(params.text_document.uri)
        if document is None:
            return None
        at = navigation.name_at(document.open_map, document.positions.offset(params.position))
        return None if at is None else types.PrepareRenamePlaceholder(document.positions.range(*at.token.inner), at.id)

    @made.feature(types.TEXT_DOCUMENT_RENAME, types.RenameOptions(prepare_provider=True))
    async def rename(params: types.RenameParams) -> types.WorkspaceEdit | None:
        document = desk.map(params.text_document.uri)
        if document is None:
            return None
        open_map = document.open_map
        offset = document.positions.offset(params.position)

        def work() -> types.WorkspaceEdit:
            move = navigation.rename_move(open_map, offset, params.new_name)
            project = project_of(open_map.name if document.is_file else None)
            return edit_of(document, *actions.moved(open_map, move, project.baseline))

        return await beside(document, checker, work)

    @made.feature(types.TEXT_DOCUMENT_FORMATTING)
    async def formatting(params: types.DocumentFormattingParams) -> list[Any] | None:
        document = desk.map(params.text_document.uri)
        if document is None:
            return None
        splices = await beside(document, checker, lambda: actions.formatted(document.open_map))
        return translating.text_edits(splices, document.positions)


def _add_actions(made: LanguageServer, desk: Desk, checker: Checker) -> None:
    kinds = [types.CodeActionKind.QuickFix, types.CodeActionKind.RefactorRewrite, types.CodeActionKind.RefactorExtract,
             types.CodeActionKind.SourceFixAll]  # fmt: skip

    @made.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(kinds, resolve_provider=True))
    async def code_actions(params: types.CodeActionParams) -> list[types.CodeAction]:
        document = desk.map(params.text_document.uri)
        if document is None:
            return []
        found = await beside(document, checker, lambda: _found(document))
        positions = document.positions
        start, end = positions.offset(params.range.start), positions.offset(params.range.end)
        wanted = params.context.only
        is_asked_later = _resolves(made)
        return [
            _code_action(one, document, is_asked_later=is_asked_later)
            for one in actions.actions(document.open_map, start, end, found)
            if wanted is None or any(one.kind == kind or one.kind.startswith(f"{_word(kind)}.") for kind in wanted)
        ]

    @made.feature(types.CODE_ACTION_RESOLVE)
    async def resolve(params: types.CodeAction) -> types.CodeAction:
        if params.edit is None and params.data is not None:
            params.edit = await edit_by(params.data)
        return params

    @made.command(ACT)
    async def act(data: Any) -> bool:
        """Do what an action says."""
        edit = await edit_by(data)
        result = await made.workspace_apply_edit_async(types.ApplyWorkspaceEditParams(edit))
        return result.applied

    async def edit_by(data: Any) -> types.WorkspaceEdit:
        document = desk.map(str(data.get("uri"))) if isinstance(data, dict) else None
        if document is None:
            raise RefusedRequestError("this map is not open any more")
        if data.get("version") != document.version:
            raise modified()
        return await _edit_by(data, document, checker)


async def _edit_by(data: Any, document: Document, checker: Checker) -> types.WorkspaceEdit:
    def work() -> types.WorkspaceEdit:
        project = project_of(document.open_map.name if document.is_file else None)
        worked_out = actions.worked_out(
            document.open_map, data["way"], _found(document), project.settings, project.baseline
        )
        return edit_of(document, *worked_out)

    return await beside(document, checker, work)


def _resolves(made: LanguageServer) -> bool:
    text = made.client_capabilities.text_document
    action = None if text is None else text.code_action
    return bool(action is not None and action.resolve_support is not None)


def _found(document: Document) -> Diagnosis:
    """Give what is found in the text as it is."""
    if document.checked != document.version:
        version = document.version
        document.found = findings_in(document.open_map, document.is_file)
        document.checked = version
    return document.found


def _word(kind: Any) -> str:
    return str(getattr(kind, "value", kind))


def _code_action(one: actions.Action, document: Document, *, is_asked_later: bool) -> types.CodeAction:
    about = None if one.finding is None else [translating.diagnostic(one.finding, document.positions)]
    action = types.CodeAction(one.title, one.kind, about, is_preferred=one.is_safe or None)
    if one.way is None:
        action.edit = edit_of(document, one.edits)
        return action
    data = {"uri": document.uri, "version": document.version, "way": dict(one.way)}
    if is_asked_later:
        action.data = data
    else:  # an editor that does not come back for the edit has it made by a command
        action.command = types.Command(title=one.title, command=ACT, arguments=[data])
    return action
