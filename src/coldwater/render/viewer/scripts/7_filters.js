// Filters: what is of a side, a tag, a verdict, a position or a speaker is brought out. On the drawing the rest is
// dimmed; in outline and sides it is left out, but for what leads from there to the thesis. An argument without tags of
// its own goes with its premises.

let tags = []; // {name, tag, depth, nodes}, each with what is below it
let speakers = []; // those whose words are cited
let brought = null; // the nodes that are brought out; null: all
let onTheWay = null; // these, and what leads to them in the tree
const ANY = "-1";
const filter = { side: ANY, tag: ANY, verdict: ANY, position: ANY, speaker: ANY };
const filterRoom = document.getElementById("cw-filters");
const filterButton = document.getElementById("cw-filter");
const choiceOf = (name) => document.getElementById({ tag: "cw-tags" }[name] || `cw-filter-${name}`);

const tests = {
  side: (value) => (node) => Boolean(sides[node] & Number(value)),
  tag: (value) => {
    const own = nodesOfTag(Number(value));
    return (node) => own.has(node);
  },
  verdict: (value) => (node) => nodes[node].verdict !== undefined && nodes[node].verdict.verdict === value,
  position: (value) => {
    const { accepts, rejects } = positions[Number(value.slice(1))];
    return withArguments(new Set(value[0] === "a" ? accepts : rejects));
  },
  speaker: (value) => withArguments(new Set(nodes.flatMap((entry, node) => (speakersOf(entry).includes(speakers[Number(value)]) ? [node] : [])))),
};

const speakersOf = (entry) => (entry.cites || []).flatMap((cite) => (cite.speakers ? [cite.speakers] : []));

// Claims, and the arguments of which they are premises.
function withArguments(own) {
  return (node) => own.has(node) || (!isClaim(node) && nodes[node].premises.some((premise) => own.has(premise.node)));
}

function nodesOfTag(at) {
  const own = new Set(tags[at].nodes);
  const isLed = (entry) => entry.sort === "argument" && !entry.tags && entry.premises.some((premise) => own.has(premise.node));
  return new Set([...own, ...nodes.flatMap((entry, node) => (isLed(entry) ? [node] : []))]);
}

const isFiltered = () => Object.values(filter).some((value) => value !== ANY);

// Find anew what is brought out: after a choice, and when verdicts have changed.
function findBrought() {
  const asked = Object.entries(filter).filter(([name, value]) => value !== ANY && (name !== "verdict" || whatIf.isOn));
  const isWanted = asked.map(([name, value]) => tests[name](value));
  brought = asked.length ? new Set([...nodes.keys()].filter((node) => isWanted.every((test) => test(node)))) : null;
  onTheWay = brought && new Set(brought);
  if (onTheWay) {
    for (let place = readingOrder.length - 1; place >= 0; place--) { // from the leaves up
      const node = readingOrder[place];
      if (onTheWay.has(node) && parents[node] >= 0) onTheWay.add(parents[node]);
    }
  }
  for (const name of Object.keys(filter)) choiceOf(name).value = filter[name];
  filterButton.setAttribute("aria-pressed", String(isFiltered()));
  document.getElementById("cw-filter-none").disabled = !isFiltered();
}

// Unfold what hides a node that is brought out.
function revealBrought() {
  let hasChanged = false;
  for (const node of onTheWay) if (!brought.has(node) || childrenOf(node).some((child) => onTheWay.has(child))) hasChanged = folded.delete(node) || hasChanged;
  return hasChanged;
}

const isBrought = (thing) => {
  if (thing.kind === "panel") return premisesOf(thing.node).some((item) => brought.has(item.again === undefined ? item.node : item.again));
  if (thing.kind === "trunk") return [...thing.outer].some(([node, at]) => at <= thing.place && brought.has(node));
  return brought.has(thing.node);
};

// --- what a reader can do ---------------------------------------------------------------------------------------

function chooseFilter(name, value) {
  filter[name] = value;
  if (name === "verdict" && value !== ANY) switchVerdicts(true);
  findBrought();
  if (brought && revealBrought()) levelChoice.value = "";
  relayOut(map.roots[0]);
  renderOutline();
  renderSides();
  moveBy(0, 0);
  repaint();
  say(brought ? t("brought_out", { count: brought.size, all: nodes.length }) : t("all_brought_out"));
}

const chooseTag = (at) => chooseFilter("tag", String(at));

function chooseNoFilter() {
  for (const name of Object.keys(filter)) filter[name] = ANY;
  chooseFilter("side", ANY);
}

function chooseNextTag(step) {
  if (!tags.length) return say(t("no_tags"));
  const count = tags.length + 1; // and all of them
  return chooseTag(((Number(filter.tag) + 1 + step + count) % count) - 1);
}

function toggleFilters() {
  filterRoom.hidden = !filterRoom.hidden;
  filterButton.setAttribute("aria-expanded", String(!filterRoom.hidden));
  if (!filterRoom.hidden) filterRoom.querySelector("select").focus();
}

for (const name of Object.keys(filter)) choiceOf(name).addEventListener("change", (event) => chooseFilter(name, event.target.value));
filterButton.addEventListener("click", toggleFilters);
document.getElementById("cw-filter-none").addEventListener("click", () => {
  chooseNoFilter();
  filterRoom.querySelector("select").focus();
});

document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-tag]");
  if (button) chooseTag(Number(button.dataset.tag));
});

// --- shown ------------------------------------------------------------------------------------------------------

// The tags of a node, for the side panel: each brings out what else is of it.
function tagsOf(entry) {
  const made = (tag) => {
    const at = tags.findIndex((one) => one.tag === tag);
    if (at < 0) return said("span", tag, "tag");
    return make("button", { type: "button", class: "tag", "data-tag": at, title: t("bring_out_tag"), lang: map.language ?? "", dir: "auto" }, tag);
  };
  return section(t("tags"), entry.tags && make("p", { class: "tags" }, ...entry.tags.map(made)));
}

function fillFilter(name, any, options) {
  const choice = choiceOf(name);
  choice.replaceChildren(make("option", { value: ANY }, any), ...options.map(([value, text]) => make("option", { value }, text)));
  choice.closest("label").hidden = options.length === 0;
}

function beginFilters() {
  tags = map.tags || [];
  speakers = [...new Set(nodes.flatMap(speakersOf))].sort();
  for (const name of Object.keys(filter)) filter[name] = ANY;
  for (const element of document.querySelectorAll(".of-tags")) element.hidden = !tags.length;
  const named = ({ name, depth, nodes: own }) => `${"\u2003".repeat(Math.min(depth, 6))}${name} (${own.length})`;
  fillFilter("side", t("both_sides"), sides.some((one) => one & CON) ? [[PRO, t("side_pro")], [CON, t("side_con")]] : []);
  fillFilter("tag", t("all_tags"), tags.map((one, at) => [at, named(one)]));
  fillFilter("verdict", t("all_verdicts"), judging ? ["in", "out", "undecided"].map((verdict) => [verdict, capital(judging.words[verdict])]) : []);
  fillFilter("position", t("all_positions"), positions.flatMap(({ name }, at) => [[`a${at}`, `${t("accepted_by")} ${name}`], [`r${at}`, `${t("rejected_by")} ${name}`]]));
  fillFilter("speaker", t("all_speakers"), speakers.map((name, at) => [at, name]));
  byId("cw-filter").hidden = [...filterRoom.querySelectorAll("label")].every((label) => label.hidden);
  if (byId("cw-filter").hidden) filterRoom.hidden = true;
  findBrought();
}
