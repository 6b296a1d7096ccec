// Elements: external entities, processes, data stores.
import * as z from "zod";
import { id, idSet } from "./fields.ts";
import { thing } from "./thing.ts";
import { elementKinds } from "./vocabulary.ts";

export const element = z.strictObject({
  kind: z.enum(elementKinds).optional(),
  ...thing,
  zone: id.optional().meta({ title: "Home zone; absent is unknown and asked" }),
  "also-on": idSet.optional().meta({ title: "Further zones that it is a member of" }),
  technologies: idSet.optional(),
  holds: idSet.optional().meta({ title: "Data kept here; absent is unknown, [] is none" }),
  tenancy: z.enum(["shared", "dedicated"]).optional().meta({ title: "shared: serves several tenants" }),
  ports: z.array(z.string().max(40)).optional(),
  aliases: z.array(z.string().max(200)).optional(),
});
export type Element = z.infer<typeof element>;
