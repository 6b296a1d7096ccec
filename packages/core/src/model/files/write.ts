// Values → YAML text: new entries, and whole new files. Which maps stand on one line depends on the file, and on the neighbours.
import type * as z from "zod";
import { byCodeUnit } from "../changes.ts";
import { type Layer, layers, schemaVersion } from "../document.ts";
import { literalText, scalarText } from "./scalars.ts";
import { below, isMap, mapShape } from "./shape.ts";

type Schema = z.core.$ZodType | undefined;
type Bag = Readonly<Record<string, unknown>>;

/** How a file is written. */
export interface Style {
  /** Spaces per level. */
  readonly step: string;
  /** How many levels of maps stand in block style; deeper ones stand on one line. */
  readonly blockLevels: number;
  /** Records in code-unit order and fields in the schema's order, as files that git merges line by line want it. */
  readonly sorted: boolean;
  /** Space inside braces: `{ a: b }`. */
  readonly pad: string;
  /** False where a block scalar would swallow what follows. */
  readonly literals: boolean;
}

const blockLevels: Readonly<Record<Layer, number>> = {
  model: 2,
  observed: 4,
  register: 99,
  diagram: 2,
  people: 2,
  policy: 99,
  debt: 99,
  platform: 3,
};

/** The style of a new file of the layer. */
export function styleOf(layer: Layer): Style {
  return {
    step: "  ",
    blockLevels: blockLevels[layer],
    sorted: layers[layer].writes === "commands",
    pad: "",
    literals: true,
  };
}

const headers: Readonly<Record<Layer, string>> = {
  model: "The threat model: scope, zones, elements, flows, entry points, data and facts. People write it.",
  observed: "What has been accepted of what the sources say. Written by commands; model.yaml overrides it.",
  register:
    "Decisions, scores, mitigations, acceptances and evidence. Written by commands; merge it with git's plain line merge.",
  diagram: "Where things are drawn. Written by commands; losing it loses no knowledge.",
  people: "Who takes part, and who may approve the risk of which tier. People write it.",
  policy: "Gates, risk appetite and ages of evidence. People write it.",
  debt: "What was open when check --start recorded it; it may only shrink. Written by commands.",
  platform: "Controls that the organisation already runs, and where they work. People write it.",
};

/**
 * The text of a new file with this value. A register has all its sections from the start, each apart from the next by a blank line: two
 * branches that each write the first entry of another section then change other places of the file, and git merges them.
 */
export function newFile(layer: Layer, value: object): string {
  const style = styleOf(layer);
  const schema = layers[layer].schema;
  const sections = layer === "register" ? emptySections(schema) : {};
  const whole: Bag = { parapet: schemaVersion, ...sections, ...value };
  const keys = keysInOrder(whole, schema, style).filter((key) => whole[key] !== undefined);
  let text = `# ${headers[layer]}\n`;
  let blockBefore = false;
  for (const key of ["parapet", ...keys.filter((key) => key !== "parapet")]) {
    const entry = entryText(key, whole[key], below(schema, key), { style, indent: "", level: 1 });
    const block = entry.includes("\n") || Object.hasOwn(sections, key);
    text += `${block || blockBefore ? "\n" : ""}${entry}\n`;
    blockBefore = block;
  }
  return text;
}

function emptySections(schema: Schema): Bag {
  const shape = mapShape(schema);
  const keys = shape?.kind === "object" ? shape.keys : [];
  return Object.fromEntries(keys.filter((key) => key !== "parapet").map((key) => [key, {}]));
}

/** Where something is written: the indentation of its key, and its level (the values of the root have level 1). */
export interface Spot {
  readonly style: Style;
  readonly indent: string;
  readonly level: number;
}

/** `key: value` in block style without indentation in front and line end behind. */
export function entryText(key: string, value: unknown, schema: Schema, spot: Spot): string {
  return `${scalarText(key, { flow: true })}:${valueText(value, schema, spot)}`;
}

/** What stands behind the colon: ` value`, or lines below. */
export function valueText(value: unknown, schema: Schema, spot: Spot): string {
  const { style, indent, level } = spot;
  const inner = { style, indent: indent + style.step, level: level + 1 };
  if (isMap(value) && level < style.blockLevels) {
    const keys = keysInOrder(value, schema, style);
    if (keys.length > 0)
      return keys.map((key) => `\n${inner.indent}${entryText(key, value[key], below(schema, key), inner)}`).join("");
  }
  if (Array.isArray(value) && value.some(isMap) && level <= style.blockLevels)
    return value.map((item) => `\n${inner.indent}- ${flowText(item, below(schema, 0), style)}`).join("");
  if (typeof value === "string") {
    const literal = style.literals ? literalText(value, inner.indent) : undefined;
    return ` ${literal ?? scalarText(value, { flow: false })}`;
  }
  return ` ${flowText(value, schema, style)}`;
}

/** A block list item's text behind the dash; as lines when its neighbours are written so. */
export function itemText(value: unknown, schema: Schema, spot: Spot, asLines: boolean): string {
  const inner = { ...spot, indent: `${spot.indent}  `, level: spot.level + 1 };
  const keys = asLines && isMap(value) ? keysInOrder(value, schema, spot.style) : [];
  if (keys.length === 0)
    return typeof value === "string" ? scalarText(value, { flow: false }) : flowText(value, schema, spot.style);
  return keys.map((key) => entryText(key, (value as Bag)[key], below(schema, key), inner)).join(`\n${inner.indent}`);
}

/** A value on one line. */
export function flowText(value: unknown, schema: Schema, style: Style): string {
  if (typeof value === "string") return scalarText(value, { flow: true });
  if (Array.isArray(value)) return `[${value.map((item) => flowText(item, below(schema, 0), style)).join(", ")}]`;
  if (!isMap(value)) return JSON.stringify(value);
  const entries = keysInOrder(value, schema, style).map((key) => flowEntry(key, value[key], below(schema, key), style));
  return entries.length === 0 ? "{}" : `{${style.pad}${entries.join(", ")}${style.pad}}`;
}

/** `key: value` on one line. */
export function flowEntry(key: string, value: unknown, schema: Schema, style: Style): string {
  return `${scalarText(key, { flow: true })}: ${flowText(value, schema, style)}`;
}

function keysInOrder(value: Bag, schema: Schema, style: Style): readonly string[] {
  const keys = Object.keys(value).filter((key) => value[key] !== undefined);
  if (!style.sorted) return keys;
  const shape = mapShape(schema);
  if (shape?.kind !== "object") return keys.sort(byCodeUnit);
  const rank = new Map(shape.keys.map((key, index) => [key, index]));
  return keys.sort((a, b) => (rank.get(a) ?? keys.length) - (rank.get(b) ?? keys.length));
}
