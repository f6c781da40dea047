// The page: which map is open, its state, what is sent, and what each key and button does.
"use strict";

const byId = (id) => document.getElementById(id);
const now = { name: null, state: null, id: "", picking: null, side: null, atWork: 0, drawn: null };

// --- doing --------------------------------------------------------------------------------------------------------

// Send a change; what was changed on both sides is chosen by the person. Throws what was refused.
async function send(verb, given) {
  if (await textPane.flush()) await load();
  const before = now.state;
  const asked = { map: now.name, version: before.version, ...given };
  let done;
  try {
    done = await ask(`/${verb}`, asked);
  } catch (error) {
    if (!error.disputes) throw error;
    const choices = await askForChoices(error.disputes);
    if (choices === null) return null;
    done = await ask(`/${verb}`, { ...asked, choices });
  }
  if (now.state.version === done.version || take(done.state)) {
    showState();
    if (textPane.name === now.name) await textPane.pull(done.version);
  } else await load();
  tell(done, before);
  return done;
}

async function make_(moves, given = {}) {
  now.atWork++;
  const chosen = now.id;
  try {
    const done = await send("move", { moves, ...given });
    const added = done ? done.answer.changed.added.filter((one) => one.section === "claims" || one.section === "arguments") : [];
    if (added.length) goToOnceDrawn(added[0].id, chosen);
  } finally {
    now.atWork--;
  }
}

// Choose what was added once it is drawn, unless something else was chosen since the move was made.
async function goToOnceDrawn(id, chosen) {
  await now.drawn;
  if (now.id !== chosen) return;
  const name = argumentOf(id) ? id : usesOf(id)[0];
  drawing.goTo(id, name ? [name, targetOf(name)] : []);
  drawing.look();
}

async function doMoves(moves) {
  try {
    await make_(moves);
  } catch (error) {
    refuse(error);
  }
}

async function doVerb(verb, given = {}) {
  now.atWork++;
  try {
    if (await textPane.flush()) await load();
    if ((verb === "undo" && (textPane.undoHere() || !now.state.can_undo)) || (verb === "redo" && (textPane.redoHere() || !now.state.can_redo))) return;
    await send(verb, given);
  } catch (error) {
    refuse(error);
  } finally {
    now.atWork--;
  }
}

function refuse(error) {
  const offers = (error.instead || []).map((move) => {
    const button = make("button", { type: "button" }, `Do this instead: ${wordsOfMove(move)}`);
    button.addEventListener("click", () => doMoves([move]));
    return make("li", {}, button);
  });
  showTold([make("li", { class: "bad", dir: "auto" }, inWords(error.message)), ...offers]);
}

// --- the state ----------------------------------------------------------------------------------------------------

let loading = Promise.resolve();

// Load the state of the map that is open, one after the other.
function load() {
  loading = loading.then(reallyLoad, reallyLoad);
  return loading;
}

async function reallyLoad() {
  if (!now.name) return;
  const { name } = now;
  try {
    const told = await ask(`/state?${about(name)}${now.state ? `&since=${now.state.version}` : ""}`);
    if (name !== now.name) return;
    const before = now.state;
    if (!take(told)) return void (await reallyLoad());
    if (textPane.hasWritten && before) tellTurned(before);
    textPane.hasWritten = false;
    showState();
    if (textPane.name === name) await textPane.pull(now.state.version);
    await now.drawn;
  } catch (error) {
    trouble(drawing.frame && error.status === 422 ? `${error.message}. What you see is how it was before.` : error.message);
  }
}

// Take a state, or what is another since the one that is here. Gives whether it was one that follows on this.
function take(told) {
  const old = now.state;
  if (told.since === undefined) now.state = told;
  else if (!old || told.since !== old.version) return false;
  else if (told.findings === undefined) now.state = { ...old, ...told };
  else {
    const sections = ["claims", "arguments", "sources", "questions"].map((name) => [name, patched(old.map[name], told.map[name])]);
    now.state = { ...old, ...told, verdicts: patched(old.verdicts, told.verdicts), map: { ...told.map, ...Object.fromEntries(sections) } };
  }
  return true;
}

function patched(old, { set, gone }) {
  const patched = { ...old, ...set };
  for (const key of gone) delete patched[key];
  return patched;
}

