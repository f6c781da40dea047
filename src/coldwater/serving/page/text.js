// The text of the map that is open, as one document with the drawing: what is typed is written as soon as it can be drawn,
// what changes elsewhere is put into the text around what is being typed. `pending` is what was typed since `synced`.
"use strict";

const THIS_PAGE = `${Date.now()} ${Math.random()}`;

const textPane = {
  name: null, // the map whose text is here
  editor: null,
  synced: null, // {version, doc}: the text of the file as it was met last
  pending: null,
  since: null, // what was typed while an answer is on its way
  work: Promise.resolve(),
  timer: null,
  firstKey: 0,
  lastKey: 0,
  undone: 0, // how many steps the server took back since what was typed was taken back here
  isHeld: false, // a choice is open that the person has put off
  isRemote: false,
  hasWritten: false, // something typed was written, and the page has not told yet what that did

  get isOpen() { return this.editor !== null; },
  get isDirty() { return this.isOpen && !this.editor.view.state.doc.eq(this.synced.doc); },
  get canRedo() { return this.isOpen && codemirror.redoDepth(this.editor.view.state) > 0; },
  get storeKey() { return `coldwater ${now.lists ? now.lists.key : ""} ${this.name}`; },

  // --- what is shown ------------------------------------------------------------------------------------------------

  // Show the text of a map. What was typed into it before and could not be written comes back.
  async open(name) {
    if (this.name === name && this.isOpen) return this.look();
    this.close();
    this.name = name;
    let held;
    try {
      await loadCodeMirror();
      held = await ask(`/text?${about(name)}`);
    } catch (error) {
      return this.say(error.message, true);
    }
    if (this.name !== name || this.isOpen) return undefined;
    const kept = now.state && now.state.is_read_only ? null : this.kept();
    const base = kept ? { version: kept.version, text: kept.base } : held;
    this.editor = makeEditor(byId("text"), {
      spelling: name.toLowerCase().endsWith(".json") ? "json" : "yaml", isReadOnly: now.state ? now.state.is_read_only : true,
      ask: (question, given, context) => this.ask(question, given, context), typed: (update) => this.typed(update), seen: () => this.lookSoon(), commands: this.commands,
    });
    for (const button of document.querySelectorAll("#pane [data-writes]")) button.hidden = !now.state || now.state.is_read_only;
    this.put({ from: 0, insert: base.text });
    this.editor.forget();
    this.synced = { version: base.version, doc: this.editor.view.state.doc };
    this.pending = codemirror.ChangeSet.empty(this.synced.doc.length);
    if (!kept) return now.state && now.state.version !== held.version ? this.pull(now.state.version) : this.look(); // it may have changed since it was asked for
    this.editor.view.dispatch({ changes: difference(kept.base, kept.text), userEvent: "input.kept" });
    this.keep();
    await this.pull(held.version);
    return this.isDirty && this.say(`What was typed before is here again, and not in the file yet. ${this.why}`, true);
  },

  // Let go of the text; what is not in the file yet is kept by the browser.
  close() {
    if (!this.isOpen) return;
    this.keep();
    clearTimeout(this.timer);
    this.editor.destroy();
    Object.assign(this, { name: null, editor: null, synced: null, pending: null, since: null, undone: 0, isHeld: false });
  },

  say(words, isHalf = false) {
    byId("text-note").textContent = words;
    byId("text-note").className = isHalf ? "half" : "";
    byId("text-write").hidden = byId("text-drop").hidden = !this.isDirty;
    showHistory();
  },

  why: "",

  // Put something into the text that was not typed here.
  put(changes) {
    this.isRemote = true;
    this.editor.view.dispatch({ changes, annotations: codemirror.Transaction.addToHistory.of(false) });
    this.isRemote = false;
  },

  typed(update) {
    if (this.isRemote || !this.pending) return;
    this.pending = this.pending.compose(update.changes);
    if (this.since) this.since = this.since.compose(update.changes);
    if (!update.transactions.some((one) => one.isUserEvent("undo"))) this.undone = 0;
    this.lastKey = Date.now();
    if (this.timer === null) this.firstKey = this.lastKey;
    clearTimeout(this.timer);
    const pause = this.lastKey - this.firstKey > 1500 ? 0 : 300;
    this.timer = setTimeout(() => this.flush(), pause);
    this.say("…");
  },

  // Resolves once nobody has typed for a moment: what takes long waits for it.
  async quiet(pause) {
    while (Date.now() - this.lastKey < pause) await new Promise((done) => setTimeout(done, pause));
  },

  // --- the file -----------------------------------------------------------------------------------------------------

  // Do something once all that was begun before is done.
  queue(work) {
    const done = this.work.then(work, work);
    this.work = done.catch(() => {});
    return done;
  },

  // Write what was typed, if it can be drawn. Gives whether something was written.
  flush(isInsisted = false) {
    clearTimeout(this.timer);
    this.timer = null;
    return this.queue(() => (this.isOpen ? this.send(isInsisted) : false));
  },

  async send(isInsisted) {
    const { view } = this.editor;
    const { doc } = view.state;
    if (!this.isDirty) {
      this.pending = codemirror.ChangeSet.empty(doc.length);
      this.dropKept();
      await this.look();
      return false;
    }
    if (now.state && now.state.is_read_only) return false;
    view.dispatch({ annotations: codemirror.isolateHistory.of("full") });
    this.since = codemirror.ChangeSet.empty(doc.length);
    const asked = { map: this.name, version: this.synced.version, text: doc.toString(), ...this.seenPart(), is_insisted: isInsisted };
    let answer;
    try {
      answer = await this.askedFor(asked, isInsisted);
    } catch (error) {
      this.say(`Not in the file yet: ${error.message}`, true);
    }
    if (!this.isOpen || this.name !== asked.map) return false;
    if (!answer) {
      this.since = null;
      this.keep();
      return false;
    }
    const moved = this.take(answer, doc);
    this.editor.show(answer, moved);
    this.tellOf(answer);
    this.hasWritten = this.hasWritten || answer.is_written;
    return answer.is_written;
  },

  // Send what was typed; where the file holds another change of the same the person chooses.
  async askedFor(asked, isInsisted) {
    try {
      const answer = await ask("/typed", asked);
      this.isHeld = false;
      return answer;
    } catch (error) {
      if (error.isForgotten) return { ...(await ask("/ask/look", asked)), ...(await ask(`/text?${about(asked.map)}`)), is_written: false };
      if (!error.disputes || (this.isHeld && !isInsisted)) throw error;
      const choices = await askForChoices(error.disputes);
      this.isHeld = choices === null;
      if (choices === null) throw error;
      return ask("/typed", { ...asked, choices });
    }
  },

  // Take over what an answer says of the file: `doc` is the text that was sent, if one was. Gives how places move.
  take(answer, doc) {
    const { ChangeSet } = codemirror;
    const base = answer.is_written ? doc : this.synced.doc;
    const local = answer.is_written ? this.since : this.pending;
    const changes = answer.changes ? answer.changes.map(([from, to, insert]) => ({ from, to, insert })) : difference(base.toString(), answer.text);
    const remote = ChangeSet.of(changes, base.length);
    const here = remote.map(local);
    const sent = this.since || ChangeSet.empty(this.editor.view.state.doc.length);
    if (!here.empty) this.put(here);
    this.pending = local.map(remote, true);
    this.synced = { version: answer.version, doc: remote.apply(base) };
    this.since = null;
    if (answer.is_written && !this.isDirty) this.editor.forget();
    if (this.isDirty) this.keep();
    else this.dropKept();
    return (at) => here.mapPos(sent.mapPos(Math.min(at, sent.length)));
  },

  tellOf(answer) {
    const first = answer.findings.find((one) => one.is_in_the_way);
    this.why = answer.problem || (first ? `Line ${first.line}: ${short(first.message)}` : "");
    if (this.isHeld && !first) this.why = "The file was changed in the same place, and the text holds both now: look at it and go on, or write it.";
    if (this.timer !== null) return;
    if (this.isDirty) this.say(`Not in the file yet; the map is shown as it was. ${this.why}`, true);
    else this.say(now.state && now.state.is_read_only ? "Only shown." : answer.is_drawable ? "In the file." : `In the file, and cannot be drawn. ${this.why}`, !answer.is_drawable);
  },

  // Bring a change of the file into the text.
  pull(version) {
    return this.queue(async () => {
      if (!this.isOpen || this.synced.version === version) return;
      if (this.isDirty && !this.isHeld) return void (await this.send(false));
      const { name } = this;
      try {
        const answer = await ask(`/text?${about(name)}&since=${this.synced.version}`);
        if (this.name !== name || !this.isOpen) return;
        this.take(answer, null);
        await this.look();
      } catch (error) {
        this.say(error.message, true);
      }
    });
  },

  // --- what was typed and is not in the file ------------------------------------------------------------------------

  kept() {
    try {
      return JSON.parse(localStorage.getItem(this.storeKey));
    } catch {
      return null;
    }
  },

  keep() {
    if (!this.isDirty) return this.dropKept();
    try {
      localStorage.setItem(this.storeKey, JSON.stringify({ page: THIS_PAGE, version: this.synced.version, base: this.synced.doc.toString(), text: this.editor.view.state.doc.toString() }));
    } catch { /* the browser keeps nothing: whoever leaves the page is warned */ }
    return undefined;
  },

  // Forget what was kept by this page; another one may have the same map open.
  dropKept() {
    const kept = this.kept();
    if (kept && kept.page === THIS_PAGE) localStorage.removeItem(this.storeKey);
  },

  hasKept(name) {
    try {
      return localStorage.getItem(`coldwater ${now.lists ? now.lists.key : ""} ${name}`) !== null;
    } catch {
      return false;
    }
  },

  // --- one history --------------------------------------------------------------------------------------------------

  // Take back what was typed and is not in the file; false if there is nothing such, and the server takes back.
  undoHere() {
    if (!this.isOpen) return false;
    const { view } = this.editor;
    if (this.isDirty && codemirror.undoDepth(view.state)) return codemirror.undo(view);
    if (now.state.can_undo) this.undone++;
    return false;
  },

  // Make again what was taken back here; false if the server took back last.
  redoHere() {
    if (!this.isOpen) return false;
    if (this.undone > 0) {
      this.undone--;
      return false;
    }
    const { view } = this.editor;
    return codemirror.redoDepth(view.state) ? codemirror.redo(view) : this.isDirty;
  },

  // --- what is told of the text -------------------------------------------------------------------------------------

  // Ask something of the text as it is now. Gives null where it is another by the time of the answer.
  async ask(question, given, context) {
    const { doc } = this.editor.view.state;
    const { name } = this;
    const answer = await ask(`/ask/${question}`, { map: name, text: doc.toString(), ...given });
    return this.isOpen && this.name === name && ((context && !context.aborted) || this.editor.view.state.doc.eq(doc)) ? answer : null;
  },

  // The part of the text that is in sight, and as much again around it.
  seenPart() {
    const { view } = this.editor;
    const { from, to } = view.viewport;
    const more = to - from + 2000;
    return { from: Math.max(0, from - more), to: Math.min(view.state.doc.length, to + more) };
  },

  lookTimer: null,

  lookSoon() {
    clearTimeout(this.lookTimer);
    this.lookTimer = setTimeout(() => this.isOpen && this.timer === null && this.look(), 120);
  },

  async look() {
    if (!this.isOpen) return;
    try {
      const answer = await this.ask("look", this.seenPart());
      if (!answer || this.timer !== null) return;
      this.editor.show(answer, (at) => at);
      this.tellOf(answer);
    } catch (error) {
      this.say(error.message, true);
    }
  },

  // Let the entry of a claim or an argument be seen in the text, where one is not at work in it.
  async reveal(id) {
    const isAtWork = () => !this.isOpen || byId("pane").hidden || byId("text").matches(":focus-within");
    if (isAtWork()) return;
    const found = await this.ask("find", { id }).catch(() => null);
    if (found && found.id && !isAtWork()) this.editor.goTo(found.from, found.to, false);
  },
};

// What turns one text into another, as one change.
function difference(before, after) {
  const most = Math.min(before.length, after.length);
  let first = 0;
  while (first < most && before[first] === after[first]) first++;
  let last = 0;
  while (last < most - first && before[before.length - 1 - last] === after[after.length - 1 - last]) last++;
  return first + last === before.length && before.length === after.length ? [] : { from: first, to: before.length - last, insert: after.slice(first, after.length - last) };
}

let codeMirrorIsHere = null;

// Load the editor when it is first wanted.
function loadCodeMirror() {
  codeMirrorIsHere = codeMirrorIsHere || new Promise((done, failed) => {
    const script = make("script", { src: "/codemirror.js" });
    script.addEventListener("load", done);
    script.addEventListener("error", () => {
      codeMirrorIsHere = null;
      script.remove();
      failed(new Asked(0, { error: "The editor could not be loaded. Is coldwater serve still running?" }));
    });
    document.head.append(script);
  });
  return codeMirrorIsHere;
}

window.addEventListener("pagehide", () => textPane.isOpen && textPane.keep());
