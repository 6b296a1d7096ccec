// The document: what a team keeps (docs/decisions/0003-files.md). One schema for all its files.
import * as z from "zod";
import { assumption } from "./assumption.ts";
import { data } from "./data.ts";
import { dependency } from "./dependency.ts";
import { type Diagram, diagram } from "./diagram.ts";
import { element } from "./element.ts";
import { entryPoint } from "./entry-point.ts";
import { facts } from "./fact.ts";
import { feature } from "./feature.ts";
import { id, line, mapOf } from "./fields.ts";
import { flow } from "./flow.ts";
import { attacker, participant, role } from "./people.ts";
import { debt, peopleFile, platformFile, policy } from "./policy.ts";
import { register } from "./register.ts";
import { scope } from "./scope.ts";
import { zone } from "./zone.ts";

/** The schema version that this code writes. Older ones migrate (migrations.ts), newer ones are refused. */
export const schemaVersion = 1;

/** The things that sources may show as well as people declare. */
const things = {
  data: mapOf(data).optional(),
  zones: mapOf(zone).optional(),
  elements: mapOf(element).optional(),
  flows: mapOf(flow).optional(),
  "entry-points": mapOf(entryPoint).optional(),
  dependencies: mapOf(dependency).optional(),
  roles: mapOf(role).optional(),
  facts: facts.optional().meta({ title: "Facts about the system as a whole" }),
};

/** model.yaml: people write it. */
export const model = z.strictObject({
  parapet: z.int().meta({ title: "Schema version" }),
  system: line,
  method: id.optional().meta({ title: "The scoring method of record (default dread)" }),
  knowledge: line.optional().meta({ title: "The knowledge version that the model is locked to" }),
  scope: scope.optional(),
  participants: mapOf(participant).optional(),
  attackers: mapOf(attacker).optional(),
  assumptions: mapOf(assumption).optional(),
  features: mapOf(feature).optional(),
  ...things,
});
export type Model = z.infer<typeof model>;

/** The path of a file that was read; the reader of files refuses names that every object has. */
const sourceFile = z
  .string()
  .max(400)
  .refine((path) => !Object.hasOwn(Object.prototype, path), "bad-id");

/** observed.yaml: what has been accepted of what the sources say. */
export const observed = z.strictObject({
  parapet: z.int(),
  sources: z
    .record(sourceFile, z.strictObject({ kind: id, digest: line.optional() }))
    .optional()
    .meta({ title: "Files that were read" }),
  ...things,
});
export type Observed = z.infer<typeof observed>;

/** Everything that a threat model consists of. Layers that do not exist are absent. */
export interface Document {
  readonly model: Model;
  readonly observed?: Observed;
  readonly register?: Register;
  readonly diagram?: Diagram;
  readonly people?: z.infer<typeof peopleFile>;
  readonly policy?: z.infer<typeof policy>;
  readonly debt?: z.infer<typeof debt>;
  readonly platform?: z.infer<typeof platformFile>;
}
type Register = z.infer<typeof register>;

/** Each layer with its file, its schema, and who writes it. The order is the order of reading. */
export const layers = {
  model: { file: "model.yaml", schema: model, writes: "people" },
  observed: { file: "observed.yaml", schema: observed, writes: "commands" },
  register: { file: "register.yaml", schema: register, writes: "commands" },
  diagram: { file: "diagram.yaml", schema: diagram, writes: "commands" },
  people: { file: "people.yaml", schema: peopleFile, writes: "people" },
  policy: { file: "policy.yaml", schema: policy, writes: "people" },
  debt: { file: "debt.yaml", schema: debt, writes: "commands" },
  platform: { file: "knowledge/platform.yaml", schema: platformFile, writes: "people" },
} as const;
export type Layer = keyof typeof layers;
export const layerNames = Object.keys(layers) as readonly Layer[];
