// How long one person's edit takes to another's screen: so many people on one model, one command a second each.
// `node bench/live.mjs [PEOPLE] [SECONDS] [FOLDER]`
import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { WebSocket } from "ws";
import { at, cliDist } from "../scripts/house/paths.mjs";

const people = Number(process.argv[2] ?? 20);
const seconds = Number(process.argv[3] ?? 20);
const target = { median: 50, p95: 250 };

const scratch = mkdtempSync(join(tmpdir(), "parapet-bench-"));
const folder = join(scratch, "system");
cpSync(process.argv[4] ?? at("examples/shop"), folder, {
  recursive: true,
  filter: (path) => !path.endsWith(".parapet"),
});
const args = [join(cliDist, "parapet.cjs"), "up", folder, "--port", "0", "--no-open", "--json", "--as", "ann"];
const server = spawn(process.execPath, args, {
  env: { ...process.env, PARAPET_PAGES: "none" },
  stdio: ["ignore", "pipe", "inherit"],
});
const url = await new Promise((done) => {
  let out = "";
  server.stdout.on("data", (data) => {
    out += data;
    const found = /"url": "([^"]+)"/.exec(out)?.[1];
    if (found) done(found);
  });
});
const origin = new URL(url).origin;
const cookie = (await fetch(url, { redirect: "manual" })).headers.get("set-cookie").split(";")[0];
const { document } = await (await fetch(`${origin}/models/system`, { headers: { cookie } })).json();
const things = [...Object.keys(document.model.elements ?? {}), ...Object.keys(document.observed?.elements ?? {})];
const threats = Object.keys(document.register?.decisions ?? {});

const sent = new Map();
const delays = [];
const answers = { entry: 0, refused: 0, unchanged: 0 };
const why = new Map();
let counting = true;

/** What people do: mostly the drawing and its words, sometimes what reads the analysis. */
function calls(person, turn) {
  // Not all of them think of the same thing at the same time.
  const n = turn + 3 * person;
  const thing = things[(person * 7 + n) % things.length];
  if (n % 10 === 9)
    return [
      {
        name: "assign-threat",
        input: { threats: [threats[(person * 3 + n) % threats.length]], owner: `person-${person}-${n}` },
      },
    ];
  if (n % 5 === 4) return [{ name: "add-comment", input: { about: thing, text: `Note ${n} of ${person}` } }];
  if (n % 2 === 1)
    return [{ name: "set-field", input: { id: thing, field: "description", value: `By ${person}, ${n}` } }];
  return [{ name: "add-zone", input: { id: `zone-${person}-${n}`, title: `Zone ${n} of ${person}` } }];
}

async function join_(person) {
  const socket = new WebSocket(`${origin.replace("http", "ws")}/models/system/live`, { headers: { cookie, origin } });
  let head = 0;
  let n = 0;
  await new Promise((done) => {
    socket.on("open", () => socket.send(JSON.stringify({ kind: "hello", protocol: 1, seen: 0 })));
    socket.on("message", (data) => {
      const message = JSON.parse(data);
      if (message.kind === "welcome") {
        head = message.head;
        done();
      }
      if (message.kind in answers) answers[message.kind] += message.kind === "entry" ? 1 / people : 1;
      if (message.kind === "refused") why.set(message.why, (why.get(message.why) ?? 0) + 1);
      if (message.kind !== "entry") return;
      head = message.entry.seq;
      const from = sent.get(message.entry.id);
      if (counting && from && from.person !== person) delays.push(performance.now() - from.at);
    });
  });
  return {
    act: () => {
      const id = `p${person}-${++n}`;
      sent.set(id, { person, at: performance.now() });
      socket.send(
        JSON.stringify({ kind: "send", id, base: head, title: `Step ${n} of ${person}`, calls: calls(person, n) }),
      );
    },
    leave: () => socket.close(),
  };
}

const all = await Promise.all(Array.from({ length: people }, (_, person) => join_(person)));
const timers = all.map(({ act }, person) =>
  setTimeout(() => timers.push(setInterval(act, 1_000)), (person * 1_000) / people),
);
await new Promise((done) => setTimeout(done, seconds * 1_000));
for (const timer of timers) clearInterval(timer);
await new Promise((done) => setTimeout(done, 1_000));
counting = false;

delays.sort((a, b) => a - b);
const quantile = (q) => delays[Math.min(delays.length - 1, Math.floor(delays.length * q))];
const line = (name, value, limit) =>
  console.log(
    `${name}: ${value.toFixed(1)} ms${limit ? ` (target ${limit} ms: ${value <= limit ? "holds" : "missed"})` : ""}`,
  );
console.log(
  `${people} people, one command a second each, ${seconds} s: ${Math.round(answers.entry)} entries, ${answers.refused} refused (${[...why].map(([a, b]) => `${a} ${b}`).join(", ")}), ${delays.length} receipts`,
);
line("median", quantile(0.5), target.median);
line("p95", quantile(0.95), target.p95);
line("p99", quantile(0.99));
line("longest", quantile(1));
for (const { leave } of all) leave();
server.kill("SIGTERM");
await new Promise((done) => server.once("exit", done));
rmSync(scratch, { recursive: true, force: true });
