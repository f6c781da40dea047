// Verdicts: what stands as the map says, or as the reader tries it out by rejecting and granting. Whatever shows a
// verdict reads it from `nodes[node].verdict` ({verdict, mark, word, reason, isOut}), which is there while they are on.

let judging = null; // null: the map cannot be evaluated
let framework, asWritten;
const whatIf = { isOn: false, rejected: new Set(), granted: new Set(), seenBy: -1 }; // seenBy: the place of a position
const MOST_DECIDERS = 6; // that the side panel names
let current = null; // the evaluation that is shown
let ways = new Map(); // by node what carried the verdict on it, from the theses down
const MOST_TOLD = 6; // theses whose verdicts are said in words
const wordsOf = ["undecided", "in", "out"];

const isDecisive = (node) => !theses.includes(node) && ways.has(node);
const isWay = (decider, decided) => ways.has(decided) && ways.get(decided).has(decider);
const isTried = () => isSeenAs() || whatIf.rejected.size + whatIf.granted.size > 0;
const isTriedOut = (node) => whatIf.isOn && (whatIf.rejected.has(node) || whatIf.granted.has(node));

function verdictIn(evaluation, node) {
  const verdict = wordsOf[evaluation.labels[node]];
  const reason = reasonOf(evaluation, node);
  const said = losesWhatMayStand(evaluation, node, reason) ? `${reason} what may stand` : reason;
  const known = reason === "tied" ? tieIn(evaluation, node) : { why: judging.because[said], whyLines: judging.reasons[said] };
  return { verdict, reason, mark: judging.marks[verdict], word: judging.words[verdict], isOut: verdict === "out", ...known };
}

// Whether nothing stands on the side that loses, so that it is told of what may stand.
function losesWhatMayStand(evaluation, node, reason) {
  if (reason !== "outweighs" && reason !== "outweighed") return false;
  const { pros, cons, ground } = spokenOf(evaluation, node);
  return reason === "outweighs" ? cons.standing === 0 : pros.standing === 0 && ground === null;
}

// A tie in words: how many stand on either side, and with which force where the same number was written for both.
function tieIn(evaluation, node) {
  const equal = equalForce(evaluation, node);
  const { pros, cons, ground } = spokenOf(evaluation, node);
  const own = ground === null ? pros.standing : pros.standing ? t("for_besides_ground", { count: pros.standing }) : t("own_ground_for");
  const filled = (told) => told.replace(ground === null ? "{pros}" : judging.prosFor, own).replace("{cons}", cons.standing).replace("{force}", equal);
  return equal === null
    ? { why: filled(judging.tie), whyLines: judging.tieLines.map(filled) }
    : { why: filled(judging.equals), whyLines: judging.equalsLines.map(filled) };
}

function judge() {
  current = whatIf.isOn ? evaluate(framework, whatIf.rejected, whatIf.granted) : null;
  trunkStarts = new Map();
  ways = current ? waysFrom(current, ...theses) : new Map();
  nodes.forEach((entry, node) => (entry.verdict = current ? verdictIn(current, node) : undefined));
}

// Boxes have room for a verdict while verdicts are on.
function swapSizes() {
  for (const entry of nodes) {
    for (const [field, other] of Object.entries(entry.judged || {})) [entry[field], entry.judged[field]] = [other, entry[field]];
  }
}

// --- what a reader can do ---------------------------------------------------------------------------------------

function switchVerdicts(isOn) {
  if (whatIf.isOn === isOn) return;
  whatIf.isOn = isOn;
  swapSizes();
  judge();
  findBrought();
  relayOut(marks.selected >= 0 ? shownFor(marks.selected) : map.roots[0]);
  showJudged();
}

function canJudge() {
  if (!judging) say(t("cannot_be_judged"));
  return Boolean(judging);
}

function toggleVerdicts() {
  if (!canJudge()) return;
  switchVerdicts(!whatIf.isOn);
  say(whatIf.isOn ? `${t("verdicts_shown")} ${thesisWords()}` : t("verdicts_hidden"));
}

// Reject a node, or take that back; a node is never rejected and granted at once.
function toggleRejected(node) {
  tryOut(node, whatIf.rejected, whatIf.granted, t("rejected"));
}

function toggleGranted(node) {
  if (!isClaim(node)) say(t("only_claims_granted"));
  else if (!canBeGranted(node)) say(t("granted_as_it_is"));
  else tryOut(node, whatIf.granted, whatIf.rejected, t("granted"));
}

