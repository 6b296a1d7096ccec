// The summary: figures that agree with the analysis, and a page that is safe whatever a model says.
import type { Document } from "@parapet/core";
import { placeOf, threatsOf, tiers } from "@parapet/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { artifacts } from "../artifacts.ts";
import { viewOf } from "../report.ts";
import { inputOf } from "../testing/real.ts";
import { shop } from "../testing/shop.ts";
import { risk } from "../words.ts";
import { complianceOf } from "./compliance.ts";
import { byControl, heatOf, matrixOf, nextSteps, topQuestions, topRisks } from "./figures.ts";
import { escapeHtml, html, Markup } from "./markup.ts";

const input = inputOf();
const view = viewOf(input);
const files = artifacts(input, ["summary"]);
const page = files.find(({ path }) => path === "index.html")?.text ?? "";
const markdown = files.find(({ path }) => path === "summary.md")?.text ?? "";
const { summary } = input.analysis;

describe("figures", () => {
  it("counts every open and asked threat once in the matrix, in the tier of its cell", () => {
    const cells = matrixOf(view).flat();
    expect(cells).toHaveLength(16);
    expect(cells.reduce((sum, cell) => sum + cell.open, 0)).toBe(summary.open);
    expect(cells.reduce((sum, cell) => sum + cell.asked, 0)).toBe(summary.asked);
    const ofTier = (tier: string) =>
      cells.filter((cell) => cell.tier === tier).reduce((sum, cell) => sum + cell.open, 0);
    for (const [tier, counts] of Object.entries(summary.byTier)) expect(ofTier(tier), tier).toBe(counts.open);
  });

  it.each([
    [3, 3, "critical"],
    [3, 2, "high"],
    [2, 2, "high"],
    [3, 0, "medium"],
    [1, 1, "medium"],
    [0, 1, "low"],
  ])("puts likelihood band %i and impact band %i in the tier %s", (likelihood, impact, tier) => {
    const cell = matrixOf({ ...view, threats: [] })
      .flat()
      .find((one) => one.likelihood === likelihood && one.impact === impact);
    expect(cell?.tier).toBe(tier);
  });

  it("lays the matrix as the room scoring does: impact falls from row to row, likelihood rises in each", () => {
    const cells = matrixOf(view);
    expect(cells.map((row) => row[0]?.impact)).toEqual([3, 2, 1, 0]);
    for (const row of cells) {
      expect(row.map(({ likelihood }) => likelihood)).toEqual([0, 1, 2, 3]);
      expect(new Set(row.map(({ impact }) => impact)).size).toBe(1);
    }
  });

  it("takes risks by tier and then by the risk that is shown, questions by the risk they hide, steps of different stages", () => {
    const open = threatsOf(input.analysis).filter((threat) => placeOf(threat) === "open");
    const top = topRisks(view, open.length);
    expect(new Set(top)).toEqual(new Set(open));
    const ranks = top.map(({ tier, current }) => tiers.indexOf(tier) * 1000 - current);
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    expect(topRisks(view, 3)).toEqual(top.slice(0, 3));
    const held = topQuestions(view).map(({ riskHeld }) => riskHeld);
    expect(held).toEqual([...held].sort((a, b) => b - a));
    const stages = nextSteps(view).map(({ stage }) => stage);
    expect(new Set(stages).size).toBe(3);
    const first = input.analysis.stages.flatMap(({ missing }) => missing.slice(0, 1).map((need) => need.risk));
    expect(nextSteps(view).map((need) => need.risk)).toEqual(first.sort((a, b) => b - a).slice(0, 3));
  });

  it("shows the worst tier of what is asked in a cell", () => {
    const asked = view.threats.filter(
      ({ subject, finding, categories }) =>
        subject === "checkout-api" && finding === "asked" && categories.includes("elevation-of-privilege"),
    );
    expect(new Set(asked.map(({ tier }) => tier)).size).toBeGreaterThan(1);
    const worst = tiers.find((tier) => asked.some((threat) => threat.tier === tier));
    const row = heatOf(view).find(({ subject }) => subject === "checkout-api");
    expect(row?.cells[5]).toEqual({ category: "elevation-of-privilege", cell: "asked", tier: worst });
  });

  it("shows the worst open tier of a cell", () => {
    const row = heatOf(view).find(({ subject, kind }) => subject === "shopper" && kind === "external-entity");
    expect(row?.cells[0]).toEqual({ category: "spoofing", cell: "open", tier: "high" });
  });

  it("sums a threat once per control", () => {
    const one = byControl(view.specifications).find(({ title }) => title === "TLS on every connection");
    expect(one).toMatchObject({ threats: 1, states: { chosen: 1 }, where: ["Orders DB"] });
  });

  it("ties threats, controls and evidence to each regulation in scope", () => {
    const rows = complianceOf(view);
    expect(rows.map(({ title }) => title)).toEqual(["GDPR", "PCI DSS"]);
    for (const { regulation, counts } of rows) {
      const named = view.threats.filter(({ regulations }) => regulations?.includes(regulation));
      expect(counts.asked).toBe(named.filter((threat) => placeOf(threat) === "asked").length);
      expect(counts.open).toBeGreaterThan(0);
    }
    expect(rows[1]?.controls).toContainEqual({
      id: "encrypt-database-traffic",
      title: "TLS on every connection",
      state: "chosen",
      owner: "Ann Berger",
      evidence: ["clear-text-refused passed by sslyze in staging on 2026-11-20"],
    });
  });

  it.each([
    [0, "0"],
    [25.25, "25.3"],
    [99.9, "99.9"],
    [279.9, "280"],
    [3374.5, "3,375"],
    [1234567, "1,234,567"],
  ])("writes a risk of %d as %s", (value, text) => expect(risk(value)).toBe(text));
});

