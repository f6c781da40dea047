// Pointer, wheel, touch, keyboard, toolbar and printer, tied to the actions; then the page begins.

const PAN = 90; // px for an arrow key

// --- pointer and touch ----------------------------------------------------------------------------------------

const pointers = new Map();
let travelled = 0;
let wasPinched = false;

const place = (event) => {
  const box = stage.getBoundingClientRect();
  return [event.clientX - box.left, event.clientY - box.top];
};

stage.addEventListener("pointerdown", (event) => {
  stage.classList.toggle("selects", event.altKey); // with Alt the pointer selects text
  if (event.button !== 0 || event.altKey || event.target.closest("button, .legend")) return;
  if (pointers.size === 0) [travelled, wasPinched] = [0, false];
  pointers.set(event.pointerId, place(event));
  stage.setPointerCapture(event.pointerId);
});

stage.addEventListener("pointermove", (event) => {
  const before = pointers.get(event.pointerId);
  if (!before) return void (stage.classList.toggle("over-node", !event.altKey && (isOverview() ? Boolean(blockAt(largeBoxes, ...place(event))) : hitAt(...place(event)) !== null)));
  const now = place(event);
  const [dx, dy] = [now[0] - before[0], now[1] - before[1]];
  travelled += Math.abs(dx) + Math.abs(dy);
  if (pointers.size === 1) {
    pointers.set(event.pointerId, now);
    if (travelled > 4 && !isOverview()) moveBy(-dx, -dy);
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
  if (isOverview()) {
    const block = blockAt(largeBoxes, x, y);
    return block ? choose(block.node, { path: false }) : undefined;
  }
  const hit = hitAt(x, y);
  if (!hit) return marks.selected >= 0 ? chooseNothing() : undefined;
  if (hit.handle !== undefined) return toggle(hit.handle);
  if (hit.to !== undefined) return choose(hit.to);
  return choose(hit.node, { path: hit.node === marks.selected ? marks.path === null : true });
}

stage.addEventListener("wheel", (event) => {
  event.preventDefault();
  const unit = event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? 400 : 1;
  if (event.ctrlKey || event.metaKey) { // and two fingers that part on a touch pad
    const step = Math.max(-240, Math.min(240, event.deltaY * unit)) * (event.ctrlKey && Math.abs(event.deltaY) < 50 ? 4 : 1);
    return zoomTo(camera.scale * Math.exp(-step * 0.0016), ...place(event));
  }
  const isTurned = event.shiftKey && !event.deltaX; // a wheel that only turns one way
  return isOverview() ? undefined : moveBy((isTurned ? event.deltaY : event.deltaX) * unit, (isTurned ? 0 : event.deltaY) * unit);
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
  j: () => readOn(1), k: () => readOn(-1), x: toggleFilters, t: () => chooseNextTag(1), T: () => chooseNextTag(-1),
  l: toggleLegend, c: copyLink, o: () => showView(isOutlineShown() ? "map" : "outline"), s: () => showView(isSidesShown() ? "map" : "sides"), d: toggleTheme, i: () => toggleAbout(), a: () => showLevels(Infinity),
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
  choose(Number(link.dataset.node), { frames: true });
});

document.addEventListener("click", (event) => {
  const button = event.target.closest("button.next, #cw-copy");
  if (!button) return;
  if (button.id === "cw-copy") return copyLink();
  const { id } = button;
  choose(Number(button.dataset.node), { frames: true });
  (byId(id) || sideBody).focus();
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
  "cw-verdicts": toggleVerdicts, "cw-legend-fold": toggleLegend, "cw-save": savePicture, "cw-intro-more": toggleIntro,
  "cw-show-map": () => showView("map"), "cw-show-sides": () => showView("sides"), "cw-show-outline": () => showView("outline"),
};
for (const [id, action] of Object.entries(buttons)) byId(id).addEventListener("click", action);

levelChoice.addEventListener("change", () => {
  if (levelChoice.value) showLevels(levelChoice.value === "all" ? Infinity : Number(levelChoice.value));
});

function fillLevels() {
  levelChoice.replaceChildren();
  const most = Math.min(deepestLevel, 9);
  for (let level = 1; level < most || (level <= most && deepestLevel > most); level++) {
    levelChoice.append(make("option", { value: level }, t("levels", { count: level })));
  }
  levelChoice.append(make("option", { value: "all" }, t("all_levels")), make("option", { value: "", hidden: "" }, t("own_choice")));
}

// --- what folds besides the map: the legend, and what the map says of itself ------------------------------------------

function foldLegend(isFolded) {
  byId("cw-legend").hidden = isFolded;
  byId("cw-legend-fold").setAttribute("aria-expanded", String(!isFolded));
  repaint();
}

function toggleLegend() {
  foldLegend(!byId("cw-legend").hidden);
}

function toggleIntro() {
  const isOpen = byId("cw-intro").classList.toggle("is-open");
  byId("cw-intro-more").setAttribute("aria-expanded", String(isOpen));
  byId("cw-intro-more").textContent = t(isOpen ? "less" : "more");
}

function fillIntro() {
  byId("cw-intro").hidden = !map.description;
  byId("cw-intro").classList.remove("is-open");
  byId("cw-intro-more").textContent = t("more");
  byId("cw-intro-more").setAttribute("aria-expanded", "false");
  for (const id of ["cw-intro-words", "cw-print-intro"]) byId(id).replaceChildren(map.description ? said("span", map.description) : "");
}
