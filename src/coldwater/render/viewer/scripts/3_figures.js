// Cards, pills, panels and lines as SVG elements. Every text of the map becomes a text node, never markup; colours and
// lines come from the style sheet by class. It knows no camera and no page.

const SVG = "http://www.w3.org/2000/svg";

function draw(name, attributes, ...content) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(key, value);
  made.append(...content);
  return made;
}

const rect = (x, y, width, height, rx, name) => draw("rect", { x, y, width, height, rx, class: name });
const write = (text, x, y, name, anchor) => draw("text", { x, y, class: name, "text-anchor": anchor }, text);

function writeLines(lines, x, y, leading, name, anchor) {
  const spans = lines.map((line, at) => draw("tspan", { x, y: y + at * leading }, line));
  return draw("text", { class: name, "text-anchor": anchor, lang: map.language }, ...spans);
}

const figureOf = {
  card: (item) => (nodes[item.node].thesis ? thesisFigure(nodes[item.node]) : cardFigure(nodes[item.node])),
  pill: (item) => pillFigure(nodes[item.node]),
  panel: (item) => panelFigure(item),
  again: (item) => againFigure(item.entry),
};

function figure(item) {
  const group = draw("g", {}, ...figureOf[item.kind](item));
  group.dataset.node = item.node;
  return group;
}

function thesisFigure(entry) {
  const used = entry.lines.length * size.thesisLeading + (entry.mark ? 14 : 0);
  const boxHeight = entry.h - rowsHeight(entry);
  const first = (boxHeight - used) / 2 + size.thesisLeading * 0.5 + size.thesisSize * 0.33;
  const parts = [
    rect(0, 0, entry.w, entry.h, 9, "thesis"),
    writeLines(entry.lines, entry.w / 2, first, size.thesisLeading, "thesis-text", "middle"),
  ];
  if (entry.mark) parts.push(write(entry.mark, entry.w / 2, boxHeight - 11, "thesis-foot", "middle"));
  return [...parts, ...verdictParts(entry, size.cardPad, boxHeight - 9), ...rowParts(entry)];
}

function cardFigure(entry) {
  const foot = entry.h - rowsHeight(entry) - 9;
  const parts = [
    rect(0, 0, entry.w, entry.h, 5, `card ${entry.relation || "neutral"}${entry.implicit ? " implicit" : ""}`),
    claimText(entry),
    write(entry.foot, size.cardPad, foot, "foot"),
  ];
  if (entry.mark) parts.push(write(entry.mark, entry.w - size.cardPad, foot, "foot", "end"));
  return [...parts, ...verdictParts(entry, size.cardPad + entry.footWidth + 10, foot), ...rowParts(entry)];
}

function claimText(entry) {
  const first = size.cardTop + size.claimLeading * 0.5 + size.claimSize * 0.33;
  return writeLines(entry.lines, size.cardPad, first, size.claimLeading, `claim-text${entry.implicit ? " implicit" : ""}`);
}

// A claim that is drawn elsewhere: a marked reference that leads there.
function againFigure(entry) {
  return [
    rect(0, 0, entry.w, entry.h, 5, "again-box"),
    claimText({ lines: entry.lines, implicit: nodes[entry.again].implicit }),
    write(entry.foot, size.cardPad, entry.h - 9, "foot again-foot"),
  ];
}

function pillFigure(entry) {
  const [radius, sign] = [size.pillHeight / 2, map.signs[entry.relation]];
  const baseline = radius + size.pillTitleSize * 0.33;
  const parts = [
    rect(0, 0, entry.w, size.pillHeight, radius, `pill ${entry.relation}`),
    draw("circle", { cx: radius, cy: radius, r: radius, class: `badge ${entry.relation}` }),
    write(sign.badge, radius, radius + 5.6, "badge-sign", "middle"),
    write(sign.word, size.pillHeight + 6, radius + size.pillWordSize * 0.33, `pill-word ${entry.relation}`),
    write(entry.title, sign.start, baseline, "pill-title"),
  ];
  let x = sign.start + entry.titleWidth + 9;
  if (entry.mark) parts.push(write(entry.mark, x, baseline, "foot"));
  if (entry.verdict) parts.push(write(`${entry.verdict.mark} ${entry.verdict.word}`, entry.w + 6, baseline, "verdict"));
  if (entry.chip) { // its target is drawn elsewhere
    x = entry.w - entry.chip.w - 5;
    parts.push(chipFigure({ ...entry.chip, x, y: 3 }, entry.relation));
  }
  return parts;
}

