// Dragging in the drawing: an argument, or a claim with what hangs on it, is taken to what it is to be about. With the mouse
// at once, with a finger after a moment's rest. The same goes by the form of "Move to …".
"use strict";

const DRAG_FROM = 7; // px that a mouse goes before it drags
const REST = 450; // ms that a finger rests before it drags
const EDGE = 44; // px from the edge at which the drawing moves along

const dragging = { moved: null, boxes: [], at: null, timer: 0, overlay: document.getElementById("targets"), tag: document.getElementById("carried") };

// --- what can be moved, and where to -----------------------------------------------------------------------------------

const usesOf = (id) => Object.entries(now.state.map.arguments).filter(([, one]) => one.premises.includes(id)).map(([name]) => name);
const targetOf = (id) => argumentOf(id).supports ?? argumentOf(id).attacks;

// What is moved if somebody takes this: {argument} alone, or {claim, argument} where it is one of several premises or is
// used nowhere yet; null for what the map is about, or what several arguments rest on.
function movedBy(id) {
  if (!now.state || !now.state.map || now.state.is_read_only) return null;
  if (argumentOf(id)) return { argument: id };
  if (!claimOf(id) || now.state.map.theses.includes(id)) return null;
  const uses = usesOf(id);
  if (uses.length > 1) return null;
  if (uses.length === 1) return argumentOf(uses[0]).premises.length === 1 ? { argument: uses[0] } : { claim: id, argument: uses[0] };
  return { claim: id, argument: null };
}

// Everything that hangs on something: what is for and against it, what that rests on, and so on.
function hangingOn(start) {
  const found = new Set();
  const isTree = now.state.map.shape !== "graph";
  const below = new Map();
  for (const [name, one] of Object.entries(now.state.map.arguments)) {
    const target = one.supports ?? one.attacks;
    if (!isTree && one.supports === undefined) continue; // attacks may go round
    if (!below.has(target)) below.set(target, []);
    below.get(target).push(name);
  }
  const waiting = [start];
  while (waiting.length) {
    const id = waiting.pop();
    if (found.has(id)) continue;
    found.add(id);
    waiting.push(...(below.get(id) || []), ...(argumentOf(id) ? argumentOf(id).premises : []));
  }
  return found;
}

// Say why something cannot be moved to a target; "" if it can, as far as can be seen from here.
function whyNot(moved, to, hanging = hangingOn(moved.argument ?? moved.claim)) {
  const { argument, claim } = moved;
  if (to === argument || to === claim) return "Nothing can be about itself.";
  if (argument && !claim && to === targetOf(argument)) return "It is about this already.";
  if (argument && argumentOf(argument).premises.includes(to)) return "It rests on this, and cannot be about it.";
  if (hanging.has(to)) return "This hangs on it: that would go in a circle.";
  return "";
}

const wordsOfMoved = ({ claim, argument }) => short(wordsOf(claim || argument));

// Move something to a target, and ask what is not plain: how much of it goes, on which side.
function moveTo(moved, to) {
  const { argument, claim } = moved;
  if (!claim) return doMoves([{ move: "move", id: argument, to }]);
  const sides = claimOf(to) ? [["for", "A reason for it"], ["against", "A reason against it"]] : [["for", "It backs this step"], ["against", "It objects to this step"], ["with", "One more premise of it"]];
  const whole = argument ? [["whole", "The whole argument, with its other premises"]] : [];
  return askBy({
    title: "Move here", about: `“${short(wordsOf(claim))}” to “${short(wordsOf(to))}”`, button: "Move",
    fields: [{ name: "how", label: "As what?", kind: "choice", value: whole.length ? "whole" : "for", options: [...whole, ...sides.map(([way, words]) => [way, argument ? `${words}, without the other premises` : words])] }],
    send: ({ how, instead }) => make_(instead ? [instead] : how === "whole" ? [{ move: "move", id: argument, to }] : [
      ...(argument ? [{ move: "remove", id: claim, from: argument }] : []),
      how === "with" ? { move: "premise", id: to, premise: claim } : { move: "reason", [how]: to, premises: [claim] },
    ]),
  });
}

// The way without dragging: choose the target from a list, or in the map.
async function movingBy(moved) {
  const hanging = hangingOn(moved.argument ?? moved.claim);
  const known = [...Object.keys(now.state.map.claims), ...Object.keys(now.state.map.arguments)];
  const targets = known.filter((id) => !whyNot(moved, id, hanging)).map((id) => ({ id, words: wordsOf(id), detail: claimOf(id) ? "claim" : "step" }));
  if (!targets.length) return refuse(new Error("There is nothing else that it can be about."));
  const chosen = await chooseFrom({
    title: `What is “${wordsOfMoved(moved)}” to be about?`, empty: "Nothing that it can be about has these words.",
    items: [{ id: "", words: "I choose it in the map" }, ...targets],
  });
  if (chosen) return chosen.id ? moveTo(moved, chosen.id) : pick(moved);
  return undefined;
}

// --- with the mouse and with a finger ----------------------------------------------------------------------------------

