// One field of one thing: whether it may be set by hand, and what setting it means.
import type * as z from "zod";
import { type Change, isSetKey } from "./changes.ts";
import { at } from "./checks.ts";
import { data } from "./data.ts";
import { dependency } from "./dependency.ts";
import type { Document } from "./document.ts";
import { set } from "./edits.ts";
import { element } from "./element.ts";
import { entryPoint } from "./entry-point.ts";
import { feature } from "./feature.ts";
import { flow } from "./flow.ts";
import { attacker, participant, role } from "./people.ts";
import { type Problem, problem } from "./problem.ts";
import type { EditableCollection, Target } from "./targets.ts";
import { zone } from "./zone.ts";

type Field = readonly string[];

const schemas: Readonly<Record<EditableCollection, z.ZodObject>> = {
  zones: zone,
  elements: element,
  flows: flow,
  "entry-points": entryPoint,
  data,
  dependencies: dependency,
  features: feature,
  roles: role,
  participants: participant,
  attackers: attacker,
};

/** Fields that other commands write, and by which. */
const elsewhere: Readonly<Record<string, string>> = {
  facts: "Answer the question instead (answer-question).",
  was: "Give it another id (rename-thing).",
  seen: "Sources write where they show a thing (accept-observed).",
  intake: "Answer the intake (rate-feature).",
  ignore: "Leave it out with a reason (remove-thing).",
};

/** A problem for a field that another command writes, or for a part of a field that has none. */
export function notByHand(id: string, field: Field): readonly Problem[] {
  const [name, part] = field as [string, string?];
  const fix = Object.hasOwn(elsewhere, name) ? elsewhere[name] : undefined;
  if (fix) return [problem("not-possible", `${name} of ${id} is not set by hand.`, fix, at("field"))];
  if (part === undefined || name === "access") return [];
  return [problem("not-possible", `${name} has no parts to set.`, `Set ${name} as a whole.`, at("field"))];
}

/** A problem when a field is to be taken away that the model does not say. */
export function notThere(document: Document, target: Target, field: Field, value: unknown): readonly Problem[] {
  if (value !== undefined || read(thingIn(document.model, target), field) !== undefined) return [];
  const name = field.join(".");
  const seen = target.observed.some((key) => read(thingIn(document.observed, target, key), field) !== undefined);
  if (!seen) {
    const fix = "Give a value, or name another field.";
    return [problem("nothing-matched", `The model does not say ${name} of ${target.id}.`, fix, at("field"))];
  }
  const say = `A source shows ${name} of ${target.id}; the model does not say it.`;
  return [problem("not-possible", say, "Give another value to override it.", at("value"))];
}

/** The operation that sets or takes away the field; `a,b` stands for the members of a set, `none` for the empty one. */
export function setting(target: Target, field: Field, value: unknown): Change {
  return set(`model.${target.collection}`, target.id, field, asList(field, value));
}

function asList(field: Field, value: unknown): unknown {
  if (field.length > 1 || typeof value !== "string" || !isSetKey(field[0] as string)) return value;
  if (field[0] === "on") return value;
  if (value.trim() === "none") return [];
  return value.split(",").flatMap((member) => (member.trim() === "" ? [] : [member.trim()]));
}

/** The problems of the field's new value by its schema. */
export function misshapen(document: Document, target: Target, operation: Change): readonly Problem[] {
  const field = operation.field as Field;
  const name = field[0] as string;
  const shape = schemas[target.collection].shape;
  if (!Object.hasOwn(shape, name)) {
    const say = `${target.id} has no field ${name}.`;
    return [problem("unknown-key", say, `Set one of ${Object.keys(shape).join(", ")}.`, at("field"))];
  }
  const thing = thingIn(document.model, target) ?? {};
  const value = field[1] === undefined ? operation.after : { ...(thing[name] as object), [field[1]]: operation.after };
  if (operation.after === undefined) return [];
  const parsed = (shape[name] as z.ZodType).safeParse(value);
  return parsed.success ? [] : parsed.error.issues.map((issue) => said(target.id, field, issue));
}

function said(id: string, field: Field, issue: z.core.$ZodIssue): Problem {
  const name = field.join(".");
  if (issue.code === "invalid_value" || issue.code === "invalid_union") {
    const values = issue.code === "invalid_value" ? issue.values.join(", ") : "yes, no, unknown or {when: condition}";
    return problem("not-in-list", `That is no value of ${name} (${id}).`, `Say one of ${values}.`, at("value"));
  }
  if (issue.code === "invalid_format") {
    const say = `That value of ${name} (${id}) breaks its form.`;
    return problem("bad-id", say, "Use lower-case letters, digits and dashes.", at("value"));
  }
  const say = `That is no value of ${name} (${id}): ${issue.message.replace(/[.\s]+$/, "")}.`;
  return problem("wrong-type", say, "Give a value of the form that the schema describes.", at("value"));
}

function thingIn(layer: object | undefined, target: Target, key = target.id): Record<string, unknown> | undefined {
  const things = (layer as Record<string, Record<string, Record<string, unknown>> | undefined> | undefined)?.[
    target.collection
  ];
  return things && Object.hasOwn(things, key) ? things[key] : undefined;
}

function read(thing: Record<string, unknown> | undefined, field: Field): unknown {
  const [name, part] = field as [string, string?];
  const value = thing?.[name];
  return part === undefined ? value : (value as Record<string, unknown> | undefined)?.[part];
}
