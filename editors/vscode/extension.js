// The extension: it starts `coldwater lsp`, and shows the page of a map beside its text. All else is the server's.
"use strict";

const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

const LANGUAGES = ["argmap", "argmap-json"];
// Milliseconds from the last edit to a new page.
const PAUSE = 300;

let client;
// The pages that are shown, by the address of their map.
const pages = new Map();

function newClient() {
  const [command, ...args] = vscode.workspace.getConfiguration("coldwater").get("command");
  const server = { command, args };
  const files = vscode.workspace.createFileSystemWatcher("**/{coldwater.toml,pyproject.toml,coldwater-baseline.json}");
  const options = {
    documentSelector: LANGUAGES.map((language) => ({ language })),
    synchronize: { fileEvents: files },
  };
  return new LanguageClient("coldwater", "coldwater", server, options);
}

async function start() {
  client = newClient();
  try {
    await client.start();
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    vscode.window.showErrorMessage(
      `coldwater did not start (${said}). Install it with: pip install 'coldwater[lsp]', or set coldwater.command.`,
    );
  }
}

async function restart() {
  await client?.stop();
  await start();
}

function escaped(text) {
  return text.replace(/[&<>]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign]);
}

function titleOf(uri) {
  return `Page: ${uri.path.split("/").pop()}`;
}

async function update(uri) {
  const page = pages.get(uri.toString());
  if (page === undefined || client === undefined) {
    return;
  }
  const asked = ++page.asked;
  const found = await client.sendRequest("workspace/executeCommand", {
    command: "coldwater.preview",
    arguments: [{ uri: client.code2ProtocolConverter.asUri(uri) }],
  });
  if (asked !== page.asked || !pages.has(uri.toString())) {
    return; // a later edit has asked again, or nobody looks any more
  }
  if (found.html !== null) {
    page.panel.title = titleOf(uri);
    page.isShown = true;
    page.panel.webview.html = found.html;
  } else if (page.isShown) {
    page.panel.title = `${titleOf(uri)} (before the last edits)`;
  } else {
    page.panel.webview.html = `<!doctype html><p>${escaped(found.why)}</p>`;
  }
}

function soon(uri) {
  const page = pages.get(uri.toString());
  if (page !== undefined) {
    clearTimeout(page.timer);
    page.timer = setTimeout(() => update(uri).catch(() => undefined), PAUSE);
  }
}

async function showPage() {
  const document = vscode.window.activeTextEditor?.document;
  if (document === undefined || !LANGUAGES.includes(document.languageId)) {
    vscode.window.showInformationMessage("Open a map (NAME.argmap.yaml or .argmap.json) first.");
    return;
  }
  const key = document.uri.toString();
  const shown = pages.get(key);
  if (shown !== undefined) {
    shown.panel.reveal(undefined, true);
    return;
  }
  const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
  const panel = vscode.window.createWebviewPanel("coldwater.page", titleOf(document.uri), place, {
    enableScripts: true, // the page's own, which fetch nothing: it carries a policy that forbids it
    localResourceRoots: [],
    retainContextWhenHidden: true,
  });
  pages.set(key, { panel, asked: 0, isShown: false, timer: undefined });
  panel.onDidDispose(() => {
    clearTimeout(pages.get(key)?.timer);
    pages.delete(key);
  });
  await update(document.uri);
}

async function activate(context) {
  context.subscriptions.push(
    vscode.commands.registerCommand("coldwater.showPage", showPage),
    vscode.commands.registerCommand("coldwater.restartServer", restart),
    vscode.workspace.onDidChangeTextDocument((event) => soon(event.document.uri)),
  );
  await start();
}

async function deactivate() {
  await client?.stop();
}

module.exports = { activate, deactivate };
