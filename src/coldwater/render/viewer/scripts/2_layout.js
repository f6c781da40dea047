// From the tree as it is folded to boxes and lines. It knows no elements.
//
// A tidy tree with boxes of any size (after van der Ploeg 2014, written from memory, with outlines as stacks): each
// subtree stands as close to its elder siblings as their outlines allow. Linear time, no recursion. "Along" leads
// from the thesis to the leaves, "across" is the other direction; both become x and y at the very end.

const HEAD = 9; // a line ends this far before its head's box
const ROOT_GAP = 70;
const LEAF_GAP = 20; // below a leaf
let size, isTopDown;
let STEP_GAP; // from a card to the pills that target it
let LINK_GAP; // from a pill to its panel
let SIBLING_GAP, FAMILY_GAP; // between what hangs below the same parent, and below different ones
let pillRun = 0; // the longest pill
let part = null; // what is laid out, where it is not all: {roots, cut, only}

function readMeasures() {
  [size, isTopDown] = [map.measures, map.topDown];
  [STEP_GAP, LINK_GAP, SIBLING_GAP, FAMILY_GAP] = isTopDown ? [54, 26, 22, 36] : [66, 28, 16, 20];
  measurePills();
}

function measurePills() {
  pillRun = nodes.reduce((most, entry) => (entry.sort === "argument" ? Math.max(most, entry.w) : most), 0);
}

// Whether what is behind a node is not laid out, and those of the arguments below it that are.
const isShut = (node) => folded.has(node) || (part !== null && part.cut.has(node));
const laidOutBelow = (node) => (part === null || !part.only.has(node) ? argumentsOf(node) : part.only.get(node));

// --- blocks: cards that stand alone, pills, panels --------------------------------------------------------------

function makeBlock(kind, node, parent) {
  const shape = kind === "panel" ? nodes[node].panel : nodes[node];
  const [long, wide] = isTopDown ? [shape.h, shape.w] : [shape.w, shape.h];
  const run = kind === "pill" && !isTopDown ? pillRun : long; // left to right, panels stand in columns
  return { kind, node, parent, long, run, half: wide / 2, children: [], near: 0, offset: 0, middle: 0 };
}

// The pills that hang below a block, in order.
function pillsBelow(block) {
  if (block.kind === "panel") {
    return premisesOf(block.node).flatMap((item) =>
      item.again !== undefined || isShut(item.node) ? [] : laidOutBelow(item.node));
  }
  return isShut(block.node) ? [] : laidOutBelow(block.node); // a pill that is cut keeps its premises
}

function growBlocks() {
  const blocks = [];
  const roots = (part === null ? map.roots : part.roots).map((node) => makeBlock(isClaim(node) ? "card" : "pill", node, null));
  const waiting = [...roots].reverse();
  while (waiting.length) {
    const block = waiting.pop();
    blocks.push(block);
    if (block.parent) block.near = block.parent.near + block.parent.run + gapBelow(block.parent);
    const pills = pillsBelow(block).map((node) => makeBlock("pill", node, block));
    if (block.kind === "pill" && !folded.has(block.node) && nodes[block.node].panel) {
      const backing = pills.filter((pill) => nodes[pill.node].relation === "backs");
      const others = pills.filter((pill) => nodes[pill.node].relation !== "backs");
      block.panel = makeBlock("panel", block.node, block);
      block.children = [...backing, block.panel, ...others];
    } else {
      block.children = pills;
    }
    for (let at = block.children.length - 1; at >= 0; at--) waiting.push(block.children[at]);
  }
  return { roots, blocks };
}

const gapBelow = (block) => (block.kind === "pill" ? LINK_GAP : STEP_GAP);

// --- outlines: for each side a stack of {end, at}, deepest first; `shift` is added to every `at` -------------------

function clearance(row, next, siblingGap) {
  const [left, right] = [row.right, next.left];
  let [i, j] = [left.length - 1, right.length - 1];
  let need = -Infinity;
  while (i >= 0 && j >= 0) {
    const isFirst = i === left.length - 1 && j === right.length - 1;
    const gap = isFirst ? siblingGap : Math.max(siblingGap, FAMILY_GAP);
    need = Math.max(need, left[i].at + row.rightShift + gap - right[j].at - next.leftShift);
    const [one, other] = [left[i].end, right[j].end];
    if (one <= other) i--;
    if (other <= one) j--;
  }
  return { need, i, j };
}

