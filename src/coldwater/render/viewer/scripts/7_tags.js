// Tags: the map with what is of one of them brought out. On the drawing the rest is dimmed, in the outline it is left out,
// but for what leads from there to the thesis. An argument without tags of its own goes with its premises.

const tags = map.tags || []; // {name, tag, depth, nodes}, each with what is below it
const tagChoice = document.getElementById("cw-tags");
let chosenTag = -1;
let ofTag = null; // the nodes that are brought out
let onTheWay = null; // these, and what leads to them in the tree

function nodesOfTag(at) {
  const own = new Set(tags[at].nodes);
  const isLed = (entry) => entry.sort === "argument" && !entry.tags && entry.premises.some((premise) => own.has(premise.node));
  return new Set([...own, ...nodes.flatMap((entry, node) => (isLed(entry) ? [node] : []))]);
}

function setTag(at) {
  chosenTag = at;
  ofTag = at < 0 ? null : nodesOfTag(at);
  onTheWay = at < 0 ? null : new Set(ofTag);
  if (onTheWay) {
    for (let place = readingOrder.length - 1; place >= 0; place--) { // from the leaves up
      const node = readingOrder[place];
      if (onTheWay.has(node) && parents[node] >= 0) onTheWay.add(parents[node]);
    }
  }
  tagChoice.value = String(at);
}

// Unfold what hides a node that is brought out.
function revealTag() {
  let hasChanged = false;
  for (const node of onTheWay) if (!ofTag.has(node) || childrenOf(node).some((child) => onTheWay.has(child))) hasChanged = folded.delete(node) || hasChanged;
  return hasChanged;
}

const isOfTag = (thing) => {
  if (thing.kind === "panel") return premisesOf(thing.node).some((item) => ofTag.has(item.again === undefined ? item.node : item.again));
  if (thing.kind === "trunk") return [...thing.outer].some(([node, at]) => at <= thing.place && ofTag.has(node));
  return ofTag.has(thing.node);
};

// --- what a reader can do ---------------------------------------------------------------------------------------

function chooseTag(at) {
  setTag(at);
  if (at >= 0 && revealTag()) levelChoice.value = "";
  relayOut(map.roots[0]);
  renderOutline();
  moveBy(0, 0);
  repaint();
  say(at < 0 ? "All tags." : `${tags[at].tag}: ${tags[at].nodes.length} of ${nodes.length} claims and arguments.`);
}

function chooseNextTag(step) {
  if (!tags.length) return say("The map has no tags.");
  const count = tags.length + 1; // and all of them
  return chooseTag(((chosenTag + 1 + step + count) % count) - 1);
}

tagChoice.addEventListener("change", () => chooseTag(Number(tagChoice.value)));

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
    return make("button", { type: "button", class: "tag", "data-tag": at, title: "Bring out what is of this tag", lang: map.language, dir: "auto" }, tag);
  };
  return section("Tags", entry.tags && make("p", { class: "tags" }, ...entry.tags.map(made)));
}

function beginTags() {
  for (const element of document.querySelectorAll(".of-tags")) element.hidden = !tags.length;
  document.body.classList.toggle("has-tags", tags.length > 0);
  const named = ({ name, depth, nodes: own }) => `${"\u2003".repeat(Math.min(depth, 6))}${name} (${own.length})`;
  tagChoice.append(make("option", { value: "-1" }, "All tags"), ...tags.map((one, at) => make("option", { value: at }, named(one))));
  tagChoice.value = "-1";
}
