// Positions: who holds a claim, and the map as one of them sees it. That is one way of trying out: what a position accepts
// is granted, what it rejects is rejected. A reader may try out more on top of it; once some of it is taken back, it is no
// longer as that position sees it.

let positions = [];
const seenChoice = document.getElementById("cw-seen");

const isSeenAs = () => whatIf.seenBy >= 0;
const seenWords = () => t("as_seen_by", { name: positions[whatIf.seenBy].name });

// What is tried out for a position; nothing for none (-1).
function heldBy(position) {
  const { accepts, rejects } = position < 0 ? { accepts: [], rejects: [] } : judging.seenBy[position];
  return { rejected: new Set(rejects), granted: new Set(accepts) };
}

// What is tried out besides what the position holds.
function triedBesides() {
  const held = heldBy(whatIf.seenBy);
  const besides = (chosen, own) => [...chosen].filter((node) => !own.has(node));
  return { rejected: besides(whatIf.rejected, held.rejected), granted: besides(whatIf.granted, held.granted) };
}

function forgetUnheld() {
  const held = heldBy(whatIf.seenBy);
  const isHeld = [...held.rejected].every((node) => whatIf.rejected.has(node)) && [...held.granted].every((node) => whatIf.granted.has(node));
  if (!isHeld) whatIf.seenBy = -1;
}

// --- what a reader can do ---------------------------------------------------------------------------------------

function seeAs(position) {
  if (!canJudge()) return;
  switchVerdicts(true);
  Object.assign(whatIf, heldBy(position), { seenBy: position });
  judgeAnew(`${position < 0 ? t("as_the_map_has_it") : seenWords()}.`);
}

function seeAsNext(step) {
  if (!positions.length) return say(t("no_positions"));
  const count = positions.length + 1; // and as the map has it
  return seeAs(((whatIf.seenBy + 1 + step + count) % count) - 1);
}

seenChoice.addEventListener("change", () => seenChoice.value !== "own" && seeAs(Number(seenChoice.value)));

document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-seen]");
  if (button) seeAs(Number(button.dataset.seen));
});

// --- shown ------------------------------------------------------------------------------------------------------

// A mark of who holds a claim: filled and round where they accept it, an open square where they reject it.
function stanceFigure([accepts, sign, wide], x, y, look = "") {
  const half = size.stanceSize / 2;
  const box = accepts ? rect(x, y - half, wide, size.stanceSize, half, "stance-box") : rect(x + 0.6, y - half + 0.6, wide - 1.2, size.stanceSize - 1.2, 1.5, "stance-box");
  const signs = sign ? [write(sign, x + wide / 2, y + 3.4, "stance-sign", "middle")] : [];
  return draw("g", { class: `stance ${accepts ? "accepts" : "rejects"} ${look}` }, box, ...signs);
}

function stanceRow(stances, x, y, look) {
  return (stances || []).map((stance) => {
    const made = stanceFigure(stance, x, y, look);
    x += stance[2] + size.stanceGap;
    return made;
  });
}

const stancesRun = (stances) => stances.reduce((run, [, , wide]) => run + wide + size.stanceGap, -size.stanceGap);

function stanceIcon(accepts, letter = "") {
  const sample = draw("svg", { width: 16, height: 16, viewBox: "-1 -1 16 16", "aria-hidden": "true", class: "stance-icon" });
  sample.append(stanceFigure([accepts, letter, size.stanceSize], 0, size.stanceSize / 2));
  return sample;
}

// Who holds a claim, for the side panel.
function holdersOf(entry) {
  const told = (places, accepts) => list((places || []).map((place) => make("span", { class: "holder" },
    stanceIcon(accepts, positions[place].letter), said("span", positions[place].name))));
  return [section(t("accepted_by"), told(entry.acceptedBy, true)), section(t("rejected_by"), told(entry.rejectedBy, false))];
}

// The positions, for what the side panel says of the map.
function positionsOfMap() {
  return section(t("positions"), list(positions.map((position, place) => make("span", { class: "position" },
    make("strong", {}, position.letter ? `${position.letter} ` : "", said("span", position.name)),
    make("span", { class: "gist" }, t("accepts_rejects", { accepts: position.accepts.length, rejects: position.rejects.length })),
    position.note ? said("span", position.note, "gist") : null,
    ...(position.sources || []).map((source) => make("span", { class: "gist" }, t("speaks_in"), said("span", map.sources[source].line))),
    judging ? make("button", { type: "button", class: "try", "data-seen": place, "aria-label": `${t("as_they_see_it")}: ${position.name}` }, t("as_they_see_it")) : null))));
}

function fillSeen() {
  const value = isSeenAs() ? String(whatIf.seenBy) : isTried() ? "own" : "-1";
  seenChoice.value = value;
}

// As whom it is seen, before what is tried out besides.
function seenLead() {
  if (!isSeenAs()) return [];
  const { rejected, granted } = heldBy(whatIf.seenBy);
  return [make("span", { class: "tried-lead", id: "cw-seen-words" }, `${seenWords()} (${t("accepts_rejects", { accepts: granted.size, rejects: rejected.size })}).`)];
}

function beginPositions() {
  positions = map.positions || [];
  for (const element of document.querySelectorAll(".of-positions")) element.hidden = !positions.length || !judging;
  byId("cw-seen-label").hidden = !positions.length || !judging;
  seenChoice.replaceChildren(make("option", { value: "-1" }, t("as_the_map_has_it")),
    ...positions.map((position, place) => make("option", { value: place }, t("as_seen_by", { name: position.name }))),
    make("option", { value: "own", hidden: "" }, t("as_tried_out")));
  fillSeen();
}
