// Print gives what is looked at: sides and outline as they are, the map on as many pages as keep its text readable. It is
// parted into branches: the theses with what targets them, then what these had to leave out, each from there down as far
// as there is room; and branches are set below one another while they fit on a page.

const MOST_WHOLE = 300; // nodes of a map that is unfolded to be printed, and may be shown whole at first
const PRINTED = 0.69; // text of the map has 7 pt at this scale
const SHEETS = { tall: { w: 710, h: 930 }, wide: { w: 1010, h: 590 } }; // px of A4 and letter, less margins and a foot
const BETWEEN = 26; // px between branches, with the line that says where the lower one hangs
const BESIDE = 4; // px between columns of branches, which have margins of their own
const NEAR = 3; // so many pages back a branch may stand
const HEADED = 90; // px of the first page for the title
const printRoom = document.getElementById("cw-print");
let foldsBefore = null; // what was folded, where a map is unfolded to be printed
let filterBefore = null; // what was brought out: on paper nothing is dimmed for it

const scaleOn = ({ w, h }, { bounds }) => Math.min(w / bounds.w, h / bounds.h, 1);

// What a page shows, as `layOut` takes it: from each root {node, below} down, so many levels of arguments.
function partOf(roots, depth) {
  const [cut, only] = [new Set(), new Map(roots.map(({ node, below }) => [node, below]))];
  const waiting = roots.map(({ node }) => [node, 0]);
  while (waiting.length) {
    const [node, level] = waiting.pop();
    if (folded.has(node)) continue;
    if (level >= depth) cut.add(node);
    for (const { node: premise } of premisesOf(node)) if (premise !== undefined) waiting.push([premise, level]);
    if (level < depth) for (const argument of only.get(node) || argumentsOf(node)) waiting.push([argument, level + 1]);
  }
  return { roots: roots.map(({ node }) => node), cut, only };
}

const hasBelow = (node) => argumentsOf(node).length > 0;
const leftOut = (asked) => [...asked.cut].filter(hasBelow).map((node) => ({ node, below: argumentsOf(node) }));

// Give the branches of the map for sheets of a size, in reading order: {asked, rest, root, w, h}.
function branchesFor(sheet, first) {
  const sheetAt = (isFirst) => (isFirst ? { w: sheet.w, h: sheet.h - HEADED } : sheet);
  const fits = (asked, isFirst, least = PRINTED) => scaleOn(sheetAt(isFirst), layOut(asked)) >= least;
  const waiting = first.map((node) => ({ node, below: argumentsOf(node) }));
  const branches = [];
  while (waiting.length) {
    let root = waiting.shift();
    let depth = deepestLevel + 1;
    const isFirst = !branches.length;
    if (!fits(partOf([root], depth), isFirst)) {
      for (depth = 1; fits(partOf([root], depth + 1), isFirst); depth++);
      if (root.below.length > 1 && !fits(partOf([root], depth), isFirst)) { // not even what targets it has room: in portions
        const { node, below } = root;
        const portion = (count) => partOf([{ node, below: below.slice(0, count) }], 1);
        const least = Math.min(PRINTED, scaleOn(sheet, layOut(portion(1)))); // a very wide one is set smaller
        let most = 1;
        while (most < below.length && fits(portion(most + 1), isFirst, least)) most++;
        root = { node, below: below.slice(0, most) };
        if (most < below.length) waiting.unshift({ node, below: below.slice(most) });
      }
    }
    const asked = partOf([root], depth);
    const rest = leftOut(asked);
    waiting.unshift(...rest);
    const drawing = layOut(asked);
    const scale = Math.min(scaleOn(sheetAt(isFirst), drawing), PRINTED * 1.1);
    branches.push({ asked, rest: new Set(rest.map(({ node }) => node)), root: root.node, scale, w: drawing.bounds.w * scale, h: drawing.bounds.h * scale });
  }
  return branches;
}

// Claims that hang on nothing are one branch: set one below the other they would make a strip.
function planPages(sheet) {
  const loose = map.roots.filter(isLoose);
  const branches = branchesFor(sheet, map.roots.filter((node) => loose.length < FEWEST_LOOSE || !isLoose(node)));
  if (loose.length >= FEWEST_LOOSE) {
    const asked = partOf(loose.map((node) => ({ node, below: [] })), 1);
    const drawing = layOut(asked);
    const scale = Math.min(scaleOn(sheet, drawing), PRINTED);
    branches.push({ asked, rest: new Set(), root: loose[0], scale, w: drawing.bounds.w * scale, h: drawing.bounds.h * scale });
  }
  const pages = [];
  for (const branch of branches) { // on one of the last pages, if there is room left
    const hasRoom = ({ room, branches: above }) => branch.h + (above.length ? BETWEEN : 0) <= room;
    const last = pages[pages.length - 1];
    let page = pages.slice(-NEAR).find((one) => (one === last || one.columns.length === 1) && branch.w <= one.w && one.columns.some(hasRoom));
    if (!page) {
      const count = Math.max(1, Math.min(3, Math.floor((sheet.w + BESIDE) / (branch.w + BESIDE)))); // narrow ones side by side
      const room = sheet.h - (pages.length ? 0 : HEADED);
      page = { w: count > 1 ? (sheet.w + BESIDE) / count - BESIDE : sheet.w, columns: Array.from({ length: count }, () => ({ room, branches: [] })) };
      pages.push(page);
    }
    const column = page.columns.find(hasRoom) || page.columns[0]; // one that is too high for any sheet stands alone
    column.branches.push(branch);
    column.room -= branch.h + BETWEEN;
  }
  return pages.map(({ columns }) => columns.map((column) => column.branches));
}

