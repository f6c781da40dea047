// What a reader takes along: the address of what is shown, and the drawing as a file.

async function copyLink() {
  const { href } = location;
  try {
    await navigator.clipboard.writeText(href);
  } catch { // not allowed where the page is opened from a file in some browsers
    const room = make("textarea", { class: "unseen", "aria-hidden": "true", tabindex: "-1" });
    const focused = document.activeElement;
    room.value = href;
    document.body.append(room);
    room.select();
    document.execCommand("copy");
    room.remove();
    focused.focus();
  }
  tell(t("link_copied"));
}

// Say something, also to those who look.
function tell(text) {
  const room = document.getElementById("cw-told");
  say(text);
  room.textContent = text;
  room.hidden = false;
  clearTimeout(tell.due);
  tell.due = setTimeout(() => (room.hidden = true), 2600);
}

// The map as it is folded, whole, as an SVG that needs nothing else: with the style of the page, fonts and all.
function pictureText() {
  const { bounds } = scene;
  const [panels, boxes] = [(item) => item.kind === "panel", (item) => item.kind !== "panel"];
  const placed = (item) => {
    const made = figure(item);
    made.setAttribute("transform", `translate(${item.x} ${item.y})`);
    made.setAttribute("class", classOf(item));
    return made;
  };
  const lined = (line) => {
    const made = lineFigure(line);
    made.setAttribute("class", classOf(line));
    return made;
  };
  const handles = scene.items.filter((item) => boxes(item) && item.kind !== "again" && folded.has(item.node)).map(handleFigure);
  const style = draw("style", {}, document.querySelector("style").textContent);
  const saved = draw("svg", {
    xmlns: SVG, id: "cw-picture", width: Math.round(bounds.w), height: Math.round(bounds.h), "data-theme": isDark() ? "dark" : "light", class: "saved",
    viewBox: `${bounds.x} ${bounds.y} ${bounds.w} ${bounds.h}`, lang: map.language,
  }, draw("title", {}, map.title), style, draw("rect", { x: bounds.x, y: bounds.y, width: bounds.w, height: bounds.h, class: "saved-ground" }),
  ...scene.items.filter(panels).map(placed), ...scene.lines.map(lined), ...scene.items.filter(boxes).map(placed), ...handles);
  return new XMLSerializer().serializeToString(saved);
}

function savePicture() {
  const link = make("a", { href: URL.createObjectURL(new Blob([pictureText()], { type: "image/svg+xml" })), download: `${pictureName()}.svg` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  tell(t("picture_saved"));
}

const pictureName = () => map.title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").slice(0, 60) || "map";
