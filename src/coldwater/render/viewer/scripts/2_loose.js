// Claims that hang on nothing, set in rows below the rest: one after the other they would make a strip. As many stand
// in a row as fill a sheet best; all are as wide as the widest, but for the few that are far wider than most.

const FEWEST_LOOSE = 4;
const LOOSE_GAP = 16; // between two of them
const ABOVE_LOOSE = 56; // between them and the rest
const BROAD = 1.4; // times as wide as most: stands in the place of two
const SHEET = 1.414; // width to height

const isLoose = (node) => isClaim(node) && !isFoldable(node) && !nodes[node].thesis && !nodes[node].rival;

function looseBlocks(roots) {
  const loose = roots.filter((block) => isLoose(block.node));
  return loose.length < FEWEST_LOOSE ? [] : loose;
}

function columnsFor(rest, cards, spans, unit) {
  const high = cards.reduce((sum, card) => sum + card.h + LOOSE_GAP, 0) / cards.length;
  const total = spans.reduce((sum, span) => sum + span, 0);
  let best = null;
  for (let columns = Math.max(...new Set(spans)); columns <= total; columns++) {
    const wide = Math.max(rest.w, columns * (unit + LOOSE_GAP) - LOOSE_GAP);
    const tall = rest.h + Math.ceil(total / columns) * high;
    const size = Math.max(wide / SHEET, tall);
    if (!best || size < best.size || (size === best.size && tall < best.tall)) best = { columns, size, tall };
  }
  return best.columns;
}

// Add the boxes of blocks to a scene that has all others.
function addLoose(scene, blocks) {
  const cards = blocks.map((block) => nodes[block.node]);
  const rest = scene.items.length ? insideOf([...scene.items, ...scene.lines]) : { x: 0, y: 0, w: 0, h: -ABOVE_LOOSE };
  const widths = cards.map((card) => card.w).sort((one, other) => one - other);
  const most = BROAD * widths[Math.floor(widths.length / 2)];
  const unit = widths.filter((wide) => wide <= most).pop();
  const spans = cards.map((card) => Math.ceil((card.w + LOOSE_GAP) / (unit + LOOSE_GAP)));
  const columns = columnsFor(rest, cards, spans, unit);
  let [y, at, tall] = [rest.y + rest.h + ABOVE_LOOSE, 0, 0];
  for (const [number, block] of blocks.entries()) {
    if (at && at + spans[number] > columns) {
      [y, at, tall] = [y + tall + LOOSE_GAP, 0, 0];
    }
    const [x, w] = [rest.x + at * (unit + LOOSE_GAP), spans[number] * (unit + LOOSE_GAP) - LOOSE_GAP];
    const item = { key: `card${block.node}`, kind: "card", node: block.node, x, y, w, h: cards[number].h };
    scene.items.push(item);
    scene.boxes.set(block.node, item);
    tall = Math.max(tall, item.h);
    at += spans[number];
  }
}