// Granting changes nothing for a claim that holds unless something stands against it.
const canBeGranted = (node) => isClaim(node) && (framework.base[node] !== GRANTED || whatIf.granted.has(node));

function tryOut(node, these, those, word) {
  switchVerdicts(true);
  const isTakenBack = these.delete(node);
  if (!isTakenBack) {
    those.delete(node);
    these.add(node);
  }
  judgeAnew(`${isTakenBack ? t("taken_back") : capital(word)}: ${nameOf(node)}`);
}

function takeBack(node) {
  whatIf.rejected.delete(node);
  whatIf.granted.delete(node);
  judgeAnew(`${t("taken_back")}: ${nameOf(node)}`);
}

function takeAllBack() {
  if (!canJudge()) return;
  if (!isTried()) return say(t("nothing_tried"));
  seeAs(-1);
}

function judgeAnew(what) {
  forgetUnheld();
  judge();
  findBrought();
  clearBoxes();
  showJudged();
  say(`${what} ${thesisWords()}`);
}

// The node that a key is meant for: the focused row of the outline, or the chosen node.
const meantNode = () => (isOutlineShown() && rows[rowAt] ? rows[rowAt].node : marks.selected);

function onMeant(action) {
  const node = meantNode();
  if (!canJudge()) return;
  if (node < 0) say(t("choose_first"));
  else action(node);
}

// --- in the address: #id?verdicts&as=p&reject=a,b&grant=c ------------------------------------------------------------------

const idOf = (node) => (nodes[node] ? nodes[node].id : judging.elsewhere[node]);
const nameOf = (node) => (nodes[node] ? nodes[node].text : judging.elsewhere[node]);

function addressPart() {
  if (!whatIf.isOn) return "";
  const list = (word, chosen) => (chosen.length ? `&${word}=${chosen.map(idOf).join(",")}` : "");
  const { rejected, granted } = triedBesides();
  return `?verdicts${isSeenAs() ? `&as=${positions[whatIf.seenBy].id}` : ""}${list("reject", rejected)}${list("grant", granted)}`;
}

// What stands behind the # of the address, as ids are spelt: browsers give letters beyond ASCII percent-encoded.
function addressed() {
  const text = location.hash.slice(1);
  try {
    return decodeURIComponent(text).normalize("NFC");
  } catch {
    return text;
  }
}

// What an address asks for; null if it says nothing of verdicts.
function readAddressPart(part) {
  if (!judging || !/^verdicts(&|$)/.test(part)) return null;
  const askedFor = new Set();
  const hidden = new Map(Object.entries(judging.elsewhere).map(([node, id]) => [id, Number(node)]));
  const as = /&as=([^&]*)/.exec(part);
  const seenBy = as ? positions.findIndex((position) => position.id === as[1]) : -1;
  const asked = { ...heldBy(seenBy), seenBy };
  for (const [, word, ids] of part.matchAll(/&(reject|grant)=([^&]*)/g)) {
    for (const id of ids.split(",")) {
      const node = byName.has(id) ? byName.get(id) : hidden.get(id);
      if (node === undefined || (word === "grant" && nodes[node] && !isClaim(node))) continue;
      const [these, those] = word === "reject" ? [asked.rejected, asked.granted] : [asked.granted, asked.rejected];
      if (word === "grant" && askedFor.has(node)) continue; // rejected by the address itself
      those.delete(node);
      these.add(node);
      askedFor.add(node);
    }
  }
  return asked;
}

function adopt(asked) {
  Object.assign(whatIf, asked);
  forgetUnheld();
}

function followVerdicts(part) {
  const asked = readAddressPart(part);
  if (!asked || (whatIf.isOn && part === addressPart().slice(1))) return;
  adopt(asked);
  switchVerdicts(true);
  judgeAnew("");
}

function writeAddress() {
  const wanted = addressed().split("?")[0] + addressPart();
  if (wanted !== addressed()) history.replaceState(null, "", location.href.split("#")[0] + (wanted ? `#${wanted}` : ""));
}

// --- shown ------------------------------------------------------------------------------------------------------

const thesisWords = () => [...theses.slice(0, MOST_TOLD).map(wordsOn), moreTheses()].filter(Boolean).join(" ");

const moreTheses = () => (theses.length > MOST_TOLD ? t("more_theses", { count: theses.length - MOST_TOLD }) : "");

function wordsOn(thesis) {
  const { verdict } = nodes[thesis];
  if (!verdict) return "";
  const before = verdictIn(asWritten, thesis);
  const isChanged = isTried() && before.verdict !== verdict.verdict;
  const key = `${theses.length > 1 ? "one_thesis" : "the_thesis"}_${verdict.verdict}`;
  return `${t(key, { id: nodes[thesis].id })}: ${verdict.why}${isChanged ? t("otherwise", { word: before.word }) : ""}${t("full_stop")}`;
}

