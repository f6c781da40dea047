// The drawing on the page: the camera, and the elements of what is in view. Elements outside are taken out; where very
// much is in view, boxes are drawn in bulk (one path for all of a kind), so that the number of elements stays bounded.

const LEAST_OVERLAID = 56; // px at the lower edge of the stage that legend and buttons cover at least
const MOST_DETAILED = 420; // cards and pills that are drawn with their texts
const MOST_LINES = 600; // lines that are drawn one by one
const stage = document.getElementById("cw-stage");
const picture = document.getElementById("cw-picture");
const world = draw("g", {});
const layers = { panels: draw("g", {}), bulk: draw("g", {}), lines: draw("g", {}), boxes: draw("g", {}), over: draw("g", {}) };
const camera = { x: 0, y: 0, scale: 1 };
const LEAST_FRAMED = 0.55; // what is framed can still be read
const marks = { selected: -1, path: null, hits: new Set(), hit: -1 }; // what is chosen, highlighted, found
const drawn = { panels: new Map(), lines: new Map(), boxes: new Map() };
let scene = null;
let covered = null; // the part of the world for which there are elements
let isPrinting = false;
let isDue = false;

picture.append(world);
world.append(...Object.values(layers));

const viewSize = () => ({ w: stage.clientWidth || 1, h: stage.clientHeight || 1 });
const overlaid = () => Math.max(LEAST_OVERLAID, document.getElementById("cw-legend").offsetHeight + 20);
const leastScale = () => Math.min(fitScale() * 0.8, 0.2);
const touches = (box, area) => box.x < area.x + area.w && box.x + box.w > area.x && box.y < area.y + area.h && box.y + box.h > area.y;

// --- camera ---------------------------------------------------------------------------------------------------

function fitScale() {
  const view = viewSize();
  return Math.min(view.w / scene.bounds.w, (view.h - overlaid()) / scene.bounds.h, 1.5);
}

function inView(margin) {
  const view = viewSize();
  const [w, h] = [view.w / camera.scale, view.h / camera.scale];
  return { x: camera.x - w * margin, y: camera.y - h * margin, w: w * (1 + 2 * margin), h: h * (1 + 2 * margin) };
}

const toWorld = (x, y) => [camera.x + x / camera.scale, camera.y + y / camera.scale];

function moveBy(dx, dy) {
  const view = viewSize();
  const [w, h] = [view.w / camera.scale, view.h / camera.scale];
  const clamp = (value, low, high) => Math.max(Math.min(low, high), Math.min(Math.max(low, high), value));
  const { bounds } = scene; // the middle of the view stays on the drawing
  camera.x = clamp(camera.x + dx / camera.scale, bounds.x - w / 2, bounds.x + bounds.w - w / 2);
  camera.y = clamp(camera.y + dy / camera.scale, bounds.y - h / 2, bounds.y + bounds.h - h / 2);
  refresh();
}

function zoomTo(scale, x = viewSize().w / 2, y = viewSize().h / 2) {
  if (isOverview() && scale > camera.scale) return enterAt(x, y);
  const [worldX, worldY] = toWorld(x, y);
  camera.scale = Math.max(leastScale(), Math.min(4, scale));
  camera.x = worldX - x / camera.scale;
  camera.y = worldY - y / camera.scale;
  moveBy(0, 0);
}

function centreOn(x, y) {
  const view = viewSize();
  camera.x = x - view.w / camera.scale / 2;
  camera.y = y - view.h / camera.scale / 2;
  moveBy(0, 0);
}

function fit() {
  camera.scale = fitScale();
  const { bounds } = scene;
  centreOn(bounds.x + bounds.w / 2, bounds.y + bounds.h / 2 + overlaid() / 2 / camera.scale);
}

// The first view: the whole drawing if it can be read then, else the thesis and what is next to it.
function showBeginning() {
  const view = viewSize();
  if (fitScale() >= 0.55) return fit();
  camera.scale = 0.8;
  const first = scene.items[0]; // the thesis, if there is one
  const [w, h] = [view.w / camera.scale, view.h / camera.scale];
  if (isTopDown) centreOn(first.x + first.w / 2, first.y + h / 2 - 30);
  else centreOn(isLeftward ? first.x + first.w - w / 2 + 30 : first.x + w / 2 - 30, first.y + first.h / 2);
}