function printMap() {
  const all = layOut();
  const scales = [SHEETS.tall, SHEETS.wide].map((sheet) => scaleOn({ w: sheet.w, h: sheet.h - HEADED }, all));
  let isWide = scales[1] > scales[0];
  let pages = [[[{ asked: null, rest: new Set(), root: map.roots[0], scale: Math.max(...scales) }]]]; // columns of branches
  if (Math.max(...scales) < PRINTED) {
    const [onTall, onWide] = [planPages(SHEETS.tall), planPages(SHEETS.wide)];
    [isWide, pages] = onWide.length < 0.8 * onTall.length ? [true, onWide] : [false, onTall];
  }
  document.body.classList.toggle("is-wide", isWide);
  const starts = new Map(); // by what a branch begins with, the number of the first page with it
  pages.forEach((page, at) => page.flat().forEach(({ root }) => starts.has(root) || starts.set(root, at + 1)));
  const column = (branches) => make("div", {}, ...branches.flatMap((branch) => printBranch(branch, starts)));
  printRoom.replaceChildren(...pages.map((page, at) => make("section", { class: "print-page" },
    make("div", { class: "print-columns" }, ...page.filter((branches) => branches.length).map(column)),
    pages.length > 1 ? make("p", { class: "print-number" }, t("page_of", { page: at + 1, all: pages.length })) : null)));
}

function printBranch(branch, starts) {
  const shown = layOut(branch.asked);
  const { bounds } = shown;
  const named = (thing, made) => {
    made.setAttribute("class", classOf(thing));
    return made;
  };
  const placed = (item) => {
    const made = named(item, figure(item));
    made.setAttribute("transform", `translate(${item.x} ${item.y})`);
    return made;
  };
  const isPanel = (item) => item.kind === "panel";
  const own = shown.items.filter((item) => item.kind === "card" || item.kind === "pill");
  const handles = own.filter((item) => folded.has(item.node) || branch.rest.has(item.node)).map((item) => printHandle(item, branch.rest.has(item.node) ? starts.get(item.node) : 0));
  const drawing = draw("svg", { viewBox: `${bounds.x} ${bounds.y} ${bounds.w} ${bounds.h}`, width: Math.floor(bounds.w * branch.scale), height: Math.floor(bounds.h * branch.scale), class: "printed" },
    ...shown.items.filter(isPanel).map(placed), ...shown.lines.map((line) => named(line, lineFigure(line))), ...shown.items.filter((item) => !isPanel(item)).map(placed), ...handles);
  const way = parents[branch.root] < 0 ? [] : pathToThesis(branch.root).slice(1).filter((node) => !isClaim(node)).reverse().map((node) => nodes[node].text);
  return [...(way.length ? [make("p", { class: "print-way" }, said("span", way.join(" › ")))] : []), drawing];
}

// Where the rest of a branch is: on a page, or folded.
function printHandle(box, page) {
  const group = handleFigure({ ...box });
  if (!page) return group;
  const words = t("on_page", { page });
  group.querySelector("text").textContent = words;
  const wide = 6.2 * words.length + 10;
  group.querySelector("rect").setAttribute("width", wide);
  group.querySelector("rect").setAttribute("x", -wide / 2);
  group.querySelector("text").setAttribute("x", 0);
  const [x, y] = handlePlace(box);
  const within = box.x + box.w / 2; // at the end of a box, words go inwards
  const shift = Math.max(0, wide / 2 - 8) * (x > within ? -1 : 1);
  group.setAttribute("transform", `translate(${x === within ? x : x + shift} ${y})`);
  return group;
}

function fillPrintSources() {
  const cited = map.sources.filter((source) => source.number).sort((one, other) => one.number - other.number);
  byId("cw-print-sources").replaceChildren(...(cited.length ? [make("h2", {}, t("sources"))] : []),
    ...cited.map((source) => said("p", `${source.number}. ${source.line}`)));
}

function beforePrint() {
  isPrinting = true;
  filterBefore = { ...filter };
  if (isFiltered() && isMapShown()) chooseNoFilter();
  if (!hasOwnFolds && nodes.length <= MOST_WHOLE && folded.size) {
    foldsBefore = new Set(folded);
    folded.clear();
  }
  if (isOutlineShown()) {
    if (foldsBefore) renderOutline();
    growOutline(rows.length);
  } else if (isMapShown()) {
    printMap();
  }
}

function afterPrint() {
  isPrinting = false;
  printRoom.replaceChildren();
  document.body.classList.remove("is-wide");
  if (foldsBefore) {
    for (const node of foldsBefore) folded.add(node);
    foldsBefore = null;
  }
  for (const [name, value] of Object.entries(filterBefore || {})) if (filter[name] !== value) chooseFilter(name, value);
  relayOut(marks.selected >= 0 ? shownFor(marks.selected) : -1);
  renderOutline();
  repaint();
}

window.addEventListener("beforeprint", beforePrint);
window.addEventListener("afterprint", afterPrint);
