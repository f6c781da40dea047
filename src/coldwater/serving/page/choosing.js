// Choosing one of many things by typing a part of it: the outline of a text, what can be done at a place.
"use strict";

const MOST_SHOWN = 200;

// Ask for one of `items`, each {words, detail, depth}. Gives the one that was chosen, or null.
function chooseFrom({ title, items, empty }) {
  return new Promise((done) => {
    const chooser = document.getElementById("chooser");
    const input = make("input", { type: "text", id: "chooser-words", role: "combobox", autocomplete: "off", spellcheck: "false", dir: "auto", "aria-expanded": "true", "aria-controls": "chooser-list", "aria-labelledby": "chooser-heading" });
    const list = make("ul", { id: "chooser-list", role: "listbox", "aria-labelledby": "chooser-heading" });
    const note = make("p", { class: "hint", role: "status" });
    const stop = make("button", { type: "button" }, "Cancel");
    let shown = [];
    let at = 0;
    const end = (item) => {
      chooser.close();
      chooser.replaceChildren();
      done(item);
    };
    const mark = (number) => {
      at = Math.max(0, Math.min(number, shown.length - 1));
      [...list.children].forEach((option, index) => option.setAttribute("aria-selected", String(index === at)));
      const marked = list.children[at];
      input.setAttribute("aria-activedescendant", marked ? marked.id : "");
      if (marked) marked.scrollIntoView({ block: "nearest" });
    };
    const look = () => {
      const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      const found = items.filter((item) => words.every((word) => `${item.words} ${item.detail || ""}`.toLowerCase().includes(word)));
      shown = found.slice(0, MOST_SHOWN);
      list.replaceChildren(...shown.map((item, number) => {
        const option = make("li", { role: "option", id: `chooser-${number}`, class: `depth-${words.length ? 0 : Math.min(item.depth || 0, 8)}` },
          make("span", { dir: "auto" }, item.words), item.detail ? make("span", { class: "hint", dir: "auto" }, item.detail) : null);
        option.addEventListener("click", () => end(item));
        return option;
      }));
      note.textContent = !found.length ? empty || "Nothing has these words." : found.length > shown.length ? `${found.length - shown.length} more; type a part of what you look for.` : "";
      mark(0);
    };
    const move = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };
    input.addEventListener("input", look);
    input.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      if (event.key in move) {
        event.preventDefault();
        mark(at + move[event.key]);
      } else if (event.key === "Enter" && shown.length) {
        event.preventDefault();
        end(shown[at]);
      }
    });
    stop.addEventListener("click", () => end(null));
    chooser.oncancel = (event) => {
      event.preventDefault();
      end(null);
    };
    chooser.replaceChildren(make("h2", { id: "chooser-heading" }, title), input, note, list, make("div", { class: "buttons" }, stop));
    look();
    chooser.showModal();
    input.focus();
  });
}
