// Sides: each thesis with the main arguments for and against it as cards; what is behind them is counted. It is what a
// large map begins with: nobody reads hundreds of boxes at once.

const sidesRoom = document.getElementById("cw-sides");
const MOST_CARDS = 40; // of a side
const isSidesShown = () => !sidesRoom.hidden;
const verdictNote = (node) => (nodes[node].verdict
  ? make("span", { class: "side-note-verdict" }, sealIcon(nodes[node].verdict), nodes[node].verdict.word) : null);

function renderSides() {
  if (!isSidesShown()) return;
  const top = sidesRoom.scrollTop;
  const roots = map.roots.filter((node) => nodes[node].thesis || nodes[node].rival);
  const shown = roots.length ? roots : map.roots.filter((node) => argumentsOf(node).length);
  sidesRoom.replaceChildren(...shown.map(sidesOf));
  sidesRoom.scrollTop = top;
}

function sidesOf(root) {
  const of = (relation) => argumentsOf(root).filter((argument) => (nodes[argument].relation === "supports") === (relation === "supports"));
  const isWanted = (argument) => !brought || onTheWay.has(argument);
  const columns = [["supports", "for_it", of("supports")], ["attacks", "against_it", of("attacks")]].filter(([, , found]) => found.length)
    .map(([relation, key, all]) => [relation, t(key), all, all.filter(isWanted)]);
  const count = (all, found) => (found.length < all.length ? t("so_many_of", { found: found.length, all: all.length }) : all.length);
  return make("section", { class: "sides-section" },
    make("div", { class: `sides-banner ${nodes[root].rival ? "is-rival" : ""}${nodes[root].running ? "is-running" : ""}` },
      make("h2", {}, nodeLink(root)), nodes[root].verdict ? make("p", {}, sealIcon(nodes[root].verdict), `${capital(nodes[root].verdict.word)}: ${nodes[root].verdict.why}.`) : null),
    make("div", { class: `sides-columns sides-${columns.length}` }, ...columns.map(([relation, word, all, found]) => make("div", { class: `side-of ${relation}` },
      make("h3", { class: relation }, `${word} (${count(all, found)})`), make("div", { class: "side-cards" }, ...found.slice(0, MOST_CARDS).map(sideCard)),
      found.length > MOST_CARDS ? make("p", { class: "quiet" }, t("more_in_outline", { count: found.length - MOST_CARDS })) : null))));
}

function sideCard(argument) {
  const entry = nodes[argument];
  const isOut = entry.verdict && entry.verdict.isOut;
  return make("article", { class: `side-card ${entry.relation} ${isOut ? "is-out" : ""}` },
    make("h4", {}, badgeOf(entry.relation), nodeLink(argument, "strong"), verdictNote(argument)),
    make("ul", {}, ...entry.premises.map((premise) => make("li", {}, premise.node === undefined
      ? absent(premise.name)
      : make("span", {}, nodeLink(premise.node, nodes[premise.node].implicit ? "is-implicit" : ""),
        nodes[premise.node].verdict && nodes[premise.node].verdict.verdict !== "in" ? verdictNote(premise.node) : null)))),
    ...argumentsOf(argument).slice(0, 6).map((name) => make("p", { class: `side-inset ${nodes[name].relation}` }, argumentLink(name), verdictNote(name))),
    behind[argument] ? make("p", { class: "quiet" }, t("behind_it", { count: behind[argument] })) : null);
}