// Let the drawing follow; what was done can be read before.
async function draw() {
  const { name, state } = now;
  try {
    const isDrawn = await drawing.show(name, state.version);
    if (name !== now.name || state.version !== now.state.version) return;
    trouble(isDrawn ? "" : drawing.frame ? "The file cannot be drawn as it stands; this is how it was before. See the findings." : "The file cannot be drawn as it stands. See the findings.");
  } catch (error) {
    trouble(error.message);
  }
}

let isLoadDue = false;

// Load the state once nobody types, as showing a large map takes a moment in which nothing can be typed.
async function loadSoon() {
  if (isLoadDue) return;
  isLoadDue = true;
  await textPane.quiet(Math.min(Math.max(drawing.took, 150), 2000));
  isLoadDue = false;
  load();
}

function showState() {
  const { state } = now;
  now.drawn = draw();
  document.title = `${state.map ? state.map.title : state.name} – coldwater`;
  showHistory();
  const words = state.map ? state.map.theses.map((id) => [wordsOf(id), state.verdicts[id]]).filter(([, word]) => word) : [];
  byId("verdict").replaceChildren(...words.slice(0, 2).flatMap(([text, word]) => [make("b", {}, `${HEADS[word] || word}: `), make("span", { dir: "auto" }, `“${short(text)}” `)]));
  byId("show-findings").textContent = state.findings.length ? `Findings (${state.findings.length})` : "Findings";
  if (now.id && !claimOf(now.id) && !argumentOf(now.id)) now.id = "";
  showActions();
  showSide();
}

// What can be taken back: steps that the server knows, and what was typed and is not in the file yet.
function showHistory() {
  const { state } = now;
  byId("undo").disabled = !state || state.is_read_only || !(state.can_undo || textPane.isDirty);
  byId("redo").disabled = !state || state.is_read_only || !(state.can_redo || textPane.canRedo);
}

function trouble(words) {
  byId("trouble").textContent = words;
  byId("trouble").hidden = !words;
}

// --- findings and text --------------------------------------------------------------------------------------------

function toggleSide(name) {
  now.side = now.side === name ? null : name;
  showSide();
  if (now.side === "text") textPane.open(now.name).then(() => textPane.isOpen && textPane.reveal(now.id));
}

function showSide() {
  for (const name of ["findings", "text"]) byId(`show-${name}`).setAttribute("aria-expanded", String(now.side === name));
  byId("side").hidden = now.side !== "findings";
  byId("pane").hidden = now.side !== "text" || !now.name;
  document.body.classList.toggle("has-text", !byId("pane").hidden);
  if (now.side === "findings") showFindings(byId("side"));
}

function showFindings(side) {
  const cards = now.state ? now.state.findings.map(findingCard) : [];
  side.replaceChildren(make("h2", {}, cards.length ? "Findings" : "No findings"), ...cards);
}

const isNarrow = window.matchMedia("(max-width: 700px)");

function findingCard(finding) {
  const row = make("div", { class: "row" });
  if (finding.id && (claimOf(finding.id) || argumentOf(finding.id))) {
    const go = make("button", { type: "button" }, "Show");
    go.addEventListener("click", () => {
      drawing.goTo(finding.id);
      if (isNarrow.matches) toggleSide("findings"); // it takes the room of what is to be seen
    });
    row.append(go);
  }
  if (finding.fix && !now.state.is_read_only) {
    const fix = make("button", { type: "button", class: "main" }, finding.fix.is_safe ? "Mend" : "Mend, if this is meant");
    fix.addEventListener("click", () => doVerb("mend", { finding: finding.number }));
    row.append(fix, make("span", { class: "where", dir: "auto" }, inWords(finding.fix.message)));
  }
  return make("section", { class: "finding" }, make("p", { dir: "auto" }, make("span", { class: finding.severity }, `${finding.severity}: `), inWords(finding.message)),
    make("p", { class: "where" }, `${finding.rule} ${finding.name}, line ${finding.line}`), row.childNodes.length ? row : null);
}

// --- maps ---------------------------------------------------------------------------------------------------------

const WITH_A_MAP = ["maps", "undo", "redo", "show-findings", "show-text", "export", "more"];

