// Asking the server: every call gives what it answers, or throws an Asked with what it said instead.
"use strict";

class Asked extends Error {
  constructor(status, given) {
    super(given.error || "The server gave no answer that can be read.");
    this.status = status;
    this.instead = given.instead || [];
    this.disputes = given.disputes || null;
    this.isForgotten = given.is_forgotten || false;
  }
}

async function ask(path, given) {
  const asked = given === undefined ? {} : { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(given) };
  let answer;
  try {
    answer = await fetch(path, { ...asked, credentials: "same-origin", cache: "no-store" });
  } catch {
    throw new Asked(0, { error: "The server does not answer. Is coldwater serve still running? Nothing was changed." });
  }
  const isData = (answer.headers.get("content-type") || "").startsWith("application/json");
  const body = isData ? await answer.json().catch(() => ({})) : { error: (await answer.text()).trim() };
  if (!answer.ok || !isData) throw new Asked(answer.status, body);
  return body;
}

const about = (name) => `map=${encodeURIComponent(name)}`;

// Tell of maps that have changed, and, after a time without the server, that all may have.
function listen(hasChanged, isThere) {
  const source = new EventSource("/events");
  let wasLost = false;
  source.addEventListener("message", (event) => hasChanged(JSON.parse(event.data).map));
  source.addEventListener("open", () => {
    isThere(true);
    if (wasLost) hasChanged(null);
    wasLost = false;
  });
  source.addEventListener("error", () => {
    wasLost = true;
    isThere(false);
  });
}
