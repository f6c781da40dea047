// What the page says: entries by what they say instead of by their ids, and what a change did, in sentences.
"use strict";

const claimOf = (id) => now.state && now.state.map && now.state.map.claims[id];
const argumentOf = (id) => now.state && now.state.map && now.state.map.arguments[id];
const textOf = (claim) => (typeof claim === "string" ? claim : claim.text);
const wordsOf = (id) => wordsIn(now.state, id) || id;
const short = (words) => (words.length > 160 ? `${words.slice(0, 157)}…` : words);

// Say what was done in words: entries by what they say, verdicts as sentences. `before` is the state it was done to.
function tell(done, before) {
  const { verdicts, findings, cruxes } = done.answer;
  const words = (id) => `“${short(wordsIn(now.state, id) || wordsIn(before, id) || id)}”`;
  const named = (ids) => ids.map(words).join(" and ");
  const theses = new Set(verdicts.theses.map((one) => one.id));
  const first = verdicts.theses.filter((one) => one.after).map((one) =>
    [one.before === one.after ? `${words(one.id)} ${SAID[one.after]}, as before.` : `${words(one.id)} ${SAID[one.after]} now; it ${WAS[one.before]} before.`, one.before !== one.after]);
  const turned = verdicts.turned.filter((one) => !theses.has(one.id)).map((one) => [`${words(one.id)} ${SAID[one.after]} now; it ${WAS[one.before]} before.`, true]);
  const gone = findings.gone.map((one) => [`No longer: ${inWords(one.message, before)}`, false]);
  const come = findings.new.map((one) => [`New ${one.severity}: ${inWords(one.message)}`, false]);
  const hangs = (cruxes ? cruxes.new : []).map((one) => [`It hangs on this now: without ${one.reject.map(({ any_of: ids }) => ids.map(words).join(" or ")).join(", and ")} the thesis ${SAID[one.verdict]}.`, false]);
  const met = done.is_merged ? [["The file had been changed in the meantime; both changes stand in it now.", false]] : [];
  const added = done.answer.changed.added.filter((one) => one.section === "claims").map((one) => one.id);
  const what = !first.length && added.length ? [[`Added: ${named(added)}.`, false]] : [];
  const all = [...met, ...what, ...first, ...turned, ...come, ...gone, ...hangs];
  const lines = (all.length ? all : [["Done.", false]]).map(([line, isTurned]) => make("li", { class: isTurned ? "turned" : null, dir: "auto" }, line));
  showTold(lines);
}

// Say which verdicts what was typed has turned, those on theses first; nothing where it turned none.
function tellTurned(before) {
  const { verdicts, map } = now.state;
  const turned = Object.keys(verdicts).filter((id) => id in before.verdicts && before.verdicts[id] !== verdicts[id]);
  const isThesis = (id) => map.theses.includes(id);
  const lines = [...turned.filter(isThesis), ...turned.filter((id) => !isThesis(id))].map((id) =>
    make("li", { class: "turned", dir: "auto" }, `“${short(wordsOf(id))}” ${SAID[verdicts[id]]} now; it ${WAS[before.verdicts[id]]} before.`));
  if (lines.length) showTold(lines);
}

const SAID = { in: "stands", out: "falls", undecided: "is undecided" };
const HEADS = { in: "Stands", out: "Falls", undecided: "Undecided" };
const WAS = { in: "stood", out: "fell", undecided: "was undecided", null: "had no verdict", undefined: "had no verdict" };
// What something says in a state: an argument without a name says what its premises do.
const wordsIn = (state, id) => {
  const map = state && state.map;
  if (!map) return "";
  if (map.claims[id]) return textOf(map.claims[id]);
  const argument = map.arguments[id];
  if (!argument) return "";
  return argument.title || argument.premises.map((premise) => (map.claims[premise] ? textOf(map.claims[premise]) : premise)).join(" & ");
};

// A message with what its ids say in their place: who works here sees no ids.
const inWords = (message, before = null) => message.replace(/`([^`\s]+)`/g, (whole, id) => {
  const words = wordsIn(now.state, id) || wordsIn(before, id);
  return words ? `“${brief(words)}”` : whole;
});
const brief = (words) => (words.length > 80 ? `${words.slice(0, 77)}…` : words);

// The first lines, and the rest on demand: what comes first is what matters.
function showTold(lines) {
  const few = window.matchMedia("(max-width: 700px)").matches ? 1 : 3;
  byId("told-lines").replaceChildren(...lines);
  byId("told").hidden = !lines.length;
  lines.slice(few).forEach((line) => (line.hidden = true));
  if (lines.length > few) {
    const more = make("button", { type: "button" }, `${lines.length - few} more`);
    more.addEventListener("click", () => {
      lines.forEach((line) => (line.hidden = false));
      more.parentNode.remove();
    });
    byId("told-lines").append(make("li", {}, more));
  }
}