// Set `next` beside `row`, `place` further across. i and j say what of the facing sides still shows below.
function joined(row, next, place, i, j) {
  const moved = { left: next.left, leftShift: next.leftShift + place, right: next.right, rightShift: next.rightShift + place };
  if (i >= 0) { // the row goes deeper
    row.right.length = i + 1;
    for (const part of moved.right) row.right.push({ end: part.end, at: part.at + moved.rightShift - row.rightShift });
    return row;
  }
  if (j >= 0) { // the next goes deeper
    moved.left.length = j + 1;
    for (const part of row.left) moved.left.push({ end: part.end, at: part.at + row.leftShift - moved.leftShift });
    return moved;
  }
  return { left: row.left, leftShift: row.leftShift, right: moved.right, rightShift: moved.rightShift };
}

function setBeside(row, next, gap, least) {
  if (!row) return { row: next, place: 0 };
  const { need, i, j } = clearance(row, next, gap);
  const place = Math.max(need, least);
  return { row: joined(row, next, place, i, j), place };
}

// Fill in the offsets of a block's children and give the outline of it all.
function shapeOf(block, outlines) {
  let row = null;
  for (const [at, child] of block.children.entries()) {
    const least = leastPlace(block, at);
    ({ row, place: child.offset } = setBeside(row, outlines.get(child), SIBLING_GAP, least));
    outlines.delete(child);
  }
  const last = block.children.length - 1;
  const middle = block.panel ? block.panel.offset : last < 0 ? 0 : (block.children[0].offset + block.children[last].offset) / 2;
  for (const child of block.children) child.offset -= middle;
  let low = -block.half, high = block.half;
  const end = block.near + block.run;
  if (last < 0) return { left: [{ end: end + LEAF_GAP, at: low }], leftShift: 0, right: [{ end: end + LEAF_GAP, at: high }], rightShift: 0 };
  row.leftShift -= middle;
  row.rightShift -= middle;
  if (block.panel) { // what enters the pill from the side passes beside it
    low = Math.min(low, block.children[0].offset);
    high = Math.max(high, block.children[last].offset);
  }
  const under = end + gapBelow(block);
  push(row, under, Math.min(low, block.children[0].offset), Math.max(high, block.children[last].offset));
  push(row, end, low, high);
  return row;
}

function push(row, end, low, high) {
  row.left.push({ end, at: low - row.leftShift });
  row.right.push({ end, at: high - row.rightShift });
}

// A pill that enters another from the side must stand beyond it.
function leastPlace(block, at) {
  if (!block.panel || at === 0) return -Infinity;
  const previous = block.children[at - 1];
  const isBeside = previous === block.panel || block.children[at] === block.panel;
  return isBeside ? previous.offset + block.half + 34 : -Infinity;
}

// --- the whole ------------------------------------------------------------------------------------------------

// Give {items, lines, boxes, bounds}: items and lines in drawing order, boxes by node. Asked for may be a part: from
// `roots` down, without what is behind those in `cut`, and with the arguments in `only`, by what they target.
function layOut(asked = null) {
  part = asked;
  const { roots, blocks } = growBlocks();
  const outlines = new Map();
  for (let at = blocks.length - 1; at >= 0; at--) outlines.set(blocks[at], shapeOf(blocks[at], outlines));
  let row = null;
  const loose = new Set(looseBlocks(roots));
  for (const root of roots) if (!loose.has(root)) ({ row, place: root.offset } = setBeside(row, outlines.get(root), ROOT_GAP, -Infinity));
  const hanging = blocks.filter((block) => !loose.has(block));
  for (const block of hanging) block.middle = block.offset + (block.parent ? block.parent.middle : 0);
  const scene = { items: [], lines: [], boxes: new Map(), bounds: null };
  for (const block of hanging) addBoxes(scene, block);
  for (const block of hanging) addLines(scene, block);
  if (loose.size) addLoose(scene, [...loose]);
  scene.bounds = boundsOf([...scene.items, ...scene.lines]);
  part = null;
  return scene;
}

// along, across, and their extents, as a box in x and y
function turnedBox(near, start, long, wide) {
  if (isTopDown) return { x: isLeftward ? -start - wide : start, y: near, w: wide, h: long };
  return { x: isLeftward ? -near - long : near, y: start, w: long, h: wide };
}

