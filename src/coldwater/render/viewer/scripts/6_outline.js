// The outline: the same map as a tree of words, for reading and for screen readers. Rows are made as they are needed:
// a long outline begins with a few hundred and grows as one reads on.

const outline = document.getElementById("cw-tree");
const outlineRoom = document.getElementById("cw-outline");
const ROWS_AT_A_TIME = 250;
let rows = []; // {node, again, level, place, of, holder}
let rowAt = 0; // the row that has, or gets, the focus

const rowKey = (row) => (row.again === undefined ? `${row.node}` : `${row.holder}.${row.again}`);
const isOutlineShown = () => !outlineRoom.hidden;

function listRows() {
  const found = [];
  const isWanted = (node) => !brought || onTheWay.has(node);
  const roots = map.roots.filter(isWanted);
  const waiting = roots.map((node, at) => ({ node, level: 1, place: at + 1, of: roots.length })).reverse();
  while (waiting.length) {
    const row = waiting.pop();
    found.push(row);
    if (row.again !== undefined || folded.has(row.node)) continue;
    const entries = [...premisesOf(row.node), ...argumentsOf(row.node).filter(isWanted).map((node) => ({ node }))];
    for (let at = entries.length - 1; at >= 0; at--) {
      const { node, again } = entries[at];
      waiting.push({ node: again === undefined ? node : again, again, holder: row.node, level: row.level + 1, place: at + 1, of: entries.length });
    }
  }
  return found;
}

function renderOutline() {
  if (!isOutlineShown()) return;
  const key = rows[rowAt] && rowKey(rows[rowAt]);
  const hadFocus = outline.contains(document.activeElement);
  rows = listRows();
  rowAt = Math.max(0, rows.findIndex((row) => (marks.selected >= 0 && !hadFocus ? row.node === marks.selected && row.again === undefined : rowKey(row) === key)));
  outline.replaceChildren();
  growOutline(Math.max(ROWS_AT_A_TIME, rowAt + 50));
  if (hadFocus) focusRow(rowAt);
}

function growOutline(count) {
  const fresh = rows.slice(outline.childElementCount, count).map((row, at) => rowElement(row, outline.childElementCount + at));
  outline.append(...fresh);
}

function rowElement(row, at) {
  const entry = nodes[row.node];
  const canFold = row.again === undefined && isFoldable(row.node);
  const element = make("div", {
    role: "treeitem", id: `cw-row-${at}`, tabindex: at === rowAt ? 0 : -1, class: `row level-${Math.min(row.level, 12)}`,
    "aria-level": row.level, "aria-posinset": row.place, "aria-setsize": row.of,
    "aria-expanded": canFold ? String(!folded.has(row.node)) : null, "aria-selected": String(row.node === marks.selected),
  }, make("span", { class: "twig", "aria-hidden": "true" }, canFold ? (!folded.has(row.node) ? "▾" : isLeftward ? "◂" : "▸") : ""), ...rowWords(row, entry));
  element.dataset.row = at;
  if (marks.hits.has(row.node)) element.classList.add("is-hit");
  if (brought && !brought.has(row.node)) element.classList.add("is-aside");
  if (entry.verdict && entry.verdict.isOut) element.classList.add("is-out");
  return element;
}

function rowWords(row, entry) {
  if (entry.sort === "argument") return [badgeOf(entry.relation), " ", said("span", entry.text, "row-title"), ...rowFoot(row, entry)];
  const sort = entry.thesis ? t("thesis") : entry.rival && row.level === 1 ? t("rival") : entry.implicit ? (row.place > 1 ? `& ${t("unstated").toLowerCase()}` : t("unstated")) : row.level === 1 ? t("claim") : row.place > 1 ? "&" : t("premise");
  const look = `row-text${entry.implicit ? " is-implicit" : ""}${entry.thesis || (entry.rival && row.level === 1) ? " is-thesis" : ""}`;
  return [make("span", { class: "row-sort" }, sort), " ", said("span", entry.text, look), ...rowFoot(row, entry)];
}

const hiddenWords = (node) => (behind[node] ? t("hidden", { count: behind[node] }) : t("premises_hidden"));

function rowFoot(row, entry) {
  const words = [
    row.again === undefined ? "" : t("used_again"), entry.mark,
    (entry.contraries || []).length && row.again === undefined ? t("contradicts_these", { names: entry.contraries.map((contrary) => nodes[contrary].id).join(", ") }) : "",
    row.again === undefined ? entry.held : "",
    row.again === undefined && folded.has(row.node) ? hiddenWords(row.node) : "",
  ].filter(Boolean);
  const verdict = entry.verdict ? [" ", make("span", { class: "row-verdict" }, sealIcon(entry.verdict), entry.verdict.word)] : [];
  return words.length ? [...verdict, " ", make("span", { class: "row-foot" }, words.join(" · "))] : verdict;
}

// --- moving ---------------------------------------------------------------------------------------------------

function focusRow(at, isQuiet) {
  if (!rows.length) return;
  const next = Math.max(0, Math.min(rows.length - 1, at));
  const old = document.getElementById(`cw-row-${rowAt}`);
  if (old) old.tabIndex = -1;
  rowAt = next;
  if (outline.childElementCount <= next) growOutline(next + 50);
  const element = document.getElementById(`cw-row-${next}`);
  element.tabIndex = 0;
  if (isQuiet) element.scrollIntoView({ block: "center" });
  else element.focus();
}

const parentRow = (at) => {
  let above = at - 1;
  while (above >= 0 && rows[above].level >= rows[at].level) above--;
  return above;
};

function onOutlineKey(event) {
  const row = rows[rowAt];
  if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
  const canFold = row.again === undefined && isFoldable(row.node);
  const [inwards, outwards] = isLeftward ? ["ArrowLeft", "ArrowRight"] : ["ArrowRight", "ArrowLeft"];
  const moves = {
    ArrowDown: () => focusRow(rowAt + 1), ArrowUp: () => focusRow(rowAt - 1), Home: () => focusRow(0), End: () => focusRow(rows.length - 1),
    [inwards]: () => (canFold && folded.has(row.node) ? toggle(row.node) : canFold && focusRow(rowAt + 1)),
    [outwards]: () => (canFold && !folded.has(row.node) ? toggle(row.node) : focusRow(Math.max(0, parentRow(rowAt)))),
    Enter: () => choose(row.node, { focus: row.again !== undefined }), " ": () => canFold && toggle(row.node),
  };
  if (!moves[event.key]) return;
  event.preventDefault();
  event.stopPropagation();
  moves[event.key]();
}

outline.addEventListener("keydown", onOutlineKey);
outline.addEventListener("click", (event) => {
  const element = event.target.closest("[data-row]");
  if (!element || !document.getSelection().isCollapsed) return; // text was selected
  const at = Number(element.dataset.row);
  focusRow(at);
  if (event.target.closest(".twig") && isFoldable(rows[at].node) && rows[at].again === undefined) toggle(rows[at].node);
  else choose(rows[at].node, { focus: rows[at].again !== undefined });
});
outlineRoom.addEventListener("scroll", () => {
  const rest = outlineRoom.scrollHeight - outlineRoom.scrollTop - outlineRoom.clientHeight;
  if (rest < 1200 && outline.childElementCount < rows.length) growOutline(outline.childElementCount + ROWS_AT_A_TIME);
});
