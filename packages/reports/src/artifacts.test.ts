// Every artifact of a worked-through shop, read back by other readers and compared line by line.
import { placeOf, specificationsOf, strideCategories, threatsOf, ticketsOf } from "@parapet/core";
import { describe, expect, it } from "vitest";
import { artifacts, reports } from "./artifacts.ts";
import { inputOf } from "./testing/real.ts";
import { shop } from "./testing/shop.ts";
import { files, input, linesOf, rowsIn, rowsOf, textOf } from "./testing/written.ts";

describe("artifacts", () => {
  it("has the ten artifacts and the tickets, each with a member that answers for it", () => {
    expect(reports.map(({ id, member }) => [id, member])).toEqual([
      ["data-flow-diagram", "threat-model-architect"],
      ["stride", "threat-model-architect"],
      ["register", "risk-prioritization-analyst"],
      ["surface", "attack-surface-mapper"],
      ["mitigation", "mitigation-designer"],
      ["criteria", "mitigation-designer"],
      ["tickets", "threat-model-architect"],
      ["acceptances", "risk-prioritization-analyst"],
      ["pack", "threat-model-architect"],
      ["minutes", "threat-model-architect"],
      ["summary", "threat-model-architect"],
    ]);
  });

  it("writes each path once, and only what is named", () => {
    const paths = files.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths).toContain("index.html");
    expect(artifacts(input, ["register"]).map(({ path }) => path)).toEqual(["register.csv", "register.json"]);
  });

  it("gives the same bytes for the same input", () => {
    expect(artifacts(inputOf(structuredClone(shop)))).toEqual(files);
  });

  it("says nothing is there where nothing is, in every artifact", () => {
    const bare = artifacts(inputOf({ model: { parapet: 1, system: "Bare" } }));
    expect(bare.length).toBeGreaterThanOrEqual(12);
    for (const { path, text } of bare) {
      expect(text, path).not.toMatch(/undefined|NaN|\[object/);
      expect(text.endsWith("\n"), path).toBe(true);
    }
    for (const { path, text } of files) expect(text, path).not.toMatch(/undefined|NaN|\[object/);
  });
});

describe("the STRIDE list", () => {
  it("prints open and asked together, covers every row and names every threat", () => {
    const { open, asked } = input.analysis.summary;
    expect(linesOf("stride.md")[2]).toMatch(new RegExp(`^2026-11-24\\. ${open} threats open .* ${asked} asked; `));
    const table = linesOf("stride.md").filter((line) =>
      /^\| .* \| (Process|Data store|External entity|Data flow|Crossing) \|/.test(line),
    );
    expect(table).toHaveLength(input.analysis.coverage.length);
    for (const { id } of input.analysis.threats) expect(textOf("stride.md")).toContain(`\`${id}\``);
    expect(linesOf("stride.md")).toContain("## Data flow: Save order");
  });

  it("has a row per threat and category, and one per cell that no threat stands in", () => {
    const rows = rowsOf("stride.csv");
    const expected = threatsOf(input.analysis).flatMap(({ id, categories }) =>
      categories.map((category) => `${category} ${id}`),
    );
    expect(rows.filter(({ threat }) => threat !== "").map(({ category, threat }) => `${category} ${threat}`)).toEqual(
      expected,
    );
    const cells = new Set(rows.map(({ kind, subject, category }) => `${kind} ${subject} ${category}`));
    for (const { subject, kind, cells: statuses } of input.analysis.coverage)
      for (const [i, status] of statuses.entries())
        if (status === "not-applicable" || status === "not-examined")
          expect(cells).toContain(`${kind} ${subject} ${strideCategories[i]}`);
  });

  it("lists the threats of a subject by category, in reading order within one", () => {
    const text = textOf("stride.md").split("## Process: Checkout API")[1]?.split("\n## ")[0] ?? "";
    const order = threatsOf(input.analysis).map(({ id }) => id);
    const first = new Map(
      threatsOf(input.analysis).map(({ id, categories }) => [
        id,
        strideCategories.indexOf(categories[0] ?? "spoofing"),
      ]),
    );
    const listed = [...text.matchAll(/`([a-z-]+@checkout-api)`/g)].map(([, id]) => id as string);
    expect(listed.length).toBeGreaterThan(5);
    const sorted = [...listed].sort(
      (a, b) => (first.get(a) ?? 0) - (first.get(b) ?? 0) || order.indexOf(a) - order.indexOf(b),
    );
    expect(listed).toEqual(sorted);
  });

  it("names the cells that no rule speaks to", () => {
    const blind = inputOf();
    const analysis = {
      ...blind.analysis,
      coverage: blind.analysis.coverage.map((row) =>
        row.subject === "queue"
          ? { ...row, cells: row.cells.map((cell, i) => (i === 2 ? ("not-examined" as const) : cell)) }
          : row,
      ),
    };
    const [list] = artifacts({ ...blind, analysis }, ["stride"]);
    expect(list?.text).toContain("- Repudiation: Order queue (data store)");
    expect(textOf("stride.md")).toContain("No cell is left unexamined.");
  });
});

describe("the register", () => {
  const rows = rowsOf("register.csv");

  it("has the columns that were promised", () => {
    expect(Object.keys(rows[0] ?? {}).join(",")).toBe(
      "id,title,subject,categories,finding,status,strength,tier,likelihood,impact,inherent,current,target,factors,owner,due,decision,controls,cwe,capec,because,asks,regulations,group,members",
    );
  });

  it("lists groups first with their counts and without figures, then every threat in reading order", () => {
    const threats = rows.filter(({ finding }) => finding !== "group");
    expect(threats.map(({ id }) => id)).toEqual(input.analysis.threats.map(({ id }) => id));
    const groups = rows.slice(0, rows.length - threats.length);
    expect(groups.every(({ finding }) => finding === "group")).toBe(true);
    expect(groups.length).toBeGreaterThan(0);
    expect(groups.every(({ members }) => Number(members) > 1)).toBe(true);
    for (const group of groups) {
      expect(Number(group.members)).toBe(threats.filter((threat) => threat.group === group.id).length);
      for (const member of threats.filter((threat) => threat.group === group.id))
        expect(member.id?.split("@")[0]).toBe(group.id?.split("@")[0]);
      expect([group.current, group.inherent, group.likelihood]).toEqual(["", "", ""]);
    }
  });

  it("groups threats of one rule that one answer about a zone decides", () => {
    const group = rows.find(({ id }) => id === "unencrypted-store@data");
    expect(group).toMatchObject({ finding: "group", members: "2" });
    const members = rows.filter((row) => row.group === "unencrypted-store@data" && row.finding !== "group");
    expect(members.map(({ id }) => id).sort()).toEqual(["unencrypted-store@orders-db", "unencrypted-store@queue"]);
  });

  it("keeps what people decided beside what was computed", () => {
    expect(rows.find(({ id }) => id === "clear-text-crossing@save-order")).toMatchObject({
      subject: "save-order",
      finding: "open",
      status: "mitigating",
      owner: "ann",
      due: "2026-12-15",
      decision: "mitigate",
    });
  });

  it("says the same in JSON", () => {
    const json = JSON.parse(textOf("register.json"));
    expect(json).toMatchObject({
      schema: "parapet/register/1",
      system: "Online shop checkout",
      now: "2026-11-24",
      method: "dread",
    });
    expect(json.threats).toEqual(JSON.parse(JSON.stringify(threatsOf(input.analysis))));
    expect(json.summary).toEqual(input.analysis.summary);
  });
});

describe("the surface", () => {
  it("says how callers prove who they are in the words of the knowledge", () => {
    const rows = linesOf("surface.md").filter((line) => /^\| .*`[a-z0-9-]+` \|$/.test(line));
    expect(rows.join("\n")).toContain("| password and session cookie |");
    expect(rows.join("\n")).not.toMatch(/\| (session|none) \|/);
  });

  it.each([
    "## Internet, signed in: 2 entry points",
    "## Internal: 0 entry points",
    "| Place an order | no | when owns the order | yes |",
    "| Health | yes | ? | ? |",
    "2 cells unknown (“?”): each is a question.",
    "- Support search (`support-search`)",
    "| Payment provider | external-service | Checkout API | Card number | `payment-service` |",
  ])("has the line %j", (line) => expect(linesOf("surface.md")).toContain(line));

  it("shows the usual attackers with what they meet first, those of the model where it names some", () => {
    expect(linesOf("surface.md")).toContain(
      "| Stranger on the internet | Internet | low | Money from many small gains, or curiosity | Health, Place an order, Support search |",
    );
    const own = { ...shop.model, attackers: { thief: { title: "Card thief", starts: "shopper" } } };
    const [file] = artifacts(inputOf({ ...shop, model: own }), ["surface"]);
    expect(file?.text).toContain("| Card thief | Shopper | unknown ? | unknown ? |");
    expect(file?.text).not.toContain("Stranger on the internet");
  });

  it("lists what is most exposed first, and the heaviest first within an exposure", () => {
    const { surface } = input.analysis;
    const health = surface.entryPoints.map((entry) =>
      entry.id === "support-search"
        ? { ...entry, exposure: "internal" as const, weight: 99 }
        : entry.id === "health"
          ? { ...entry, exposure: "internet-authenticated" as const, weight: 1 }
          : entry,
    );
    const analysis = { ...input.analysis, surface: { ...surface, entryPoints: health } };
    const text = artifacts({ ...input, analysis }, ["surface"]).find(({ path }) => path === "surface.csv")?.text ?? "";
    const rows = rowsIn(text);
    expect(rows.map(({ id }) => id)).toEqual(["post-orders", "health", "support-search"]);
  });

  it("has a row per entry point with a column per role", () => {
    const rows = rowsOf("surface.csv");
    expect(rows.map(({ id }) => id).sort()).toEqual(["health", "post-orders", "support-search"]);
    expect(rows.find(({ id }) => id === "post-orders")).toMatchObject({
      exposure: "internet-authenticated",
      "access:anonymous": "no",
      "access:customer": "when owns the order",
      "access:support": "yes",
    });
  });
});

describe("mitigation specification and tickets", () => {
  it("specifies every severe open threat", () => {
    const text = textOf("mitigations.md");
    for (const threat of threatsOf(input.analysis)) {
      if (placeOf(threat) !== "open" || (threat.tier !== "critical" && threat.tier !== "high")) continue;
      expect(text, threat.id).toContain(`\`${threat.id}\``);
    }
    expect(text).toContain("- **PostgreSQL**");
    expect(text).toContain("- [x] `clear-text-refused`: **Given** the deployed system");
  });

  it("asks for a card where none fits, and names critical threats that would rest on one control", () => {
    const bare = { ...input, knowledge: { ...input.knowledge, controls: [] } };
    const [asking] = artifacts(bare, ["mitigation"]);
    expect(asking?.text).toContain("## No control card fits");
    expect(asking?.text).toMatch(
      /- No control card fits “With a stolen or guessed credential.*mitigate .*--threats stolen-credentials@shopper/,
    );
    const factors = { damage: 10, reproducibility: 10, exploitability: 10, affected: 10, discoverability: 10 };
    const scores = { "clear-text-crossing@save-order": { method: "dread", by: "ann", on: "2026-11-03", factors } };
    const [flagged] = artifacts(inputOf({ ...shop, register: { parapet: 1, ...shop.register, scores } }), [
      "mitigation",
    ]);
    const lines = flagged?.text.split("## Critical threats on one control")[1]?.split("\n## ")[0];
    expect(lines).toMatch(/`clear-text-crossing@save-order`\) would rest on TLS on every connection alone/);
    expect(textOf("mitigations.md")).not.toContain("## Critical threats on one control");
  });

  it("has a file per ticket, and the same tickets as JSON", () => {
    const tickets = ticketsOf(specificationsOf(input));
    const json = JSON.parse(textOf("tickets/tickets.json"));
    expect(json.tickets).toEqual(JSON.parse(JSON.stringify(tickets)));
    expect(files.filter(({ path }) => /^tickets\/.*\.md$/.test(path))).toHaveLength(tickets.length);
    expect(linesOf("tickets/encrypt-database-traffic.md")).toContain("# TLS on every connection (Orders DB)");
    expect(linesOf("tickets/encrypt-database-traffic.md")).toContain("| Ticket | SHOP-431 |");
  });
});