describe("the page", () => {
  it("loads nothing, runs nothing, and lets nothing in", () => {
    expect(page).not.toMatch(/<script|<link|<iframe|<object|<img|\son[a-z]+=|javascript:|@import|\burl\((?!#)/i);
    expect(page).not.toMatch(/(?:src|href)="(?:[a-z]+:|\/)/i);
    expect(page).not.toMatch(/\sstyle="/);
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? "";
    expect(policy).toContain("default-src &#39;none&#39;");
  });

  it("allows its one style by the digest that the browser computes", async () => {
    const css = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? "";
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(css));
    expect(page).toContain(`sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`);
  });

  it("is read well without seeing it: one h1, no level left out, headed tables, links that lead somewhere", () => {
    const levels = [...page.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [i, level] of levels.entries()) expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1);
    for (const [table] of page.matchAll(/<table[\s\S]*?<\/table>/g))
      expect(table).toMatch(/<th scope="col"[\s\S]*<th scope="row"/);
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of page.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
    const written = new Set(artifacts(input).map(({ path }) => path));
    for (const [, path] of page.matchAll(/href="([^#"][^"]*)"/g)) expect(written).toContain(path);
  });

  it.each(["light", "dark"])("has enough contrast in %s", (scheme) => {
    const css = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? "";
    const block = new RegExp(`color-scheme:${scheme};([^}]*)`).exec(css)?.[1] ?? "";
    const colours = new Map([...block.matchAll(/--([a-z-]+):(#[0-9a-f]+)/g)].map(([, name, value]) => [name, value]));
    const tiers = ["critical", "high", "medium", "low"];
    const pairs = [
      ...["ink", "soft", "accent", "warn"].flatMap((front) =>
        ["ground", "panel", "faint"].map((back) => [front, back]),
      ),
      ...tiers.flatMap((tier) => [
        ["on-tier", tier],
        ["ink", `${tier}-tint`],
        [tier, "panel"],
      ]),
    ];
    expect(pairs).toHaveLength(24);
    for (const [front = "", back = ""] of pairs) {
      const [a, b] = [front, back].map((name) => luminance(colours.get(name) ?? "")).sort((x, y) => y - x);
      expect(((a ?? 0) + 0.05) / ((b ?? 0) + 0.05), `${front} on ${back}`).toBeGreaterThanOrEqual(4.5);
    }
  });

  it("opens and closes its tags in order", () => {
    const open: string[] = [];
    const alone = new Set(["meta", "rect", "path", "br"]);
    for (const [, slash, name = "", , self] of page.matchAll(/<(\/?)([a-z][a-z0-9]*)((?:\s[^>]*?)?)(\/?)>/g)) {
      if (alone.has(name) || self) continue;
      if (slash) expect(open.pop()).toBe(name);
      else open.push(name);
    }
    expect(open).toEqual([]);
  });

  it("never prints the open count without the asked count", () => {
    const verdict = `${summary.open} threats open, ${summary.asked} asked.`;
    expect(page).toContain(verdict);
    expect(markdown).toContain(
      `${summary.open} threats open with a risk of ${risk(summary.openRisk)}, ${summary.asked} asked`,
    );
  });

  it("shows the diagram, what rests on assumptions, what is out of scope and the expired acceptance", () => {
    expect(page).toContain('<span class="mark struck" aria-hidden="true"></span>expired</span>');
    expect(page).toContain('<span class="mark solid" aria-hidden="true"></span>in force</span>');
    expect(page.match(/past its review/g)).toHaveLength(1);
    expect(page).toMatch(/keeps its PCI DSS attestation(?:(?!<tr>)[\s\S])*past its review/);
    for (const text of [
      "<title>Drawing</title>",
      "past its review",
      "Covered by the provider&#39;s attestation",
      "expired",
      "device-managed of Support desk",
    ])
      expect(page).toContain(text);
    expect(markdown).toContain("![Data flow diagram](diagram.svg)");
  });

  it("offers a large diagram at full size, since shrunk to the page nobody reads its labels", () => {
    const drawn = (width: number): string => {
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="9"></svg>`;
      const files = artifacts({ ...input, diagram: { svg, drawio: "" } }, ["summary"]);
      return files.find(({ path }) => path === "index.html")?.text ?? "";
    };
    expect(drawn(3000)).toContain('<input type="checkbox"> At full size, to scroll</label>');
    expect(drawn(900)).not.toContain("checkbox");
  });

  it("names who owns a risk, and shows in its own way that nobody does", () => {
    const items = [...page.matchAll(/<ol class="risks">([\s\S]*?)<\/ol>/g)][0]?.[1]?.split("</li>") ?? [];
    for (const [i, threat] of topRisks(view).entries()) {
      if (threat.owner) expect(items[i]).toContain(`<span class="">${view.person(threat.owner)}, due ${threat.due}`);
      else expect(items[i]).toContain('<span class="lacking">no owner');
    }
    expect(new Set(topRisks(view).map(({ owner }) => owner !== undefined)).size).toBe(2);
  });

  it("draws what a question hides against the one that hides most", () => {
    const widths = [...page.matchAll(/<span class="held"><svg[\s\S]*?d="M0 3H([\d.]+)"/g)].map(([, width]) =>
      Number(width),
    );
    const most = topQuestions(view)[0]?.riskHeld ?? 0;
    expect(widths).toEqual(topQuestions(view).map(({ riskHeld }) => Math.round((riskHeld / most) * 1000) / 10));
  });

  it("escapes whatever a model says", () => {
    const hostile = fc.oneof(
      fc.constantFrom(
        "<script>alert(1)</script>",
        '"><img src=x onerror=a>',
        "</style><b>",
        "&lt;b&gt;",
        "'--\u0000\u001b[1m",
        "</title><svg onload=a>",
      ),
      fc.string({ minLength: 1, maxLength: 60, unit: "binary" }).map((text) => `<x-hostile>${text}`),
    );
    fc.assert(
      fc.property(hostile, (text) => {
        const made = artifacts(inputOf(filledWith(text)), ["summary"])[0]?.text ?? "";
        expect(made).not.toMatch(/<script|<img|<x-hostile|<b>a|onerror=a>|<svg onload/i);
        expect(made.match(/<\/style>/g)).toHaveLength(1);
        expect(made.match(/<\/title>/g)).toHaveLength(2);
        expect(made).toContain(escapeHtml(text).slice(0, 8));
      }),
      { numRuns: 25 },
    );
  });
});

/** Relative luminance (WCAG 2.2) of #rgb or #rrggbb. */
function luminance(colour: string): number {
  const hex = colour.length === 4 ? colour.replace(/[0-9a-f]/g, "$&$&") : colour;
  const [r = Number.NaN, g = Number.NaN, b = Number.NaN] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** The shop with one text in every place that people write. */
function filledWith(text: string): Document {
  const named = <T extends object>(things: Readonly<Record<string, T>> | undefined) =>
    Object.fromEntries(Object.entries(things ?? {}).map(([id, thing]) => [id, { ...thing, title: text }]));
  const { model, register } = shop;
  return {
    ...shop,
    model: {
      ...model,
      system: text,
      scope: { ...model.scope, purpose: text, team: text, out: [{ what: text, why: text }] },
      assumptions: { a: { text, owner: text } },
      zones: named(model.zones),
      elements: named(model.elements),
      flows: named(model.flows),
      "entry-points": named(model["entry-points"]),
      features: named(model.features),
    },
    register: {
      parapet: 1,
      ...register,
      threats: { "by-hand-x@shopper": { say: text, by: text, recorded: "2026-11-02" } },
      acceptances: {
        "by-hand-x@shopper": { owner: text, why: text, review: "2027-01-01", on: "2026-11-02", by: text },
      },
      decisions: { "by-hand-x@shopper": { decision: "mitigate", by: text, on: "2026-11-02", why: text } },
    },
  };
}

describe("html", () => {
  it("escapes values, keeps markup, joins lists and leaves out what is not there", () => {
    const part = html`<b title="${'"'}">${"<"}</b>`;
    expect(html`<p>${part}${["a", html`<i>&amp;</i>`]}${undefined}${false}${0}</p>`.text).toBe(
      '<p><b title="&quot;">&lt;</b>a<i>&amp;</i>0</p>',
    );
    expect(new Markup("<x>").text).toBe("<x>");
  });
});
