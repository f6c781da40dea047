// Pointer, wheel, touch, keyboard, toolbar and printer, tied to the actions; then the page begins.

const PAN = 90; // px for an arrow key
const MOST_WHOLE = 300; // nodes of a map that is printed whole, and may be shown whole at first
const MOST_AT_FIRST = 160; // nodes shown at first of a larger one

// --- pointer and touch ----------------------------------------------------------------------------------------

const pointers = new Map();
let travelled = 0;
let wasPinched = false;

const place = (event) => {
  const box = stage.getBoundingClientRect();
  return [event.clientX - box.left, event.clientY - box.top];
};

stage.addEventListener("pointerdown", (event) => {
  if (event.button !== 0 || event.target.closest("button, .legend")) return;
  if (pointers.size === 0) [travelled, wasPinched] = [0, false];
  pointers.set(event.pointerId, place(event));
  stage.setPointerCapture(event.pointerId);
});

stage.addEventListener("pointermove", (event) => {
  const before = pointers.get(event.pointerId);
  if (!before) return void (stage.classList.toggle("over-node", hitAt(...place(event)) !== null));
  const now = place(event);
  const [dx, dy] = [now[0] - before[0], now[1] - before[1]];
  travelled += Math.abs(dx) + Math.abs(dy);
  if (pointers.size === 1) {
    pointers.set(event.pointerId, now);
    if (travelled > 4) moveBy(-dx, -dy);
    return;
  }
  wasPinched = true;
  const other = [...pointers].find(([id]) => id !== event.pointerId)[1];
  const gap = (from) => Math.hypot(from[0] - other[0], from[1] - other[1]) || 1;
  const ratio = gap(now) / gap(before);
  pointers.set(event.pointerId, now);
  moveBy(-dx / 2, -dy / 2);
  zoomTo(camera.scale * ratio, (now[0] + other[0]) / 2, (now[1] + other[1]) / 2);
});

stage.addEventListener("pointerup", (event) => {
  const wasOurs = pointers.delete(event.pointerId);
  if (wasOurs && pointers.size === 0 && travelled <= 4 && !wasPinched) clickAt(...place(event));
});
stage.addEventListener("pointercancel", (event) => pointers.delete(event.pointerId));

function clickAt(x, y) {
  const hit = hitAt(x, y);
  if (!hit) return marks.selected >= 0 ? chooseNothing() : undefined;
  if (hit.handle !== undefined) return toggle(hit.handle);
  if (hit.to !== undefined) return choose(hit.to);
  return choose(hit.node, { path: hit.node === marks.selected ? marks.path === null : true });
}

stage.addEventListener("wheel", (event) => {
  event.preventDefault();
  const unit = event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? 400 : 1;
  if (event.shiftKey && !event.ctrlKey) return moveBy((event.deltaX || event.deltaY) * unit, event.deltaX ? event.deltaY * unit : 0);
  const step = Math.max(-240, Math.min(240, event.deltaY * unit)) * (event.ctrlKey ? 4 : 1);
  return zoomTo(camera.scale * Math.exp(-step * 0.0016), ...place(event));
}, { passive: false });

// --- keyboard -------------------------------------------------------------------------------------------------

const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const mapKeys = {
  "+": () => zoomTo(camera.scale * 1.25), "=": () => zoomTo(camera.scale * 1.25), "-": () => zoomTo(camera.scale / 1.25),
  "0": fit, Home: () => choose(map.roots[0]), Enter: () => marks.selected >= 0 && toggle(marks.selected),
  " ": () => marks.selected >= 0 && toggle(marks.selected),
};
const letterKeys = {
  "/": () => byId("cw-query").focus(), "?": showHelp, n: () => goToHit(1), N: () => goToHit(-1), f: togglePath, F: togglePath,
  v: toggleVerdicts, r: () => onMeant(toggleRejected), g: () => onMeant(toggleGranted), z: takeAllBack, p: () => seeAsNext(1), P: () => seeAsNext(-1),
  t: () => chooseNextTag(1), T: () => chooseNextTag(-1),
  o: () => showView(isOutlineShown() ? "map" : "outline"), s: () => showView(isSidesShown() ? "map" : "sides"), d: toggleTheme, i: () => toggleAbout(), a: () => showLevels(Infinity),
  ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8, 9].map((level) => [String(level), () => showLevels(level)])),
};

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || byId("cw-help").open) return;
  if (event.target.closest("input, select, textarea")) return;
  const run = event.key === "Escape" ? chooseNothing : onStage(event) || (byId("cw-letters").checked ? letterKeys[event.key] : null);
  if (!run) return;
  event.preventDefault();
  run();
}

function onStage(event) {
  if (event.target !== stage && event.target !== document.body) return null;
  const arrow = arrows[event.key];
  if (arrow && event.shiftKey) return () => goTowards(...arrow);
  if (arrow) return () => moveBy(arrow[0] * PAN, arrow[1] * PAN);
  return mapKeys[event.key];
}

