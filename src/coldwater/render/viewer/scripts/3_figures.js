// Cards, heads, boxes and lines as SVG elements. Every text of the map becomes a text node, never markup; colours and
// lines come from the style sheet by class. It knows no camera and no page.

const SVG = "http://www.w3.org/2000/svg";

function draw(name, attributes, ...content) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(key, value);
  made.append(...content);
  return made;
}

const rect = (x, y, width, height, rx, name) => draw("rect", { x, y, width, height, rx, class: name });

// A text from a place on to the right, or with an anchor as in a text that runs so, whichever way it is written itself.
function write(text, x, y, name, anchor) {
  const turned = { undefined: "end", end: "start", middle: "middle" };
  const way = isFromTheRight(text) ? { direction: "rtl", "text-anchor": turned[anchor] } : { "text-anchor": anchor };
  return draw("text", { x, y, class: name, ...way }, text);
}

// Lines in a room from x on: at its left edge, at its right one if they are written from there, or in its middle.
function writeLines(lines, x, y, leading, name, wide, isCentred) {
  const fromTheRight = isFromTheRight(lines.join(" "));
  const start = isCentred ? x + wide / 2 : fromTheRight ? x + wide : x;
  const spans = lines.map((line, at) => draw("tspan", { x: start, y: y + at * leading }, line));
  return draw("text", { class: name, "text-anchor": isCentred ? "middle" : undefined, direction: fromTheRight ? "rtl" : undefined, lang: map.language }, ...spans);
}

// Places within a box, from the edge where reading begins; and texts that begin or end there.
const inward = (entry, x, run = 0) => (isLeftward ? entry.w - x - run : x);
const writeAt = (entry, text, x, y, name, isEnd = false) => write(text, inward(entry, x), y, name, isEnd !== isLeftward ? "end" : undefined);

const STRIPE_AT = 4.2; // px from the edge of a card
const figureOf = {
  card: (item) => (nodes[item.node].thesis ? thesisFigure(nodes[item.node]) : cardFigure({ ...nodes[item.node], w: item.w }, item.node)),
  pill: (item) => headFigure(nodes[item.node]),
  panel: (item) => boxFigure(item),
  again: (item) => againFigure(item.entry, nodes[item.node].verdict),
};

function figure(item) {
  const group = draw("g", {}, ...figureOf[item.kind](item));
  group.dataset.node = item.node;
  return group;
}

function thesisFigure(entry) {
  const stances = entry.stances || [];
  const [leading, letters] = entry.running ? [size.longLeading, size.longSize] : [size.thesisLeading, size.thesisSize];
  const used = entry.lines.length * leading + (entry.mark ? 14 : 0) + (stances.length ? size.stanceRow : 0);
  const boxHeight = entry.h - rowsHeight(entry);
  const textHeight = boxHeight - (entry.verdict ? judging.strip : 0);
  const first = (textHeight - used) / 2 + leading * 0.5 + letters * 0.33;
  const pad = entry.running ? size.thesisPad : 0;
  const parts = [
    rect(0, 0, entry.w, entry.h, 9, "thesis"),
    writeLines(entry.lines, pad, first, leading, `thesis-text${entry.running ? " running" : ""}`, entry.w - 2 * pad, !entry.running),
  ];
  if (entry.mark) parts.push(write(entry.mark, entry.w / 2, textHeight - 11, "thesis-foot", "middle"));
  const row = textHeight - (entry.mark ? 25 : 11) - size.stanceSize / 2;
  parts.push(...stanceRow(stances, (entry.w - stancesRun(stances)) / 2, row, "on-thesis"));
  return [...parts, ...(entry.verdict ? stripParts(entry, textHeight, boxHeight) : []), ...rowParts(entry)];
}

function cardFigure(entry, node) {
  const foot = entry.h - rowsHeight(entry) - 9;
  const stances = entry.stances || [];
  const parts = [
    rect(0, 0, entry.w, entry.h, entry.rival ? 9 : 5, `card ${entry.rival ? "rival" : entry.relation || "neutral"}${entry.implicit ? " implicit" : ""}`),
    ...(entry.rival ? [] : stripeFigures(node, entry)), claimText(entry),
    ...stanceRow(stances, inward(entry, size.cardPad, stances.length ? stancesRun(stances) : 0), foot + 9 - size.cardFoot - size.stanceSize / 2 + 1),
    ...footParts(entry, entry.foot, entry.verdict, foot, "foot"),
  ];
  if (entry.mark) parts.push(writeAt(entry, entry.mark, entry.w - size.cardPad, foot, "foot", true));
  return [...parts, ...rowParts(entry)];
}

// Which side a claim is on, at the edge of its card: a bar for the thesis, a broken one against it, half of each for both.
function stripeFigures(node, { w, h }) {
  const x = isLeftward ? w - STRIPE_AT : STRIPE_AT;
  const bar = (from, to, side) => draw("path", { d: `M${x} ${from}V${to}`, class: `stripe ${side}` });
  return { [PRO]: () => [bar(6, h - 6, "pro")], [CON]: () => [bar(6, h - 6, "con")], [PRO + CON]: () => [bar(6, h / 2 - 1, "pro"), bar(h / 2 + 1, h - 6, "con")] }[sides[node]]?.() ?? [];
}

