// The parts of a threat statement: a table of sentences, those of rules among them; and examples that give the part they are for.
import { describe, expect, test } from "vitest";
import type { Document } from "../model/document.ts";
import { smallShop } from "../testing/small-knowledge.ts";
import { exampleOfPart, namesForStatements } from "./statement-examples.ts";
import {
  exampleAt,
  missingParts,
  partsOfStatement,
  type StatementPart,
  statementParts,
  withPart,
} from "./statement-parts.ts";

const shop: Document = {
  ...smallShop,
  model: {
    ...smallShop.model,
    data: { order: { title: "Orders", classification: "restricted" }, news: { classification: "public" } },
    zones: { inner: { title: "Backend", kind: "private-network" } },
    elements: {
      web: { kind: "process", title: "Web shop", zone: "inner" },
      bank: { kind: "external-entity", title: "House bank" },
      mailer: { kind: "process", title: "Mailer" },
      store: { kind: "data-store", title: "Order store", zone: "inner", holds: ["news", "order"] },
    },
    flows: {
      pay: { from: "bank", to: "mailer" },
      save: { from: "web", to: "store", title: "Save order", carries: ["order"] },
    },
  },
};
const names = namesForStatements(shop);
const letters: Readonly<Record<StatementPart, string>> = {
  source: "s",
  prerequisite: "p",
  action: "a",
  impact: "i",
  affected: "q",
};
const shortOf = (parts: readonly StatementPart[]) => parts.map((part) => letters[part]).join("");

describe("a sentence has", () => {
  test.each<[string, string]>([
    ["", ""],
    ["hello", ""],
    ["Refunds", ""],
    ["the web shop", "q"],
    ["Sessions of a user can be read", "a"],
    ["Sessions of a user can be read by somebody else", "sa"],
    ["A clerk sells the list", "sa"],
    ["A clerk waters the rules down", "sa"],
    ["A clerk of the three shops", "s"],
    ["A support employee refunds orders to a card of a friend", "saq"],
    ["House bank sends the same amount twice", "sa" + "q"],
    ["A former employee exports all Orders", "spaq"],
    ["A former employee with a sign-in that nobody took back exports Orders, which costs us our customers", "spaiq"],
    ["Stolen cards are tried out in small amounts until one works", "pai"],
    ["Somebody changes prices in the Web shop to buy cheaply", "saiq"],
    ["Orders are gone", "q"],
    ["A customer reads the integrity report", "saq"],
    ["Whoever gets a disk, file, snapshot or backup of Order store reads Orders", "spaq"],
    ["Order store is filled or kept busy until it serves nobody", "aiq"],
    ["Anyone with a foothold or an account inside reads Order store", "spaq"],
    ["A user of one tenant writes another tenant's name into a request, and Web shop acts for that one", "saiq"],
    ["Somebody poses as Web shop and receives what is meant for it", "saq"],
    ["Web shop is replaced at its source or on the way, and the replacement runs with the system's rights", "paq"],
    ["A user’s session can be taken over", "sa"],
  ])("“%s”: %s", (say, parts) => {
    expect(shortOf(partsOfStatement(say, names))).toBe(parts);
    expect(missingParts(say, names)).toEqual(statementParts.filter((part) => !parts.includes(letters[part])));
  });

  test("whatever is typed, and quickly", () => {
    const long = `Whoever ${"reads, and ".repeat(20_000)}`;
    expect(partsOfStatement(long, names)).toContain("source");
    expect(partsOfStatement("🦊 ".repeat(300), names)).toEqual([]);
    // What stands behind the first thousand characters is not read: one endless word would take a second with each key.
    expect(partsOfStatement(`${"-".repeat(1_000)} a user reads Orders`, names)).toEqual([]);
  });
});

describe("an example", () => {
  test.each<[StatementPart, string, string]>([
    ["source", "web", "a user of Web shop"],
    ["source", "mailer", "whoever controls House bank"],
    ["source", "bank", "somebody"],
    ["prerequisite", "store", "with a foothold in Backend"],
    ["prerequisite", "inner", "with a foothold in Backend"],
    ["prerequisite", "login", "with a foothold in Backend"],
    ["prerequisite", "save", "on the way between Web shop and Order store"],
    ["prerequisite", "model", "with a stolen sign-in"],
    ["action", "store", "reads or changes Orders"],
    ["action", "save", "reads or changes Orders"],
    ["action", "model", "reads or changes Orders"],
    ["action", "mailer", "stops Mailer"],
    ["action", "bank", "poses as House bank"],
    ["action", "inner", "reaches everything in Backend"],
    ["action", "pay", "reads or changes what pay has"],
    ["impact", "store", "so that strangers know Orders"],
    ["impact", "bank", "so that Mailer acts on what is false"],
    ["impact", "mailer", "so that it serves nobody else"],
    ["affected", "web", "at the cost of the confidentiality of Orders"],
    ["affected", "mailer", "at the cost of the availability of Mailer"],
    ["affected", "gone", "at the cost of the confidentiality of Orders"],
  ])("of %s on %s: %s", (part, subject, phrase) => {
    expect(exampleOfPart(part, shop, subject)).toBe(phrase);
  });

  const subjects = ["web", "bank", "mailer", "store", "inner", "login", "save", "pay", "order", "model"];
  test.each(subjects)("of each part, one after the other, make a whole sentence on %s", (subject) => {
    let say = "";
    for (let part = missingParts(say, names)[0]; part; part = missingParts(say, names)[0]) {
      const before = missingParts(say, names).length;
      say = withPart(say, part, exampleOfPart(part, shop, subject));
      expect(missingParts(say, names).length, say).toBeLessThan(before);
    }
    expect(say).toMatch(/^[A-Z].* $/);
  });

  test.each<[string, StatementPart, string, string]>([
    ["Somebody reads Orders", "impact", "so that strangers know Orders", "Somebody reads Orders, so that "],
    ["Somebody", "prerequisite", "with a foothold in Backend", "Somebody with "],
    ["Somebody reads it", "affected", "at the cost of the secrecy of Orders", "Somebody reads it at the cost of "],
    ["Orders are read", "source", "a user of Web shop", "Orders are read by "],
    ["", "source", "a user of Web shop", ""],
    ["Somebody", "action", "stops Mailer", "Somebody "],
  ])("“%s” with the %s “%s” keeps “%s” when something else is typed", (say, part, phrase, kept) => {
    const whole = withPart(say, part, phrase);
    expect(whole.slice(0, exampleAt(whole, phrase))).toBe(kept);
  });

  test("a sentence that has one part gets the others where they belong", () => {
    expect(withPart("Orders are read.", "source", "a user of Web shop")).toBe("Orders are read by a user of Web shop ");
    expect(withPart("Somebody reads Orders", "impact", "so that x")).toBe("Somebody reads Orders, so that x ");
    expect(withPart("Somebody", "prerequisite", "with y")).toBe("Somebody with y ");
    expect(withPart("", "source", "a user of Web shop")).toBe("A user of Web shop ");
  });
});
