// npm run new: lays out a rule, a fact, a control, a command or a decision record, with its test where it has one.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { runMain } from "./bootstrap.mjs";
import { at } from "./house/paths.mjs";
import { commandTest, commandText } from "./new/command.mjs";
import { decisionText } from "./new/decision.mjs";
import { controlText, factText, ruleText } from "./new/knowledge.mjs";

const usage = `Usage: npm run new -- rule SUBJECT ID       a rule: thing-and-what-is-wrong, as clear-text-flow
       npm run new -- fact SUBJECT ID       a declared fact, as validates-input
       npm run new -- control ID            a security pattern, as tls-everywhere
       npm run new -- command STAGE NAME    a command: verb-noun, as accept-risk
       npm run new -- decision SLUG         a decision record, as file-locking`;

/** Who owns a stage, so that a new command has a member from the start. */
const owners = {
  scoping: "threat-model-architect",
  decomposition: "threat-model-architect",
  enumeration: "threat-model-architect",
  scoring: "risk-prioritization-analyst",
  mitigation: "mitigation-designer",
  handoff: "threat-model-architect",
  validation: "mitigation-designer",
  maintenance: "threat-model-architect",
};

const kinds = {
  rule: {
    args: 2,
    files: ([subject, id]) => ({ [`packages/knowledge/rules/${subject}/${id}.yaml`]: ruleText(id) }),
    among: "packages/knowledge/rules",
    next: "Replace every fill-in, then: npm test -- packages/knowledge; npm run gen",
  },
  fact: {
    args: 2,
    files: ([subject, id]) => ({ [`packages/knowledge/facts/${subject}/${id}.yaml`]: factText(id) }),
    among: "packages/knowledge/facts",
    next: "Replace every fill-in, read it in a rule, let a control establish it, then: npm test -- packages/knowledge; npm run gen",
  },
  control: {
    args: 1,
    files: ([id]) => ({ [`packages/knowledge/controls/${id}.yaml`]: controlText(id) }),
    among: "packages/knowledge/controls",
    next: "Replace every fill-in, name it in a rule, then: npm test -- packages/knowledge; npm run gen",
  },
  command: {
    args: 2,
    files: ([stage, name]) => {
      if (!Object.hasOwn(owners, stage))
        throw new Error(`There is no stage ${stage}. The stages: ${Object.keys(owners).join(", ")}.`);
      if (!name.includes("-")) throw new Error(`A command is named verb-noun, as accept-risk; ${name} has no noun.`);
      const folder = `packages/core/src/${stage}/commands`;
      return {
        [`${folder}/${name}.ts`]: commandText(name, stage, owners[stage]),
        [`${folder}/${name}.test.ts`]: commandTest(name),
      };
    },
    among: "packages/core/src",
    next: "Write check and apply and make its test pass, then: npm run gen",
  },
  decision: {
    args: 1,
    files: ([slug]) => {
      const number = nextNumber();
      return { [`docs/decisions/${number}-${slug}.md`]: decisionText(number, slug) };
    },
    next: "One page; name the law that holds it.",
  },
};

function main() {
  const [kind, ...args] = process.argv.slice(2);
  const made = Object.hasOwn(kinds, kind ?? "") ? kinds[kind] : undefined;
  if (!made || args.length !== made.args) throw new Error(usage);
  const bad = args.find((arg) => !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(arg));
  if (bad !== undefined) throw new Error(`${bad} is not of the form lower-case-words-with-dashes.\n${usage}`);
  const files = made.files(args);
  const taken =
    made.among &&
    [...namesBelow(made.among)].find((path) => Object.keys(files).some((file) => basename(file) === basename(path)));
  if (taken) throw new Error(`${taken} exists already; ids live for ever and mean one thing. Choose another one.`);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(at(path)), { recursive: true });
    writeFileSync(at(path), text, { flag: "wx" });
    process.stdout.write(`${path}\n`);
  }
  process.stdout.write(`${made.next}\n`);
}

function namesBelow(folder) {
  return existsSync(at(folder)) ? readdirSync(at(folder), { recursive: true }).map((path) => `${folder}/${path}`) : [];
}

function nextNumber() {
  const folder = at("docs/decisions");
  const numbers = existsSync(folder)
    ? readdirSync(folder)
        .map((name) => Number.parseInt(name, 10))
        .filter(Number.isInteger)
    : [];
  return String(Math.max(0, ...numbers) + 1).padStart(4, "0");
}

await runMain(main);
