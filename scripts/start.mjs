// npm start: the team works on the example shop, then the report is served on this machine. `-- --no-serve` ends after the files.
import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { bootstrap, runMain } from "./bootstrap.mjs";
import { at, cliDist, root } from "./house/paths.mjs";
import { firstPage, serveFolder } from "./house/serve.mjs";

const usualPort = 4180;

async function main() {
  const { system, serve, port } = options(process.argv.slice(2));
  await bootstrap();
  const out = at(
    "out",
    system
      .replace(/[/\\]+$/, "")
      .split(/[/\\]/)
      .at(-1) ?? "shop",
  );
  const code = await runCli(["run", system, "--out", relative(root, out)]);
  if (code !== 0) {
    process.exitCode = code;
    return;
  }
  if (!serve) return;
  const page = existsSync(out) ? firstPage(out, readdirSync(out)) : undefined;
  if (!page) throw new Error(`The run wrote no page into ${relative(root, out)}; nothing to serve.`);
  const { server, url } = await listen(out, page, port);
  process.stdout.write(`\nThe report is at ${url}\nCtrl-C ends it.\n`);
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.once(signal, () => {
      server.closeAllConnections();
      server.close(() => process.exit(0));
    });
  }
}

function options(args) {
  const usage = "Usage: npm start -- [--no-serve] [--port N] [DIR]";
  const found = { system: "examples/shop", serve: true, port: undefined };
  for (let i = 0; i < args.length; i++) {
    const arg = args[i];
    if (arg === "--no-serve") found.serve = false;
    else if (arg === "--port") {
      found.port = Number(args[++i]);
      if (!Number.isInteger(found.port) || found.port < 0 || found.port > 65_535)
        throw new Error(`--port takes a number from 0 to 65535. ${usage}`);
    } else if (arg.startsWith("-")) throw new Error(`Unknown option ${arg}. ${usage}`);
    else found.system = arg;
  }
  return found;
}

/** The port that was asked for, or the usual one, or a free one when the usual one is taken. */
async function listen(folder, index, port) {
  try {
    return await serveFolder(folder, { port: port ?? usualPort, index });
  } catch (error) {
    if (error.code !== "EADDRINUSE") throw error;
    if (port !== undefined)
      throw new Error(`Port ${port} is taken. Name another one: npm start -- --port 0 takes a free one.`);
    return serveFolder(folder, { port: 0, index });
  }
}

function runCli(args) {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [join(cliDist, "parapet.mjs"), ...args], { cwd: root, stdio: "inherit" });
    child.once("error", failed);
    child.once("exit", (code, signal) => done(signal ? 130 : (code ?? 1)));
  });
}

await runMain(main);
