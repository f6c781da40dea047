// What a reader can do: choose a node, fold, search, follow the address, change view and theme. Every way of doing it
// (pointer, keyboard, link, address) ends here.

const byId = (id) => document.getElementById(id);
const spoke = byId("cw-spoken");
const levelChoice = byId("cw-levels");
const found = { nodes: [], at: -1 };
let hasOwnFolds = false; // whether the reader has folded anything by hand
const say = (text) => (spoke.textContent = text);

// --- choosing -------------------------------------------------------------------------------------------------

// Choose a node: it is revealed, shown, told of in the side panel, and named in the address.
function choose(node, { path = marks.path !== null, focus = false, quiet = false, frames = false } = {}) {
  if (isOutlineShown() && onTheWay && !onTheWay.has(node)) chooseNoFilter(); // it would not be among the rows
  const isOpened = frames && !isClaim(node) && folded.delete(node); // who is led to an argument reads its premises
  if (reveal(node) || isOpened) {
    levelChoice.value = "";
    afterFolding(-1);
  }
  marks.selected = node;
  marks.path = path ? new Set(pathToThesis(node)) : null;
  if (!quiet) showInSide(node);
  if (nodes[currentNode()] !== nodes[node]) location.hash = nodes[node].id + addressPart();
  if (isOutlineShown()) {
    renderOutline();
    const at = rows.findIndex((row) => row.node === node && row.again === undefined);
    focusRow(at, !focus && !outline.contains(document.activeElement));
  } else if (!isSidesShown()) {
    if (frames) frame([node, ...premisesOf(node).flatMap((item) => item.node ?? []), ...(marks.path || [])]);
    else showNode(node);
  }
  repaint();
  say(spoken(node));
}

function chooseNothing() {
  marks.selected = -1;
  marks.path = null;
  closeSide();
  if (location.hash) history.replaceState(null, "", location.href.split("#")[0] + (whatIf.isOn ? `#${addressPart()}` : ""));
  if (isOutlineShown()) renderOutline();
  repaint();
}

function togglePath() {
  if (marks.selected < 0) return say(t("choose_first"));
  marks.path = marks.path ? null : new Set(pathToThesis(marks.selected));
  say(marks.path ? t("path_shown", { count: marks.path.size }) : t("path_hidden"));
  if (marks.path && isMapShown()) frame([...marks.path]);
  repaint();
}

// --- the address ----------------------------------------------------------------------------------------------

const currentNode = () => byName.get(addressed().split("?")[0]);

function followAddress() {
  const node = currentNode();
  const [name, part] = addressed().split("?");
  followVerdicts(part || "");
  if (node === undefined) {
    if (name) say(t("no_such", { name }));
  } else if (marks.selected < 0 || nodes[marks.selected].id !== nodes[node].id) {
    choose(node, { path: marks.path !== null, frames: marks.path !== null });
  }
}

// --- folding --------------------------------------------------------------------------------------------------

function toggle(node) {
  if (!isFoldable(node)) return;
  if (!folded.delete(node)) folded.add(node);
  hasOwnFolds = true;
  say(folded.has(node) ? `${capital(hiddenWords(node))}${t("full_stop")}` : t("unfolded"));
  levelChoice.value = "";
  afterFolding(node);
}

function showLevels(level) {
  hasOwnFolds = true;
  foldToLevel(level);
  levelChoice.value = level === Infinity ? "all" : String(level);
  say(level === Infinity ? t("all_levels_shown") : t("levels_shown", { count: level }));
  const anchor = marks.selected >= 0 ? shownFor(marks.selected) : map.roots[0];
  afterFolding(anchor);
}

function afterFolding(anchor) {
  relayOut(anchor);
  renderOutline();
  moveBy(0, 0);
}

// --- search ---------------------------------------------------------------------------------------------------

