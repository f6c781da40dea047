// The small picture of the whole in the corner of the map, and the large one that takes the map's place when it is too
// small to be read: both are the case as blocks, and lead to what is clicked on.

const LEAST_READABLE = 0.35; // below this scale the map is shown as blocks
const FEWEST_BLOCKS = 4;
const MINI = { w: 190, h: 132 };
const overview = document.getElementById("cw-overview");
const minimap = document.getElementById("cw-minimap");
const miniMarks = draw("g", {});
const miniBlocks = draw("g", {});
let largeBoxes = [], miniBoxes = [];
let overviewKey = "", miniKey = "";
let isMarkingDue = false;

minimap.append(miniBlocks, miniMarks);

const hasOverview = () => iceBlocks.length >= FEWEST_BLOCKS;
const isOverview = () => hasOverview() && camera.scale < LEAST_READABLE && !isPrinting;

// What the blocks look like depends on these; they are drawn anew when one has changed.
let iceState = 0;
const iceChanged = () => iceState++;

function paintOverviews() {
  const shows = isOverview();
  overview.classList.toggle("is-shown", shows);
  stage.classList.toggle("is-overview", shows);
  if (shows) paintOverview();
  minimap.parentElement.hidden = !hasOverview() || shows || isAllInView();
  if (!minimap.parentElement.hidden) paintMinimap();
  else if (miniKey) [miniKey] = ["", miniBlocks.replaceChildren(), miniMarks.replaceChildren()];
}

function isAllInView() {
  const [view, { bounds }] = [inView(0.02), scene];
  return !folded.size && bounds.x >= view.x && bounds.y >= view.y && bounds.x + bounds.w <= view.x + view.w && bounds.y + bounds.h <= view.y + view.h;
}

function paintOverview() {
  const view = viewSize();
  const key = `${view.w} ${view.h} ${iceState} ${marks.selected}`;
  if (key === overviewKey) return;
  overviewKey = key;
  const pad = view.w < 600 ? 10 : 22;
  largeBoxes = icePlan(view.w - 2 * pad, view.h - overlaid() - pad - 12, view.w < 600 ? 105 : 150).map((box) => ({ ...box, x: box.x + pad, y: box.y + pad }));
  const chosen = largeBoxes.find((box) => box.node === marks.selected);
  overview.replaceChildren(...iceFigures(largeBoxes), ...largeBoxes.flatMap(iceWords), ...(chosen ? [rect(chosen.x, chosen.y, chosen.w, chosen.h, 2, "ring selected")] : []));
}

function paintMinimap() {
  if (String(iceState) !== miniKey) {
    miniKey = String(iceState);
    miniBoxes = icePlan(MINI.w, MINI.h, MINI.w / 12);
    miniBlocks.replaceChildren(...iceFigures(miniBoxes));
  }
  if (isMarkingDue) return;
  isMarkingDue = true;
  setTimeout(() => { // at leisure: the map moves with every frame
    isMarkingDue = false;
    markMinimap();
  }, 90);
}

// Outline what of the case is in view, and mark what is chosen.
function markMinimap() {
  const view = inView(0);
  const isSeen = (node) => {
    const box = scene.boxes.get(node);
    return box && touches(box, view);
  };
  const seen = miniBoxes.filter(({ node }) => isSeen(node));
  const chosen = marks.selected >= 0 ? new Set(pathToThesis(marks.selected)) : new Set();
  const onPath = miniBoxes.filter(({ node }) => chosen.has(node));
  const outline = (list) => list.map((box) => outlineOf(box)).join("");
  miniMarks.replaceChildren(draw("path", { d: outline(seen), class: "mini-seen" }), draw("path", { d: outline(onPath), class: "mini-path" }));
}

const blockAt = (list, x, y) => list.find((box) => x >= box.x && x <= box.x + box.w && y >= box.y && y <= box.y + box.h + 1.5);

// From the overview to the map, at the block under a place.
function enterAt(x, y) {
  const block = blockAt(largeBoxes, x, y) || largeBoxes[0];
  if (!block) return;
  if (reveal(block.node)) {
    levelChoice.value = "";
    afterFolding(-1);
  }
  camera.scale = 0.5;
  const box = scene.boxes.get(block.node);
  centreOn(box.x + box.w / 2, box.y + box.h / 2);
}

minimap.addEventListener("click", (event) => {
  const box = minimap.getBoundingClientRect();
  const block = blockAt(miniBoxes, (event.clientX - box.left) * MINI.w / box.width, (event.clientY - box.top) * MINI.h / box.height);
  if (block) choose(block.node, { path: false });
});
