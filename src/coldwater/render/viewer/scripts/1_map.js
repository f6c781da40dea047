// The map: nodes, their tree, what is folded, search, paths. It knows neither positions nor the page.
//
// A node is an index into `nodes`. In the tree, a claim holds the arguments for and against it, an argument holds its
// premises and then what backs or undercuts it. A premise that is drawn elsewhere is a reference, {again: node}.
// All walks are loops: a chain of 30,000 arguments is fine.

const map = JSON.parse(document.getElementById("cw-data").textContent);
const nodes = map.nodes;
const parents = new Int32Array(nodes.length).fill(-1);
const theses = map.theses || (map.thesis === undefined ? [] : [map.thesis]); // the one that is meant first
const levels = new Int32Array(nodes.length); // 0: thesis; 1: the arguments that target it, and their premises; …
const sizes = new Int32Array(nodes.length); // how many entries a fold hides
const folded = new Set();
const readingOrder = [];
let deepestLevel = 0;

const isClaim = (node) => nodes[node].sort === "claim";
const premisesOf = (node) => (isClaim(node) ? [] : nodes[node].panel ? nodes[node].panel.items : []);
const argumentsOf = (node) => nodes[node].below || [];
const isFoldable = (node) => premisesOf(node).length + argumentsOf(node).length > 0;

function childrenOf(node) {
  const own = premisesOf(node).flatMap((item) => (item.again === undefined ? [item.node] : []));
  return own.length ? own.concat(argumentsOf(node)) : argumentsOf(node);
}

function growTree() {
  const waiting = [...map.roots].reverse();
  for (const root of map.roots) levels[root] = isClaim(root) ? 0 : 1;
  while (waiting.length) {
    const node = waiting.pop();
    readingOrder.push(node);
    deepestLevel = Math.max(deepestLevel, levels[node]);
    const children = childrenOf(node);
    for (let at = children.length - 1; at >= 0; at--) {
      const child = children[at];
      parents[child] = node;
      levels[child] = levels[node] + (isClaim(child) ? 0 : 1);
      waiting.push(child);
    }
  }
  for (let at = readingOrder.length - 1; at >= 0; at--) {
    const node = readingOrder[at];
    sizes[node] += premisesOf(node).filter((item) => item.again !== undefined).length;
    if (parents[node] >= 0) sizes[parents[node]] += sizes[node] + 1;
  }
}

// --- folding --------------------------------------------------------------------------------------------------

// Show this many levels of arguments below the thesis; Infinity shows all.
function foldToLevel(level) {
  folded.clear();
  for (const node of readingOrder) {
    const isFar = isClaim(node) ? levels[node] >= level : levels[node] > level;
    if (isFar && isFoldable(node)) folded.add(node);
  }
}

// The deepest level with at most `most` nodes to show, at least 1.
function levelFor(most) {
  const counts = new Array(deepestLevel + 2).fill(0);
  for (const node of readingOrder) {
    const isSideBranch = !isClaim(node) && parents[node] >= 0 && !isClaim(parents[node]);
    counts[levels[node] - (isSideBranch ? 1 : 0)]++;
  }
  let [level, shown] = [0, counts[0]];
  while (level < deepestLevel && shown + counts[level + 1] <= most) shown += counts[++level];
  return level >= deepestLevel ? Infinity : Math.max(level, 1);
}

function reveal(node) {
  let hasChanged = false;
  for (let above = parents[node]; above >= 0; above = parents[above]) hasChanged = folded.delete(above) || hasChanged;
  return hasChanged;
}

// The node itself if it is shown, else the fold that hides it.
function shownFor(node) {
  let shown = node;
  for (let above = parents[node]; above >= 0; above = parents[above]) if (folded.has(above)) shown = above;
  return shown;
}

const pathToThesis = (node) => {
  const path = [];
  for (let at = node; at >= 0; at = parents[at]) path.push(at);
  return path;
};

// --- ids and search -------------------------------------------------------------------------------------------

const byName = new Map();
nodes.forEach((entry, node) => {
  if (!byName.has(entry.id) || entry.sort === "claim") byName.set(entry.id, node); // a broken map may use an id twice
});

const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
let haystacks = null;

function haystackOf(entry) {
  const cited = (entry.cites || []).flatMap((cite) => [
    cite.name, cite.locator, cite.quote, cite.source === undefined ? "" : map.sources[cite.source].line,
  ]);
  const parts = [entry.id, entry.text, entry.note, entry.scheme, entry.held, ...(entry.tags || []), ...cited];
  return plain(parts.filter(Boolean).join("\n"));
}

// Nodes in reading order that hold every word of the query somewhere.
function search(query) {
  const words = plain(query).split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  haystacks = haystacks || nodes.map(haystackOf);
  return readingOrder.filter((node) => words.every((word) => haystacks[node].includes(word)));
}

// --- words ----------------------------------------------------------------------------------------------------

function sortWord(node) {
  const entry = nodes[node];
  if (entry.thesis) return "Thesis";
  if (entry.rival) return theses.length > 1 ? "Rival of a thesis" : "Rival of the thesis";
  if (entry.sort === "claim") return entry.implicit ? "Unstated premise" : "Claim";
  return "Argument, " + map.signs[entry.relation].word.toLowerCase();
}

const spoken = (node) => `${sortWord(node)}: ${nodes[node].text}${nodes[node].verdict ? ` Verdict: ${nodes[node].verdict.word}.` : ""}`;

growTree();
