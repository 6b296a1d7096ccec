// For tests: the shop with the knowledge that ships.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { analyse, type Document, type Knowledge, type Texts } from "@parapet/core";
import type { ReportInput } from "../report.ts";
import { shop, shopDay } from "./shop.ts";

const dist = fileURLToPath(new URL("../../../knowledge/dist", import.meta.url));
const layer = <T>(name: string): T => JSON.parse(readFileSync(join(dist, name), "utf8")) as T;

/** The compiled knowledge. */
export const knowledge = layer<Knowledge>("engine.json");
export const texts = layer<Texts>("texts.json");

/** A drawing that stands for the diagram where the test is not about it. */
export const drawing = {
  svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" role="img"><title>Drawing</title></svg>\n',
  drawio: "<mxfile/>\n",
};

/** What the reports of a document are made from; the shop when no other is given. */
export function inputOf(document: Document = shop): ReportInput {
  const analysis = analyse(document, knowledge, { now: shopDay });
  return { document, analysis, knowledge, texts, diagram: drawing };
}
