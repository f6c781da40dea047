// The side panel: everything the map says of one node, with the way to the thesis, its neighbours, and what to read
// next; or about the map as a whole.

const side = document.getElementById("cw-side");
const sideBody = document.getElementById("cw-side-body");

function make(name, attributes = {}, ...content) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined && value !== null) made.setAttribute(key, value);
  made.append(...content.filter((part) => part !== undefined && part !== null && part !== ""));
  return made;
}

// A text of the map: in the map's language, in whatever direction it is written.
const said = (name, text, look) => make(name, { class: look, lang: map.language ?? "", dir: "auto" }, text);

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
const absent = (name) => make("span", { class: "missing" }, t("not_in_the_map", { name }));

// --- one node -------------------------------------------------------------------------------------------------

function showInSide(node) {
  const entry = nodes[node];
  const heading = make("p", { class: "side-sort" }, entry.sort === "argument" ? badgeOf(entry.relation) : null,
    make("span", {}, entry.sort === "argument" ? t("argument") : sortWord(node)), make("code", {}, entry.id), sideMark(node));
  const title = said("h2", entry.text, "side-text");
  const verdict = make("div", { id: "cw-side-verdict", "data-of": node });
  sideBody.replaceChildren(...[crumbs(node), heading, title, verdict, factsOf(entry), ...(isClaim(node) ? claimSections(node) : argumentSections(node)),
    section(t("note"), entry.note && said("p", entry.note)), section(t("sources"), list((entry.cites || []).map(citation))),
    tagsOf(entry), nodeDeeds(node), readNext(node),
  ].filter(Boolean));
  fillSideVerdict();
  openSide(`${sortWord(node)} ${entry.id}`, sides[node]);
}

// The way from the thesis down to a node, each step a link.
function crumbs(node) {
  const path = pathToThesis(node).reverse().slice(0, -1);
  if (!path.length) return null;
  const step = (at) => make("li", {}, nodeLink(at, "crumb"));
  const shown = path.length > 7 ? [step(path[0]), make("li", { class: "quiet" }, "…"), ...path.slice(-5).map(step)] : path.map(step);
  return make("nav", { class: "crumbs", "aria-label": t("way_to_the_thesis") }, make("ol", {}, ...shown));
}

function sideMark(node) {
  if (!sides[node] || nodes[node].thesis || nodes[node].rival) return null;
  return make("span", { class: `side-mark side-${sides[node]}` }, sideWord(node));
}

function factsOf(entry) {
  const facts = [
    ["kind", entry.kind], ["status", entry.status], ["credence", entry.credence], ["standard", entry.standard],
    ["scheme", entry.scheme], ["strength", entry.strength],
  ].filter(([, value]) => value !== undefined && value !== false).map(([key, value]) => [t(key), make("dd", {}, String(value))]);
  if (entry.implicit) facts.push([t("unstated"), make("dd", {}, t("unstated_why"))]);
  return facts.length ? make("dl", {}, ...facts.flatMap(([name, value]) => [make("dt", {}, name), value])) : null;
}

const targetingBy = (node, relation) => list(incoming(node).filter((argument) => nodes[argument].relation === relation).map((argument) => argumentLink(argument)));

function claimSections(node) {
  const uses = nodes[node].uses || [];
  return [
    section(t("used_in"), list(uses.map((argument) => argumentLink(argument, true)))),
    section(t("supported_by"), targetingBy(node, "supports")), section(t("attacked_by"), targetingBy(node, "attacks")),
    section(t("contradicts"), list((nodes[node].contraries || []).map((contrary) => nodeLink(contrary)))), ...holdersOf(nodes[node]),
  ];
}

function argumentSections(node) {
  const entry = nodes[node];
  const target = entry.target === undefined ? make("p", {}, absent(entry.targetName)) : nodeLink(entry.target);
  const premises = entry.premises.map((premise) => premise.node === undefined
    ? absent(premise.name)
    : make("span", {}, nodeLink(premise.node), premise.role ? said("span", premise.role, "role") : null));
  return [
    section(map.signs[entry.relation].title, target), section(t(premises.length > 1 ? "premises_all" : "premise"), list(premises)),
    section(t("backed_by"), targetingBy(node, "backs")), section(t("undercut_by"), targetingBy(node, "undercuts")),
  ];
}

// An argument by its title, and by what it says: its premises, or (from a premise) its target.
function argumentLink(argument, withTarget) {
  const entry = nodes[argument];
  const rest = withTarget
    ? (entry.target === undefined ? "" : nodes[entry.target].text)
    : entry.premises.map((premise) => (premise.node === undefined ? premise.name : nodes[premise.node].text)).join(" & ");
  const head = make("span", { class: "argument-head" }, badgeOf(entry.relation), nodeLink(argument, "strong"));
  return make("span", {}, head, rest ? said("span", rest, "gist") : null);
}

