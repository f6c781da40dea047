// The side panel: everything the map says of one node, with links to its neighbours; or about the map as a whole.

const side = document.getElementById("cw-side");
const sideBody = document.getElementById("cw-side-body");

function make(name, attributes = {}, ...content) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined && value !== null) made.setAttribute(key, value);
  made.append(...content.filter((part) => part !== undefined && part !== null && part !== ""));
  return made;
}

// A text of the map: in the map's language, in whatever direction it is written.
const said = (name, text, look) => make(name, { class: look, lang: map.language, dir: "auto" }, text);

function nodeLink(node, look) {
  const entry = nodes[node];
  const link = make("a", { href: `#${entry.id}`, class: `node-link ${look || ""}` }, said("span", entry.text));
  link.dataset.node = node;
  return link;
}

const badgeOf = (relation) => make("span", { class: `word-badge ${relation}` },
  make("span", { "aria-hidden": "true" }, map.signs[relation].badge), map.signs[relation].word);

function section(title, ...content) {
  const given = content.flat().filter(Boolean);
  return given.length ? make("section", {}, make("h3", {}, title), ...given) : null;
}

const list = (items) => (items.length ? make("ul", {}, ...items.map((item) => make("li", {}, item))) : null);

// --- one node -------------------------------------------------------------------------------------------------

function showInSide(node) {
  const entry = nodes[node];
  const heading = make("p", { class: "side-sort" }, entry.sort === "argument" ? badgeOf(entry.relation) : null,
    make("span", {}, entry.sort === "argument" ? "Argument" : sortWord(node)), make("code", {}, entry.id));
  const title = said("h2", entry.text, "side-text");
  const verdict = make("div", { id: "cw-side-verdict", "data-of": node });
  sideBody.replaceChildren(...[heading, title, verdict, factsOf(entry), ...(isClaim(node) ? claimSections(node) : argumentSections(node)),
    section("Note", entry.note && said("p", entry.note)), section("Sources", list((entry.cites || []).map(citation))),
    tagsOf(entry),
  ].filter(Boolean));
  fillSideVerdict();
  openSide(`${sortWord(node)} ${entry.id}`);
}

function factsOf(entry) {
  const facts = [
    ["Kind", entry.kind], ["Status", entry.status], ["Credence", entry.credence], ["Proof standard", entry.standard],
    ["Scheme", entry.scheme], ["Strength", entry.strength], ["Unstated", entry.implicit && "nobody said so, but the step needs it"],
  ].filter(([, value]) => value !== undefined && value !== false);
  return facts.length ? make("dl", {}, ...facts.flatMap(([name, value]) => [make("dt", {}, name), said("dd", String(value))])) : null;
}

function claimSections(node) {
  const by = (relation) => list(incoming(node).filter((argument) => nodes[argument].relation === relation).map((argument) => argumentLink(argument)));
  const uses = nodes[node].uses || [];
  return [
    section("Used in", list(uses.map((argument) => argumentLink(argument, true)))),
    section("Supported by", by("supports")), section("Attacked by", by("attacks")),
    section("Contradicts", list((nodes[node].contraries || []).map((contrary) => nodeLink(contrary)))), ...holdersOf(nodes[node]),
  ];
}

function argumentSections(node) {
  const entry = nodes[node];
  const by = (relation) => list(incoming(node).filter((argument) => nodes[argument].relation === relation).map((argument) => argumentLink(argument)));
  const target = entry.target === undefined ? make("p", { class: "missing" }, `${entry.targetName} (not in the map)`) : nodeLink(entry.target);
  const premises = entry.premises.map((premise) => premise.node === undefined
    ? make("span", { class: "missing" }, `${premise.name} (not in the map)`)
    : make("span", {}, nodeLink(premise.node), premise.role ? said("span", premise.role, "role") : null));
  return [
    section(map.signs[entry.relation].title, target), section(premises.length > 1 ? "Premises (all are needed)" : "Premise", list(premises)),
    section("Backed by", by("backs")), section("Undercut by", by("undercuts")),
  ];
}

const targeting = new Map();
nodes.forEach((entry, node) => {
  if (entry.target === undefined) return;
  if (!targeting.has(entry.target)) targeting.set(entry.target, []);
  targeting.get(entry.target).push(node);
});
const incoming = (node) => targeting.get(node) || [];

// An argument by its title, and by what it says: its premises, or (from a premise) its target.
function argumentLink(argument, withTarget) {
  const entry = nodes[argument];
  const rest = withTarget
    ? (entry.target === undefined ? "" : nodes[entry.target].text)
    : entry.premises.map((premise) => (premise.node === undefined ? premise.name : nodes[premise.node].text)).join(" & ");
  const head = make("span", { class: "argument-head" }, badgeOf(entry.relation), nodeLink(argument, "strong"));
  return make("span", {}, head, rest ? said("span", rest, "gist") : null);
}

// --- sources --------------------------------------------------------------------------------------------------