document.addEventListener("keydown", onKey);
byId("cw-query").addEventListener("input", (event) => searchFor(event.target.value));
byId("cw-query").addEventListener("keydown", (event) => {
  if (event.key === "Enter") goToHit(event.shiftKey ? -1 : 1);
  else if (event.key === "Escape") (isOutlineShown() ? outline.querySelector("[tabindex='0']") : stage).focus();
  else return;
  event.preventDefault();
});
byId("cw-search").addEventListener("submit", (event) => event.preventDefault());

// --- links and buttons ------------------------------------------------------------------------------------------

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-node]");
  if (!link) return;
  event.preventDefault();
  choose(Number(link.dataset.node));
});

// Buttons that come and go with what is tried out.
document.addEventListener("click", (event) => {
  const button = event.target.closest("button.tried, #cw-take-all-back, #cw-reject, #cw-grant");
  if (!button) return;
  if (button.id === "cw-reject") return toggleRejected(marks.selected);
  if (button.id === "cw-grant") return toggleGranted(marks.selected);
  if (button.id) takeAllBack();
  else takeBack(Number(button.dataset.tried));
  (document.querySelector("button.tried") || byId("cw-verdicts")).focus();
});

const toggleAbout = () => (side.hidden || marks.selected >= 0 ? showAbout() : closeSide());
const buttons = {
  "cw-zoom-in": () => zoomTo(camera.scale * 1.25), "cw-zoom-out": () => zoomTo(camera.scale / 1.25), "cw-fit": fit,
  "cw-next": () => goToHit(1), "cw-previous": () => goToHit(-1), "cw-theme": toggleTheme, "cw-help-open": showHelp,
  "cw-help-close": () => byId("cw-help").close(), "cw-about": toggleAbout, "cw-side-close": chooseNothing,
  "cw-verdicts": toggleVerdicts,
  "cw-show-map": () => showView("map"), "cw-show-sides": () => showView("sides"), "cw-show-outline": () => showView("outline"),
};
for (const [id, action] of Object.entries(buttons)) byId(id).addEventListener("click", action);

levelChoice.addEventListener("change", () => {
  if (levelChoice.value) showLevels(levelChoice.value === "all" ? Infinity : Number(levelChoice.value));
});

function fillLevels() {
  const most = Math.min(deepestLevel, 9);
  for (let level = 1; level < most || (level <= most && deepestLevel > most); level++) {
    levelChoice.append(make("option", { value: level }, level === 1 ? "1 level" : `${level} levels`));
  }
  levelChoice.append(make("option", { value: "all" }, "All levels"));
  const own = make("option", { value: "", hidden: "" }, "Own choice");
  levelChoice.append(own);
}

// --- printing: the whole drawing on one sheet with its legend; many sources follow on sheets of their own -------------

function fillPrintSources() {
  const cited = map.sources.filter((source) => source.number).sort((one, other) => one.number - other.number);
  const room = byId("cw-print-sources");
  room.append(...cited.map((source) => said("p", `${source.number}. ${source.line}`)));
  if (cited.length <= 12) document.querySelector("main").append(room);
}

let foldsBefore = null; // what was folded, where a map is unfolded to be printed
let tagBefore = -1; // the tag that was brought out: on paper nothing is dimmed for it

function beforePrint() {
  tagBefore = chosenTag;
  setTag(-1);
  if (!hasOwnFolds && nodes.length <= MOST_WHOLE && folded.size) {
    foldsBefore = new Set(folded);
    folded.clear();
    relayOut();
  }
  isPrinting = true;
  const { bounds } = scene;
  picture.setAttribute("viewBox", `${bounds.x} ${bounds.y} ${bounds.w} ${bounds.h}`);
  world.removeAttribute("transform");
  document.body.classList.toggle("is-wide", bounds.w > bounds.h);
  covered = null;
  cover();
}

function afterPrint() {
  setTag(tagBefore);
  isPrinting = false;
  picture.removeAttribute("viewBox");
  if (foldsBefore) {
    for (const node of foldsBefore) folded.add(node);
    foldsBefore = null;
    relayOut();
  }
  repaint();
}

window.addEventListener("beforeprint", beforePrint);
window.addEventListener("afterprint", afterPrint);

// --- the beginning --------------------------------------------------------------------------------------------

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

// More claims and arguments than can be read as a map: such a page begins with the sides.
const MOST_READ_AS_MAP = 60;

function begin() {
  document.getElementById("cw-app").hidden = false;
  beginVerdicts();
  fillPrintSources();
  fillLevels();
  beginTags();
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
  if (location.hash.length > 1) followAddress();
  else if (nodes.length > MOST_READ_AS_MAP) showView("sides");
  paint();
}

begin();
