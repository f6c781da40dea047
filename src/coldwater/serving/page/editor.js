// The editor of the text: CodeMirror, and what the server tells of a text: findings, colours, what may stand here.
// It knows nothing of versions and files; text.js does.
"use strict";

// Make an editor within `host`. `host` gets a shadow root, so that its styles need no leave of the page's policy.
// `pane`: {ask(question, given), spelling, isReadOnly, typed(update), seen(), commands: {name: function}}.
function makeEditor(host, pane) {
  const { Compartment, EditorState, EditorView, Prec, StateEffect, StateField, Decoration } = codemirror;
  const shadow = host.shadowRoot || host.attachShadow({ mode: "open" });
  shadow.replaceChildren();
  const dark = new Compartment();
  const past = new Compartment();

  // --- what is told of the text: colours, and of what stands at the cursor ------------------------------------------

  const setColours = StateEffect.define();
  const colours = StateField.define({
    create: () => Decoration.none,
    update(value, transaction) {
      const set = transaction.effects.find((one) => one.is(setColours));
      return set ? set.value : value.map(transaction.changes);
    },
    provide: (field) => EditorView.decorations.from(field),
  });
  const setTold = StateEffect.define();
  const told = StateField.define({
    create: () => null,
    update(value, transaction) {
      const set = transaction.effects.find((one) => one.is(setTold));
      return set ? set.value : transaction.docChanged || transaction.selection ? null : value;
    },
    provide: (field) => codemirror.showTooltip.from(field),
  });
  const tooltipOf = (found, role) => ({
    pos: found.from, end: found.to, above: true,
    create: () => {
      const dom = markdownNodes(found.text);
      dom.className = "told";
      if (role) dom.setAttribute("role", role);
      return { dom };
    },
  });
  const hover = codemirror.hoverTooltip(async (view, pos) => {
    const found = await pane.ask("tell", { at: pos }).catch(() => null);
    return found && found.text ? tooltipOf(found) : null;
  }, { hoverTime: 400, hideOnChange: true });

  // --- what may stand here ------------------------------------------------------------------------------------------

  async function complete(context) {
    if (!context.explicit && !context.matchBefore(/[^\s]$|[:,[{"] ?$|^\s*$|- $/)) return null;
    const found = await pane.ask("complete", { at: context.pos }, context).catch(() => null);
    if (!found || context.aborted || !found.items.length) return null;
    const from = found.items[0].from;
    return { from, to: context.pos, filter: false, options: found.items.map((one, number) => optionOf(one, found.items.length - number)) };
  }

  const optionOf = (one, boost) => ({
    label: one.label, detail: one.said || one.kind, boost: boost / 1000, type: one.kind,
    info: one.told ? () => { const dom = markdownNodes(one.told); dom.className = "told"; return dom; } : undefined,
    apply: (view, option, from, to) => putIn(view, one, one.from, Math.max(to, one.to)),
  });

  function putIn(view, one, from, to) {
    const { snippet } = one;
    if (snippet && !snippet.includes("\n")) return codemirror.snippet(snippet.replace(/\$(\d)/g, "${$1}"))(view, null, from, to);
    const stop = snippet ? snippet.split("$1")[0].length : one.text.length;
    const insert = snippet ? snippet.replace(/\$\d/g, "") : one.text;
    return view.dispatch({ changes: { from, to, insert }, selection: { anchor: from + stop }, userEvent: "input.complete", scrollIntoView: true });
  }

  // --- the editor ---------------------------------------------------------------------------------------------------

  const keys = Object.entries({
    "Mod-z": "undo", "Mod-y": "redo", "Mod-Shift-z": "redo", "Mod-s": "write", "F12": "define", "F2": "rename", "Mod-.": "act",
    "Shift-Alt-f": "form", "Mod-Shift-o": "outline", "Mod-i": "tell", "Mod-Enter": "show", "F1": "help",
  }).map(([key, name]) => ({ key, preventDefault: true, run: () => { pane.commands[name](); return true; } }));
  const isDark = window.matchMedia("(prefers-color-scheme: dark)");
  const language = pane.spelling === "json" ? codemirror.json() : codemirror.yaml();
  const view = new EditorView({
    root: shadow, parent: shadow,
    state: EditorState.create({
      extensions: [
        Prec.highest(codemirror.keymap.of([...keys, { key: "Mod-u", run: codemirror.undoSelection, preventDefault: true }, { key: "Escape", run: (one) => one.state.field(told) !== null && (one.dispatch({ effects: setTold.of(null) }), true) }])),
        codemirror.lineNumbers(), codemirror.foldGutter(), codemirror.lintGutter(), codemirror.highlightSpecialChars(),
        past.of(codemirror.history()), codemirror.drawSelection(), codemirror.dropCursor(), codemirror.indentOnInput(),
        codemirror.bracketMatching(), codemirror.closeBrackets(), codemirror.highlightActiveLine(), codemirror.highlightActiveLineGutter(),
        codemirror.search({ top: true }), EditorView.lineWrapping, codemirror.indentUnit.of("  "), language,
        codemirror.autocompletion({ override: [complete], icons: false, maxRenderedOptions: 12, activateOnTypingDelay: 120, optionClass: (one) => `kind-${one.type}` }),
        codemirror.syntaxHighlighting(styleOfSyntax()), colours, told, hover, styleOfEditor(), dark.of(EditorView.darkTheme.of(isDark.matches)),
        codemirror.keymap.of([...codemirror.closeBracketsKeymap, ...codemirror.completionKeymap, ...codemirror.searchKeymap, ...codemirror.foldKeymap, ...codemirror.lintKeymap, ...codemirror.defaultKeymap]),
        EditorState.readOnly.of(pane.isReadOnly), EditorState.phrases.of({ "No diagnostics": "No findings", Diagnostics: "Findings" }),
        EditorView.contentAttributes.of({ "aria-label": "Text of the map", tabindex: "0", spellcheck: "false", autocapitalize: "off", autocorrect: "off" }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) pane.typed(update);
          if (update.viewportChanged && !update.docChanged) pane.seen();
        }),
        EditorView.domEventHandlers({
          mousedown(event, one) {
            if (!(event.ctrlKey || event.metaKey) || event.button !== 0) return false;
            const at = one.posAtCoords({ x: event.clientX, y: event.clientY });
            if (at === null) return false;
            event.preventDefault();
            pane.commands.define(at);
            return true;
          },
        }),
      ],
    }),
  });
  isDark.addEventListener("change", () => view.dispatch({ effects: dark.reconfigure(EditorView.darkTheme.of(isDark.matches)) }));

  return {
    view,
    // Show what was found in the text and its colours; `moved` brings a place of that text to where it is now.
    show({ findings, colours: found }, moved) {
      const { length } = view.state.doc;
      const placed = (one) => ({ from: Math.min(moved(one.from), length), to: Math.min(Math.max(moved(one.to), moved(one.from)), length) });
      const marks = found.map(([from, to, words]) => Decoration.mark({ class: words.split(" ").map((word) => `is-${word}`).join(" ") }).range(moved(from), moved(to))).filter((one) => one.from < one.to && one.to <= length);
      const diagnostics = findings.map((one) => ({
        ...placed(one), severity: one.severity, source: one.rule, message: one.message,
        actions: one.fix && !pane.isReadOnly ? [{ name: one.fix.title, apply: () => pane.commands.work(one.fix.way) }] : [],
      }));
      view.dispatch(codemirror.setDiagnostics(view.state, diagnostics), { effects: setColours.of(Decoration.set(marks, true)) });
    },
    tell: (found) => view.dispatch({ effects: setTold.of(tooltipOf(found, "status")) }),
    // Forget what was typed, once it stands in the file: from there on the server takes back.
    forget() {
      view.dispatch({ effects: past.reconfigure([]) });
      view.dispatch({ effects: past.reconfigure(codemirror.history()) });
    },
    goTo(from, to, isFocused = true) {
      view.dispatch({ selection: { anchor: from, head: to }, effects: codemirror.EditorView.scrollIntoView(from, { y: "center" }) });
      if (isFocused) view.focus();
    },
    destroy: () => view.destroy(),
  };
}

const styleOfSyntax = () => {
  const { tags } = codemirror;
  return codemirror.HighlightStyle.define([
    { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: "var(--key)" },
    { tag: tags.comment, color: "var(--quiet)", fontStyle: "italic" },
    { tag: [tags.keyword, tags.bool, tags.number, tags.null], color: "var(--word)" },
    { tag: [tags.punctuation, tags.separator, tags.squareBracket, tags.brace], color: "var(--quiet)" },
  ]);
};

const styleOfEditor = () => codemirror.EditorView.theme({
  "&": { height: "100%", color: "var(--ink)", backgroundColor: "var(--ground)", fontSize: "var(--text-size)" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "ui-monospace, SFMono-Regular, Menlo, Consolas, monospace", lineHeight: "1.5" },
  ".cm-content": { caretColor: "var(--ink)", padding: "6px 0" },
  ".cm-cursor": { borderLeftColor: "var(--ink)", borderLeftWidth: "2px" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": { backgroundColor: "var(--chosen)" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--line)" },
  ".cm-gutters": { backgroundColor: "var(--card)", color: "var(--quiet)", borderRight: "1px solid var(--rule)" },
  ".cm-matchingBracket, &.cm-focused .cm-matchingBracket": { backgroundColor: "var(--hover)", outline: "1px solid var(--rule)" },
  ".cm-searchMatch": { backgroundColor: "var(--warn)", outline: "1px solid var(--rule)" },
  ".cm-searchMatch-selected": { backgroundColor: "var(--chosen)" },
  ".cm-panels": { backgroundColor: "var(--card)", color: "var(--ink)", borderColor: "var(--rule)" },
  ".cm-panel.cm-search": { padding: "6px 28px 8px 10px", font: "14px/1.5 system-ui, sans-serif", display: "flex", flexWrap: "wrap", gap: "4px 8px", alignItems: "center" },
  ".cm-panel.cm-search br": { flexBasis: "100%", height: "0", content: "''" },
  ".cm-panel.cm-search label": { fontSize: "13px", margin: "0", display: "inline-flex", gap: "4px", alignItems: "center" },
  ".cm-panel.cm-search .cm-textfield, .cm-panel.cm-search .cm-button": { fontSize: "13.5px", margin: "0", padding: "3px 8px" },
  ".cm-panel.cm-search .cm-textfield": { flex: "1 1 150px", minWidth: "0" },
  ".cm-panel.cm-panel-lint": { font: "14px/1.5 system-ui, sans-serif" },
  ".cm-panel.cm-panel-lint ul": { maxHeight: "30vh" },
  ".cm-panel.cm-panel-lint ul [aria-selected]": { backgroundColor: "var(--hover)" },
  ".cm-panel.cm-panel-lint ul:focus [aria-selected]": { backgroundColor: "var(--thesis)", color: "var(--thesis-ink)" },
  ".cm-panel.cm-search [name=close], .cm-panel.cm-panel-lint [name=close]": { fontSize: "20px", width: "24px", height: "24px", color: "var(--ink)" },
  ".cm-textfield": { backgroundColor: "var(--ground)", color: "var(--ink)", border: "1px solid var(--rule)", borderRadius: "6px" },
  ".cm-button": { backgroundImage: "none", backgroundColor: "var(--hover)", color: "var(--ink)", border: "1px solid var(--rule)", borderRadius: "6px" },
  ".cm-foldPlaceholder": { backgroundColor: "var(--hover)", color: "var(--quiet)", borderColor: "var(--rule)" },
  ".cm-tooltip": { backgroundColor: "var(--card)", color: "var(--ink)", border: "1px solid var(--rule)", borderRadius: "8px", boxShadow: "0 4px 18px rgb(0 0 0 / 18%)", maxWidth: "min(560px, 92vw)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "inherit", maxHeight: "none", overflow: "hidden", minWidth: "240px" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "3px 9px", display: "flex", gap: "10px", alignItems: "baseline" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": { backgroundColor: "var(--thesis)", color: "var(--thesis-ink)" },
  ".cm-completionLabel": { flex: "none" },
  ".cm-completionDetail": { flex: "1", minWidth: "0", margin: "0", overflow: "hidden", textOverflow: "ellipsis", fontStyle: "normal", opacity: "1", color: "var(--quiet)" },
  "li[aria-selected] .cm-completionDetail": { color: "inherit" },
  ".cm-completionInfo": { padding: "0", border: "1px solid var(--rule)" },
  ".told": { padding: "8px 12px", maxHeight: "40vh", overflow: "auto", font: "14px/1.45 system-ui, sans-serif", overflowWrap: "anywhere" },
  ".told p, .told ul": { margin: "0 0 6px" },
  ".told ul": { paddingInlineStart: "18px" },
  ".told code": { fontFamily: "ui-monospace, monospace", fontSize: "0.93em", backgroundColor: "var(--hover)", borderRadius: "4px", padding: "0 3px" },
  ".cm-diagnostic": { font: "14px/1.45 system-ui, sans-serif", padding: "6px 10px", borderLeftWidth: "4px" },
  ".cm-diagnostic-error": { borderLeftColor: "var(--con)" },
  ".cm-diagnosticAction": { font: "inherit", backgroundColor: "var(--thesis)", color: "var(--thesis-ink)", borderRadius: "6px", padding: "3px 9px", margin: "4px 6px 2px 0", cursor: "pointer" },
  ".cm-diagnosticSource": { opacity: "1", color: "var(--quiet)", fontSize: "12px" },
  ".is-declaration": { fontWeight: "600" },
  ".is-pro, .is-pro span": { color: "var(--pro)" },
  ".is-con, .is-con span": { color: "var(--con)" },
  ".is-out": { textDecoration: "line-through" },
  ".is-unknown": { textDecoration: "underline wavy var(--con)" },
});
