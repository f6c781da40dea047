// What the text pane uses of CodeMirror, and nothing besides: the bundle holds what is named here.
export { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap, snippet } from "@codemirror/autocomplete";
export { defaultKeymap, history, isolateHistory, redo, redoDepth, undo, undoDepth, undoSelection } from "@codemirror/commands";
export { json } from "@codemirror/lang-json";
export { yaml } from "@codemirror/lang-yaml";
export { bracketMatching, foldGutter, foldKeymap, HighlightStyle, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
export { lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
export { openSearchPanel, search, searchKeymap } from "@codemirror/search";
export { ChangeSet, Compartment, EditorState, Prec, StateEffect, StateField, Transaction } from "@codemirror/state";
export { Decoration, drawSelection, dropCursor, EditorView, highlightActiveLine, highlightActiveLineGutter, highlightSpecialChars, hoverTooltip, keymap, lineNumbers, showTooltip } from "@codemirror/view";
export { tags } from "@lezer/highlight";
