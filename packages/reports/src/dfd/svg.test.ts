import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { drawFlow } from "./drawing.ts";
import type { Box } from "./geometry.ts";
import { layoutDiagram } from "./layout-diagram.ts";
import { scene } from "./scene.ts";
import { escapeXml, toSvg } from "./svg.ts";
import { anyDiagram, shop } from "./testing/diagrams.ts";
import { light } from "./theme.ts";

interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Reads XML strictly; throws where it is not well-formed. */
function read(xml: string): { readonly tags: readonly Tag[]; readonly text: string } {
  const tags: Tag[] = [];
  let text = "";
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", (tag) => tags.push({ name: tag.name, attributes: tag.attributes as Record<string, string> }));
  parser.on("text", (part) => {
    text += part;
  });
  parser.write(xml).close();
  return { tags, text };
}

/** A rectangle as it is compared, to a hundredth of a pixel. */
function boxText(box: Readonly<Record<keyof Box, unknown>>): string {
  return [box.x, box.y, box.width, box.height].map((value) => Number(value).toFixed(2)).join(" ");
}

const draw = async (graph = shop) => scene(graph, (await layoutDiagram(graph)).layout);

describe("toSvg", () => {
  it("is well-formed for any diagram, with every id once and every reference met", async () => {
    await fc.assert(
      fc.asyncProperty(anyDiagram(12), async (graph) => {
        const { tags } = read(toSvg(await draw(graph)));
        const ids = tags.map((tag) => tag.attributes.id).filter((id) => id !== undefined);
        expect(new Set(ids).size).toBe(ids.length);
        for (const { attributes } of tags) {
          const wanted = /^url\(#(.*)\)$/.exec(attributes.fill ?? "")?.[1];
          if (wanted !== undefined) expect(ids).toContain(wanted);
        }
      }),
      { numRuns: 40, seed: 3 },
    );
  });

  it("has every shape, route and label of any diagram where the scene has it", async () => {
    await fc.assert(
      fc.asyncProperty(anyDiagram(12), async (graph) => {
        const drawn = await draw(graph);
        const boxes = new Set<string>();
        const ways = new Set<string>();
        for (const { name, attributes: at } of read(toSvg(drawn)).tags) {
          if (name === "rect") boxes.add(boxText({ x: at.x, y: at.y, width: at.width, height: at.height }));
          if (name === "path" && at.d !== undefined) ways.add(at.d);
        }
        for (const { kind, box } of drawn.shapes) if (kind !== "data-store") expect(boxes).toContain(boxText(box));
        for (const { box } of drawn.labels) expect(boxes).toContain(boxText(box));
        for (const path of drawn.paths)
          for (const form of drawFlow(path)) if (form.is === "path") expect(ways).toContain(form.d);
      }),
      { numRuns: 40, seed: 4 },
    );
  });

  it("needs nothing from elsewhere and runs nothing", async () => {
    const svg = toSvg(await draw());
    expect(svg.replaceAll('xmlns="http://www.w3.org/2000/svg"', "")).not.toMatch(
      /https?:|<script|<image|@import|@font|on\w+=/,
    );
  });

  it("has a title, a description and a role", async () => {
    const { tags, text } = read(toSvg(await draw()));
    expect(tags[0]?.attributes).toMatchObject({ role: "img", "aria-labelledby": "dfd-title dfd-desc" });
    expect(tags.slice(1, 3).map((tag) => [tag.name, tag.attributes.id])).toEqual([
      ["title", "dfd-title"],
      ["desc", "dfd-desc"],
    ]);
    expect(text).toContain("Online shop checkout: data flow diagram");
    expect(text).toContain("From Shopper to Checkout API: data there, data back");
  });

  it("escapes what people write", async () => {
    const nasty = `<script>alert("1")</script> & 'co'`;
    const graph = { ...shop, title: nasty, zones: shop.zones.map((zone) => ({ ...zone, title: nasty })) };
    const svg = toSvg(await draw(graph));
    expect(svg).not.toContain("<script");
    expect(read(svg).text).toContain(nasty);
  });

  it("is the same, byte for byte, every time; a prefix goes before every id", async () => {
    const drawn = await draw();
    expect(toSvg(drawn)).toBe(toSvg(await draw(structuredClone(shop))));
    const ids = read(toSvg(drawn, { idPrefix: "x-" })).tags.map((tag) => tag.attributes.id ?? "x-");
    expect(ids.filter((id) => !id.startsWith("x-"))).toEqual([]);
  });

  it.each([
    ["a & b < c > d", "a &amp; b &lt; c &gt; d"],
    ['"', "&quot;"],
    ["\u0000 \u0008 \ufffe", "\ufffd \ufffd \ufffd"],
    ["\ud800", "\ufffd"],
    ["👍 é", "👍 é"],
  ])("escapeXml(%j)", (text, escaped) => {
    expect(escapeXml(text)).toBe(escaped);
  });
});

describe("the light theme", () => {
  const channel = (hex: string, at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  const luminance = (hex: string) => 0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);
  const contrast = (a: string, b: string) => {
    const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
    return (high + 0.05) / (low + 0.05);
  };
  const { tiers } = light;
  it.each<readonly [string, string, string, number]>([
    ["black on white is 21", "#000000", "#ffffff", 20.9],
    ["ink on an element", light.ink, light.element, 4.5],
    ["ink on an external entity", light.ink, light.external, 4.5],
    ["notes on an element", light.muted, light.element, 4.5],
    ["notes on an external entity", light.muted, light.external, 4.5],
    ["zone names", light.accent, light.ground, 4.5],
    ...Object.entries(tiers).map(([tier, { solid }]) => [`open ${tier}`, light.ground, solid, 4.5] as const),
    ...Object.entries(tiers).map(([tier, { tint }]) => [`asked ${tier}`, light.ink, tint, 4.5] as const),
    ...light.zones.map((zone, i) => [`borders on zones ${i} deep`, light.accent, zone, 4.5] as const),
  ])("%s", (_, text, ground, least) => {
    expect(contrast(text, ground)).toBeGreaterThanOrEqual(least);
  });
});
