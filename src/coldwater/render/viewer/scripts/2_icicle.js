// The whole case as blocks: the theses at the edge, behind each argument those that bear on it, as high as they have
// leaves. It is the small picture in the corner, and what the map becomes when it is too small to be read.

let iceBlocks = []; // {node, column, from, to} in reading order; from and to count leaves
let iceLeaves = 1, iceColumns = 1;
const ICE_SIZE = 12.5, ICE_LEADING = 15;
const LEAST_ICE = 10.5; // px of a block with words
const measuring = document.createElement("canvas").getContext("2d");

const hasBlock = (node) => !isClaim(node) || (parents[node] < 0 && argumentsOf(node).length > 0);

function findBlocks() {
  iceBlocks = [];
  const found = new Int32Array(nodes.length).fill(-1); // by node the block that holds it
  let next = 0;
  for (const node of readingOrder) {
    const above = parents[node] < 0 ? -1 : found[parents[node]];
    if (!hasBlock(node)) {
      found[node] = above;
      continue;
    }
    if (above >= 0) iceBlocks[above].isLeaf = false;
    found[node] = iceBlocks.length;
    iceBlocks.push({ node, above, column: above < 0 ? 0 : iceBlocks[above].column + 1, isLeaf: true, from: 0, to: 0 });
  }
  for (const block of iceBlocks) block.from = block.isLeaf ? next++ : -1;
  for (let at = iceBlocks.length - 1; at >= 0; at--) {
    const block = iceBlocks[at];
    if (block.isLeaf) block.to = block.from + 1;
    if (block.above < 0) continue;
    const above = iceBlocks[block.above];
    above.from = above.from < 0 ? block.from : Math.min(above.from, block.from);
    above.to = Math.max(above.to, block.to);
  }
  iceLeaves = Math.max(next, 1);
  iceColumns = iceBlocks.reduce((most, block) => Math.max(most, block.column + 1), 1);
}

// Where the blocks are in a room: the first column is narrow, and columns that would be too narrow are left out.
function icePlan(wide, high, leastColumn) {
  const shown = Math.max(2, Math.min(iceColumns, Math.floor(wide / leastColumn)));
  const first = Math.min(wide / shown, Math.max(wide / 9, leastColumn * 0.8));
  const other = shown > 1 ? (wide - first) / (Math.min(shown, iceColumns) - 1 || 1) : wide;
  const start = (column) => (column ? first + (column - 1) * other : 0);
  const unit = high / iceLeaves;
  const boxes = [];
  for (const block of iceBlocks) {
    if (block.column >= shown) continue;
    const box = { node: block.node, x: start(block.column), y: block.from * unit, w: (block.column ? other : first) - 1.5, h: (block.to - block.from) * unit };
    if (box.h < 0.7 && boxes.length && boxes[boxes.length - 1].x === box.x && box.y + box.h - boxes[boxes.length - 1].y < 1.4) continue;
    if (isLeftward) box.x = wide - box.x - box.w;
    box.isLast = block.column === shown - 1 && iceColumns > shown;
    boxes.push({ ...box, h: Math.max(box.h - Math.min(1.5, box.h / 4), 0.7) });
  }
  return boxes;
}

const iceLook = ({ node }) => {
  const entry = nodes[node];
  const kind = isClaim(node) ? (entry.rival ? "rival" : "thesis") : entry.relation;
  return `ice ${kind}${entry.verdict && entry.verdict.isOut ? " is-out" : ""}${brought && !onTheWay.has(node) ? " dim" : ""}`;
};

// One path for all blocks of a look.
function iceFigures(boxes) {
  const groups = new Map();
  for (const box of boxes) {
    const look = iceLook(box);
    groups.set(look, `${groups.get(look) || ""}M${box.x.toFixed(1)} ${box.y.toFixed(1)}h${box.w.toFixed(1)}v${box.h.toFixed(1)}h${(-box.w).toFixed(1)}z`);
  }
  return [...groups].map(([look, path]) => draw("path", { d: path, class: look }));
}

function iceWords(box) {
  const room = box.w - 16;
  if (box.h < LEAST_ICE || room < 40) return [];
  const entry = nodes[box.node];
  const count = box.isLast && behind[box.node] ? ` +${behind[box.node]}` : "";
  const sign = isClaim(box.node) ? "" : `${map.signs[entry.relation].badge} `;
  const fontSize = Math.min(ICE_SIZE, box.h - 1.5);
  const lines = iceLines(`${sign}${entry.text}`, room, Math.max(1, Math.min(5, Math.floor((box.h - 2) / ICE_LEADING))), count, fontSize);
  const fromTheRight = isFromTheRight(entry.text);
  const first = box.y + Math.min((box.h - lines.length * ICE_LEADING) / 2, 46) + ICE_LEADING / 2 + fontSize * 0.34;
  const spans = lines.map((line, at) => draw("tspan", { x: fromTheRight ? box.x + box.w - 8 : box.x + 8, y: first + at * ICE_LEADING }, line));
  const look = isClaim(box.node) && !entry.rival ? "ice-words on-thesis" : `ice-words${brought && !onTheWay.has(box.node) ? " dim" : ""}`;
  return [draw("text", { class: look, "font-size": fontSize, lang: map.language, direction: fromTheRight ? "rtl" : undefined }, ...spans)];
}

// Break a text into at most so many lines; what has no room is told of by dots.
function iceLines(text, room, most, end, fontSize) {
  measuring.font = `600 ${fontSize}px ${getComputedStyle(document.body).fontFamily}`;
  const wide = (line) => measuring.measureText(line).width;
  const parts = text.split(/(?<=[\s\u2000-\u200a\u3000-\u9fff\uac00-\ud7af\uff00-\uffef])/u);
  const lines = [""];
  for (let at = 0; at < parts.length; at++) {
    const longer = lines[lines.length - 1] + parts[at];
    if (!lines[lines.length - 1] || wide(longer.trimEnd()) <= room) lines[lines.length - 1] = longer;
    else if (lines.length < most) lines.push(parts[at]);
    else {
      lines[lines.length - 1] += "…";
      break;
    }
  }
  const last = lines.length - 1;
  const cut = (line) => {
    let letters = [...line.trimEnd()];
    while (letters.length > 1 && wide(`${letters.join("")}…`) > room) letters = letters.slice(0, -1);
    return `${letters.join("")}…`;
  };
  const fitted = lines.map((line) => (wide(line.trimEnd()) > room ? cut(line.replace(/…$/, "")) : line.trimEnd()));
  if (end && wide(fitted[last] + end) <= room) fitted[last] += end;
  return fitted;
}
