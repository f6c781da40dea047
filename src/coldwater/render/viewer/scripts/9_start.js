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
  if (window.parent !== window) document.body.classList.add("is-framed"); // whoever frames it says the title
  take(JSON.parse(document.getElementById("cw-data").textContent));
  foldLegend(stage.clientWidth < 1000 || window.parent !== window); // who frames it shows panels of its own
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
  const kept = { folds: new Set(names(folded)), hasOwnFolds, filter: { ...filter }, address: addressed(), view: document.body.dataset.view, query: byId("cw-query").value, levels: levelChoice.value };
  const place = { ...camera };
  const standing = standingNearest();
  take(data);
  for (const [name, node] of byName) if (kept.folds.has(name) && isFoldable(node)) folded.add(node);
  hasOwnFolds = kept.hasOwnFolds;
  levelChoice.value = [...levelChoice.options].some((option) => option.value === kept.levels) ? kept.levels : "";
  relayOut();
  Object.assign(camera, place, movedWith(standing, place));
  const chosen = byName.get(kept.address.split("?")[0]);
  sideBody.replaceChildren(); // it tells of a node by its number, which may be another's now
  if (chosen === undefined) chooseNothing();
  else {
    marks.selected = chosen;
    showInSide(chosen);
  }
  if (whatIf.isOn) showJudged();
  for (const [name, value] of Object.entries(kept.filter)) if ([...choiceOf(name).options].some((option) => option.value === value)) filter[name] = value;
  findBrought();
  if (kept.query) searchFor(kept.query);
  renderSides();
  renderOutline();
  moveBy(0, 0);
  repaint();
}

// What stands in the drawing, by its name, the chosen one first and then what is nearest to the middle of the view.
function standingNearest() {
  const view = inView(0);
  const far = (box) => Math.hypot(box.x + box.w / 2 - view.x - view.w / 2, box.y + box.h / 2 - view.y - view.h / 2);
  const list = [...scene.boxes].map(([node, box]) => ({ id: nodes[node].id, x: box.x, y: box.y, far: node === marks.selected ? -1 : far(box) }));
  return list.sort((one, other) => one.far - other.far);
}

// Where the camera is to be so that the first of what stood there and is still there stays in its place.
function movedWith(standing, place) {
  for (const { id, x, y } of standing) {
    const box = byName.has(id) ? scene.boxes.get(byName.get(id)) : undefined;
    if (box) return { x: place.x + box.x - x, y: place.y + box.y - y };
  }
  return place;
}

// Where claims and arguments are in view, in pixels of the window: {id, x, y, w, h}, an outer one before one within it.
function boxesInView() {
  const placed = (node, box) => ({ id: nodes[node].id, x: box.x, y: box.y, w: box.w ?? box.width, h: box.h ?? box.height });
  const within = (room, look) => [...room.querySelectorAll(look)].map((element) => [element, element.getBoundingClientRect()])
    .filter(([, box]) => box.width && box.bottom > 0 && box.top < window.innerHeight);
  if (isOutlineShown()) return within(outline, "[data-row]").filter(([row]) => rows[row.dataset.row].again === undefined).map(([row, box]) => placed(rows[row.dataset.row].node, box));
  if (isSidesShown()) return within(sidesRoom, "a[data-node]").map(([link, box]) => placed(Number(link.dataset.node), box));
  if (isOverview()) return [];
  const [corner, view] = [stage.getBoundingClientRect(), inView(0)];
  return scene.items.filter((item) => (item.kind === "card" || item.kind === "pill") && touches(item, view)).map((item) => placed(item.node, {
    x: corner.x + (item.x - camera.x) * camera.scale, y: corner.y + (item.y - camera.y) * camera.scale, w: item.w * camera.scale, h: item.h * camera.scale,
  }));
}

// Choose something by its name; if it and others are not all in view, bring them there together.
function chooseByName(name, others = []) {
  if (!byName.has(name)) return;
  const node = byName.get(name);
  choose(node);
  if (!isMapShown() || !others.length) return;
  const list = [node, ...others.flatMap((one) => byName.get(one) ?? [])].map(shownFor);
  const view = inView(-0.03);
  const isSeen = (box) => box.x >= view.x && box.y >= view.y && box.x + box.w <= view.x + view.w && box.y + box.h <= view.y + view.h;
  if (!list.every((one) => isSeen(scene.boxes.get(one)))) frame(list);
}

window.coldwater = Object.freeze({ show: showData, boxes: boxesInView, choose: chooseByName });

begin();