// Bring nodes into view, as many of them as can be read there together, from the first one on.
function frame(list) {
  const [first, ...others] = list.flatMap((node) => scene.boxes.get(node) || []);
  if (!first) return;
  const view = viewSize();
  const scaleFor = (box) => Math.min((view.w - 50) / box.w, (view.h - overlaid() - 40) / box.h, 1);
  let room = first;
  for (const box of others) {
    const wider = insideOf([room, box]);
    if (scaleFor(wider) < LEAST_FRAMED) break;
    room = wider;
  }
  camera.scale = Math.max(LEAST_FRAMED, scaleFor(room));
  centreOn(room.x + room.w / 2, room.y + room.h / 2 + (overlaid() - 20) / 2 / camera.scale);
}

// Bring a node into view, enlarged if it could not be read.
function showNode(node) {
  const box = scene.boxes.get(node);
  if (!box) return;
  const view = inView(-0.08);
  const isWithin = box.x > view.x && box.y > view.y && box.x + box.w < view.x + view.w && box.y + box.h < view.y + view.h;
  if (isWithin && camera.scale >= 0.5) return refresh();
  camera.scale = Math.max(camera.scale, 0.8);
  centreOn(box.x + box.w / 2, box.y + Math.min(box.h / 2, viewSize().h / camera.scale / 3));
}

// --- layout, and what stays where it is --------------------------------------------------------------------------

function relayOut(anchor = -1) {
  const before = anchor >= 0 && scene ? scene.boxes.get(anchor) : null;
  scene = layOut();
  const after = anchor >= 0 ? scene.boxes.get(anchor) : null;
  if (before && after) {
    camera.x += after.x - before.x;
    camera.y += after.y - before.y;
  }
  for (const layer of Object.keys(drawn)) clear(layer);
  covered = null;
}

function clear(layer) {
  layers[layer].replaceChildren();
  drawn[layer].clear();
}

// Call when what boxes say has changed, but not their sizes.
function clearBoxes() {
  clear("boxes");
  repaint();
}

// --- elements -------------------------------------------------------------------------------------------------

function refresh() {
  if (isDue) return;
  isDue = true;
  requestAnimationFrame(() => {
    isDue = false;
    paint();
  });
}

// Call when marks or folds have changed: what is covered must be gone through again.
function repaint() {
  covered = null;
  iceChanged();
  refresh();
}

function paint() {
  if (!isPrinting) world.setAttribute("transform", `scale(${camera.scale}) translate(${-camera.x} ${-camera.y})`);
  document.getElementById("cw-scale").textContent = `${Math.round(camera.scale * 100)} %`;
  if (!isPrinting) paintOverviews();
  const view = inView(0);
  const isCovered = covered && covered.scale === camera.scale && view.x >= covered.x && view.y >= covered.y &&
    view.x + view.w <= covered.x + covered.w && view.y + view.h <= covered.y + covered.h;
  if (!isCovered) cover();
}

const countIn = (area) => scene.items.reduce((count, item) => count + (item.kind !== "panel" && touches(item, area)), 0);

function cover() {
  let area = isPrinting ? scene.bounds : inView(0.5);
  if (!isPrinting && countIn(area) > MOST_DETAILED) area = inView(0.06);
  const isDetailed = countIn(area) <= (isPrinting ? 4 * MOST_DETAILED : MOST_DETAILED);
  covered = { ...area, scale: camera.scale };
  const items = scene.items.filter((item) => touches(item, area));
  const lines = scene.lines.filter((line) => touches(line, area));
  const isShortPath = items.filter(isOnPath).length <= MOST_DETAILED;
  const isMarked = (item) => isDetailed || (isShortPath && item.kind !== "panel" && isOnPath(item)) || item.node === marks.selected;
  const isSingle = (line) => (isDetailed && lines.length <= MOST_LINES) || (isShortPath && isOnPath(line));
  const plainItems = items.filter((item) => !isMarked(item));
  const bulk = [...bulkLines(lines.filter((line) => !isSingle(line))), ...bulkBoxes(plainItems), ...bulkStripes(plainItems)];
  layers.bulk.setAttribute("class", camera.scale < 0.15 ? "is-tiny" : "");
  layers.bulk.replaceChildren(...bulk);
  sync("panels", items.filter((item) => item.kind === "panel" && isMarked(item)), figure);
  sync("lines", lines.filter(isSingle).sort((one, other) => isOnPath(one) - isOnPath(other)), lineFigure);
  sync("boxes", items.filter((item) => item.kind !== "panel" && isMarked(item)), figure);
  layers.over.replaceChildren(...overFigures(items, isDetailed, isShortPath));
}

