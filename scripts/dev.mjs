// npm run dev: rebuilds the command line, and the knowledge under it, whenever a source changes. Ctrl-C ends it.
import { watch } from "node:fs";
import { bootstrap, runMain } from "./bootstrap.mjs";
import { at } from "./house/paths.mjs";

const settleMs = 80;

async function main() {
  await bootstrapOrSay();
  process.stdout.write("Watching packages/ and apps/. Ctrl-C ends it.\n");
  let timer;
  let running = false;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      if (running) return later();
      running = true;
      await bootstrapOrSay();
      running = false;
    }, settleMs);
  };
  for (const folder of ["packages", "apps"]) {
    watch(at(folder), { recursive: true }, (_event, name) => {
      if (name && !/(^|[/\\])(dist|node_modules)([/\\]|$)/.test(name)) later();
    });
  }
}

/** A broken source is said and waited for; it does not end the watch. */
async function bootstrapOrSay() {
  try {
    await bootstrap();
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
  }
}

await runMain(main);