function addBoxes(scene, block) {
  const box = turnedBox(block.near, block.middle - block.half, block.long, 2 * block.half);
  const item = { key: block.kind + block.node, kind: block.kind, node: block.node, ...box };
  scene.items.push(item);
  if (block.kind !== "panel") return void scene.boxes.set(block.node, item);
  let at = block.middle - block.half + size.panelPad;
  for (const [number, entry] of premisesOf(block.node).entries()) {
    const card = entry.again === undefined ? nodes[entry.node] : entry;
    const [long, wide] = isTopDown ? [card.h, card.w] : [card.w, card.h];
    const place = turnedBox(block.near + size.panelPad, at, long, wide);
    if (entry.again === undefined) {
      const child = { key: "card" + entry.node, kind: "card", node: entry.node, ...place };
      scene.items.push(child);
      scene.boxes.set(entry.node, child);
    } else {
      scene.items.push({ key: `again${block.node}.${number}`, kind: "again", node: entry.again, holder: block.node, entry, ...place });
    }
    at += wide + (isTopDown ? size.ampersandAcross : size.ampersandDown);
  }
}

function boundsOf(boxes) {
  const { x, y, w, h } = insideOf(boxes);
  return { x: x - 24, y: y - 24, w: w + 48, h: h + 48 };
}

function insideOf(boxes) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const box of boxes) {
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.w);
    bottom = Math.max(bottom, box.y + box.h);
  }
  return { x: left, y: top, w: right - left, h: bottom - top };
}

// --- lines ----------------------------------------------------------------------------------------------------

const point = (along, across) => {
  const [x, y] = isTopDown ? [across, along] : [along, across];
  return [isLeftward ? -x : x, y];
};
const pair = (along, across) => point(along, across).map((value) => Math.round(value * 10) / 10).join(",");

function addLines(scene, block) {
  if (block.kind === "pill") {
    if (block.panel) addLine(scene, "link", block.panel.node, [[block.near + block.long, block.middle], [block.panel.near, block.middle]]);
    for (const child of block.children) if (child.kind === "pill") addSideLine(scene, block, child);
    return;
  }
  const pills = new Map();
  for (const child of block.children) {
    const target = parents[child.node];
    if (!pills.has(target)) pills.set(target, []);
    pills.get(target).push(child);
  }
  for (const [target, group] of pills) {
    const card = scene.boxes.get(target);
    const [far, start, wide] = isTopDown ? [card.y + card.h, card.x, card.w] : [card.x + card.w, card.y, card.h];
    const ports = portsOf(group, start + wide / 2, wide);
    const edge = Math.max(far + HEAD, block.near + block.run); // lines turn where they are clear of the panel
    if (group.length > 1 && new Set(ports).size < group.length) {
      for (const [number, port] of [...new Set(ports)].entries()) {
        addTrunk(scene, group.filter((_, at) => ports[at] === port), [edge, far, port], number);
      }
      continue;
    }
    for (const [at, child] of group.entries()) {
      addLine(scene, "step", child.node, [[child.near, child.middle], [edge, ports[at]], [far + HEAD, ports[at]]], [far, ports[at]], [-1, 0]);
    }
  }
}

// Spread ports along a card's edge in the order of what arrives; too many lines share one port per relation.
function portsOf(pills, middle, wide) {
  const room = Math.max(wide - 2 * (isTopDown ? 34 : 25), 0);
  if (pills.length === 1) {
    const wanted = pills[0].middle - middle;
    return [middle + Math.max(-room / 2, Math.min(room / 2, Math.abs(wanted) <= room / 2 + 12 ? wanted : 0))];
  }
  const [least, most] = isTopDown ? [16, 48] : [12, 18];
  let groups = pills.map((_, at) => at);
  if ((pills.length - 1) * least > room) {
    const relations = [...new Set(pills.map((pill) => nodes[pill.node].relation))];
    groups = pills.map((pill) => relations.indexOf(nodes[pill.node].relation));
  }
  const count = groups[groups.length - 1];
  const pitch = count ? Math.min(most, room / count) : 0;
  return groups.map((group) => middle + pitch * (group - count / 2));
}

// Draw a way through points in (along, across): a curve first, straight after that.
function addLine(scene, kind, node, ways, tip, direction) {
  const [[u0, v0], [u1, v1]] = ways;
  const bend = Math.max(Math.abs(u0 - u1) * 0.5, 14);
  let path = `M${pair(u0, v0)}`;
  path += Math.abs(v0 - v1) < 0.5 ? `L${pair(u1, v1)}` : `C${pair(u0 - bend, v0)} ${pair(u1 + bend, v1)} ${pair(u1, v1)}`;
  if (ways[2]) path += `L${pair(...ways[2])}`;
  storeLine(scene, kind, node, path, tip ? [...ways, tip] : ways, tip, direction);
}