async function listMaps() {
  let told;
  try {
    told = await ask("/maps");
  } catch (error) {
    return trouble(error.message);
  }
  now.lists = told;
  byId("maps").replaceChildren(...told.maps.map((name) => make("option", { value: name }, name)));
  byId("new").hidden = !told.may_make;
  byId("new").classList.toggle("main", told.maps.length === 0);
  byId("export").replaceChildren(make("option", { value: "" }, "Export …"), ...told.exports.map((one) => make("option", { value: one.name }, one.words)));
  const wanted = decodeURIComponent(location.hash.slice(1));
  const name = told.maps.includes(wanted) ? wanted : told.maps.includes(now.name) ? now.name : told.maps[0] || null;
  if (name === null) {
    now.name = now.state = null;
    drawing.clear(told.is_read_only ? "There are no maps in this folder." : "There are no maps in this folder yet. New map makes one: of a sentence, of a text that you paste, or of a file of Kialo, Argdown, a mind map, a table …");
    for (const id of WITH_A_MAP) byId(id).hidden = true;
    openExtras(true); // a new map is all that can be made, so it lies behind nothing
    return showActions();
  }
  if (byId("more").hidden) openExtras(false);
  for (const id of WITH_A_MAP) byId(id).hidden = false;
  byId("maps").value = name;
  return open_(name);
}

async function open_(name) {
  await textPane.flush(); // what was typed belongs to the map that is left
  if (name !== now.name) {
    drawing.clear("");
    Object.assign(now, { name, state: null, id: "", picking: null });
    textPane.close();
    showTold([]);
    if (decodeURIComponent(location.hash.slice(1)) !== name) history.replaceState(null, "", `#${encodeURIComponent(name)}`);
    return load().then(() => {
      if (textPane.hasKept(name)) now.side = "text";
      showSide();
      return now.side === "text" && textPane.open(name);
    });
  }
  return load();
}

// --- keys and the beginning -----------------------------------------------------------------------------------------

function onKey(event) {
  if (form.open || event.isComposing || byId("chooser").open || event.target.closest("input, textarea, select, #text")) return;
  const isControl = event.ctrlKey || event.metaKey;
  if (isControl && event.key.toLowerCase() === "z") {
    event.preventDefault();
    return doVerb(event.shiftKey ? "redo" : "undo");
  }
  if (isControl || event.altKey) return undefined;
  const action = actionsFor(now.id).find((one) => one.key === event.key);
  if (!action) return undefined;
  event.preventDefault();
  event.stopPropagation();
  return act(action);
}

drawing.onKey = onKey;
drawing.choose = (id) => {
  if (id === now.id) return;
  const { picking } = now;
  now.id = id;
  now.picking = null;
  showActions();
  if (id) textPane.reveal(id);
  if (!picking || !id) return;
  const reason = whyNot(picking, id);
  if (reason) refuse(new Error(reason));
  else moveTo(picking, id);
};
document.addEventListener("keydown", onKey);
byId("maps").addEventListener("change", (event) => open_(event.target.value));
window.addEventListener("hashchange", () => listMaps());
byId("undo").addEventListener("click", () => doVerb("undo"));
byId("redo").addEventListener("click", () => doVerb("redo"));
byId("show-findings").addEventListener("click", () => toggleSide("findings"));
byId("show-text").addEventListener("click", () => toggleSide("text"));
byId("told-close").addEventListener("click", () => showTold([]));
byId("new").addEventListener("click", newMap);
const openExtras = (isOpen) => {
  document.querySelector("header").classList.toggle("is-open", isOpen);
  byId("more").setAttribute("aria-expanded", String(isOpen));
};
byId("more").addEventListener("click", () => openExtras(byId("more").getAttribute("aria-expanded") === "false"));
byId("extras").addEventListener("click", (event) => event.target.closest("button") && openExtras(!now.name));
byId("export").addEventListener("change", (event) => {
  const link = make("a", { href: `/export?${about(now.name)}&format=${encodeURIComponent(event.target.value)}`, download: "" });
  event.target.value = "";
  link.click();
});
window.addEventListener("beforeunload", (event) => {
  if (textPane.isDirty) event.preventDefault();
});
listen((name) => {
  if (name === "" || name === null || (now.lists && !now.lists.maps.includes(name))) listMaps();
  else if (name === now.name) loadSoon();
}, (isThere) => isThere ? byId("trouble").textContent.startsWith("The server") && trouble("") : trouble("The server is gone. What you see is the last state; nothing can be changed."));
// What could not be read or drawn may be so again, and nobody tells of a file that was there all the time.
setInterval(() => !byId("trouble").hidden && now.name && !now.atWork && load(), 2000);
document.addEventListener("visibilitychange", () => document.hidden || load());
listMaps();
