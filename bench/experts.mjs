// How much of what experts wrote is found: the labelled expert models of the corpus, entered as models of ours with what their diagrams
// show and nothing more, scored by the corpus's own scorer. Nothing of it is written into this folder. `node bench/experts.mjs`
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { core, engineLayer, inCorpus } from "./load.mjs";

const scorer = inCorpus("scoring/score_cells.mjs");
const families = inCorpus("expert/_cwe_families.json");
if (!scorer || !families) {
  console.log("skipped: the corpus is not here");
  process.exit(0);
}
const { analyse, strideLetter, threatsOf } = await core();
const knowledge = engineLayer();
const folder = dirname(families);
const kinds = { process: "process", datastore: "data-store", external: "external-entity" };
const models = readdirSync(folder)
  .filter((name) => name.endsWith(".json") && !name.startsWith("_"))
  .map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")));

const lists = models.map((expert) => predictions(expert));
for (const what of ["open and asked", "open only"]) {
  const chosen = lists.map(({ expert, threats }) => ({
    expert,
    threats: what === "open only" ? threats.filter((threat) => threat.finding === "open") : threats,
  }));
  console.log(`\n${what}, in reading order`);
  for (const { expert, threats } of chosen) {
    const things = expert.elements.length + expert.flows.length;
    console.log(
      `  ${expert.id}: ${threats.length} predictions, ${(threats.length / things).toFixed(1)} per element or flow`,
    );
  }
  console.log(scored(chosen));
  pooled(chosen);
}
console.log("\nthe scorer's own generic baseline");
console.log(
  spawnSync(process.execPath, [scorer, "--gt", folder, "--baselines"], { encoding: "utf8" })
    .stdout.split("\n")
    .filter((line) => line.startsWith("generic"))
    .join("\n"),
);

/** The expert's diagram as a model of ours, and what we raise on it: one subject, at most two letters and three CWEs each. */
function predictions(expert) {
  const { document, subjectOf } = entered(expert);
  const threats = threatsOf(analyse(document, knowledge, { now: "2026-11-24" }))
    .filter(({ finding }) => finding === "open" || finding === "asked")
    .map((threat) => ({
      finding: threat.finding,
      elements: [subjectOf(threat.subject)],
      stride: threat.categories.slice(0, 2).map((category) => strideLetter[category]),
      cwe: threat.refs.cwe.slice(0, 3),
      risk: 0,
    }));
  return { expert, threats };
}

function entered(expert) {
  const zones = {};
  const elements = {};
  for (const { id, name, kind, zone } of expert.elements) {
    const home = zone || (kind === "external" ? "internet" : "inside");
    zones[home] = { kind: zoneKind(home) };
    elements[id] = { kind: kinds[kind], title: name, zone: home };
  }
  const flows = {};
  const originals = new Map();
  for (const { id, name, from, to } of expert.flows) {
    for (const end of [from, to]) {
      if (elements[end]) continue;
      zones.public ??= { kind: "internet" };
      elements[end] = { kind: "external-entity", title: end, zone: "public" };
    }
    const own = elements[id] ? `${id}-flow` : id;
    flows[own] = { title: name, from, to };
    originals.set(own, id);
  }
  return {
    document: { model: { parapet: 1, system: expert.id, zones, elements, flows } },
    subjectOf: (id) => originals.get(id) ?? id,
  };
}

function zoneKind(zone) {
  if (/internet|public/.test(zone)) return "internet";
  return /device/.test(zone) ? "device" : "private-network";
}

function scored(chosen) {
  const out = mkdtempSync(join(tmpdir(), "parapet-experts-"));
  for (const { expert, threats } of chosen) writeFileSync(join(out, `${expert.id}.json`), JSON.stringify({ threats }));
  return spawnSync(process.execPath, [scorer, "--gt", folder, "--pred", out], { encoding: "utf8" }).stdout.trimEnd();
}

/** Pooled over all threats of all models, by the scorer's strict rule: same element, shared letter, shared CWE family. */
function pooled(chosen) {
  const table = JSON.parse(readFileSync(families, "utf8"));
  const familiesOf = (cwes) =>
    new Set(
      cwes.flatMap((cwe) => Object.entries(table).flatMap(([family, list]) => (list.includes(cwe) ? [family] : []))),
    );
  let total = 0;
  let found = 0;
  let early = 0;
  let matched = 0;
  let predicted = 0;
  for (const { expert, threats } of chosen) {
    const ends = new Map(expert.flows.map((flow) => [flow.id, [flow.from, flow.to]]));
    const ours = threats.map(({ elements, stride, cwe }) => ({
      at: new Set([...elements, ...(ends.get(elements[0]) ?? [])]),
      stride,
      families: familiesOf(cwe),
    }));
    const fits = (theirs, one) =>
      theirs.elements.some((id) => one.at.has(id)) &&
      theirs.stride.some((letter) => one.stride.includes(letter)) &&
      (theirs.families ?? []).some((family) => one.families.has(family));
    for (const theirs of expert.threats) {
      const at = ours.findIndex((one) => fits(theirs, one));
      total++;
      if (at >= 0) found++;
      if (at >= 0 && at < 2 * expert.threats.length) early++;
    }
    matched += ours.filter((one) => expert.threats.some((theirs) => fits(theirs, one))).length;
    predicted += ours.length;
  }
  console.log(
    `pooled over ${total} expert threats, strict: recall ${(found / total).toFixed(2)}, at 2× ${(early / total).toFixed(2)}, matched share ${(matched / predicted).toFixed(2)} of ${predicted}`,
  );
}