// Lines that share a port share a trunk: each pill has a branch to it, and the stretch from there to the next pill nearer
// to the port. A stretch knows by `outer` which pills it leads from.
function addTrunk(scene, group, [edge, far, port], number) {
  const trunk = (edge + group[0].near) / 2 - 8 * number; // trunks of several relations stand side by side
  for (const side of [-1, 1]) {
    const own = group.filter((child) => (child.middle < port ? -1 : 1) === side);
    own.sort((one, other) => side * (other.middle - one.middle)); // from the outside in
    const outer = new Map(own.map((child, at) => [child.node, at]));
    for (const [at, child] of own.entries()) {
      const next = own[at + 1], bend = Math.min(10, Math.abs(child.middle - port) / 2);
      const leave = at ? child.middle : child.middle - side * bend; // the outermost rounds its corner
      const corner = at ? `L${pair(trunk, leave)}` : `L${pair(trunk + bend, child.middle)}Q${pair(trunk, child.middle)} ${pair(trunk, leave)}`;
      storeLine(scene, "step", child.node, `M${pair(child.near, child.middle)}${corner}`, [[child.near, child.middle], [trunk, leave]]);
      const path = `M${pair(trunk, leave)}` + (next ? `L${pair(trunk, next.middle)}`
        : `L${pair(trunk, port + side * bend)}Q${pair(trunk, port)} ${pair(trunk - bend, port)}L${pair(far + HEAD, port)}`);
      const points = next ? [[trunk, leave], [trunk, next.middle]] : [[trunk, leave], [trunk, port], [far, port]];
      storeLine(scene, "trunk", child.node, path, points, next ? null : [far, port], [-1, 0]);
      Object.assign(scene.lines[scene.lines.length - 1], { outer, place: at });
    }
  }
}

// An undercut (or a backing) goes straight to the height of the pill, round the corner, and into its side.
function addSideLine(scene, pill, child) {
  const isBeside = Math.abs(child.middle - pill.middle) > pill.half + 20;
  const level = isTopDown ? pill.near + pill.long / 2 : pill.near + Math.max(pill.long / 2, pill.long - 34);
  if (!isBeside) { // the panel is folded away or missing: straight into the far edge
    const far = pill.near + pill.long;
    return addLine(scene, "step", child.node, [[child.near, child.middle], [far + HEAD, pill.middle]], [far, pill.middle], [-1, 0]);
  }
  const side = Math.sign(child.middle - pill.middle);
  const edge = pill.middle + side * pill.half;
  const path = `M${pair(child.near, child.middle)}L${pair(level + 10, child.middle)}` +
    `Q${pair(level, child.middle)} ${pair(level, child.middle - side * 10)}L${pair(level, edge + side * HEAD)}`;
  storeLine(scene, "step", child.node, path, [[child.near, child.middle], [level, edge]], [level, edge], [0, -side]);
}

function storeLine(scene, kind, node, path, points, tip, direction) {
  const xs = points.map(([u, v]) => point(u, v)[0]), ys = points.map(([u, v]) => point(u, v)[1]);
  const [x, y] = [Math.min(...xs) - 8, Math.min(...ys) - 8];
  scene.lines.push({
    key: kind + node, kind, node, path, x, y, w: Math.max(...xs) + 8 - x, h: Math.max(...ys) + 8 - y,
    head: tip ? headPoints(map.signs[nodes[node].relation].head, point(...tip), point(...direction)) : null,
  });
}

const HEAD_SHAPES = {
  triangle: [[1.5, 0], [11.5, 5.8], [11.5, -5.8]],
  bar: [[2.5, 7], [2.5, -7], [6.5, -7], [6.5, 7]],
  diamond: [[1, 0], [7, 5], [13, 0], [7, -5]],
};

function headPoints(shape, [x, y], [dx, dy]) {
  return HEAD_SHAPES[shape]
    .map(([back, aside]) => [x - dx * back - dy * aside, y - dy * back + dx * aside])
    .map((corner) => corner.map((value) => Math.round(value * 10) / 10).join(",")).join(" ");
}
