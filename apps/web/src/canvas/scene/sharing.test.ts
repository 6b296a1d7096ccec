import { arrangedLayout } from "@parapet/reports/dfd";
import { shop } from "@parapet/reports/testing";
import { expect, test } from "vitest";
import { sharedGraph, sharedLayout } from "./sharing.ts";

test("a graph that says the same is the one before; of another one what says the same is", () => {
  expect(sharedGraph(shop, structuredClone(shop))).toBe(shop);
  const copy = structuredClone(shop);
  const now = sharedGraph(shop, { ...copy, elements: copy.elements.slice(1), title: "Other" });
  expect(now).not.toBe(shop);
  expect(now.title).toBe("Other");
  expect(now.flows).toBe(shop.flows);
  expect(now.zones).toBe(shop.zones);
  expect(now.elements).toEqual(shop.elements.slice(1));
  expect(now.elements.every((element) => shop.elements.includes(element))).toBe(true);
});

test("of a layout that the router sends, the routes that it found again are those of before", () => {
  const before = arrangedLayout(shop, {});
  const [id = "", other = ""] = Object.keys(before.flows);
  const copy = structuredClone(before);
  const now = sharedLayout(before, {
    ...copy,
    flows: {
      ...copy.flows,
      [id]: {
        points: [
          { x: 1, y: 1 },
          { x: 2, y: 1 },
        ],
      },
    },
  });
  expect(now.flows[other]).toBe(before.flows[other]);
  expect(now.flows[id]).not.toEqual(before.flows[id]);
  expect(Object.keys(now.flows)).toEqual(Object.keys(before.flows));
});