// What can be done with a node: its address copied, its place in the file looked up.
function nodeDeeds(node) {
  const { line } = nodes[node];
  const origin = map.origin;
  const place = origin && line ? t("file_line", { file: origin.file, line }) : "";
  const source = !place ? null : origin.url
    ? make("a", { href: `${origin.url}#L${line}`, rel: "noopener noreferrer", target: "_blank", class: "in-file" }, t("open_in_source"), " ", make("span", { class: "locator" }, place))
    : make("span", { class: "in-file locator" }, place);
  return make("div", { class: "deeds" }, make("button", { type: "button", class: "try", id: "cw-copy" }, t("copy_link")), source);
}

// --- what to read next ------------------------------------------------------------------------------------------

// The argument before or after a node in reading order, among those that are brought out.
function argumentFrom(node, step) {
  let at = readingOrder.indexOf(node) + step;
  while (at >= 0 && at < readingOrder.length && (isClaim(readingOrder[at]) || (brought && !brought.has(readingOrder[at])))) at += step;
  return readingOrder[at];
}

function readNext(node) {
  const way = (step, key, id) => {
    const argument = argumentFrom(node, step);
    if (argument === undefined) return null;
    const words = make("span", { class: "next-words" }, make("span", { class: "next-lead" }, t(key)), said("span", nodes[argument].text, "next-title"));
    return make("button", { type: "button", id, class: `next ${nodes[argument].relation}`, "data-node": argument }, words);
  };
  const ways = [way(-1, "read_before", "cw-read-before"), way(1, "read_next", "cw-read-next")].filter(Boolean);
  return ways.length ? make("nav", { class: "read-next", "aria-label": t("read_on") }, ...ways) : null;
}

function readOn(step) {
  const from = marks.selected >= 0 ? marks.selected : map.roots[0];
  const argument = argumentFrom(from, step);
  if (argument === undefined) return say(t(step > 0 ? "no_argument_after" : "no_argument_before"));
  return choose(argument, { frames: true });
}

// --- sources --------------------------------------------------------------------------------------------------

function citation(cite) {
  const source = cite.source === undefined ? null : map.sources[cite.source];
  const parts = [source ? sourceLine(source) : make("span", { class: "missing" }, t("not_among_sources", { name: cite.name }))];
  if (cite.speakers) parts.unshift(make("span", {}, said("span", cite.speakers, "speaker"), t("speaks_from"))); // who speaks, told from the source
  if (cite.locator) parts.push(said("span", cite.locator, "locator"));
  if (cite.card) parts.push(card(cite.card));
  else if (cite.quote) parts.push(said("q", cite.quote));
  return make("span", { class: "citation" }, ...parts);
}

// A debater's card: the passage, with what is read out of it marked.
function card(pieces) {
  return make("q", { class: "card", dir: "auto", lang: "" }, ...pieces.map(([read, isRead]) => (isRead ? make("mark", {}, read) : read)));
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
  const counts = `${t("claims", { count: claims })}${t("comma")}${t("arguments", { count: nodes.length - claims })}`;
  const sources = map.sources.map((source) => make("span", { class: "citation" }, sourceLine(source),
    source.grade ? said("span", t("grade", { grade: source.grade }), "locator") : null, source.note ? said("span", source.note, "gist") : null));
  sideBody.replaceChildren(...[
    make("p", { class: "side-sort" }, make("span", {}, t("about"))), said("h2", map.title, "side-text"),
    map.description ? said("p", map.description) : null, make("p", { class: "quiet" }, counts),
    section(t(theses.length > 1 ? "theses" : "thesis"), theses.length > 1 ? list(theses.map((thesis) => nodeLink(thesis))) : theses.map((thesis) => nodeLink(thesis))),
    section(t("rivals"), list(nodes.flatMap((entry, node) => (entry.rival ? [nodeLink(node)] : [])))),
    section(t("questions"), list((map.questions || []).map(asked))),
    positionsOfMap(),
    section(t("signs"), list(legendEntries().map((entry) => legendEntry(entry)))),
    section(t("verdicts"), whatIf.isOn ? make("p", { class: "gist" }, `${judging.circumstances} ${restingWords()}`) : null),
    section(t("sources"), list(sources)),
  ].filter(Boolean));
  openSide(t("about"), 0);
}

function asked(question) {
  return make("span", {}, said("span", question.text), ...(question.answers || []).map((node) => nodeLink(node)),
    question.note ? said("span", question.note, "gist") : null);
}

function openSide(label, ofSide) {
  side.hidden = false;
  side.className = ofSide ? `of-side-${ofSide}` : "";
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
  return make("span", { class: "legend-entry" }, sample, entry.name === "holder" ? said("span", entry.words) : make("span", {}, entry.words));
}

const isStance = ({ name }) => name === "accepted" || name === "rejected";

function legendSample({ name, letter }) {
  if (name === "holder") return [write(letter, 5, 13, "holder-letter", "middle")];
  if (isStance({ name })) return [stanceFigure([name === "accepted", "", size.stanceSize], 2, 9)];
  if (name === "pro" || name === "con") return [rect(8.7, 1.5, 22, 15, 4, "card neutral"), draw("path", { d: "M13 4V14", class: `stripe ${name}` })];
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

// Which side claims are on is told where some are against the thesis.
const sideLegend = () => (sides.some((one) => one & CON) ? [{ name: "pro", words: t("side_pro") }, { name: "con", words: t("side_con") }] : []);
