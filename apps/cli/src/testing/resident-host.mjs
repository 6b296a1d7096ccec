// For tests: the process that holds the command line ready. It is told folder, environment and arguments, and answers with what a process of its own would print.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const start = process.argv[2];
const bundle = /command-line-[0-9a-f]+\.cjs/.exec(readFileSync(start, "utf8"))[0];
const { runCli, verbs } = createRequire(start)(join(dirname(start), bundle));

let printed = { out: "", err: "" };
for (const [stream, key] of [
  [process.stdout, "out"],
  [process.stderr, "err"],
])
  stream.write = (text, ...rest) => {
    printed[key] += text;
    rest.find((last) => typeof last === "function")?.();
    return true;
  };

process.on("message", async ({ args, cwd, env }) => {
  for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
  Object.assign(process.env, env);
  process.chdir(cwd);
  printed = { out: "", err: "" };
  const code = await runCli(args, verbs);
  process.send({ code, ...printed });
});
process.on("disconnect", () => process.exit());