// What the verdict on a thesis rests on: all of it as the map has it, else how many stand on either side.
function restingOn(thesis) {
  if (!whatIf.isOn || !isTried()) return judging.resting[thesis] ?? tallyWords(thesis);
  const told = tallyWords(thesis);
  return told && `${theses.length > 1 ? t("on_one_thesis", { id: nodes[thesis].id }) : t("on_the_thesis")}: ${told.charAt(0).toLowerCase()}${told.slice(1)}`;
}

const restingWords = () => theses.slice(0, MOST_TOLD).map(restingOn).filter(Boolean).join(" ");

// How many of those that speak for a claim or step stand or are undecided, and of those against it, with which force where
// that was weighed; nothing if nobody speaks of it.
function tallyWords(node) {
  const { pros, cons, ground, isWeighed } = spokenOf(current, node);
  const force = (given, isMost) => (isWeighed && given !== null ? t(isMost ? "force_at_most" : "force", { force: given }) : "");
  const told = [pros, cons].map(({ standing, undecided, number, force: given, mayHave }, at) => {
    if (!number) return "";
    const stand = t(at ? "stand_against" : "stand_for", { count: standing, number }) + force(given, standing > 1);
    const fall = number - standing - undecided;
    return [stand, undecided ? t("so_many_undecided", { count: undecided }) + force(mayHave, true) : "", fall ? t("so_many_fall", { count: fall }) : ""].filter(Boolean).join(t("comma"));
  });
  const kind = isClaim(node) ? "ground" : "strength";
  const [besides, alone] = isClaim(node) ? ["and_own_ground", "for_it_ground"] : ["and_own_strength", "for_it_strength"];
  if (ground !== null) told[0] = (told[0] ? `${told[0]}${t(besides)}` : t(alone)) + force(ground);
  const all = told.filter(Boolean).join(t("semicolon"));
  return all && `${capital(all)}${t("full_stop")}`;
}

function sealIcon(verdict) {
  return draw("svg", { class: "seal-icon", width: 17, height: 17, viewBox: "-7 -7 14 14", "aria-hidden": "true" }, sealFigure(verdict, 0, 0));
}

const verdictWord = (verdict) => make("strong", { class: "verdict-word" }, sealIcon(verdict), capital(verdict.word));

// Everything outside the drawing that tells of verdicts.
function showJudged() {
  byId("cw-verdicts").setAttribute("aria-pressed", String(whatIf.isOn));
  byId("cw-judged").hidden = !whatIf.isOn;
  fillBar();
  fillSeen();
  fillPrinted();
  fillLegend();
  fillSideVerdict();
  renderOutline();
  renderSides();
  writeAddress();
  repaint();
}

function fillBar() {
  const { verdict } = nodes[map.thesis];
  if (!verdict) return byId("cw-judged-words").replaceChildren();
  const besides = triedBesides();
  const tried = [...besides.rejected, ...besides.granted].map(triedButton);
  const told = theses.slice(0, MOST_TOLD).map((thesis) => [sealIcon(nodes[thesis].verdict), make("span", {}, wordsOn(thesis))]);
  byId("cw-judged-words").replaceChildren(...(theses.length > 1 ? told.map((one) => make("div", {}, ...one)) : told[0]),
    ...(moreTheses() ? [make("div", {}, moreTheses())] : []));
  byId("cw-tried").replaceChildren(...(isTried() ? [
    ...seenLead(), tried.length ? make("span", { class: "tried-lead" }, t("what_if")) : "", ...tried,
    make("button", { type: "button", id: "cw-take-all-back", title: `${t("take_all_back")} (Z)` }, t("as_the_map_has_it")),
  ] : [make("span", { class: "quiet" }, t("try_hint"))]));
}

function triedButton(node) {
  const word = t(whatIf.rejected.has(node) ? "rejected" : "granted");
  const button = make("button", { type: "button", class: "tried", title: t("take_back") },
    make("span", { class: "unseen" }, `${t("take_back")}: `), said("span", nameOf(node), "tried-name"), make("span", { class: "tried-word" }, word),
    make("span", { "aria-hidden": "true" }, "×"));
  button.dataset.tried = node;
  return button;
}

