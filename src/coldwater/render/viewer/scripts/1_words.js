// What the page says itself, in the language that was asked for: phrases by key, in which {names} are filled in.

const isLeftward = document.documentElement.dir === "rtl";

// A phrase; a number called `count` chooses between that of one and that of several.
function t(key, values = {}) {
  const told = map.phrases[key];
  const phrase = typeof told === "string" ? told : told[values.count === 1 ? 0 : 1];
  return phrase.replace(/\{(\w+)\}/g, (place, name) => (name in values ? String(values[name]) : place));
}

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

// Whether a text is written from right to left: its first letter decides.
function isFromTheRight(text) {
  const letter = /\p{L}/u.exec(text);
  return letter !== null && /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u.test(letter[0]);
}

function sortWord(node) {
  const entry = nodes[node];
  if (entry.thesis) return t("thesis");
  if (entry.rival) return t(theses.length > 1 ? "rival_of_a_thesis" : "rival_of_the_thesis");
  if (entry.sort === "claim") return t(entry.implicit ? "unstated_premise" : "claim");
  return t("argument_that", { word: map.signs[entry.relation].word.toLowerCase() });
}

const sideWord = (node) => ["", t("side_pro"), t("side_con"), t("side_both")][sides[node]];
const spoken = (node) => `${sortWord(node)}: ${nodes[node].text}${nodes[node].verdict ? ` ${t("verdict_is", { word: nodes[node].verdict.word })}` : ""}`;
