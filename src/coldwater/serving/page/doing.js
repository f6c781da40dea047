// What can be done in the text, by a key or a button: each asks the server for what it takes, and puts it into the text.
"use strict";

// Put changes that the server worked out into the text, as if they had been typed.
function putTyped(changes) {
  if (!changes || !changes.length) return;
  const { view } = textPane.editor;
  view.dispatch({ changes: changes.map(([from, to, insert]) => ({ from, to, insert })), userEvent: "input.work", scrollIntoView: true });
  textPane.flush();
}

// Do something with the text, and say in its foot why it cannot be done.
async function inText(work, isWrite = false) {
  if (!textPane.isOpen) return;
  if (isWrite && now.state.is_read_only) return void textPane.say("The maps are only shown here.");
  try {
    await work(textPane.editor.view);
  } catch (error) {
    textPane.say(error.message, true);
  }
}

const cursor = (view) => ({ at: view.state.selection.main.head });
const selected = (view) => ({ from: view.state.selection.main.from, to: view.state.selection.main.to });

// Make moves on the text as it was typed, which must be in the file first.
async function moveTyped(moves) {
  await textPane.flush();
  if (textPane.isDirty) throw new Asked(422, { error: `This needs a text that can be read. ${textPane.why}` });
  await load();
  await make_(moves);
}

textPane.commands = {
  undo: () => doVerb("undo"),
  redo: () => doVerb("redo"),
  write: () => textPane.flush(true),
  define: (at) => inText(async (view) => {
    const found = await textPane.ask("define", typeof at === "number" ? { at } : cursor(view));
    if (found && found.id) textPane.editor.goTo(found.from, found.to);
    else if (found) textPane.say("No id stands here that is written elsewhere.");
  }),
  tell: () => inText(async (view) => {
    const found = await textPane.ask("tell", cursor(view));
    if (found && found.text) textPane.editor.tell(found);
    else if (found) textPane.say("There is nothing to tell of what stands here.");
    view.focus();
  }),
  show: () => inText(async (view) => {
    const found = await textPane.ask("entry", cursor(view));
    if (!found || !["claims", "arguments"].includes(found.section)) return textPane.say("The cursor is in no claim and no argument.");
    if (window.matchMedia("(max-width: 700px)").matches) toggleSide("text");
    drawing.goTo(found.id);
    return drawing.look(); // it is chosen at once, before what a move has added is
  }),
  rename: () => inText(async (view) => {
    const found = await textPane.ask("entry", cursor(view));
    if (!found || !found.id) return textPane.say("The cursor is in no entry that has a name.");
    return askBy({
      title: "Another id", about: `The id ${found.id} stands in the text where it is used, and is no part of the drawing.`, button: "Rename",
      fields: [{ ...needed("new", "New id", { value: found.id, kind: "line" }) }],
      send: ({ new: name }) => moveTyped([{ move: "rename", id: found.id, new: name, section: found.section }]),
    }).then(() => view.focus());
  }, true),
  form: () => inText(async () => {
    const found = await textPane.ask("form", {});
    if (found) putTyped(found.changes);
    if (found && !found.changes.length) textPane.say("The text is in form already.");
  }, true),
  work: (way) => inText(async () => {
    const found = await textPane.ask("act", { way });
    if (found) putTyped(found.changes);
  }, true),
  act: () => inText(async (view) => {
    const found = await textPane.ask("actions", selected(view));
    if (!found) return undefined;
    const { doc } = view.state;
    const items = found.actions.map((one) => ({ ...one, words: one.title, detail: one.kind.startsWith("quickfix") ? "mends" : "" }));
    const chosen = await chooseFrom({ title: "What can be done here", items, empty: "Nothing is known that could be done here." });
    view.focus();
    if (!chosen) return undefined;
    if (!view.state.doc.eq(doc)) return textPane.say("The text has changed in the meantime; ask again.");
    if (chosen.changes) return putTyped(chosen.changes);
    return chosen.way.move ? moveTyped([chosen.way.move]) : textPane.commands.work(chosen.way);
  }, true),
  outline: () => inText(async (view) => {
    const found = await textPane.ask("outline", {});
    if (!found) return;
    const items = found.nodes.filter((one) => one.from !== undefined).map((one) => ({ ...one, words: one.name }));
    const chosen = await chooseFrom({ title: "Go to", items, empty: "No entry has these words." });
    if (chosen) textPane.editor.goTo(chosen.from, chosen.from);
    else view.focus();
  }),
  find: () => inText((view) => codemirror.openSearchPanel(view)),
  drop: () => inText((view) => {
    view.dispatch({ changes: difference(view.state.doc.toString(), textPane.synced.doc.toString()), userEvent: "input.drop" });
    textPane.flush();
    view.focus();
  }, true),
  help: () => askBy({ title: "Keys in the text", button: "Close", fields: [], about: "", body: keysOfText() }),
};

const keysOfText = () => make("div", {}, make("dl", {}, ...[
  ["Ctrl+Space", "what may stand here"], ["Ctrl+I", "about what stands here"], ["Ctrl+.", "what can be done here"],
  ["F12, Ctrl+click", "where it is written"], ["F2", "another id"], ["Ctrl+Enter", "show in the map"], ["Ctrl+Shift+O", "go to an entry"],
  ["F8", "next finding"], ["Shift+Alt+F", "bring into form"], ["Ctrl+F", "find"], ["Ctrl+Z, Ctrl+Shift+Z", "undo, redo"],
  ["Ctrl+S", "write at once, also what cannot be drawn"], ["Ctrl+U", "back to where the cursor was"], ["Tab", "leaves the text"],
].flatMap(([keys, words]) => [make("dt", {}, keys), make("dd", {}, words)])),
make("p", { class: "hint" }, "On a Mac Cmd is Ctrl. The editor is CodeMirror; ", make("a", { href: "/codemirror.licences.txt", target: "_blank", rel: "noopener" }, "its licences"), "."));

for (const button of document.querySelectorAll("#pane [data-command]")) {
  button.addEventListener("click", () => textPane.commands[button.dataset.command]());
}
