// What can be done with what is chosen: the buttons for it, their keys, the forms that they open, the moves of these.
"use strict";

const needed = (name, label, more = {}) => ({ name, label, kind: "text", isNeeded: true, ...more });
const isPremise = (id) => Object.values(now.state.map.arguments).some((one) => one.premises.includes(id));
const sentencesIn = (words) => words.split(/(?<=[.!?…][”’"')]*)\s+(?=\p{Lu})/u);
const premisesIn = (words) => words.split(/\n+/).map((line) => line.trim()).filter(Boolean);
const ONE_A_LINE = "One sentence a line; several are needed together.";

function reasonFor(id, side, title, button) {
  return {
    title, about: wordsOf(id), button,
    fields: [
      needed("premises", "Because …", { hint: ONE_A_LINE }),
      { name: "title", label: "Name of the argument", hint: "A few words; may be left out.", kind: "line" },
      { name: "each", label: "Each line is a reason of its own", kind: "flag" },
    ],
    moves: ({ premises, title: name, each }) => [{ move: "reason", [side]: id, premises: premisesIn(premises), ...(name ? { title: name } : {}), ...(each ? { each: true } : {}) }],
  };
}

const sourceFields = () => {
  const known = Object.entries(now.state.map.sources || {}).map(([id, one]) => [id, typeof one === "string" ? one : one.title || id]);
  return [
    { name: "source", label: "Source", kind: "choice", value: known.length ? known[0][0] : "", options: [...known, ["", "A new source, named below"]] },
    { name: "title", label: "Title of the new source", kind: "line", when: ["source", ""] },
    { name: "url", label: "Its address", hint: "May be left out.", kind: "line", when: ["source", ""] },
    { name: "locator", label: "Where in it", hint: "Such as p. 4.", kind: "line" },
    { name: "quote", label: "What it says, word for word", kind: "text", rows: 2 },
  ];
};

const citing = (id) => ({
  title: "Cite a source", about: wordsOf(id), button: "Cite", fields: sourceFields(),
  moves: ({ source, title, url, locator, quote }) => {
    if (!source && !title) throw new Error("Say what the source is called.");
    const named = source || idOf(title);
    const cite = { move: "cite", id, source: named, ...(locator ? { locator } : {}), ...(quote ? { quote } : {}) };
    return source ? [cite] : [{ move: "source", id: named, title, ...(url ? { URL: url } : {}) }, cite];
  },
});

// An id made of the first words of a title; the server makes those of claims and arguments.
function idOf(words) {
  const stem = words.toLowerCase().normalize("NFC").replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "").slice(0, 30).replace(/-+$/, "") || "source";
  const taken = now.state.map.sources || {};
  let [id, number] = [stem, 2];
  while (id in taken) id = `${stem}-${number++}`;
  return id;
}

function actionsFor(id) {
  if (!now.state || now.state.is_read_only || !now.state.map) return [];
  if (now.picking) return [{ words: "Cancel", key: "Escape", run: () => pick(null) }];
  const claim = claimOf(id);
  const argument = argumentOf(id);
  if (claim) {
    const isUnstated = typeof claim !== "string" && claim.implicit;
    return [
      { words: "Reason for", look: "pro", key: "w", form: () => reasonFor(id, "for", "A reason for this", "Add the reason") },
      { words: "Reason against", look: "con", key: "b", form: () => reasonFor(id, "against", "A reason against this", "Add the reason") },
      { words: "Edit", key: "e", form: () => ({ title: "Say it otherwise", button: "Change", fields: [needed("text", "The claim", { value: textOf(claim) })], moves: ({ text }) => [{ move: "reword", id, text }] }) },
      { words: "Cite", key: "q", form: () => citing(id) },
      { words: isUnstated ? "Mark as stated" : "Mark as unstated", run: () => doMoves([isUnstated ? { move: "clear", id, field: "implicit" } : { move: "set", id, field: "implicit", value: true }]) },
      ...(isPremise(id) ? [{ words: "Split", form: () => ({ title: "Split into several claims", about: textOf(claim), button: "Split", fields: [needed("texts", "The claims", { hint: ONE_A_LINE, value: sentencesIn(textOf(claim)).join("\n"), rows: 4 })], moves: ({ texts }) => [{ move: "split", id, texts: premisesIn(texts) }] }) }] : []),
      ...(movedBy(id) ? [{ words: "Move to …", key: "m", run: () => movingBy(movedBy(id)) }] : []),
      { words: "Remove", key: "Delete", form: () => removing(id) },
    ];
  }
  if (argument) {
    return [
      { words: "Back this step", look: "pro", key: "w", form: () => reasonFor(id, "for", "Why does this follow?", "Add the reason") },
      { words: "Object to the step", look: "con", key: "b", form: () => reasonFor(id, "against", "Why does this not follow?", "Add the objection") },
      { words: "Add a premise", form: () => ({ title: "One more premise", about: wordsOf(id), button: "Add", fields: [needed("premise", "It also needs that …")], moves: ({ premise }) => [{ move: "premise", id, premise }] }) },
      { words: "Name", key: "e", form: () => ({ title: "Name the argument", button: "Change", fields: [needed("text", "Its name", { value: argument.title || "", kind: "line" })], moves: ({ text }) => [{ move: "reword", id, text, section: "arguments" }] }) },
      { words: "Turn round", run: () => doMoves([{ move: "turn", id }]) },
      { words: "Move to …", key: "m", run: () => movingBy({ argument: id }) },
      { words: "Cite", key: "q", form: () => citing(id) },
      ...(argument.premises.length > 1 ? [{ words: "Take apart", run: () => doMoves([{ move: "split", id }]) }] : []),
      { words: "Remove", key: "Delete", form: () => removing(id) },
    ];
  }
  return [{ words: "Add a claim", key: "e", form: () => ({ title: "A new claim", about: "It stands alone until an argument uses it.", button: "Add", fields: [needed("text", "The claim")], moves: ({ text }) => [{ move: "claim", text }] }) }];
}

const removing = (id) => ({
  title: "Remove", about: `“${short(wordsOf(id))}” What hangs on it alone goes too. Undo brings it back.`, button: "Remove", fields: [],
  moves: () => [{ move: "remove", id }],
});

function showActions() {
  const { id } = now;
  const sort = claimOf(id) ? "Claim" : argumentOf(id) ? "Argument" : "";
  const words = now.picking
    ? `Choose in the map what “${wordsOfMoved(now.picking)}” is to be about.`
    : sort ? short(wordsOf(id)) : now.state && now.state.map && !now.state.is_read_only ? "Choose a claim or an argument in the map." : "";
  byId("chosen").replaceChildren(...[sort && !now.picking ? make("span", { class: "sort" }, sort) : "", make("span", { dir: "auto" }, words)].filter(Boolean));
  const offered = actionsFor(id);
  const shown = JSON.stringify(offered.map(({ words: name, key, look }) => [name, key, look]));
  if (byId("actions").dataset.shown === shown) return; // a button that is being pressed stays where it is
  byId("actions").dataset.shown = shown;
  byId("actions").replaceChildren(...offered.map(({ words: name, key, look }) => {
    const button = make("button", { type: "button", class: look, title: key ? `${name} (${key})` : null, "aria-keyshortcuts": key }, name);
    button.addEventListener("click", () => act(actionsFor(now.id).find((one) => one.words === name)));
    return button;
  }));
}

function act(action) {
  if (action.run) return action.run();
  const { moves, ...asked } = action.form();
  const { version } = now.state; // what is looked at while the form is filled in, whatever others change meanwhile
  return askBy({ ...asked, send: (values) => make_(insteadOf(values, moves), { version }) });
}

// What is done by a form: what it says, or what was offered in its place; where that only makes room for it, both.
function insteadOf({ instead, ...values }, moves) {
  if (!instead) return moves(values);
  return instead.move === "set" && instead.field === "shape" ? [instead, ...moves(values)] : [instead];
}

// Move something to the next thing that is chosen.
function pick(moved) {
  now.picking = moved;
  showActions();
}
