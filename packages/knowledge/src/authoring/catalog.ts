// catalogs/<id>.json: identifiers, official titles and links of a public catalog; one record per line.
import * as z from "zod";

const titled = z.strictObject({ id: z.string().min(1), title: z.string().min(1) });

/** A catalog file: where it comes from, under which terms, and its records. */
export const catalogFile = z
  .strictObject({
    id: z.enum(["capec", "cwe", "asvs-5.0"]),
    version: z.string().min(1),
    source: z.string().min(1),
    licence: z.string().min(1),
    holds: z.string().min(1),
    records: z.int(),
    chapters: z.array(titled).optional(),
    sections: z.array(titled).optional(),
    entries: z.array(
      z.strictObject({
        id: z.string().min(1),
        title: z.string().min(1).optional(),
        level: z.int().min(1).max(3).optional(),
        cwe: z.array(z.int()).optional(),
        asvs: z.array(z.string()).optional(),
      }),
    ),
  })
  .refine((catalog) => catalog.records === catalog.entries.length, {
    message: "`records` is not the number of entries",
    path: ["records"],
  });
export type CatalogFile = z.infer<typeof catalogFile>;

/** release.yaml: the release that the knowledge version starts with. */
export const releaseFile = z.strictObject({
  release: z.string().regex(/^\d{4}\.\d{2}(\.\d+)?$/, "a release looks like 2026.11"),
});