// Make the elements of a layer those of the given things, keeping what is there.
function sync(layer, things, make) {
  const elements = drawn[layer];
  const wanted = new Set(things.map((thing) => thing.key));
  for (const [key, element] of elements) {
    if (!wanted.has(key)) {
      element.remove();
      elements.delete(key);
    }
  }
  for (const thing of things) {
    let element = elements.get(thing.key);
    if (!element) {
      element = make(thing);
      if (layer !== "lines") element.setAttribute("transform", `translate(${thing.x} ${thing.y})`);
      elements.set(thing.key, element);
      layers[layer].append(element);
    }
    element.setAttribute("class", classOf(thing));
  }
}

function isOnPath(thing) {
  if (!marks.path) return false;
  if (thing.kind === "trunk") return [...marks.path].some((node) => thing.outer.get(node) <= thing.place);
  return thing.kind !== "again" && marks.path.has(thing.node);
}

function classOf(thing) {
  const names = [["step", "trunk"].includes(thing.kind) ? "way" : `${thing.kind}-figure`];
  return names.join(" ") + stressOf(thing) + focusOf(thing);
}

// Whether a thing is on the path that is shown, or dimmed: not on it, or, where none is shown, not of the chosen tag.
function focusOf(thing) {
  if (marks.path) return isOnPath(thing) ? " on-path" : " dim";
  return brought && !isBrought(thing) ? " dim" : "";
}

// What verdicts make of a thing: strong on the way that decided the thesis, faint where it falls.
function stressOf(thing) {
  const { verdict, target } = nodes[thing.node];
  if (!verdict) return "";
  if (thing.kind === "trunk") return stressOfTrunk(thing);
  const hasDecided = {
    step: () => isWay(thing.node, target),
    card: () => isDecisive(thing.node), pill: () => isDecisive(thing.node), panel: () => isDecisive(thing.node), again: () => isWay(thing.node, thing.holder),
  }[thing.kind];
  return `${hasDecided && hasDecided() ? " decisive" : ""}${verdict.isOut ? " is-out" : ""}`;
}

// A stretch of a trunk is strong from the outermost argument on that decided, and faint up to the first that does not fall.
let trunkStarts = new Map(); // by trunk, for the verdicts of the moment

function stressOfTrunk({ outer, place }) {
  if (!trunkStarts.has(outer)) {
    const first = (test) => Math.min(...[...outer].map(([node, at]) => (test(node) ? at : Infinity)));
    trunkStarts.set(outer, { decisive: first((node) => isWay(node, nodes[node].target)), standing: first((node) => !nodes[node].verdict.isOut) });
  }
  const starts = trunkStarts.get(outer);
  return `${starts.decisive <= place ? " decisive" : ""}${starts.standing > place ? " is-out" : ""}`;
}

// One path for all shapes of a look: [thing, look, path data] in, elements out, panels first.
function inBulk(shapes) {
  const groups = new Map();
  for (const [thing, ownLook, path] of shapes) {
    const look = ownLook + stressOf(thing) + focusOf(thing);
    if (!groups.has(look)) groups.set(look, new Set());
    groups.get(look).add(path);
  }
  const isPanel = (look) => look.startsWith("panel");
  return [...groups].sort((one, other) => isPanel(other[0]) - isPanel(one[0]))
    .map(([look, paths]) => draw("path", { d: [...paths].join(""), class: look }));
}

