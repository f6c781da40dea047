// Forms: what is asked before something is done. A form stays open with what was typed until it is done or given up.
"use strict";

const form = document.getElementById("form");

function make(name, attributes = {}, ...content) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(key, "");
    else if (value !== undefined && value !== null && value !== false) made.setAttribute(key, value);
  }
  made.append(...content.filter((part) => part !== undefined && part !== null && part !== ""));
  return made;
}

// A field: {name, label, hint, kind: line | text | choice | flag | file, value, options, isNeeded}; with `when: [other,
// ...values]` it is there only as long as another field has one of the values.
function fieldOf(field) {
  const made = bareField(field);
  if (field.when) made.dataset.when = field.when.join("\n");
  return made;
}

// Show the fields that are there now, and hide the others.
function showFields(body) {
  for (const field of body.querySelectorAll("[data-when]")) {
    const [name, ...values] = field.dataset.when.split("\n");
    const other = body.querySelector(`[name="${name}"]`);
    field.hidden = !values.includes(other.type === "checkbox" ? String(other.checked) : other.value);
  }
}

function bareField(field) {
  const id = `form-${field.name}`;
  const hint = field.hint ? make("span", { class: "hint" }, ` ${field.hint}`) : null;
  if (field.kind === "flag") {
    const box = make("input", { type: "checkbox", id, name: field.name, checked: field.value });
    return make("label", { class: "flag", for: id }, box, make("span", {}, field.label, hint));
  }
  const label = make("label", { for: id }, field.label, hint);
  const shared = { id, name: field.name, required: field.isNeeded, dir: "auto" };
  if (field.kind === "choice") {
    const options = field.options.map(([value, words]) => make("option", { value, selected: value === field.value }, words));
    return make("div", {}, label, make("select", { ...shared, dir: null }, ...options));
  }
  if (field.kind === "file") return make("div", {}, label, make("input", { ...shared, dir: null, type: "file" }));
  if (field.kind === "line") return make("div", {}, label, make("input", { ...shared, type: "text", value: field.value || "", autocomplete: "off" }));
  const area = make("textarea", { ...shared, rows: field.rows || 3 });
  area.value = field.value || "";
  return make("div", {}, label, area);
}

function given() {
  const values = {};
  for (const input of form.querySelectorAll("input, textarea, select")) {
    if (!input.name || (input.type === "radio" && !input.checked)) continue;
    values[input.name] = input.type === "checkbox" ? input.checked : input.type === "file" ? input.files[0] : input.value.trim();
  }
  return values;
}

// Open the form with what `build` makes of how it ends, and of the button that gives it up, as Escape does too: then it
// ends with `none`.
function opened(none, build) {
  return new Promise((done) => {
    const end = (value) => {
      form.close();
      form.replaceChildren();
      done(value);
    };
    const stop = make("button", { type: "button" }, "Cancel");
    stop.addEventListener("click", () => end(none));
    form.oncancel = (event) => {
      event.preventDefault();
      end(none);
    };
    const body = build(end, stop);
    form.replaceChildren(body);
    form.showModal();
    (body.querySelector("textarea, input, select") || body.querySelector("button[type=submit]")).focus();
  });
}

// Ask by a form; `send` does what was asked for and throws what is to be shown; without it the form only tells. `body` is
// shown above the fields. Gives false if it was given up.
function askBy({ title, about: words, fields, button, send, body: shown }) {
  return opened(false, (end, stop) => {
    const refusal = make("div", { class: "refusal", role: "alert", hidden: true });
    const go = make("button", { type: "submit", class: "main" }, button);
    const body = make("form", { method: "dialog" },
      make("h2", { id: "form-heading" }, title), words ? make("p", { class: "about", dir: "auto" }, words) : null,
      shown, ...fields.map(fieldOf), refusal, make("div", { class: "buttons" }, send ? stop : null, go));
    const tryIt = async (values) => {
      go.disabled = true;
      try {
        if (send) await send(values);
        end(true);
      } catch (error) {
        showRefusal(refusal, error, tryIt, values);
      } finally {
        go.disabled = false;
      }
    };
    body.addEventListener("submit", (event) => {
      event.preventDefault();
      tryIt(given());
    });
    body.addEventListener("change", () => showFields(body));
    showFields(body);
    body.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) body.requestSubmit();
    });
    return body;
  });
}