function fillPrinted() {
  const told = (word, chosen) => (chosen.length ? ` ${word}: ${chosen.map((node) => t("quoted", { text: nameOf(node) })).join(", ")}.` : "");
  const { rejected, granted } = triedBesides();
  const verdict = whatIf.isOn ? `${thesisWords()} ${judging.circumstances} ${restingWords()}` : "";
  const whatElse = rejected.length + granted.length ? ` ${t("what_if")}${told(capital(t("rejected")), rejected)}${told(capital(t("granted")), granted)}` : "";
  byId("cw-print-verdict").textContent = `${verdict}${isSeenAs() ? ` ${seenWords()}.` : ""}${whatElse}`;
}

const verdictLegend = () => (whatIf.isOn ? [
  ...["in", "out", "undecided"].map((verdict) => ({ name: verdict, words: judging.words[verdict] })),
  { name: "decisive", words: t(theses.length > 1 ? "carried_a_verdict" : "carried_the_verdict") },
  ...(isTried() ? [{ name: "tried", words: t(isSeenAs() ? "held_so" : "tried_out") }] : []),
] : []);

const legendEntries = () => [...map.legend, ...sideLegend(), ...verdictLegend()];

function fillLegend() {
  for (const id of ["cw-legend", "cw-print-legend"]) byId(id).replaceChildren(...legendEntries().map(legendEntry));
}

// The verdict on the chosen node in the side panel, and what can be tried out.
function fillSideVerdict() {
  const room = byId("cw-side-verdict");
  if (!room) return;
  const had = room.contains(document.activeElement) ? document.activeElement.id : "";
  room.replaceChildren(...(whatIf.isOn ? sideVerdict(Number(room.dataset.of)) : []));
  if (had) (byId(had) || byId("cw-reject")).focus();
}

function sideVerdict(node) {
  const { verdict } = nodes[node];
  const isOverruled = whatIf.rejected.has(node) || whatIf.granted.has(node);
  const before = isTried() ? verdictIn(asWritten, node) : null;
  const isTold = !isClaim(node) && verdict.reason === "stands"; // by its premises, below
  const deciders = isTold ? [] : decidersOf(current, node).filter((decider) => nodes[decider]);
  return [
    make("p", { class: "side-verdict" }, verdictWord(verdict), make("span", {}, `: ${verdict.why}.`)),
    before && before.verdict !== verdict.verdict ? make("p", { class: "quiet" }, t("before_it_was", { word: before.word, why: before.why })) : null,
    make("p", { class: "try-out", role: "group", "aria-label": t("try_out") },
      tryButton("cw-reject", "R", whatIf.rejected.has(node), t("reject"), t("rejected_take_back")),
      canBeGranted(node) ? tryButton("cw-grant", "G", whatIf.granted.has(node), t("grant"), t("granted_take_back")) : null),
    restingPart(node),
    isOverruled || !isDecisive(node) ? null : make("p", { class: "quiet" }, t(theses.length > 1 ? "decides_a_thesis" : "decides_the_thesis")),
    decidedBy(deciders),
  ].filter(Boolean);
}

function restingPart(node) {
  const told = theses.includes(node) ? restingOn(node) : tallyWords(node);
  return told ? make("p", { class: "quiet" }, told) : null;
}

function decidedBy(deciders) {
  const links = deciders.slice(0, MOST_DECIDERS).map((decider) => (isClaim(decider) ? nodeLink(decider) : argumentLink(decider)));
  if (deciders.length > links.length) links.push(make("span", { class: "gist" }, t("and_more", { count: deciders.length - links.length })));
  return section(t("decided_by"), list(links));
}

const tryButton = (id, key, isPressed, word, pressedWord) => make("button", {
  type: "button", id, class: "try", "aria-pressed": String(isPressed), "aria-keyshortcuts": key, title: `${word} (${key})`,
}, isPressed ? pressedWord : word);

// --- the beginning ------------------------------------------------------------------------------------------------

function beginVerdicts() {
  judging = map.judging || null;
  [framework, asWritten, current, ways] = [judging && readFramework(judging.framework), null, null, new Map()];
  if (judging) asWritten = evaluate(framework, [], []);
  Object.assign(whatIf, { isOn: false, rejected: new Set(), granted: new Set(), seenBy: -1 });
  byId("cw-verdicts").hidden = !judging;
  byId("cw-judged").hidden = true;
  beginPositions();
  fillLegend();
  if (!judging) return;
  const asked = readAddressPart(addressed().split("?")[1] || "");
  if (!asked && !judging.shown) return;
  adopt(asked || { rejected: new Set(judging.rejected), granted: new Set(judging.granted), seenBy: -1 });
  whatIf.isOn = true;
  swapSizes();
  judge();
}
