// Reads Argdown documents with Argdown's own parser: a JSON text per line in, {"error"} or the model as JSON per line out.
import { createInterface } from "node:readline";
import core from "@argdown/core";

const { ArgdownApplication, ParserPlugin, DataPlugin, ModelPlugin } = core;
const app = new ArgdownApplication();
app.addPlugin(new ParserPlugin(), "parse-input");
app.addPlugin(new DataPlugin(), "build-model");
app.addPlugin(new ModelPlugin(), "build-model");

const name = (member) =>
  member.type === "inference"
    ? ["inference", member.argumentTitle, member.conclusionIndex]
    : [member.type === "argument" ? "argument" : "statement", member.title];
const titled = (member) => ({
  title: member.title,
  texts: member.members.filter((one) => !one.isReference).map((one) => one.text ?? ""),
  tags: member.tags ?? [],
  data: member.data ?? null,
  section: member.section?.title ?? null,
});

function read(input) {
  const found = app.run({ process: ["parse-input", "build-model"], input, logLevel: "error", throwExceptions: true, logExceptions: false });
  const errors = [...(found.lexerErrors ?? []), ...(found.parserErrors ?? []), ...(found.exceptions ?? [])];
  if (errors.length) return { error: String(errors[0].message) };
  return {
    statements: Object.values(found.statements).map(titled),
    arguments: Object.values(found.arguments).map((argument) => ({
      ...titled(argument),
      pcs: (argument.pcs ?? []).map((line) => ({
        role: line.role,
        title: line.title,
        rules: line.inference?.inferenceRules ?? null,
        data: line.inference?.data ?? null,
      })),
    })),
    relations: found.relations.map((one) => [one.relationType, name(one.from), name(one.to)]),
    front: found.frontMatter ?? null,
  };
}

for await (const line of createInterface({ input: process.stdin })) {
  let answer;
  try {
    answer = read(JSON.parse(line));
  } catch (error) {
    answer = { error: String(error.message ?? error) };
  }
  process.stdout.write(JSON.stringify(answer) + "\n");
}
