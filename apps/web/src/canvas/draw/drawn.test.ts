import { drawBody, drawFace, drawFlow, drawLabel, layoutDiagram, scene, toSvg } from "@parapet/reports/dfd";
import { shop } from "@parapet/reports/testing";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { Drawn } from "./drawn.tsx";

/** Where each form stands in a drawing: its attributes of place and size, as numbers to a hundredth. */
function geometry(markup: string): readonly string[] {
  const places = /(?<= )(?:x|y|width|height|cx|cy|r|d)="[^"]*"/g;
  return [...markup.matchAll(/<(rect|path|circle|text)\b([^>]*)>/g)].map(([, tag, attributes = ""]) =>
    [tag, ...(attributes.match(places) ?? []).map(rounded).sort()].join(" "),
  );
}

function rounded(attribute: string): string {
  return attribute.replace(/-?\d+(?:\.\d+)?/g, (number) => String(Math.round(Number(number) * 100) / 100));
}

describe("the canvas", () => {
  test("draws every shape, flow and label where the SVG file has it", async () => {
    const drawn = scene(shop, (await layoutDiagram(shop)).layout);
    const file = new Set(geometry(toSvg(drawn)));
    const forms = [
      ...drawn.shapes.flatMap((shape) => [...drawBody(shape), ...drawFace(shape)]),
      ...drawn.paths.flatMap(drawFlow),
      ...drawn.labels.flatMap(drawLabel),
    ];
    const page = geometry(renderToStaticMarkup(createElement("svg", {}, createElement(Drawn, { forms }))));
    expect(page.length).toBeGreaterThan(60);
    expect(page.filter((form) => !file.has(form))).toEqual([]);
  });
});