function searchFor(query) {
  found.nodes = search(query);
  found.at = -1;
  marks.hits = new Set(found.nodes);
  marks.hit = -1;
  tellCount(query);
  if (isOutlineShown()) renderOutline();
  if (isMapShown() && found.nodes.length) frame(found.nodes.map(shownFor));
  repaint();
}

function tellCount(query = byId("cw-query").value) {
  const total = found.nodes.length;
  byId("cw-count").textContent = !query.trim() ? "" : found.at < 0 ? t(total ? "found" : "none_found", { count: total }) : t("so_many_of", { found: found.at + 1, all: total });
  for (const name of ["cw-next", "cw-previous"]) byId(name).disabled = !total;
  byId("cw-search").classList.toggle("has-query", Boolean(query.trim()));
}

function goToHit(step) {
  if (!found.nodes.length) return say(t("nothing_found"));
  const total = found.nodes.length;
  found.at = found.at < 0 ? (step > 0 ? 0 : total - 1) : (found.at + step + total) % total;
  marks.hit = found.nodes[found.at];
  tellCount();
  choose(marks.hit, { path: false, frames: true });
  say(`${t("so_many_of", { found: found.at + 1, all: total })}. ${spoken(marks.hit)}`);
}

// --- views and theme ------------------------------------------------------------------------------------------

function showView(name, isAsked = true) {
  const rooms = { map: byId("cw-map"), outline: outlineRoom, sides: sidesRoom };
  for (const [view, room] of Object.entries(rooms)) {
    room.hidden = view !== name;
    byId(`cw-show-${view}`).setAttribute("aria-pressed", String(view === name));
  }
  document.body.dataset.view = name;
  if (name === "outline") {
    renderOutline();
    if (isAsked) focusRow(rowAt);
  } else if (name === "sides") {
    renderSides();
  } else {
    if (marks.selected >= 0) showNode(marks.selected);
    repaint();
    if (isAsked) stage.focus();
  }
}

const isMapShown = () => !isOutlineShown() && !isSidesShown();

const prefersDark = matchMedia("(prefers-color-scheme: dark)");
const root = document.documentElement;
const isDark = () => (root.dataset.theme === "auto" ? prefersDark.matches : root.dataset.theme === "dark");

function nameTheme() {
  byId("cw-theme").setAttribute("aria-pressed", String(isDark()));
}

function toggleTheme() {
  root.dataset.theme = isDark() ? "light" : "dark";
  nameTheme();
}

function showHelp() {
  const help = byId("cw-help");
  if (help.open) help.close();
  else help.showModal();
}

// Go from the chosen node towards the leaves, towards the thesis, or to the nearest one aside.
function goTowards(dx, dy) {
  const from = scene.boxes.get(marks.selected);
  if (!from) return choose(map.roots[0]);
  const along = isTopDown ? dy : isLeftward ? -dx : dx;
  const candidates = along > 0 ? childrenOf(marks.selected) : along < 0 ? [parents[marks.selected]] : [...scene.boxes.keys()];
  const best = nearest(from, candidates.filter((node) => scene.boxes.has(node) && node !== marks.selected), along ? 0 : dx, along ? 0 : dy);
  if (best !== null) choose(best);
}

// The nearest box; with a direction, of those that lie that way, and rather straight ahead.
function nearest(from, candidates, dx, dy) {
  const middle = (box) => [box.x + box.w / 2, box.y + box.h / 2];
  const [x, y] = middle(from);
  let best = null, least = Infinity;
  for (const node of candidates) {
    const [toX, toY] = middle(scene.boxes.get(node));
    const ahead = (toX - x) * dx + (toY - y) * dy;
    const aside = Math.abs((toX - x) * dy) + Math.abs((toY - y) * dx);
    const length = dx || dy ? ahead + 3 * aside : Math.hypot(toX - x, toY - y);
    if ((ahead > 8 || !(dx || dy)) && length < least) [best, least] = [node, length];
  }
  return best;
}
