// Bundles the text pane into the package, with the licences of all that is in it: `npm ci && npm run build`.
// `node build.mjs FOLDER` writes to another folder. The same inputs give the same bytes.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const target = process.argv[2] || join(here, "../../src/coldwater/serving/page");
const digest = createHash("sha256");
for (const name of ["package-lock.json", "entry.js", "build.mjs"]) digest.update(readFileSync(join(here, name)));

const built = await build({
  entryPoints: [join(here, "entry.js")], absWorkingDir: here, bundle: true, write: false, metafile: true,
  format: "iife", globalName: "codemirror", target: "es2020", minify: true, legalComments: "none", charset: "utf8",
});
const banner = `/* CodeMirror and Lezer, bundled; licences in codemirror.licences.txt. Made from sha256:${digest.digest("hex")} */\n`;
writeFileSync(join(target, "codemirror.js"), banner + built.outputFiles[0].text);

// Of every package that is in the bundle: its name, version and licence text.
const packages = new Set(Object.keys(built.metafile.inputs).map((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]).filter(Boolean));
const texts = [...packages].sort().map((name) => {
  const folder = join(here, "node_modules", name);
  const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  // a licence is kept as it is, but for the ends of its lines
  const file = readdirSync(folder).find((one) => /^licen[cs]e(\.\w+)?$/i.test(one));
  if (!file) throw new Error(`${name} comes without the text of its licence`);
  return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").trim()}\n`;
});
writeFileSync(join(target, "codemirror.licences.txt"), texts.join(`\n${"-".repeat(80)}\n\n`));