// Listen to the drawing in a frame.
dragging.listen = (frame) => {
  const inner = frame.contentWindow;
  const { document: page } = inner;
  let down = null;

  const boxAt = (x, y) => dragging.boxes.filter((box) => x >= box.x && x <= box.x + box.w && y >= box.y && y <= box.y + box.h)
    .sort((one, other) => one.w * one.h - other.w * other.h)[0];

  // What was begun as moving the drawing is none.
  const letGo = () => down.target.dispatchEvent(new inner.PointerEvent("pointercancel", { pointerId: down.id, bubbles: true }));

  function begin() {
    dragging.moved = down.moved;
    dragging.hanging = hangingOn(down.moved.argument ?? down.moved.claim);
    letGo();
    page.documentElement.style.cursor = "grabbing";
    show();
    carry(down.x, down.y);
  }

  // Show where it can go.
  function show() {
    dragging.boxes = inner.coldwater.boxes();
    dragging.overlay.replaceChildren(...dragging.boxes.filter((box) => !whyNot(dragging.moved, box.id, dragging.hanging)).map((box) => {
      const mark = make("div", { class: "target" });
      Object.assign(mark.style, { left: `${box.x}px`, top: `${box.y}px`, width: `${box.w}px`, height: `${box.h}px` });
      mark.dataset.id = box.id;
      return mark;
    }));
    dragging.overlay.hidden = false;
  }

  function carry(x, y) {
    const box = boxAt(x, y);
    const reason = box ? whyNot(dragging.moved, box.id, dragging.hanging) : "";
    dragging.at = box && !reason ? box.id : null;
    for (const mark of dragging.overlay.children) mark.classList.toggle("is-aimed", mark.dataset.id === dragging.at);
    dragging.tag.replaceChildren(make("strong", { dir: "auto" }, wordsOfMoved(dragging.moved)),
      make("span", { class: reason ? "bad" : null }, reason || (box ? `to “${short(wordsOf(box.id))}”` : "Take it to what it is to be about.")));
    dragging.tag.hidden = false;
    const room = document.getElementById("drawing").getBoundingClientRect();
    const size = dragging.tag.getBoundingClientRect();
    dragging.tag.style.left = `${Math.max(4, Math.min(x + 14, room.width - size.width - 4))}px`;
    dragging.tag.style.top = `${y + 18 + size.height > room.height ? Math.max(4, y - size.height - 14) : y + 18}px`;
  }

  function follow(x, y) {
    const [w, h] = [inner.innerWidth, inner.innerHeight];
    const push = (at, length) => (at < EDGE ? at - EDGE : at > length - EDGE ? at - length + EDGE : 0);
    const [dx, dy] = [push(x, w), push(y, h)];
    if (!dx && !dy) return;
    const stage = page.getElementById("cw-stage");
    stage.dispatchEvent(new inner.WheelEvent("wheel", { deltaX: dx / 2, deltaY: dy / 2, bubbles: true, cancelable: true }));
    inner.requestAnimationFrame(() => dragging.moved && show());
  }

  function end(isDone) {
    inner.clearTimeout(dragging.timer);
    const { moved, at } = dragging;
    down = dragging.moved = dragging.at = null;
    dragging.overlay.hidden = dragging.tag.hidden = true;
    dragging.overlay.replaceChildren();
    page.documentElement.style.cursor = "";
    dragging.hasEnded = true;
    inner.setTimeout(() => (dragging.hasEnded = false));
    if (isDone && moved && at) moveTo(moved, at);
  }

  page.addEventListener("pointerdown", (event) => {
    if (dragging.moved) return void end(false); // a second finger
    inner.clearTimeout(dragging.timer);
    down = null;
    if (event.button !== 0 || event.altKey || event.ctrlKey || event.metaKey || event.target.closest("button, input, select, dialog")) return;
    dragging.boxes = inner.coldwater.boxes();
    const box = boxAt(event.clientX, event.clientY);
    const moved = box && !now.picking ? movedBy(box.id) : null;
    if (!moved) return;
    down = { id: event.pointerId, x: event.clientX, y: event.clientY, moved, target: event.target, isTouch: event.pointerType !== "mouse" };
    if (down.isTouch) dragging.timer = inner.setTimeout(() => down && begin(), REST);
  }, true);

  page.addEventListener("pointermove", (event) => {
    if (!down || event.pointerId !== down.id) return;
    const far = Math.hypot(event.clientX - down.x, event.clientY - down.y);
    if (!dragging.moved) {
      if (far < DRAG_FROM) return down.isTouch ? undefined : event.stopPropagation();
      if (down.isTouch) { // it moves the drawing
        inner.clearTimeout(dragging.timer);
        down = null;
        return undefined;
      }
      begin();
    }
    event.stopPropagation();
    event.preventDefault();
    follow(event.clientX, event.clientY);
    return carry(event.clientX, event.clientY);
  }, true);

  page.addEventListener("pointerup", (event) => {
    if (!down || event.pointerId !== down.id) return;
    if (!dragging.moved) {
      inner.clearTimeout(dragging.timer);
      down = null;
      return;
    }
    event.stopPropagation();
    end(true);
  }, true);
  page.addEventListener("touchmove", (event) => dragging.moved && event.preventDefault(), { capture: true, passive: false });
  page.addEventListener("pointercancel", (event) => event.isTrusted && down && end(false), true);
  page.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !dragging.moved) return;
    event.preventDefault();
    event.stopPropagation();
    end(false);
  }, true);
  for (const kind of ["dragstart", "contextmenu"]) {
    page.addEventListener(kind, (event) => (down || dragging.moved) && event.preventDefault(), true);
  }
  page.addEventListener("click", (event) => { // the end of dragging chooses nothing
    if (!dragging.hasEnded) return;
    event.preventDefault();
    event.stopPropagation();
  }, true);
};
