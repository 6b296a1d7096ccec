// Which commands add what was typed. Names by semicolons or lines become several elements or zones; data named on a flow goes along with it.
import { type CommandCall, chooseId, type Document, effective } from "@parapet/core";
import type { TFunction } from "i18next";
import type { Selection } from "../../data/selection.ts";
import { call } from "../../data/workbench.ts";
import type { Adding } from "../canvas-store.ts";
import type { Drawing } from "../scene/use-drawing.ts";
import { groupCalls } from "./arranging.ts";

export interface Add {
  readonly title: string;
  readonly calls: readonly CommandCall[];
  /** What to select once it is there. */
  readonly made: Selection | undefined;
}

/** The names in a text: one for each line or part between semicolons. */
export function namesIn(text: string): readonly string[] {
  return [
    ...new Set(
      text
        .split(/[\n;]+/)
        .map((name) => name.trim())
        .filter(Boolean),
    ),
  ];
}

/** The commands for what was typed. */
export function commandFor(
  adding: Adding,
  text: string,
  zone: string | undefined,
  document: Document,
  t: TFunction,
): Add {
  if (adding.kind === "flow") return flowFor(adding.from, adding.to, text.trim(), document, t);
  const names = namesIn(text);
  const [name = ""] = names;
  const title = t("canvas.added", { things: names.join(", ") });
  const { kind } = adding;
  const id = freeId(name, zone, kind, document);
  const own = { ...(id !== undefined && { id }), title: name };
  if (kind === "zone" && names.length > 1) return { title, calls: zonesFor(names, zone), made: undefined };
  const made = id === undefined ? undefined : ({ kind: kind === "zone" ? "zone" : "element", id } as const);
  if (kind === "zone")
    return { title, calls: [call("add-zone", { ...own, ...(zone !== undefined && { in: zone }) })], made };
  const home = zone === undefined ? {} : { zone };
  if (names.length > 1) return { title, calls: [call("add-elements", { names, kind, ...home })], made: undefined };
  return { title, calls: [call("add-element", { ...own, kind, ...home })], made };
}

/** A zone made of things that are there. */
export function groupFor(
  drawing: Drawing,
  around: readonly string[],
  name: string,
  document: Document,
  t: TFunction,
): Add {
  const { calls, zone } = groupCalls(drawing, around, name, document);
  const made = zone === undefined ? undefined : ({ kind: "zone", id: zone } as const);
  return { title: t("canvas.arrange.grouped", { zone: name, count: around.length }), calls, made };
}

/** Zones side by side: each finds its own free place. */
function zonesFor(names: readonly string[], zone: string | undefined): readonly CommandCall[] {
  return names.map((title) => call("add-zone", { title, ...(zone !== undefined && { in: zone }) }));
}

/** A flow: parts that name data of the model go with it; the whole text is its title. */
function flowFor(from: string, to: string, text: string, document: Document, t: TFunction): Add {
  const data = { ...document.observed?.data, ...document.model.data };
  const parts = text.split(/[,;]+/).map((part) => part.trim().toLowerCase());
  const carries = Object.entries(data).flatMap(([id, { title }]) =>
    parts.includes(id) || parts.includes((title ?? "").toLowerCase()) ? [id] : [],
  );
  const id = freeId(text, undefined, "flow", document);
  const input = { ...(id !== undefined && { id }), from, to, title: text, ...(carries.length > 0 && { carries }) };
  const made = id === undefined ? undefined : ({ kind: "flow", id } as const);
  return { title: t("canvas.added", { things: text }), calls: [call("add-flow", input)], made };
}

/** The id that a name gets: the same on every machine that runs the command. */
function freeId(name: string, zone: string | undefined, kind: string, document: Document): string | undefined {
  const taken = effective(document).collectionOf;
  return chooseId(name, { zone, kind }, (id) => taken.has(id));
}
