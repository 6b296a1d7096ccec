// What the server answers, as schemas: the description that clients read, and what the contract test holds answers against.
import { permissions, problemCodes } from "@parapet/core";
import { refusals } from "@parapet/live";
import * as z from "zod";

const seq = z.int().min(0);
const day = z.iso.date();
/** A part that is described elsewhere: the document by its own JSON Schemas, an analysis by its name. */
const any = z.unknown();
const map = z.record(z.string(), z.unknown());

const place = z.strictObject({
  file: z.string().optional(),
  line: z.int().optional(),
  column: z.int().optional(),
  path: z.array(z.union([z.string(), z.number()])).optional(),
});

export const problem = z
  .strictObject({
    code: z.enum(Object.keys(problemCodes) as [string, ...string[]]),
    say: z.string(),
    where: place.optional(),
    fix: z.string(),
  })
  .meta({ id: "Problem", description: "What went wrong, where, and what to do about it." });

export const change = z
  .strictObject({
    collection: z.string(),
    id: z.string(),
    field: z.array(z.string()).optional(),
    before: z.unknown().optional(),
    after: z.unknown().optional(),
  })
  .meta({ id: "Change", description: "A value put, set, unset or removed (docs/decisions/0001-changes.md)." });

const call = z.strictObject({ name: z.string(), input: any });

export const entry = z
  .strictObject({
    seq,
    id: z.string(),
    by: z.string(),
    session: z.string(),
    joined: z.string().optional(),
    title: z.string(),
    at: day,
    calls: z.array(call),
    changes: z.array(change),
    undoes: z.string().optional(),
    barrier: z.literal(true).optional(),
  })
  .meta({ id: "Entry", description: "One accepted command, batch, undo or edit on disk." });

export const problems = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    why: z.enum(refusals).optional(),
    missed: z.array(entry).optional(),
    problems: z.array(problem).min(1),
  })
  .meta({ id: "Problems", description: "An answer that says no (RFC 9457), with all that is wrong." });

export const models = z.array(
  z.strictObject({
    id: z.string(),
    system: z.string(),
    open: z.int(),
    asked: z.int(),
    nextReview: day.nullable(),
    problems: z.array(problem),
  }),
);

export const begun = z.strictObject({ id: z.string() });
export const examples = z.array(z.strictObject({ name: z.string(), title: z.string() }));

export const model = z.strictObject({
  id: z.string(),
  head: seq,
  room: z.string(),
  document: z.looseObject({ model: map }),
});

export const done = z.strictObject({
  seq,
  id: z.string(),
  by: z.string().optional(),
  at: day.optional(),
  title: z.string().optional(),
  changes: z.array(change),
  undoes: z.strictObject({ id: z.string(), title: z.string(), at: day }).optional(),
});

export const log = z.strictObject({ entries: z.array(entry), more: z.boolean() });
export const written = z.strictObject({ problems: z.array(problem), written: seq });

const git = z.strictObject({ branch: z.string().nullable(), head: z.string().nullable(), dirty: z.boolean() });
export const changes = z.strictObject({
  git: git.nullable(),
  sentences: z.array(z.string()),
  message: z.string(),
  lost: z.string().optional(),
  problems: z.array(problem).optional(),
});
export const diff = z.looseObject({
  diff: map,
  sections: z.array(z.strictObject({ title: z.string(), sentences: z.array(z.string()) })),
  empty: z.boolean(),
});
export const revisions = z.strictObject({
  revisions: z.array(z.strictObject({ id: z.string(), author: z.string(), on: day, subject: z.string() })),
});
export const commit = z.strictObject({ known: z.boolean().nullable() });

const proposal = z.strictObject({
  id: z.string(),
  title: z.string(),
  sentences: z.array(z.string()),
  changes: z.array(change),
  base: z.string(),
});
export const proposals = z.strictObject({ proposals: z.array(proposal) });
export const discovered = z.strictObject({
  proposal: proposal.nullable(),
  refused: z.int(),
  problems: z.array(problem),
});

export const reports = z.strictObject({
  reports: z.array(z.strictObject({ id: z.string(), title: z.string(), member: z.string() })),
});
export const reportFiles = z.strictObject({ files: z.array(z.strictObject({ path: z.string(), text: z.string() })) });

export const me = z.strictObject({
  session: z.string(),
  name: z.string().nullable(),
  guest: z.boolean(),
  may: z.array(z.enum(permissions)),
  model: z.string().nullable(),
  workshop: z.string().nullable(),
  whole: z.boolean(),
});

export const room = z
  .strictObject({
    model: z.string(),
    workshop: z.string(),
    code: z.string(),
    spoken: z.string(),
    links: z.array(z.string()),
    qr: z.array(z.string().regex(/^[01]+$/)),
  })
  .meta({ id: "Room", description: "A workshop that people may join." });
export const share = z.strictObject({
  shared: z.boolean(),
  edit: z.boolean(),
  readable: z.string().nullable(),
  locked: z.boolean(),
  rooms: z.array(room),
  sessions: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      model: z.string(),
      workshop: z.string(),
      since: z.iso.datetime(),
      connected: z.boolean(),
    }),
  ),
});
export const joined = z.strictObject({ model: z.string(), workshop: z.string() });
export const link = z.strictObject({ url: z.url() });
/** What is described by its own name alone. */
export const anything = map;
