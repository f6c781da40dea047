// The drawing: the very page that coldwater render writes, framed. A newer state of the same map is shown in it, so that
// what is chosen, folded and looked at stays; another map is loaded anew.
"use strict";

const drawing = {
  frame: null,
  name: null,
  version: null,
  count: 0,
  letters: new Set(), // that the page in the frame has the forms of
  took: 0, // milliseconds that it took to get the last state and to show it
  wanted: null,
  showing: Promise.resolve(),
  choose: () => {},
  onKey: () => {},

  // Show a state of a map; of several that are asked for at once the last one. Gives whether it can be drawn: what
  // cannot leaves the last drawing as it is.
  show(name, version) {
    this.wanted = [name, version];
    const showing = this.showing.then(() => this.showWanted());
    this.showing = showing.catch(() => {});
    return showing;
  },

  async showWanted() {
    const [name, version] = this.wanted;
    if (this.name === name && this.version === version) return true;
    if (this.name !== name) return this.open(name, version);
    const begun = performance.now();
    let given;
    try {
      given = await ask(`/drawing?${about(name)}`);
    } catch (error) {
      if (error.status === 422) return false;
      throw error;
    }
    if (this.name !== name) return true;
    this.frame.contentWindow.coldwater.show(given.data);
    this.took = performance.now() - begun;
    this.version = given.version;
    this.look();
    this.bringLetters(JSON.stringify(given.data));
    return true;
  },

  // Bring the font's forms of characters that the page did not have when it was opened.
  async bringLetters(text) {
    const fresh = [...new Set(text)].filter((character) => character > "~" && !this.letters.has(character));
    for (const character of fresh) this.letters.add(character);
    if (!fresh.length) return;
    const inner = this.frame.contentWindow;
    for (let at = 0; at < fresh.length; at += 400) {
      const { faces } = await ask(`/letters?of=${encodeURIComponent(fresh.slice(at, at + 400).join(""))}`);
      for (const { family, source, weight, style, range } of faces) {
        inner.document.fonts.add(await new inner.FontFace(family, source, { weight, style, unicodeRange: range }).load());
      }
    }
  },

  async open(name, version) {
    const turn = ++this.count;
    const frame = make("iframe", { title: `Drawing of ${name}`, src: `/page?${about(name)}&version=${version}`, class: "waiting" });
    document.getElementById("drawing").append(frame);
    await new Promise((done) => frame.addEventListener("load", done, { once: true }));
    const inner = frame.contentWindow;
    if (turn !== this.count || !inner.coldwater) {
      frame.remove();
      return turn !== this.count; // another map is on its way; else it cannot be drawn
    }
    frame.className = "";
    if (this.frame) this.frame.remove();
    [this.frame, this.name, this.version] = [frame, name, version];
    for (const event of ["click", "keyup"]) inner.document.addEventListener(event, () => this.look());
    inner.addEventListener("hashchange", () => this.look());
    inner.document.addEventListener("keydown", (event) => this.onKey(event), true);
    this.letters = new Set(inner.document.getElementById("cw-data").textContent);
    dragging.listen(frame);
    this.look();
    return true;
  },

  // The id of what is chosen in the drawing; "" for nothing.
  chosen() {
    if (!this.frame) return "";
    const hash = this.frame.contentWindow.location.hash.slice(1).split("?")[0];
    try {
      return decodeURIComponent(hash);
    } catch {
      return hash;
    }
  },

  look() {
    this.choose(this.chosen());
  },

  // Choose something, and bring it into view, with others as far as all can be read together.
  goTo(id, others = []) {
    if (this.frame) this.frame.contentWindow.coldwater.choose(id, others);
  },

  clear(words) {
    this.count++;
    if (this.frame) this.frame.remove();
    [this.frame, this.name, this.version] = [null, null, null];
    const nothing = document.getElementById("nothing");
    nothing.textContent = words;
    nothing.hidden = !words;
  },
};