const stripePath = ({ node, x, y, w, h }) => `M${isLeftward ? x + w - STRIPE_AT : x + STRIPE_AT} ${y + 4}v${h - 8}`;

function claimText(entry) {
  const first = size.cardTop + size.claimLeading * 0.5 + size.claimSize * 0.33;
  return writeLines(entry.lines, size.cardPad, first, size.claimLeading, `claim-text${entry.implicit ? " implicit" : ""}`, entry.w - 2 * size.cardPad);
}

// A claim that is drawn elsewhere: a marked reference that leads there.
function againFigure(entry, verdict) {
  return [
    rect(0, 0, entry.w, entry.h, 5, "again-box"),
    claimText({ lines: entry.lines, implicit: nodes[entry.again].implicit, w: entry.w }),
    ...footParts(entry, entry.foot, verdict, entry.h - 9, "foot again-foot"),
  ];
}

// The head of a box: badge, word, title; at its end what is cited, and the verdict.
function headFigure(entry) {
  const [radius, middle, sign] = [size.headBadge / 2, size.headHeight / 2, map.signs[entry.relation]];
  const x = size.headPad + radius;
  const parts = [
    rect(0, 0, entry.w, entry.h, 8, "head-room"),
    draw("circle", { cx: inward(entry, x), cy: middle, r: radius, class: `badge ${entry.relation}` }),
    write(sign.badge, inward(entry, x), middle + 4.6, "badge-sign", "middle"),
    writeAt(entry, sign.word, x + radius + 6, middle + size.wordSize * 0.33, `pill-word ${entry.relation}`),
    titleFigure(entry, sign, middle),
  ];
  const baseline = middle + size.footSize * 0.33;
  let end = entry.w - size.cardPad;
  if (entry.verdict) {
    const run = sealRun(entry.verdict);
    parts.push(sealRow(entry.verdict, inward(entry, end - run, run), baseline));
    end -= run + 9;
  }
  if (entry.mark) parts.push(writeAt(entry, entry.mark, end, baseline, "foot", true));
  return [...parts, ...rowParts(entry, entry.relation)];
}

// A title stands beside the word, or whole in lines below.
function titleFigure(entry, sign, middle) {
  if (!entry.spread) return writeAt(entry, entry.lines[0], sign.start, middle + size.titleSize * 0.33, "pill-title");
  const first = size.headHeight + size.headLeading * 0.5 + 1.5;
  const fromTheRight = isLeftward || isFromTheRight(entry.lines.join(" "));
  const start = fromTheRight ? entry.w - size.cardPad : size.cardPad;
  const spans = entry.lines.map((line, at) => draw("tspan", { x: start, y: first + at * size.headLeading }, line));
  const isWritten = isFromTheRight(entry.lines.join(" "));
  return draw("text", { class: "pill-title", direction: isWritten ? "rtl" : undefined, "text-anchor": fromTheRight && !isWritten ? "end" : undefined, lang: map.language }, ...spans);
}

// The ground of an argument's box, with "&" between premises.
function boxFigure(item) {
  const { relation, panel } = nodes[item.node];
  const parts = [rect(0, 0, item.w, item.h, 8, `panel ${relation}`)];
  if (!item.isOpen) return parts;
  for (const { x, y, w, h } of insideBox(item.node).slice(0, -1)) {
    const at = panel.stacked ? [panel.w / 2, y + h + size.ampersandDown / 2 + 4.5] : [inward(panel, x + w + size.ampersandAcross / 2), y + h / 2 + 5];
    parts.push(write("&", ...at, `ampersand ${relation}${panel.stacked ? " small" : ""}`, "middle"));
  }
  return parts;
}

// --- rows below the foot: what a claim contradicts, and what an argument targets that is elsewhere ---------------------------------------------------------------

const rowsHeight = (entry) => (entry.chips ? entry.chips.length * size.chipRow : 0);

function rowParts(entry, relation = "contradicts") {
  return (entry.chips || []).map((chip, at) => {
    const x = entry.thesis ? (entry.w - chip.w) / 2 : inward(entry, size.cardPad, chip.w);
    return chipFigure({ ...chip, x, y: entry.h - rowsHeight(entry) + at * size.chipRow - 2 }, relation);
  });
}

function chipFigure(chip, relation) {
  const group = draw("g", { class: "chip", transform: `translate(${chip.x} ${chip.y})` },
    rect(0, 0, chip.w, 18, 9, `chip-box ${relation}`), write(chip.text, 9, 12.6, `chip-text ${relation}`));
  group.dataset.to = chip.to;
  return group;
}

// --- verdicts, where they are shown: a mark without a colour of its own, and a word ---------------------------------

const sealRun = (verdict) => judging.sealSize + 4 + judging.wordWidths[verdict.verdict];

