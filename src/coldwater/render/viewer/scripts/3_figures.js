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
  card: (item) => (nodes[item.node].thesis ? thesisFigure(nodes[item.node]) : cardFigure({ ...nodes[item.node], w: item.w })),
  pill: (item) => pillFigure(nodes[item.node]),
  panel: (item) => panelFigure(item),
  again: (item) => againFigure(item.entry, nodes[item.node].verdict),
};

function figure(item) {
  const group = draw("g", {}, ...figureOf[item.kind](item));
  group.dataset.node = item.node;
  return group;
}

function thesisFigure(entry) {
  const stances = entry.stances || [];
  const used = entry.lines.length * size.thesisLeading + (entry.mark ? 14 : 0) + (stances.length ? size.stanceRow : 0);
  const boxHeight = entry.h - rowsHeight(entry);
  const textHeight = boxHeight - (entry.verdict ? judging.strip : 0);
  const first = (textHeight - used) / 2 + size.thesisLeading * 0.5 + size.thesisSize * 0.33;
  const parts = [
    rect(0, 0, entry.w, entry.h, 9, "thesis"),
    writeLines(entry.lines, entry.w / 2, first, size.thesisLeading, "thesis-text", "middle"),
  ];
  if (entry.mark) parts.push(write(entry.mark, entry.w / 2, textHeight - 11, "thesis-foot", "middle"));
  const row = textHeight - (entry.mark ? 25 : 11) - size.stanceSize / 2;
  parts.push(...stanceRow(stances, (entry.w - stancesRun(stances)) / 2, row, "on-thesis"));
  return [...parts, ...(entry.verdict ? stripParts(entry, textHeight, boxHeight) : []), ...rowParts(entry)];
}

function cardFigure(entry) {
  const foot = entry.h - rowsHeight(entry) - 9;
  const parts = [
    rect(0, 0, entry.w, entry.h, entry.rival ? 9 : 5, `card ${entry.rival ? "rival" : entry.relation || "neutral"}${entry.implicit ? " implicit" : ""}`),
    claimText(entry), ...stanceRow(entry.stances, size.cardPad, foot + 9 - size.cardFoot - size.stanceSize / 2 + 1),
    ...footParts(entry.foot, entry.verdict, foot, "foot"),
  ];
  if (entry.mark) parts.push(write(entry.mark, entry.w - size.cardPad, foot, "foot", "end"));
  return [...parts, ...rowParts(entry)];
}

function claimText(entry) {
  const first = size.cardTop + size.claimLeading * 0.5 + size.claimSize * 0.33;
  return writeLines(entry.lines, size.cardPad, first, size.claimLeading, `claim-text${entry.implicit ? " implicit" : ""}`);
}

// A claim that is drawn elsewhere: a marked reference that leads there.
function againFigure(entry, verdict) {
  return [
    rect(0, 0, entry.w, entry.h, 5, "again-box"),
    claimText({ lines: entry.lines, implicit: nodes[entry.again].implicit }),
    ...footParts(entry.foot, verdict, entry.h - 9, "foot again-foot"),
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
  if (entry.verdict) {
    const end = entry.w - 12 - (entry.chip ? entry.chip.w + 6 : 0);
    parts.push(sealRow(entry.verdict, end - sealRun(entry.verdict), baseline - 0.5));
  }
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

function footParts(text, verdict, foot, name) {
  if (!verdict) return [write(text, size.cardPad, foot, name)];
  return [sealRow(verdict, size.cardPad, foot), write(text, size.cardPad + sealRun(verdict) + judging.sealGap, foot, name)];
}

// The strip at the foot of the thesis: its verdict, large, and why.
function stripParts(entry, top, bottom) {
  const middle = entry.w / 2;
  const start = middle - judging.stripWidths[entry.verdict.verdict] / 2;
  return [
    draw("path", { d: `M.7 ${top}H${entry.w - 0.7}V${bottom - 9}a8.3 8.3 0 0 1-8.3 8.3H9a8.3 8.3 0 0 1-8.3-8.3Z`, class: "strip" }),
    sealFigure(entry.verdict, start + judging.stripMark / 2, top + 19, judging.stripMark / judging.sealSize),
    write(entry.verdict.word.toUpperCase(), start + judging.stripMark + judging.stripGap, top + 23.7, "strip-word"),
    writeLines(entry.verdict.whyLines, middle, top + 43, judging.reasonLeading, "strip-reason", "middle"),
  ];
}

// --- what is laid over a figure --------------------------------------------------------------------------------

function ringFigure(box, name) {
  const room = { selected: 4, tried: 6 }[name] || 3;
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
