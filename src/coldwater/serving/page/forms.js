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

// A field: {name, label, hint, kind: line | text | choice | flag | file, value, options, isNeeded}.
function fieldOf(field) {
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

// Ask by a form; `send` does what was asked for and throws what is to be shown. Gives false if it was given up.
function askBy({ title, about: words, fields, button, send, body: shown }) {
  return new Promise((done) => {
    const refusal = make("div", { class: "refusal", role: "alert", hidden: true });
    const go = make("button", { type: "submit", class: "main" }, button);
    const stop = make("button", { type: "button" }, "Cancel");
    const body = make("form", { method: "dialog" },
      make("h2", { id: "form-heading" }, title), words ? make("p", { class: "about", dir: "auto" }, words) : null,
      shown, ...fields.map(fieldOf), refusal, make("div", { class: "buttons" }, shown ? null : stop, go));
    const end = (was) => {
      form.close();
      form.replaceChildren();
      done(was);
    };
    const tryIt = async (values) => {
      go.disabled = true;
      try {
        await send(values);
        end(true);
      } catch (error) {
        showRefusal(refusal, error, tryIt, values);
      } finally {
        go.disabled = false;
      }
    };
    stop.addEventListener("click", () => end(false));
    form.oncancel = (event) => {
      event.preventDefault();
      end(false);
    };
    body.addEventListener("submit", (event) => {
      event.preventDefault();
      tryIt(given());
    });
    body.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) body.requestSubmit();
    });
    form.replaceChildren(body);
    form.showModal();
    (body.querySelector("textarea, input, select") || go).focus();
  });
}

function showRefusal(place, error, tryIt, values) {
  place.replaceChildren(make("p", { dir: "auto" }, error.message));
  for (const move of error.instead || []) {
    const button = make("button", { type: "button" }, `Do this instead: ${wordsOfMove(move)}`);
    button.addEventListener("click", () => tryIt({ ...values, instead: move }));
    place.append(button);
  }
  place.hidden = false;
  place.scrollIntoView({ block: "nearest" });
}

const wordsOfMove = (move) => Object.entries(move).map(([key, value]) => (key === "move" ? value : `${key} ${typeof value === "string" ? value : JSON.stringify(value)}`)).join(", ");

// Let somebody choose, for each thing that was changed here and in the file, what is to stand. Gives null if given up.
function askForChoices(disputes) {
  return new Promise((done) => {
    const show = (value) => (value === null ? "(removed)" : typeof value === "string" ? value : JSON.stringify(value, null, 1));
    const sets = disputes.map((one) => make("fieldset", {},
      make("legend", {}, one.section ? `${one.section.replace(/s$/, "")} ${one.id}` : one.id),
      ...[["mine", "What was done here"], ["theirs", "What the file says now"]].map(([word, words]) =>
        make("label", {}, make("input", { type: "radio", name: one.id, value: word, required: true }),
          make("span", {}, words, make("pre", { dir: "auto" }, show(one[word])))))));
    const stop = make("button", { type: "button" }, "Cancel");
    const body = make("form", { method: "dialog" }, make("h2", { id: "form-heading" }, "Changed here and in the file"),
      make("p", { class: "about" }, "Somebody else, or a program, changed the same in the meantime. What is to stand? Nothing is written before you choose."),
      ...sets, make("div", { class: "buttons" }, stop, make("button", { type: "submit", class: "main" }, "Write this")));
    const end = (choices) => {
      form.close();
      form.replaceChildren();
      done(choices);
    };
    stop.addEventListener("click", () => end(null));
    form.oncancel = (event) => {
      event.preventDefault();
      end(null);
    };
    body.addEventListener("submit", (event) => {
      event.preventDefault();
      end(given());
    });
    form.replaceChildren(body);
    form.showModal();
    body.querySelector("input").focus();
  });
}
