// The beginning: the data of a map is taken, and the page shows it. Whoever has newer data calls the same.

const MOST_AT_FIRST = 160; // nodes shown at first of a larger map
const MOST_READ_AS_MAP = 60; // more claims and arguments cannot be read as a map: such a page begins with the sides
const FEW = 12; // claims and arguments that cards of sides show most of
const PHONE = 600; // px

// Begin with as many levels as can be read when all of them are in view; small maps are shown whole.
function foldAtFirst() {
  let level = nodes.length > MOST_WHOLE ? Math.min(levelFor(MOST_AT_FIRST), deepestLevel) : deepestLevel;
  const tryLevel = () => {
    foldToLevel(level >= deepestLevel ? Infinity : level);
    relayOut();
  };
  tryLevel();
  while (!isTopDown && level > 1 && fitScale() < 0.5) {
    level--;
    tryLevel();
  }
  levelChoice.value = level >= deepestLevel ? "all" : String(level);
}

// Everything that is known from the data alone.
function take(data) {
  readMap(data);
  readMeasures();
  findBlocks();
  Object.assign(marks, { selected: -1, path: null, hits: new Set(), hit: -1 });
  Object.assign(found, { nodes: [], at: -1 });
  hasOwnFolds = false;
  beginVerdicts();
  beginFilters();
  fillPrintSources();
  fillLevels();
  fillIntro();
  for (const room of document.querySelectorAll("h1, .print-title")) room.replaceChildren(said("span", map.title));
  document.title = map.title;
}

// Sides say little of a case that hangs on one main argument.
function firstView() {
  const mains = map.roots.reduce((count, root) => count + argumentsOf(root).length, 0);
  const hasSides = mains > 1 || (mains === 1 && nodes.length <= FEW);
  if (stage.clientWidth < PHONE) return hasSides ? "sides" : "outline";
  return nodes.length > MOST_READ_AS_MAP && hasSides ? "sides" : "map";
}

function begin() {
  document.getElementById("cw-app").hidden = false;
  take(JSON.parse(document.getElementById("cw-data").textContent));
  foldLegend(stage.clientWidth < 1000);
  foldAtFirst();
  showBeginning();
  tellCount();
  nameTheme();
  prefersDark.addEventListener("change", nameTheme);
  window.addEventListener("hashchange", followAddress);
  if (whatIf.isOn) showJudged();
  new ResizeObserver(() => {
    covered = null;
    moveBy(0, 0);
  }).observe(stage);
  const first = firstView();
  document.body.dataset.view = "map";
  if (location.hash.length > 1 && stage.clientWidth >= PHONE) followAddress();
  else showView(first, false);
  if (location.hash.length > 1 && marks.selected < 0) followAddress();
  paint();
}

// Show a newer state of the map: what is chosen, folded, tried out and looked at stays, as far as it is still there.
function showData(data) {
  const names = (list) => [...list].map((node) => nodes[node].id);
  const kept = { folds: new Set(names(folded)), hasOwnFolds, filter: { ...filter }, address: addressed(), view: document.body.dataset.view, query: byId("cw-query").value };
  const place = { ...camera };
  take(data);
  for (const [name, node] of byName) if (kept.folds.has(name) && isFoldable(node)) folded.add(node);
  hasOwnFolds = kept.hasOwnFolds;
  relayOut();
  Object.assign(camera, place);
  if (whatIf.isOn) showJudged();
  for (const [name, value] of Object.entries(kept.filter)) if ([...choiceOf(name).options].some((option) => option.value === value)) filter[name] = value;
  findBrought();
  const chosen = byName.get(kept.address.split("?")[0]);
  if (chosen === undefined) chooseNothing();
  else {
    marks.selected = chosen;
    showInSide(chosen);
  }
  if (kept.query) searchFor(kept.query);
  renderSides();
  renderOutline();
  moveBy(0, 0);
  repaint();
}

window.coldwater = Object.freeze({ show: showData });

begin();
