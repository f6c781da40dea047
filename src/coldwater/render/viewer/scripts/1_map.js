// The map: nodes, their tree, what is folded, search, paths. It knows neither positions nor the page.
//
// A node is an index into `nodes`. In the tree, a claim holds the arguments for and against it, an argument holds its
// premises and then what backs or undercuts it. A premise that is drawn elsewhere is a reference, {again: node}.
// All walks are loops: a chain of 30,000 arguments is fine.

let map, nodes, theses; // the one that is meant first
let parents; // by node the one above it in the tree; -1 for roots
let levels; // 0: thesis; 1: the arguments that target it, and their premises; …
let behind; // how many arguments are below a node: what a fold says it hides, and a card that is behind it
let sides; // by node as bits: PRO, CON, both; 0 for what no chain of arguments leads from to a thesis
let readingOrder, deepestLevel, byName, targeting;
let haystacks = null;
const folded = new Set();
const [PRO, CON] = [1, 2];

const isClaim = (node) => nodes[node].sort === "claim";
const premisesOf = (node) => (isClaim(node) ? [] : nodes[node].panel ? nodes[node].panel.items : []);
const argumentsOf = (node) => nodes[node].below || [];
const isFoldable = (node) => premisesOf(node).length + argumentsOf(node).length > 0;
const incoming = (node) => targeting.get(node) || []; // the arguments that target a node

function childrenOf(node) {
  const own = premisesOf(node).flatMap((item) => (item.again === undefined ? [item.node] : []));
  return own.length ? own.concat(argumentsOf(node)) : argumentsOf(node);
}

// Take the data of a map, in place of what was there.
function readMap(data) {
  map = data;
  nodes = map.nodes;
  theses = map.theses || (map.thesis === undefined ? [] : [map.thesis]);
  parents = new Int32Array(nodes.length).fill(-1);
  [levels, behind, sides] = [new Int32Array(nodes.length), new Int32Array(nodes.length), new Uint8Array(nodes.length)];
  [readingOrder, deepestLevel, haystacks] = [[], 0, null];
  folded.clear();
  byName = new Map();
  targeting = new Map();
  nodes.forEach((entry, node) => {
    if (!byName.has(entry.id) || entry.sort === "claim") byName.set(entry.id, node); // a broken map may use an id twice
    if (entry.target === undefined) return;
    if (!targeting.has(entry.target)) targeting.set(entry.target, []);
    targeting.get(entry.target).push(node);
  });
  growTree();
  findSides(theses);
  findSides(nodes.flatMap((entry, node) => (entry.rival && !sides[node] ? [node] : [])));
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
    if (parents[node] >= 0) behind[parents[node]] += behind[node] + (isClaim(node) ? 0 : 1);
  }
}

// Whoever attacks what is against the thesis is for it: sides go by the parity of attacks on the way.
function findSides(roots) {
  const waiting = roots.map((node) => [node, PRO]);
  while (waiting.length) {
    const [node, side] = waiting.pop();
    if (sides[node] & side) continue;
    sides[node] |= side;
    for (const argument of incoming(node)) {
      const isFor = nodes[argument].relation === "supports" || nodes[argument].relation === "backs";
      waiting.push([argument, isFor ? side : PRO + CON - side]);
    }
    if (!isClaim(node)) for (const premise of nodes[node].premises) if (premise.node !== undefined) waiting.push([premise.node, side]);
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

// --- search ---------------------------------------------------------------------------------------------------

const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

function haystackOf(entry) {
  const cited = (entry.cites || []).flatMap((cite) => [
    cite.name, cite.locator, cite.quote, cite.source === undefined ? "" : map.sources[cite.source].line,
  ]);
  const parts = [entry.id, entry.text, entry.note, entry.scheme, entry.held, ...(entry.tags || []), ...cited];
  return plain(parts.filter(Boolean).join("\n"));
}

// Nodes in reading order that hold every word of the query somewhere.
function search(query) {
  const asked = plain(query).split(/\s+/).filter(Boolean);
  if (!asked.length) return [];
  haystacks = haystacks || nodes.map(haystackOf);
  return readingOrder.filter((node) => asked.every((word) => haystacks[node].includes(word)));
}
