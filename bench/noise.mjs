// How much four elements and three flows raise when nothing else is said, and what the worst and the best answers make of it. `node bench/noise.mjs`
import { core, engineLayer } from "./load.mjs";

const { analyse, threatsOf } = await core();
const knowledge = engineLayer();
const now = "2026-11-24";
const model = {
  parapet: 1,
  system: "Four elements",
  zones: { internet: { kind: "internet" }, inside: { kind: "private-network" } },
  elements: {
    user: { kind: "external-entity", zone: "internet" },
    web: { kind: "process", zone: "inside" },
    database: { kind: "data-store", zone: "inside" },
    worker: { kind: "process", zone: "inside" },
  },
  flows: {
    visit: { from: "user", to: "web", protocol: "https" },
    save: { from: "web", to: "database" },
    hand: { from: "web", to: "worker" },
  },
};

const analysis = analyse({ model }, knowledge, { now });
const { summary } = analysis;
const asking = analysis.questions.filter((question) => question.settles > 0);
const held = analysis.questions.reduce((sum, question) => sum + question.riskHeld, 0);
const firstTen = analysis.questions.slice(0, 10).reduce((sum, question) => sum + question.riskHeld, 0) / held;
say("open", summary.open, summary.open >= 1 && summary.open <= 10, "1 to 10");
say("asked", summary.asked, summary.asked <= 60, "at most 60");
say("questions behind them", asking.length, asking.length <= 25, "at most 25");
say("hidden risk in the first ten", firstTen.toFixed(2), firstTen >= 0.5, "at least .50");
console.log(
  `beside: ${summary.latent} that may turn out to apply, behind ${analysis.questions.length - asking.length} more questions; ${summary.claimed + summary.addressed} addressed by what is drawn`,
);

const before = new Set(
  threatsOf(analysis)
    .filter((threat) => threat.finding === "asked")
    .map((threat) => threat.id),
);
const bad = analyse({ model: withAnswers("bad") }, knowledge, { now });
const opened = bad.threats.filter((threat) => threat.finding === "open" && before.has(threat.id)).length;
say("asked ones that bad answers open", `${opened} of ${before.size}`, opened === before.size, "all");
const good = analyse({ model: withAnswers("good") }, knowledge, { now });
const addressed = good.threats.filter((threat) => threat.finding === "addressed" && before.has(threat.id)).length;
say("asked ones that good answers address", `${addressed} of ${before.size}`, true, "");

/** The model with every question that an asked threat waits for answered the worst or the best way. */
function withAnswers(how) {
  const copy = structuredClone(model);
  for (let round = 0; round < 5; round++) {
    const asked = analyse({ model: copy }, knowledge, { now }).questions.filter((question) => question.settles > 0);
    if (asked.length === 0) break;
    for (const question of asked) state(copy, question, how);
  }
  return copy;
}

function state(copy, question, how) {
  const facts = (find(copy, question.about).facts ??= {});
  const value = how === "bad" ? worst(question.fact) : best(question.fact);
  facts[question.fact] = { value, by: "ann", on: now };
}

function find(copy, id) {
  if (id === "model") return copy;
  return copy.zones[id] ?? copy.elements[id] ?? copy.flows[id];
}

function senseOf(fact) {
  return knowledge.facts.find((one) => one.id === fact)?.sense;
}

/** Of a pool the value with most countermeasures at no, of a countermeasure no, of a weakness yes. */
function worst(fact) {
  const pool = knowledge.pools.find((one) => one.id === fact);
  if (!pool) return senseOf(fact) === "countermeasure" ? "no" : "yes";
  return byCount(pool, "no");
}

function best(fact) {
  const pool = knowledge.pools.find((one) => one.id === fact);
  if (!pool) return senseOf(fact) === "countermeasure" ? "yes" : "no";
  return byCount(pool, "yes");
}

function byCount(pool, wanted) {
  const count = (value) =>
    Object.entries(value.facts).filter(([fact, stated]) => senseOf(fact) === "countermeasure" && stated === wanted)
      .length;
  return Object.entries(pool.values).sort((a, b) => count(b[1]) - count(a[1]))[0][0];
}

function say(what, value, holds, target) {
  console.log(`${what}: ${value}${target === "" ? "" : ` (${target}: ${holds ? "holds" : "FAILS"})`}`);
}
