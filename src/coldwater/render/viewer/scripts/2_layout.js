// From the tree as it is folded to boxes and lines. It knows no elements.
//
// A tidy tree with boxes of any size (after van der Ploeg 2014, written from memory, with outlines as stacks): each
// subtree stands as close to its elder siblings as their outlines allow. Linear time, no recursion. "Along" leads
// from the thesis to the leaves, "across" is the other direction; both become x and y at the very end.

const HEAD = 9; // a line ends this far before its head's box
const ROOT_GAP = 70;
const [MORE_STEP, MOST_STEP] = [2, 22]; // more to the children for each beyond the second
const [LANE, LANE_ROOM, TURN] = [14, 26, 9]; // beside a box, for lines to its head; and below it, where they turn
const CORNER = 11; // px from a corner to the first line that arrives
const HANDLE_ROOM = 34; // and from the corner where a handle is
const STRAIGHT = 5; // px that a line would bend for nothing
const DEEP = 8; // steps; in a deeper tree straight lines would make it wander off
let size, isTopDown;
let STEP_GAP; // from a box to those that target what is in it
let SIBLING_GAP, FAMILY_GAP; // between what hangs below the same parent, and below different ones
let PORT_GAP; // between lines that arrive side by side
let part = null; // what is laid out, where it is not all: {roots, cut, only}

function readMeasures() {
  [size, isTopDown] = [map.measures, map.topDown];
  [STEP_GAP, SIBLING_GAP, FAMILY_GAP, PORT_GAP] = isTopDown ? [46, 22, 34, 22] : [40, 15, 24, 20];
}

// Whether what is behind a node is not laid out, and those of the arguments below it that are.
const isShut = (node) => folded.has(node) || (part !== null && part.cut.has(node));
const laidOutBelow = (node) => (isShut(node) ? [] : part === null || !part.only.has(node) ? argumentsOf(node) : part.only.get(node));

// --- blocks: cards that stand alone, and the boxes of arguments: a head, and the premises below it -----------------

function makeBlock(node, parent) {
  const isOpen = !isClaim(node) && !folded.has(node) && Boolean(nodes[node].panel);
  const shape = isOpen ? nodes[node].panel : nodes[node];
  const [long, wide] = isTopDown ? [shape.h, shape.w] : [shape.w, shape.h];
  return { kind: isClaim(node) ? "card" : "box", node, parent, isOpen, long, half: wide / 2, room: wide / 2, children: [], near: 0, start: 0, offset: 0, middle: 0 };
}

// What is in an open box: {entry, x, y, w, h}, from the corner where reading begins.
function insideBox(node) {
  const { panel, h: high } = nodes[node];
  let [x, y] = [size.boxPad, high];
  return panel.items.map((entry) => {
    const card = entry.again === undefined ? nodes[entry.node] : entry;
    const place = { entry, x, y, w: card.w, h: card.h };
    if (panel.stacked) y += card.h + size.ampersandDown;
    else x += card.w + size.ampersandAcross;
    return place;
  });
}

// How far across a line leaves the head of a block, or reaches a node in it, from the block's middle.
const headLevel = (block) => (block.kind === "card" || isTopDown ? 0 : size.headHeight / 2 - block.half);

function levelIn(block, node) {
  if (node === block.node) return headLevel(block);
  const { x, y, w, h } = insideBox(block.node).find(({ entry }) => entry.node === node);
  return (isTopDown ? x + w / 2 : y + h / 2) - block.half;
}

// The arguments that hang below a block, in order. From the top down, what undercuts goes in at the side, and last.
function argumentsBelow(block) {
  const own = laidOutBelow(block.node);
  if (!block.isOpen) return own;
  const ofPremises = premisesOf(block.node).flatMap((item) => (item.again === undefined ? laidOutBelow(item.node) : []));
  if (!isTopDown) return [...own, ...ofPremises];
  const isAside = (node) => nodes[node].relation === "undercuts";
  return [...own.filter((node) => !isAside(node)), ...ofPremises, ...own.filter(isAside)];
}

function growBlocks() {
  const blocks = [];
  const roots = (part === null ? map.roots : part.roots).map((node) => makeBlock(node, null));
  const waiting = [...roots].reverse();
  while (waiting.length) {
    const block = waiting.pop();
    blocks.push(block);
    if (block.parent) block.near = block.parent.start;
    block.children = argumentsBelow(block).map((node) => makeBlock(node, block));
    block.start = block.near + block.long + STEP_GAP + Math.min(Math.max(block.children.length - 2, 0) * MORE_STEP, MOST_STEP);
    if (block.children.some((child) => isBarred(block, child))) block.room += LANE_ROOM;
    for (let at = block.children.length - 1; at >= 0; at--) waiting.push(block.children[at]);
  }
  return { roots, blocks };
}