function bulkBoxes(items) {
  return inBulk(items.map((item) => {
    const relation = nodes[item.node].relation || "neutral";
    const looks = { card: `card ${relation}`, again: "again-box", pill: `badge ${relation}`, panel: `panel ${relation}` };
    return [item, nodes[item.node].thesis && item.kind === "card" ? "thesis" : looks[item.kind], outlineOf(item)];
  }));
}

function bulkStripes(items) {
  const cards = items.filter((item) => item.kind === "card" && sides[item.node] && !nodes[item.node].thesis);
  return inBulk(cards.map((item) => [item, `stripe ${sides[item.node] === PRO ? "pro" : "con"}`, stripePath(item)]));
}

function bulkLines(lines) {
  const heads = lines.filter((line) => line.head);
  return inBulk([
    ...lines.map((line) => [line, `line long ${nodes[line.node].relation}`, line.path]),
    ...heads.map((line) => [line, `badge ${nodes[line.node].relation}`, `M${line.head.split(" ").join("L")}Z`]),
  ]);
}

// Rings, steps of the path, handles.
function overFigures(items, isDetailed, isShortPath) {
  const figures = [];
  const own = items.filter((item) => item.kind === "card" || item.kind === "pill");
  const hits = own.filter((item) => marks.hits.has(item.node) && item.node !== marks.hit);
  if (isDetailed) figures.push(...hits.map((item) => ringFigure(item, "hit")));
  else if (hits.length) figures.push(draw("path", { d: hits.map(outlineOf).join(""), class: "ring hit" }));
  for (const item of own) {
    if (item.node === marks.hit) figures.push(ringFigure(item, "hit current"));
    if (item.node === marks.selected) figures.push(ringFigure(item, "selected"));
    if (isTriedOut(item.node)) figures.push(ringFigure(item, "tried"));
    if (isDetailed && isFoldable(item.node) && hasHandle(item)) figures.push(handleFigure(item));
  }
  if (marks.path && isShortPath) {
    const steps = new Map([...marks.path].map((node, at) => [node, at + 1]));
    for (const item of own) if (steps.has(item.node)) figures.push(stepFigure(item, steps.get(item.node)));
  }
  return figures;
}

// An open argument shows its handle when it is chosen; everything else at all times.
const hasHandle = (item) => folded.has(item.node) || item.kind === "card" || item.node === marks.selected;

// --- what is where ----------------------------------------------------------------------------------------------

// What a click at a place of the stage hits: {handle}, {to} (a reference) or {node}; null for the ground.
function hitAt(x, y) {
  const [worldX, worldY] = toWorld(x, y);
  const reach = Math.max(11, 11 / camera.scale);
  const near = { x: worldX - reach - 20, y: worldY - reach - 20, w: 2 * reach + 40, h: 2 * reach + 40 };
  let found = null;
  for (const item of scene.items) {
    if (!touches(item, near)) continue;
    if (item.kind !== "panel" && item.kind !== "again" && isFoldable(item.node) && hasHandle(item)) {
      const [handleX, handleY] = handlePlace(item);
      const wide = Math.max(reach, handleHalf(item.node));
      if (Math.abs(worldX - handleX) < wide && Math.abs(worldY - handleY) < reach && camera.scale > 0.25) return { handle: item.node };
    }
    const isInside = worldX >= item.x && worldX <= item.x + item.w && worldY >= item.y && worldY <= item.y + item.h;
    if (isInside && item.kind === "again") found = { to: item.node };
    else if (isInside) found = chipAt(item, worldX - item.x, worldY - item.y) || { node: item.node };
  }
  return found;
}

function chipAt(item, x, y) {
  const entry = nodes[item.node];
  if (item.kind === "panel") return null;
  if (isLeftward) x = entry.w - x;
  const top = entry.h - rowsHeight(entry) - 2;
  const chip = entry.chips && entry.chips[Math.floor((y - top) / size.chipRow)];
  return chip && y > top && chip.to >= 0 && x < size.cardPad + chip.w ? { to: chip.to } : null;
}
