// Markdown as the server tells of entries in it, as elements: paragraphs, lists, strong, emphasis, code. Nothing in it
// becomes a link, a picture or markup of the page.
"use strict";

function markdownNodes(text) {
  const root = document.createElement("div");
  for (const block of text.split(/\n{2,}/)) {
    let list = null;
    let paragraph = null;
    for (const line of block.split("\n")) {
      const item = /^\* (.*)$/.exec(line);
      if (item) {
        paragraph = null;
        if (!list) root.append((list = document.createElement("ul")));
        const point = document.createElement("li");
        point.dir = "auto";
        point.append(...inlineNodes(item[1]));
        list.append(point);
      } else if (line.trim()) {
        list = null;
        if (!paragraph) {
          root.append((paragraph = document.createElement("p")));
          paragraph.dir = "auto";
        } else paragraph.append(" ");
        paragraph.append(...inlineNodes(line));
      }
    }
  }
  return root;
}

// What stands within a line; a backslash keeps the sign behind it from being markup.
function inlineNodes(line) {
  const nodes = [];
  let plain = "";
  const flush = () => {
    if (plain) nodes.push(plain);
    plain = "";
  };
  const wrap = (name, content) => {
    flush();
    const element = document.createElement(name);
    element.append(...content);
    nodes.push(element);
  };
  for (let at = 0; at < line.length; ) {
    const rest = line.slice(at);
    const escaped = /^\\([!-/:-@[-`{-~])/.exec(rest);
    const code = /^(`+)( ?)(.+?)\2\1(?!`)/.exec(rest);
    const strong = /^\*\*((?:\\.|[^\\*])+)\*\*/.exec(rest);
    const emphasis = /^\*((?:\\.|[^\\*])+)\*/.exec(rest);
    const entity = /^&(lt|gt|amp|quot);/.exec(rest);
    if (escaped) plain += escaped[1];
    else if (code) wrap("code", [code[3]]);
    else if (strong) wrap("strong", inlineNodes(strong[1]));
    else if (emphasis) wrap("em", inlineNodes(emphasis[1]));
    else if (entity) plain += { lt: "<", gt: ">", amp: "&", quot: '"' }[entity[1]];
    else plain += rest[0];
    at += (escaped || code || strong || emphasis || entity || [rest[0]])[0].length;
  }
  flush();
  return nodes;
}