// Whether premises stand between the head of a box and what targets it.
const isBarred = (block, child) => isTopDown && block.isOpen && parents[child.node] === block.node;

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

function setBeside(row, next, gap) {
  if (!row) return { row: next, place: 0 };
  const { need, i, j } = clearance(row, next, gap);
  return { row: joined(row, next, need, i, j), place: need };
}

// Fill in the offsets of a block's children, so that the lines of the first and the last are as straight as they can
// be, and give the outline of it all.
function shapeOf(block, outlines) {
  let row = null;
  for (const child of block.children) {
    ({ row, place: child.offset } = setBeside(row, outlines.get(child), SIBLING_GAP));
    outlines.delete(child);
  }
  const end = block.near + block.long;
  if (!row) return { left: [{ end: end + SIBLING_GAP, at: -block.room }], leftShift: 0, right: [{ end: end + SIBLING_GAP, at: block.room }], rightShift: 0 };
  const [first, last] = [block.children[0], block.children[block.children.length - 1]];
  const middle = (first.offset + strain(block, first) + last.offset + strain(block, last)) / 2;
  for (const child of block.children) child.offset -= middle;
  row.leftShift -= middle;
  row.rightShift -= middle;
  push(row, block.start, Math.min(-block.room, first.offset), Math.max(block.room, last.offset));
  push(row, end, -block.room, block.room);
  return row;
}

const strain = (block, child) => (deepestLevel > DEEP || isBarred(block, child) ? 0 : headLevel(child) - levelIn(block, parents[child.node]));

function push(row, end, low, high) {
  row.left.push({ end, at: low - row.leftShift });
  row.right.push({ end, at: high - row.rightShift });
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
  for (const root of roots) if (!loose.has(root)) ({ row, place: root.offset } = setBeside(row, outlines.get(root), ROOT_GAP));
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
  const { node, near, middle, half, long } = block;
  const box = turnedBox(near, middle - half, long, 2 * half);
  if (block.kind === "card") return addItem(scene, { key: `card${node}`, kind: "card", node, ...box });
  const inner = (x, y, w, h) => (isTopDown ? turnedBox(near + y, middle - half + x, h, w) : turnedBox(near + x, middle - half + y, w, h));
  scene.items.push({ key: `panel${node}`, kind: "panel", node, isOpen: block.isOpen, ...box });
  scene.items.push({ key: `pill${node}`, kind: "pill", node, ...inner(0, 0, nodes[node].w, nodes[node].h), whole: box });
  scene.boxes.set(node, scene.items[scene.items.length - 1]);
  if (!block.isOpen) return undefined;
  for (const [number, { entry, x, y, w, h }] of insideBox(node).entries()) {
    const place = inner(x, y, w, h);
    if (entry.again === undefined) addItem(scene, { key: `card${entry.node}`, kind: "card", node: entry.node, ...place });
    else scene.items.push({ key: `again${node}.${number}`, kind: "again", node: entry.again, holder: node, entry, ...place });
  }
  return undefined;
}

function addItem(scene, item) {
  scene.items.push(item);
  scene.boxes.set(item.node, item);
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
  const groups = new Map();
  for (const child of block.children) {
    child.port = child.middle + headLevel(child);
    const target = parents[child.node];
    if (isBarred(block, child)) addLaneLine(scene, block, child);
    else groups.set(target, [...(groups.get(target) || []), child]);
  }
  for (const [target, group] of groups) {
    const { far, low, high } = sideOf(scene, block, target);
    const ports = portsOf(group, low, high);
    const edge = Math.max(far + HEAD, block.near + block.long); // lines turn where they are clear of the box
    if (new Set(ports).size < group.length) {
      for (const [number, port] of [...new Set(ports)].entries()) {
        addTrunk(scene, group.filter((_, at) => ports[at] === port), [edge, far, port], number);
      }
      continue;
    }
    for (const [at, child] of group.entries()) {
      addLine(scene, child.node, [[child.near, child.port], [edge, ports[at]], [far + HEAD, ports[at]]], [far, ports[at]], [-1, 0]);
    }
  }
}

// The side of a node that lines arrive at: where it is along, and from where to where across they may.
function sideOf(scene, block, target) {
  if (target === block.node && block.kind === "box") {
    const middle = block.middle + headLevel(block);
    const half = isTopDown ? block.half - CORNER : size.headHeight / 4;
    return { far: block.near + block.long, low: middle - half, high: middle + half };
  }
  const box = scene.boxes.get(target);
  const [start, wide] = isTopDown ? [isLeftward ? -box.x - box.w : box.x, box.w] : [box.y, box.h];
  const far = isTopDown ? box.y + box.h : isLeftward ? -box.x : box.x + box.w;
  return { far, low: start + CORNER, high: start + wide - (isTopDown ? HANDLE_ROOM : CORNER) };
}

