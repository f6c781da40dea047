"""What the features give, as the protocol wants it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from coldwater.addresses import rule_page
from coldwater.language.highlighting import KINDS, TRAITS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coldwater.edits import Splice
    from coldwater.findings import Finding
    from coldwater.language.candidates import Proposal
    from coldwater.language.hierarchy import Node
    from coldwater.language.highlighting import Colour
    from coldwater.language.symbols import Symbol
    from coldwater.lsp.documents import Document
    from coldwater.lsp.positions import Positions

SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "info": types.DiagnosticSeverity.Information,
}
#: The names that themes have colours for.
_TOKEN_TYPES = {"claim": "variable", "argument": "function", "source": "class", "position": "interface",
                "question": "event", "field": "property"}  # fmt: skip
LEGEND = types.SemanticTokensLegend([_TOKEN_TYPES[kind] for kind in KINDS], [*TRAITS])
_NUMBER_OF = {kind: number for number, kind in enumerate(KINDS)}
_BIT_OF = {trait: 1 << number for number, trait in enumerate(TRAITS)}
_ITEM_KINDS = {
    "claim": types.CompletionItemKind.Variable,
    "argument": types.CompletionItemKind.Function,
    "source": types.CompletionItemKind.Reference,
    "position": types.CompletionItemKind.Interface,
    "question": types.CompletionItemKind.Event,
    "field": types.CompletionItemKind.Field,
    "word": types.CompletionItemKind.EnumMember,
    "scheme": types.CompletionItemKind.Module,
    "slot": types.CompletionItemKind.Property,
    "rule": types.CompletionItemKind.Constant,
    "map": types.CompletionItemKind.Snippet,
}
_SYMBOL_KINDS = {
    "claims": types.SymbolKind.Variable,
    "arguments": types.SymbolKind.Function,
    "sources": types.SymbolKind.File,
    "positions": types.SymbolKind.Interface,
    "questions": types.SymbolKind.Event,
    "group": types.SymbolKind.Namespace,
}
_SYMBOL_NUMBERS = {name: kind.value for name, kind in _SYMBOL_KINDS.items()}


def diagnostic(finding: Finding, positions: Positions) -> types.Diagnostic:
    """Give a finding as the editor shows it, with the address of its rule's page."""
    tags = [types.DiagnosticTag.Unnecessary] if finding.name.startswith("unused") else None
    return types.Diagnostic(
        range=positions.range_of_place((finding.line, finding.column, finding.end_line, finding.end_column)),
        severity=SEVERITIES[finding.severity],
        code=finding.rule,
        code_description=types.CodeDescription(rule_page(finding.rule, finding.name)),
        source="coldwater",
        message=finding.message,
        tags=tags,
    )


def problem(message: str) -> types.Diagnostic:
    """Give what keeps a map from being checked, where that does not lie in its text."""
    start = types.Position(0, 0)
    error = types.DiagnosticSeverity.Error
    return types.Diagnostic(types.Range(start, start), message, severity=error, source="coldwater")


def text_edits(splices: Iterable[Splice], positions: Positions) -> list[types.TextEdit | types.AnnotatedTextEdit]:
    """Give stretches as edits."""
    return [types.TextEdit(positions.range(one.start, one.end), one.text) for one in splices]


def workspace_edit(document: Document, splices: Sequence[Splice]) -> types.WorkspaceEdit:
    """Give an edit of one document, for the version that it was made for."""
    identifier = types.OptionalVersionedTextDocumentIdentifier(document.uri, document.version)
    edits: list[Any] = text_edits(splices, document.positions)
    return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(identifier, edits)])


def item(one: Proposal, positions: Positions, number: int, *, with_snippets: bool) -> types.CompletionItem:
    """Give what is proposed as the editor lists it."""
    is_snippet = with_snippets and one.snippet is not None
    text = one.snippet if is_snippet and one.snippet is not None else one.text
    told = one.more or (one.said if one.kind == "field" else None)
    return types.CompletionItem(
        label=one.label,
        kind=_ITEM_KINDS[one.kind],
        detail=one.said or one.kind,
        documentation=None if told is None else types.MarkupContent(types.MarkupKind.Markdown, told),
        sort_text=f"{number:05}",
        filter_text=f"{one.label} {one.said}" if one.kind != "map" else one.label,
        insert_text_format=types.InsertTextFormat.Snippet if is_snippet else types.InsertTextFormat.PlainText,
        text_edit=types.TextEdit(positions.range(one.start, one.end), text),
    )


def document_symbols(symbols: Sequence[Symbol], positions: Positions) -> list[dict[str, Any]]:
    """Give the outline of a map, as plain data."""
    found = []
    for one in symbols:
        symbol: dict[str, Any] = {"name": one.name, "kind": _SYMBOL_NUMBERS[one.kind]}
        inner = document_symbols(one.children, positions) if one.children else []
        if one.entry is None:
            symbol["range"] = symbol["selectionRange"] = inner[0]["range"]
        else:
            symbol["range"] = positions.plain(one.entry.start, one.entry.end)
            symbol["selectionRange"] = positions.plain(one.entry.key.start, one.entry.key.end)
        if one.detail:
            symbol["detail"] = one.detail
        if inner:
            symbol["children"] = inner
        found.append(symbol)
    return found


def flat_symbols(symbols: Sequence[Symbol], uri: str, positions: Positions) -> list[types.SymbolInformation]:
    """Give the outline as a list, for editors that show no tree."""
    found = []
    for one in symbols:
        if one.entry is not None:
            place = types.Location(uri, positions.range(one.entry.start, one.entry.end))
            found.append(types.SymbolInformation(place, one.name, _SYMBOL_KINDS[one.kind]))
        found += flat_symbols(one.children, uri, positions)
    return found


def symbol_kind(section: str) -> types.SymbolKind:
    """Give the kind of symbol that an entry of a section is."""
    return _SYMBOL_KINDS[section]


def hierarchy_item(node: Node, uri: str, positions: Positions) -> types.CallHierarchyItem:
    """Give a claim or an argument as a node of the tree of calls."""
    entry = node.entry
    return types.CallHierarchyItem(
        name=node.name,
        kind=_SYMBOL_KINDS[entry.section],
        uri=uri,
        range=positions.range(entry.start, entry.end),
        selection_range=positions.range(entry.key.start, entry.key.end),
        detail=f"{entry.id} · {node.detail}" if node.detail else entry.id,
        data={"section": entry.section, "id": entry.id},
    )


@lru_cache(maxsize=200)
def coded(kind: str, traits: tuple[str, ...]) -> tuple[int, int]:
    """Give the numbers of a kind and of traits in the legend."""
    return _NUMBER_OF[kind], sum(_BIT_OF[trait] for trait in traits)


def semantic_tokens(colours: Iterable[Colour], positions: Positions) -> types.SemanticTokens:
    """Give what is coloured, each from where the one before began."""
    data: list[int] = []
    before = column = 0
    for one in colours:
        line, start = positions.numbers(one.start)
        last, end = positions.numbers(one.end)
        if line != last or end <= start:
            continue
        column = column if line == before else 0
        data += [line - before, start - column, end - start, *coded(one.kind, one.traits)]
        before, column = line, start
    return types.SemanticTokens(data)
