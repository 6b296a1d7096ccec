// What the shipped rules say about small systems: they leave no cell out, and they don't cry wolf.
import { type Analysis, analyse, cellsOf, elementKinds, type Model, zoneKinds } from "@parapet/core";
import { describe, expect, it } from "vitest";
import { knowledge } from "./testing/knowledge-folder.ts";

const analysed = (model: Omit<Model, "parapet" | "system">): Analysis =>
  analyse({ model: { parapet: 1, system: "Small", ...model } }, knowledge, { now: "2026-11-24" });

const pairs = elementKinds.flatMap((from) => elementKinds.map((to) => [from, to] as const));

describe("every cell of the coverage table is spoken to", () => {
  it.each(pairs)("%s to %s, wherever the two are", (from, to) => {
    const places = [undefined, ...zoneKinds];
    const left = places.flatMap((here) =>
      places.flatMap((there) => {
        const zones = Object.fromEntries([here, there].flatMap((kind) => (kind ? [[kind, { kind }]] : [])));
        const at = (kind: (typeof elementKinds)[number], zone: string | undefined) => ({
          kind,
          ...(zone ? { zone } : {}),
        });
        const elements = { here: at(from, here), there: at(to, there) };
        const { coverage } = analysed({ zones, elements, flows: { call: { from: "here", to: "there" } } });
        return coverage.flatMap((row) =>
          cellsOf(row).flatMap(([category, cell]) =>
            cell === "not-examined" ? [`${row.kind} ${row.subject} ${category}, ${here} to ${there}`] : [],
          ),
        );
      }),
    );
    expect(left).toEqual([]);
  });
});

/** A user calls a web application over the internet; it uses a database and a worker. Nothing else is said. */
const four: Omit<Model, "parapet" | "system"> = {
  zones: { internet: { kind: "internet" }, inside: { kind: "private-network" } },
  elements: {
    user: { kind: "external-entity", zone: "internet" },
    web: { kind: "process", zone: "inside" },
    worker: { kind: "process", zone: "inside" },
    database: { kind: "data-store", zone: "inside" },
  },
  flows: {
    request: { from: "user", to: "web", protocol: "https" },
    query: { from: "web", to: "database" },
    job: { from: "web", to: "worker" },
  },
};

describe("four elements and three flows of which nothing is said", () => {
  const first = analysed(four);
  const asking = first.questions.filter((question) => question.settles > 0);

  it("gives few open threats, and asks the rest in few questions", () => {
    expect(first.summary.open).toBeGreaterThanOrEqual(1);
    expect(first.summary.open).toBeLessThanOrEqual(10);
    expect(first.summary.asked).toBeLessThanOrEqual(60);
    expect(asking.length).toBeLessThanOrEqual(25);
  });

  it("puts half of the hidden risk behind the first ten questions", () => {
    const held = asking.map((question) => question.riskHeld);
    const sum = (list: readonly number[]) => list.reduce((total, risk) => total + risk, 0);
    expect(sum(held.slice(0, 10)) / sum(held)).toBeGreaterThanOrEqual(0.5);
  });

  it("spreads the tiers: none holds more than half, and nothing is critical", () => {
    const counts = new Map<string, number>();
    for (const { tier } of first.threats) counts.set(tier, (counts.get(tier) ?? 0) + 1);
    expect(Math.max(...counts.values())).toBeLessThanOrEqual(first.threats.length / 2);
    expect(counts.get("critical")).toBeUndefined();
  });

  it.each([
    ["bad", "open"],
    ["good", "addressed"],
  ] as const)("makes every asked threat %s with every answer", (answers, finding) => {
    const settled = answered(four, answers === "good");
    const asked = first.threats.filter((threat) => threat.finding === "asked").map((threat) => threat.id);
    const became = new Map(settled.threats.map((threat) => [threat.id, threat.finding]));
    expect(asked.filter((id) => became.get(id) !== finding)).toEqual([]);
  });
});

/** Answers all questions that hold asked threats, again and again, by the best or the worst that can be said. */
function answered(model: Omit<Model, "parapet" | "system">, good: boolean): Analysis {
  let told = model;
  for (let round = 0; round < 5; round++) {
    const open = analysed(told).questions.filter((question) => question.settles > 0);
    for (const { id } of open) {
      const [fact, about] = id.split("@") as [string, string];
      told = state(told, about, fact, { value: answerTo(fact, good), by: "ann", on: "2026-11-24" });
    }
  }
  return analysed(told);
}

function state(
  model: Omit<Model, "parapet" | "system">,
  about: string,
  id: string,
  fact: NonNullable<Model["facts"]>[string],
): typeof model {
  if (about === "model") return { ...model, facts: { ...model.facts, [id]: fact } };
  for (const collection of ["zones", "elements", "flows"] as const) {
    const thing = model[collection]?.[about];
    if (!thing) continue;
    const stated = { ...thing, facts: { ...thing.facts, [id]: fact } };
    return { ...model, [collection]: { ...model[collection], [about]: stated } };
  }
  throw new Error(`The question ${id}@${about} is about nothing.`);
}

function answerTo(id: string, good: boolean): string {
  const sense = (fact: string) => knowledge.facts.find((one) => one.id === fact)?.sense;
  const pool = knowledge.pools.find((one) => one.id === id);
  if (!pool) return (sense(id) === "countermeasure") === good ? "yes" : "no";
  const met = (value: string) =>
    Object.entries(pool.values[value]?.facts ?? {}).filter(
      ([fact, said]) => sense(fact) === "countermeasure" && said === "yes",
    ).length;
  const worstFirst = Object.keys(pool.values).sort((a, b) => met(a) - met(b));
  return (good ? worstFirst.at(-1) : worstFirst[0]) as string;
}