function showRefusal(place, error, tryIt, values) {
  place.replaceChildren(make("p", { dir: "auto" }, inWords(error.message)));
  for (const move of error.instead || []) {
    const button = make("button", { type: "button" }, `Do this instead: ${wordsOfMove(move)}`);
    button.addEventListener("click", () => tryIt({ ...values, instead: move }));
    place.append(button);
  }
  place.hidden = false;
  place.scrollIntoView({ block: "nearest" });
}

// What a move does, as a person would say it.
const MOVE_WORDS = {
  turn: ({ id }) => `turn ${quoted(id)} round`,
  move: ({ id, to }) => `move ${quoted(id)} to ${quoted(to)}`,
  undercut: ({ id, step }) => `let ${quoted(id)} object to ${step ? quoted(step) : "the step"}`,
  rebut: ({ id, claim }) => `let ${quoted(id)} speak against ${claim ? quoted(claim) : "the claim"}`,
  remove: ({ id, from }) => `remove ${quoted(id)}${from ? ` from ${quoted(from)}` : ""}`,
  premise: ({ id }) => `make it one more premise of ${quoted(id)}`,
  reason: (move) => `make it a reason ${move.for ? `for ${quoted(move.for)}` : `against ${quoted(move.against)}`}`,
  set: ({ field, value }) => (field === "shape" && value === "graph" ? "let attacks go in a circle in this map, and do it" : null),
};
const quoted = (id) => `“${brief(wordsOf(id))}”`;

function wordsOfMove(move) {
  const words = MOVE_WORDS[move.move] && MOVE_WORDS[move.move](move);
  return words || Object.entries(move).map(([key, value]) => (key === "move" ? value : `${key} ${typeof value === "string" ? value : JSON.stringify(value)}`)).join(", ");
}

// Let somebody choose, for each thing that was changed here and in the file, what is to stand. Gives null if given up.
function askForChoices(disputes) {
  return opened(null, (end, stop) => {
    const sets = disputes.map((one) => make("fieldset", {},
      make("legend", { dir: "auto" }, nameOfDispute(one)),
      ...[["mine", "What was done here"], ["theirs", "What the file says now"]].map(([word, words]) =>
        make("label", {}, make("input", { type: "radio", name: one.id, value: word, required: true }),
          make("span", {}, words, make("p", { class: "disputed", dir: "auto" }, saidInDispute(one, word)))))));
    const body = make("form", { method: "dialog" }, make("h2", { id: "form-heading" }, "Changed here and in the file"),
      make("p", { class: "about" }, "Somebody else, or a program, changed the same in the meantime. What is to stand? Nothing is written before you choose."),
      ...sets, make("div", { class: "buttons" }, stop, make("button", { type: "submit", class: "main" }, "Write this")));
    body.addEventListener("submit", (event) => {
      event.preventDefault();
      end(given());
    });
    return body;
  });
}

const FIELD_WORDS = { text: "", title: "", premises: "because", supports: "for", attacks: "against", implicit: "unstated", cites: "cites" };

function nameOfDispute({ section, id, base }) {
  const sort = { claims: "Claim", arguments: "Argument", sources: "Source" }[section];
  if (!sort) return section ? `${section} ${id}` : id;
  const words = typeof base === "string" ? base : base && (base.text || base.title);
  return `${sort} “${brief(words || wordsOf(id))}”`;
}

// What one side says of something, as far as the other says it otherwise.
function saidInDispute(dispute, side) {
  const [own, other] = side === "mine" ? [dispute.mine, dispute.theirs] : [dispute.theirs, dispute.mine];
  if (own === null) return "It is removed.";
  if (typeof own !== "object" || Array.isArray(own)) return saidOf(own);
  const others = other !== null && typeof other === "object" ? other : typeof other === "string" ? { text: other } : {};
  const fields = Object.keys(own).filter((key) => JSON.stringify(own[key]) !== JSON.stringify(others[key]));
  const gone = Object.keys(others).filter((key) => !(key in own)).map((key) => `no ${FIELD_WORDS[key] || key}`);
  const parts = fields.map((key) => `${FIELD_WORDS[key] === undefined ? `${key}: ` : FIELD_WORDS[key] ? `${FIELD_WORDS[key]}: ` : ""}${saidOf(own[key])}`);
  return [...parts, ...gone].join("; ");
}

const saidOf = (value) => (Array.isArray(value) && value.every((one) => typeof one === "string") ? value.map((one) => quoted(one)).join(" & ")
  : typeof value === "string" ? (claimOf(value) || argumentOf(value) ? quoted(value) : value) : value === true ? "yes" : JSON.stringify(value));