function panelFigure(item) {
  const panel = nodes[item.node].panel;
  const parts = [rect(0, 0, panel.w, panel.h, 9, `panel ${nodes[item.node].relation}`)];
  let at = size.panelPad;
  for (const [number, entry] of panel.items.entries()) {
    const card = entry.again === undefined ? nodes[entry.node] : entry;
    if (number) {
      const between = isTopDown ? [at - size.ampersandAcross / 2, panel.h / 2 + 5] : [panel.w / 2, at - size.ampersandDown / 2 + 5];
      parts.push(write("&", ...between, `ampersand ${nodes[item.node].relation}`, "middle"));
    }
    at += isTopDown ? card.w + size.ampersandAcross : card.h + size.ampersandDown;
  }
  return parts;
}

// --- rows below the foot: what a claim contradicts ---------------------------------------------------------------

const rowsHeight = (entry) => (entry.chips ? entry.chips.length * size.chipRow : 0);

function rowParts(entry) {
  return (entry.chips || []).map((chip, at) => {
    const x = entry.thesis ? (entry.w - chip.w) / 2 : size.cardPad;
    return chipFigure({ ...chip, x, y: entry.h - rowsHeight(entry) + at * size.chipRow - 2 }, "contradicts");
  });
}

function chipFigure(chip, relation) {
  const group = draw("g", { class: "chip", transform: `translate(${chip.x} ${chip.y})` },
    rect(0, 0, chip.w, 18, 9, `chip-box ${relation}`), write(chip.text, 9, 12.6, `chip-text ${relation}`));
  group.dataset.to = chip.to;
  return group;
}

// --- verdicts: {mark, word, isOut} of a node, if the map carries them; nothing otherwise ---------------------------

function verdictParts(entry, x, y) {
  return entry.verdict ? [write(`${entry.verdict.mark} ${entry.verdict.word}`, x, y, "verdict")] : [];
}

// --- what is laid over a figure --------------------------------------------------------------------------------

function ringFigure(box, name) {
  const room = name === "selected" ? 4 : 3;
  const radius = box.kind === "pill" ? box.h / 2 + room : 9;
  return rect(box.x - room, box.y - room, box.w + 2 * room, box.h + 2 * room, radius, `ring ${name}`);
}

function stepFigure(box, number) {
  const radius = 10;
  return draw("g", { class: "step", transform: `translate(${box.x + (box.kind === "pill" ? -4 : 4)} ${box.y - 4})` },
    draw("circle", { r: radius, class: "step-ground" }), write(String(number), 0, 4, "step-number", "middle"));
}

// Where the handle of a node stands: its middle, in px of the drawing.
function handlePlace(box) {
  const isPill = box.kind === "pill";
  if (isTopDown) return isPill ? [box.x + box.w / 2, box.y + box.h + 11] : [box.x + box.w - 12, box.y + box.h + 3];
  return isPill ? [box.x + box.w + 12, box.y + box.h / 2] : [box.x + box.w + 3, box.y + box.h - 13];
}

function handleFigure(box) {
  const isFolded = folded.has(box.node);
  const text = isFolded ? `+${sizes[box.node]}` : "−";
  const half = isFolded ? 5 + 3.6 * text.length : 7.5;
  const [x, y] = handlePlace(box);
  const relation = nodes[box.node].relation || "neutral";
  const group = draw("g", { class: `handle ${isFolded ? "closed" : "open"} ${relation}`, transform: `translate(${x} ${y})` },
    rect(isFolded && !isTopDown ? -7.5 : -half, -8, 2 * half, 16, 8, `handle-box ${relation}`),
    write(text, isFolded && !isTopDown ? half - 7.5 : 0, 4, `handle-text ${relation}`, "middle"));
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
