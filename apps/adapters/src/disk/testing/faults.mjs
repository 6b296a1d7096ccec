// For tests, loaded in front of a program (node --import): counts the steps in which the program changes files below a folder, and at
// one of them kills the process without warning or lets the file system fail.
//
// PARAPET_FAULTS: {"below": folder, "trace"?: file for the list of steps, "at"?: step from 0, "how"?: "kill" | "half" | an error code,
// "stays"?: true when every later step fails as well}. "half" writes half of what the step writes, then kills.
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const { below, trace, at = -1, how = "kill", stays = false } = JSON.parse(process.env.PARAPET_FAULTS ?? "{}");
const real = { ...fs };
const opened = new Map();
const steps = [];

const isBelow = (path) => typeof path === "string" && path.startsWith(below);

function step(name, path, half) {
  const index = steps.length;
  steps.push(`${name} ${path.slice(below.length + 1).replaceAll(String(process.pid), "PID")}`);
  if (index !== at && !(stays && at >= 0 && index > at)) return;
  if (how === "half") half?.();
  if (how === "half" || how === "kill") process.kill(process.pid, "SIGKILL");
  throw Object.assign(new Error(`${how}: fault of a test`), { code: how, path });
}

/** True while a step is carried out: what Node calls inside it is no step of its own. */
let inside = false;

/** Replaces a function of fs: `before` tells the step that a call is, if it is one. */
function replace(name, before, after = () => {}) {
  fs[name] = (...args) => {
    if (inside) return real[name](...args);
    before(...args);
    inside = true;
    try {
      const result = real[name](...args);
      after(result, ...args);
      return result;
    } finally {
      inside = false;
    }
  };
}

const writes = (flags = "r") => (typeof flags === "number" ? (flags & 3) !== 0 : flags !== "r");
replace(
  "openSync",
  (path, flags) => writes(flags) && isBelow(path) && step("open", path),
  (file, path) => isBelow(path) && opened.set(file, path),
);
replace("writeSync", (file, data) => {
  const half = () => real.writeSync(file, Buffer.from(data).subarray(0, data.length >> 1));
  if (opened.has(file)) step("write", opened.get(file), half);
});
replace("fsyncSync", (file) => opened.has(file) && step("sync", opened.get(file)));
replace(
  "closeSync",
  () => {},
  (_, file) => opened.delete(file),
);
replace("writeFileSync", (path, data, options) => {
  const half = () => real.writeFileSync(path, data.slice(0, data.length >> 1), options);
  if (isBelow(path)) step("write whole", path, half);
});
replace("renameSync", (_, to) => isBelow(to) && step("rename", to));
replace("rmSync", (path) => isBelow(path) && real.existsSync(path) && step("remove", path));
replace("mkdirSync", (path) => isBelow(path) && !real.existsSync(path) && step("make folder", path));
// What else changes files is no step yet: a writer that begins to use it has to be told here.
const others = ["appendFileSync", "copyFileSync", "cpSync", "linkSync", "symlinkSync", "truncateSync", "ftruncateSync"];
for (const name of [...others, "unlinkSync", "rmdirSync", "createWriteStream", "writeFile", "rename", "open"])
  replace(name, () => {
    throw new Error(`${name} is no step that faults.mjs knows`);
  });
syncBuiltinESMExports();
if (trace) process.on("exit", () => real.writeFileSync(trace, JSON.stringify(steps)));