function citation(cite) {
  const source = cite.source === undefined ? null : map.sources[cite.source];
  const parts = [source ? sourceLine(source) : make("span", { class: "missing" }, `${cite.name} (not among the sources)`)];
  if (cite.speakers) parts.unshift(said("span", cite.speakers, "speaker"), ", in "); // who speaks, told from the source
  if (cite.locator) parts.push(said("span", cite.locator, "locator"));
  if (cite.card) parts.push(card(cite.card));
  else if (cite.quote) parts.push(said("q", cite.quote));
  return make("span", { class: "citation" }, ...parts);
}

// A debater's card: the passage, with what is read out of it marked.
function card(pieces) {
  return make("q", { class: "card", dir: "auto" }, ...pieces.map(([words, isRead]) => (isRead ? make("mark", {}, words) : words)));
}

function sourceLine(source) {
  const line = said("span", (source.number ? `${source.number}. ` : "") + source.line);
  const text = source.who ? make("span", {}, line, said("span", source.who, "locator")) : line;
  if (!/^https?:\/\//i.test(source.url || "")) return make("span", {}, text, source.url ? make("span", { class: "locator" }, source.url) : null);
  const link = make("a", { href: source.url, rel: "noopener noreferrer", target: "_blank" }, source.url);
  return make("span", {}, text, make("span", { class: "locator" }, link));
}

// --- the map --------------------------------------------------------------------------------------------------

function showAbout() {
  const claims = nodes.filter((entry) => entry.sort === "claim").length;
  const counts = `${claims} ${claims === 1 ? "claim" : "claims"}, ${nodes.length - claims} ${nodes.length - claims === 1 ? "argument" : "arguments"}`;
  const sources = map.sources.map((source) => make("span", { class: "citation" }, sourceLine(source),
    source.grade ? said("span", `Grade: ${source.grade}`, "locator") : null, source.note ? said("span", source.note, "gist") : null));
  sideBody.replaceChildren(...[
    make("p", { class: "side-sort" }, make("span", {}, "About this map")), said("h2", map.title, "side-text"),
    map.description ? said("p", map.description) : null, make("p", { class: "quiet" }, counts),
    theses.length > 1 ? section("Theses", list(theses.map((thesis) => nodeLink(thesis)))) : section("Thesis", ...theses.map((thesis) => nodeLink(thesis))),
    section("Rivals", list(nodes.flatMap((entry, node) => (entry.rival ? [nodeLink(node)] : [])))),
    section("Questions", list((map.questions || []).map(asked))),
    positionsOfMap(),
    section("Signs", list(legendEntries().map((entry) => legendEntry(entry)))),
    section("Verdicts", whatIf.isOn ? make("p", { class: "gist" }, `${judging.circumstances} ${restingWords()}`) : null),
    section("Sources", list(sources)),
  ].filter(Boolean));
  openSide("About this map");
}

function asked(question) {
  return make("span", {}, said("span", question.text), ...(question.answers || []).map((node) => nodeLink(node)),
    question.note ? said("span", question.note, "gist") : null);
}

function openSide(label) {
  side.hidden = false;
  side.setAttribute("aria-label", label);
  sideBody.scrollTop = 0;
  document.body.classList.add("has-side");
}

function closeSide() {
  side.hidden = true;
  document.body.classList.remove("has-side");
}

// --- legend ---------------------------------------------------------------------------------------------------

function legendEntry(entry) {
  const wide = entry.name === "holder" ? 10 : wordsOf.includes(entry.name) || isStance(entry) ? 18 : 38;
  const sample = draw("svg", { width: wide, height: 18, viewBox: `0 0 ${wide} 18`, "aria-hidden": "true", class: "sample" }, ...legendSample(entry));
  return make("span", { class: "legend-entry" }, sample, make("span", {}, entry.words));
}

const isStance = ({ name }) => name === "accepted" || name === "rejected";

function legendSample({ name, letter }) {
  if (name === "holder") return [write(letter, 5, 13, "holder-letter", "middle")];
  if (isStance({ name })) return [stanceFigure([name === "accepted", "", size.stanceSize], 2, 9)];
  if (name === "linked") return [rect(1, 1, 36, 16, 4, "panel supports"), write("&", 19, 13.5, "ampersand supports", "middle")];
  if (name === "rival") return [rect(2, 2, 34, 14, 5, "card rival")];
  if (name === "implicit") return [rect(1.5, 1.5, 35, 15, 4, "card neutral implicit")];
  if (name === "again") return [rect(1.5, 1.5, 35, 15, 4, "again-box"), write("↗", 19, 13, "foot again-foot", "middle")];
  if (wordsOf.includes(name)) return [sealFigure({ verdict: name }, 9, 9, 1.25)];
  if (name === "tried") return [rect(1.5, 1.5, 35, 15, 7.5, "ring tried")];
  if (name === "decisive") return [draw("path", { d: "M1 9H37", class: "line decisive neutral" })];
  if (name === "contradicts") return [rect(1, 1, 36, 16, 8, "chip-box contradicts"), write("×", 19, 13, "chip-text contradicts", "middle")];
  const head = headPoints(map.signs[name].head, [37, 9], [1, 0]);
  return [draw("path", { d: "M1 9H27", class: `line ${name}` }), draw("polygon", { points: head, class: `head ${name}` })];
}
