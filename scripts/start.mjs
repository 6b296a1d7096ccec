// npm start: the team works on the example shop, then the workbench opens on it. `-- --no-serve` ends after the files.
import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import { bootstrap, runMain } from "./bootstrap.mjs";
import { at, cliDist, root } from "./house/paths.mjs";

const example = "examples/shop";

async function main() {
  const { system, serve, open, port } = options(process.argv.slice(2));
  await bootstrap();
  const ran = system ?? example;
  const code = await runCli(["run", ran, "--out", relative(root, at("out", basename(resolve(root, ran))))]);
  if (code !== 0 || !serve) {
    process.exitCode = code;
    return;
  }
  const worked = system ?? ownCopy();
  const more = [...(port === undefined ? [] : ["--port", port]), ...(open ? [] : ["--no-open"])];
  process.exitCode = await runCli(["up", worked, ...more]);
}

function options(args) {
  const usage = "Usage: npm start -- [--no-serve] [--no-open] [--port N] [DIR]";
  const found = { system: undefined, serve: true, open: true, port: undefined };
  for (let i = 0; i < args.length; i++) {
    const arg = args[i];
    if (arg === "--no-serve") found.serve = false;
    else if (arg === "--no-open") found.open = false;
    else if (arg === "--port") {
      found.port = args[++i] ?? "";
      if (!/^\d{1,5}$/.test(found.port) || Number(found.port) > 65_535)
        throw new Error(`--port takes a number from 0 to 65535. ${usage}`);
    } else if (arg.startsWith("-")) throw new Error(`Unknown option ${arg}. ${usage}`);
    else found.system = arg;
  }
  return found;
}

/** A copy of the example to work in: a repository of its own, so that the workbench shows what was changed. The example stays as it is. */
function ownCopy() {
  const copy = at("out", "workbench", basename(example));
  const shown = relative(root, copy);
  if (!existsSync(copy)) {
    cpSync(at(example), copy, { recursive: true, filter: (path) => basename(path) !== ".parapet" });
    const git = (...args) => spawnSync("git", ["-C", copy, ...args], { stdio: "ignore" });
    const author = ["-c", "user.name=Parapet", "-c", "user.email=parapet@localhost"];
    git("init", "--quiet");
    git("add", "--all");
    git(...author, "commit", "--quiet", "--message", "The example as it comes");
  }
  process.stdout.write(`\nThe workbench opens on a copy of the example in ${shown}. Remove it to begin anew.\n`);
  return shown;
}

function runCli(args) {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [join(cliDist, "parapet.cjs"), ...args], { cwd: root, stdio: "inherit" });
    // Ctrl-C reaches both; the child ends as it should, and this waits for it.
    for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
    child.once("error", failed);
    child.once("exit", (code, signal) => done(signal ? 130 : (code ?? 1)));
  });
}

await runMain(main);
