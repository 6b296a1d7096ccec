import { describe, expect, test } from "vitest";
import type { Model } from "../model/document.ts";
import type { Rule } from "../model/knowledge.ts";
import { type Status, strideCategories, strideLetter } from "../model/vocabulary.ts";
import { CoverageBook } from "./coverage.ts";
import { findingsOf } from "./findings.ts";
import { columnsOf, rule, said } from "./testing/small-rules.ts";

const yes = said("yes");
const no = said("no");
const order: readonly Status[] = ["open", "asked", "assessed", "addressed"];
const model: Partial<Model> = {
  zones: { outer: { kind: "internet" }, inner: { kind: "private-network" } },
  elements: {
    person: { kind: "external-entity", zone: "outer" },
    safe: { kind: "data-store", zone: "inner" },
    web: { kind: "process", zone: "inner", facts: { risky: no } },
  },
  flows: {
    said: { from: "web", to: "safe", crosses: [{ what: "process", why: "Its own process" }] },
    store: { from: "web", to: "safe" },
    visit: { from: "person", to: "web" },
  },
};
const columns = columnsOf(model);
const at = (id: string) => (columns.graph.flows.index.get(id) ?? columns.graph.elements.index.get(id)) as number;

/** Each row as `subject kind: S=… T=…`, without the cells that nothing looked at. */
function rows(book: CoverageBook, rules: readonly Rule[] = []): Record<string, string> {
  return Object.fromEntries(
    book
      .close(findingsOf(columns, rules))
      .rows()
      .map(({ subject, kind, cells }) => [
        `${subject} ${kind}`,
        strideCategories
          .map((category, i) => `${strideLetter[category]}=${cells[i]}`)
          .filter((cell) => !cell.endsWith("=not-examined"))
          .join(" "),
      ]),
  );
}

const NA = "not-applicable";
const untouched = {
  "person external-entity": `T=${NA} I=${NA} D=${NA} E=${NA}`,
  "safe data-store": `S=${NA} E=${NA}`,
  "web process": "",
  "said flow": `S=${NA} R=${NA} E=${NA}`,
  "said crossing": "",
  "store flow": `S=${NA} R=${NA} E=${NA}`,
  "visit flow": `S=${NA} R=${NA} E=${NA}`,
  "visit crossing": "",
};

describe("coverage", () => {
  test("has a row for every element, flow and crossing, by the table of categories; elements first, a crossing after its flow", () => {
    const all = rows(new CoverageBook(columns, order));
    expect(all).toEqual(untouched);
    expect(Object.keys(all)).toEqual(Object.keys(untouched));
  });

  test("shows the least settled of what was raised in a cell, in whatever order it was noted", () => {
    for (const statuses of [
      ["addressed", "asked", "assessed"],
      ["asked", "assessed", "addressed"],
    ] as const) {
      const book = new CoverageBook(columns, order);
      for (const status of statuses) book.noter("process", ["spoofing", "denial-of-service"])(at("web"), status);
      expect(rows(book)).toEqual({ ...untouched, "web process": "S=asked D=asked" });
    }
  });

  test("a status that the order does not know counts as the least settled: it is never hidden", () => {
    const book = new CoverageBook(columns, order);
    book.noter("process", ["spoofing"])(at("web"), "asked");
    book.noter("process", ["spoofing"])(at("web"), "orphaned");
    expect(rows(book)["web process"]).toBe("S=open");
  });

  test("what is raised on a flow speaks for its crossing too; what is raised on a crossing for itself", () => {
    const book = new CoverageBook(columns, order);
    book.noter("flow", ["tampering"])(at("visit"), "open");
    book.noter("crossing", ["spoofing"])(at("visit"), "asked");
    expect(rows(book)).toEqual({
      ...untouched,
      "visit flow": `S=${NA} T=open R=${NA} E=${NA}`,
      "visit crossing": "S=asked T=open",
    });
  });

  test("a category that the table does not give a kind is shown when something was raised there", () => {
    const book = new CoverageBook(columns, order);
    book.noter("flow", ["spoofing"])(at("store"), "addressed");
    expect(rows(book)["store flow"]).toBe(`S=addressed R=${NA} E=${NA}`);
  });

  test("what may turn out to apply is asked", () => {
    const found = rows(new CoverageBook(columns, order), [rule({ on: ["flow"], stride: ["tampering"] })]);
    expect(found["store flow"]).toBe(`S=${NA} T=asked R=${NA} E=${NA}`);
    expect(found["visit crossing"]).toBe("T=asked");
  });

  test("a recorded fact that excludes a rule is the reason of the cell, each fact once", () => {
    const both = [rule({ stride: ["spoofing", "tampering"] }), rule({ id: "other", stride: ["tampering"] })];
    const row = new CoverageBook(columns, order)
      .close(findingsOf(columns, both))
      .rows()
      .find(({ subject }) => subject === "web");
    expect(row?.why).toEqual({ spoofing: "recorded: risky", tampering: "recorded: risky" });
    expect(row?.cells).toEqual([NA, NA, ...Array(4).fill("not-examined")]);
  });

  test("a fact that excludes a rule on a flow excludes it on its crossing", () => {
    const flows = { visit: { from: "person", to: "web", facts: { risky: no, exempt: yes } } } as Model["flows"];
    const here = columnsOf({ ...model, flows });
    const rules = [
      rule({ on: ["flow"], stride: ["tampering"] }),
      rule({ id: "other", on: ["flow"], stride: ["tampering"], applies: "f0", except: "exempt" }),
    ];
    const found = new CoverageBook(here, order)
      .close(findingsOf(here, rules))
      .rows()
      .filter(({ subject }) => subject === "visit");
    expect(found.map(({ kind, why }) => [kind, why])).toEqual([
      ["flow", { tampering: "recorded: risky, exempt" }],
      ["crossing", { tampering: "recorded: risky, exempt" }],
    ]);
  });

  test("the cells that no rule speaks to are told by row and category", () => {
    const rules = [rule({ stride: ["spoofing"] }), rule({ id: "other", on: ["flow"], stride: ["tampering"] })];
    const coverage = new CoverageBook(columns, order).close(findingsOf(columns, rules));
    const cells = coverage
      .rows()
      .flatMap(({ subject, kind, cells }) =>
        strideCategories.filter((_, i) => cells[i] === "not-examined").map((category) => ({ subject, kind, category })),
      );
    expect(cells.length).toBeGreaterThan(5);
    expect(coverage.unexamined()).toEqual(cells);
  });

  test("rows without a recorded reason say none", () => {
    for (const row of new CoverageBook(columns, order).close([]).rows()) expect(row).not.toHaveProperty("why");
  });
});