// Spread lines over a side in the order in which they come; of too many, those of one relation arrive as one.
function portsOf(group, low, high) {
  let [places, count] = [group.map((_, at) => at), group.length];
  if (count > size.mostPorts || (count - 1) * PORT_GAP > high - low + 0.01) {
    const relations = [...new Set(group.map((child) => nodes[child.node].relation))];
    places = group.map((child) => relations.indexOf(nodes[child.node].relation));
    count = relations.length;
  }
  if (count === 1) {
    const ahead = group.reduce((sum, child) => sum + child.port, 0) / group.length;
    return group.map(() => Math.max(low, Math.min(high, ahead)));
  }
  return group.map((child, at) => {
    const port = low + ((high - low) * (places[at] + 0.5)) / count;
    return count === group.length && Math.abs(child.port - port) < STRAIGHT ? child.port : port;
  });
}

// Draw a way through points in (along, across): a curve first, straight after that.
function addLine(scene, node, ways, tip, direction) {
  const [[u0, v0], [u1, v1]] = ways;
  const bend = Math.max(Math.abs(u0 - u1) * 0.5, 14);
  let path = `M${pair(u0, v0)}`;
  path += Math.abs(v0 - v1) < 0.5 ? `L${pair(u1, v1)}` : `C${pair(u0 - bend, v0)} ${pair(u1 + bend, v1)} ${pair(u1, v1)}`;
  if (ways[2]) path += `L${pair(...ways[2])}`;
  storeLine(scene, "step", node, path, [...ways, tip], tip, direction);
}

// Lines that share a port share a trunk: each pill has a branch to it, and the stretch from there to the next pill nearer
// to the port. A stretch knows by `outer` which pills it leads from.
function addTrunk(scene, group, [edge, far, port], number) {
  const trunk = (edge + group[0].near) / 2 + 4 - 8 * number; // trunks of several relations stand side by side
  for (const side of [-1, 1]) {
    const own = group.filter((child) => (child.port < port ? -1 : 1) === side);
    own.sort((one, other) => side * (other.port - one.port)); // from the outside in
    const outer = new Map(own.map((child, at) => [child.node, at]));
    for (const [at, child] of own.entries()) {
      const next = own[at + 1], bend = Math.min(10, Math.abs(child.port - port) / 2);
      const leave = at ? child.port : child.port - side * bend; // the outermost rounds its corner
      const corner = at ? `L${pair(trunk, leave)}` : `L${pair(trunk + bend, child.port)}Q${pair(trunk, child.port)} ${pair(trunk, leave)}`;
      storeLine(scene, "step", child.node, `M${pair(child.near, child.port)}${corner}`, [[child.near, child.port], [trunk, leave]]);
      const path = `M${pair(trunk, leave)}` + (next ? `L${pair(trunk, next.port)}`
        : `L${pair(trunk, port + side * bend)}Q${pair(trunk, port)} ${pair(trunk - bend, port)}L${pair(far + HEAD, port)}`);
      const points = next ? [[trunk, leave], [trunk, next.port]] : [[trunk, leave], [trunk, port], [far, port]];
      storeLine(scene, "trunk", child.node, path, points, next ? null : [far, port], [-1, 0]);
      Object.assign(scene.lines[scene.lines.length - 1], { outer, place: at });
    }
  }
}

// A line to the head of a box, past its premises: to the far end of the box, along its side, and into the side of its
// head. What undercuts comes in at one side, what backs at the other.
function addLaneLine(scene, block, child) {
  const side = nodes[child.node].relation === "undercuts" ? 1 : -1;
  const [level, edge] = [block.near + size.headHeight / 2, block.middle + side * block.half];
  const [turn, lane] = [block.near + block.long + TURN, edge + side * LANE];
  const ways = [[child.near, child.port], [turn, child.port], [turn, lane], [level, lane], [level, edge + side * HEAD]];
  storeLine(scene, "step", child.node, roundedPath(ways), [...ways, [level, edge]], [level, edge], [0, -side]);
}

// A way of straight lines with round corners.
function roundedPath(ways) {
  let path = `M${pair(...ways[0])}`;
  for (let at = 1; at < ways.length - 1; at++) {
    const [[u0, v0], [u, v], [u1, v1]] = ways.slice(at - 1, at + 2);
    const [before, after] = [Math.abs(u - u0) + Math.abs(v - v0), Math.abs(u1 - u) + Math.abs(v1 - v)];
    const radius = Math.min(9, before / 2, after / 2);
    if (radius < 0.5) path += `L${pair(u, v)}`;
    else path += `L${pair(u - (u - u0) * radius / before, v - (v - v0) * radius / before)}Q${pair(u, v)} ${pair(u + (u1 - u) * radius / after, v + (v1 - v) * radius / after)}`;
  }
  return `${path}L${pair(...ways[ways.length - 1])}`;
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
