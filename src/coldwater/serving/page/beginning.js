// A new map: of a sentence, of a text that was pasted (an outline is read as one; of prose the person picks the sentences
// that are claims and says what each is), or of a file.
"use strict";

const SENTENCES = ""; // among the formats: not a format, but sentences to pick from
const ROLES = [
  ["", "leave out"], ["thesis", "what the map is about"], ["for", "a reason for …"], ["against", "a reason against …"],
  ["with", "needed together with …"], ["alone", "a claim, not related yet"],
];

// Lines that are indented or begin with a dash are points below one another, and no prose.
function isOutline(words) {
  const lines = words.split("\n").filter((line) => line.trim());
  const points = lines.filter((line) => /^(\s+\S|\s*([-*•+>]|\d+[.)])\s)/.test(line));
  return lines.length > 1 && points.length >= lines.length / 2;
}

async function newMap() {
  const imports = (now.lists && now.lists.imports) || [];
  const asked = askBy({
    title: "New map", button: "Go on", about: "What do you begin with?",
    fields: [
      { name: "begin", label: "Begin with", kind: "choice", value: "sentence", options: [["sentence", "a sentence to argue for or against"], ["pasted", "a text that I paste: prose, or an outline"], ["file", "a file: Kialo, Argdown, a mind map, a table, …"]] },
      { name: "thesis", when: ["begin", "sentence"], label: "The sentence to argue for or against", kind: "text", rows: 2 },
      { name: "pasted", when: ["begin", "pasted"], label: "The text", kind: "text", rows: 8 },
      { name: "format", when: ["begin", "pasted"], label: "Read it as", kind: "choice", value: SENTENCES, options: [[SENTENCES, "sentences, of which I pick the claims"], ["outline", "an outline: a point a line, indented below what it is about"], ...imports.filter((one) => one.name !== "outline").map((one) => [one.name, one.words])] },
      { name: "file", when: ["begin", "file"], label: "The file", kind: "file" },
      { name: "title", label: "Title", hint: "May be left out.", kind: "line" },
    ],
    send: async ({ begin, title, thesis, pasted, format, file }) => {
      if (begin === "sentence") return making({ title, thesis });
      if (begin === "file") {
        if (!file) throw new Error("Choose a file.");
        return making({ file: file.name, ...(title ? { title } : {}), text: await file.text() });
      }
      if (!pasted) throw new Error("Paste a text.");
      if (format !== SENTENCES) return making({ text: pasted, format, title });
      const { sentences } = await ask("/sentences", { text: pasted });
      return void setTimeout(() => pickSentences(title, sentences));
    },
  });
  byId("form-pasted").addEventListener("input", () => {
    if ([SENTENCES, "outline"].includes(byId("form-format").value)) byId("form-format").value = isOutline(byId("form-pasted").value) ? "outline" : SENTENCES;
  });
  return asked;
}

// Let somebody say what each sentence of a text is. Nothing is guessed: all are left out at first.
function pickSentences(title, sentences) {
  const rows = sentences.map((one) => {
    const number = one.number;
    const role = make("select", { "aria-label": `Sentence ${number} is`, "data-role": number }, ...ROLES.map(([value, words]) => make("option", { value }, words)));
    const to = make("select", { "aria-label": `Sentence ${number} belongs to`, "data-to": number, hidden: true });
    return make("li", { value: number, "data-number": number }, make("p", { dir: "auto" }, one.text), make("div", { class: "row" }, role, to));
  });
  const list = make("ol", { class: "sentences" }, ...rows);
  const roleOf = (number) => list.querySelector(`[data-role="${number}"]`).value;
  const numbered = sentences.map((one) => [one.number, one.text]);
  // Only what is picked can be named; what was chosen stays chosen.
  const look = () => {
    const picked = numbered.filter(([number]) => roleOf(number));
    const theses = picked.filter(([number]) => roleOf(number) === "thesis");
    for (const [number] of numbered) {
      const role = roleOf(number);
      const to = list.querySelector(`[data-to="${number}"]`);
      const row = list.querySelector(`[data-number="${number}"]`);
      row.classList.toggle("is-picked", Boolean(role));
      row.dataset.is = role;
      to.hidden = !["for", "against", "with"].includes(role);
      if (to.hidden) continue;
      const others = picked.filter(([other]) => other !== number && (role !== "with" || ["for", "against", "with"].includes(roleOf(other))));
      const before = to.value;
      to.replaceChildren(...(others.length ? others : [["", "pick another sentence first"]]).map(([other, words]) => make("option", { value: other }, other ? `${other}. ${short(words)}` : words)));
      const offered = others.map(([other]) => String(other));
      const likely = role !== "with" && theses.length ? String(theses[0][0]) : offered[offered.length - 1];
      to.value = offered.includes(before) ? before : likely || "";
    }
  };
  list.addEventListener("change", look);
  const asked = askBy({
    title: "Which sentences are claims?", button: "Make the map",
    about: "Say of each sentence what it is; what is no claim is left out. Pick at least one that the map is about.",
    body: list,
    fields: [
      { name: "title", label: "Title", hint: "May be left out.", kind: "line", value: title },
      { name: "cites", label: "Each claim cites the text, word for word", kind: "flag", value: false },
      { name: "source", when: ["cites", "true"], label: "What the text is called, as a source", kind: "line" },
    ],
    send: ({ title: named, cites, source }) => {
      const picked = numbered.filter(([number]) => roleOf(number)).map(([number, text]) => {
        const to = list.querySelector(`[data-to="${number}"]`);
        return { number, text, role: roleOf(number), ...(to.hidden || !to.value ? {} : { to: Number(to.value) }) };
      });
      return making({ title: named, sentences: picked, ...(cites ? { source: source || named || "The pasted text" } : {}) });
    },
  });
  look();
  return asked;
}

async function making(asked) {
  const made = await ask("/new", asked);
  await listMaps();
  byId("maps").value = made.map;
  await open_(made.map);
  showTold([make("li", {}, `${made.map} is there.`), ...made.losses.map((loss) => make("li", {}, `Not in the map: ${loss}`))]);
}