// The mark alone, around a place.
function sealFigure({ verdict }, x, y, scale = 1) {
  const shapes = {
    in: () => [draw("circle", { r: 6 }), draw("path", { d: "M-2.7 .2-.8 2.2 2.8-2.3" })],
    out: () => [draw("circle", { r: 5.4 }), draw("path", { d: "M-2.1-2.1 2.1 2.1M-2.1 2.1 2.1-2.1" })],
    undecided: () => [draw("circle", { r: 5.4 }), write("?", 0, 3.3, "seal-sign", "middle")],
  };
  return draw("g", { class: `seal ${verdict}`, transform: `translate(${x} ${y}) scale(${scale})` }, ...shapes[verdict]());
}

function sealRow(verdict, x, baseline) {
  const half = judging.sealSize / 2;
  return draw("g", { class: "verdict" }, sealFigure(verdict, x + half, baseline - 3.3), write(verdict.word, x + 2 * half + 4, baseline, "verdict-text"));
}

function footParts(entry, text, verdict, foot, name) {
  if (!verdict) return [writeAt(entry, text, size.cardPad, foot, name)];
  const run = sealRun(verdict);
  return [sealRow(verdict, inward(entry, size.cardPad, run), foot), writeAt(entry, text, size.cardPad + run + judging.sealGap, foot, name)];
}

// The strip at the foot of the thesis: its verdict, large, and why.
function stripParts(entry, top, bottom) {
  const middle = entry.w / 2;
  const start = middle - judging.stripWidths[entry.verdict.verdict] / 2;
  return [
    draw("path", { d: `M.7 ${top}H${entry.w - 0.7}V${bottom - 9}a8.3 8.3 0 0 1-8.3 8.3H9a8.3 8.3 0 0 1-8.3-8.3Z`, class: "strip" }),
    sealFigure(entry.verdict, start + judging.stripMark / 2, top + 19, judging.stripMark / judging.sealSize),
    write(entry.verdict.word.toUpperCase(), start + judging.stripMark + judging.stripGap, top + 23.7, "strip-word"),
    writeLines(entry.verdict.whyLines, 0, top + 43, judging.reasonLeading, "strip-reason", entry.w, true),
  ];
}

// --- what is laid over a figure --------------------------------------------------------------------------------

function ringFigure(item, name) {
  const room = { selected: 4, tried: 6 }[name] || 3;
  const box = item.whole || item; // the ring of an argument is around its premises, too
  return rect(box.x - room, box.y - room, box.w + 2 * room, box.h + 2 * room, 9, `ring ${name}`);
}

function stepFigure(box, number) {
  const radius = 10;
  return draw("g", { class: "step", transform: `translate(${box.x + 4} ${box.y - 4})` },
    draw("circle", { r: radius, class: "step-ground" }), write(String(number), 0, 4, "step-number", "middle"));
}

// Where the handle of a node stands: its middle, in px of the drawing. That of a claim at the end of its lower edge, that
// of an argument where what it hides will be, and at the end of its upper edge where there is nothing to unfold.
function handlePlace(box) {
  const half = handleHalf(box.node);
  const [edge, out] = isLeftward ? [box.x, -1] : [box.x + box.w, 1];
  if (box.kind !== "pill") return [edge - (4 + half) * out, box.y + box.h + 3];
  if (!folded.has(box.node)) return [edge - 14 * out, box.y];
  return isTopDown ? [box.x + box.w / 2, box.y + box.h + 11] : [edge + (4.5 + half) * out, box.y + size.headHeight / 2];
}

const handleHalf = (node) => (folded.has(node) ? 5 + 3.6 * foldWord(node).length : 7.5);

// What a fold says: how many arguments it hides; only premises, dots.
const foldWord = (node) => (behind[node] ? `+${behind[node]}` : "+…");

function handleFigure(box) {
  const isFolded = folded.has(box.node);
  const half = handleHalf(box.node);
  const [x, y] = handlePlace(box);
  const relation = nodes[box.node].relation || "neutral";
  const group = draw("g", { class: `handle ${isFolded ? "closed" : "open"} ${relation}`, transform: `translate(${x} ${y})` },
    rect(-half, -8, 2 * half, 16, 8, `handle-box ${relation}`),
    write(isFolded ? foldWord(box.node) : "−", 0, 4, `handle-text ${relation}`, "middle"));
  group.dataset.node = box.node;
  return group;
}

// --- lines ----------------------------------------------------------------------------------------------------

function lineFigure(line) {
  const relation = nodes[line.node].relation;
  const isLong = Math.max(line.w, line.h) > 9000; // millions of dashes would take seconds to paint
  const parts = [draw("path", { d: line.path, class: `line ${relation}${isLong ? " long" : ""}` })];
  if (line.head) parts.push(draw("polygon", { points: line.head, class: `head ${relation}` }));
  return draw("g", {}, ...parts);
}

const outlineOf = (box) => `M${box.x} ${box.y}h${box.w}v${box.h}h${-box.w}z`;
