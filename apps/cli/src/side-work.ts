// What the workbench has done beside its room: artifacts, drawings, comparisons, discoveries. The same code as the verbs of the command line.
import { toPng } from "@parapet/adapters";
import {
  type Analysis,
  analyse,
  besidesOf,
  type Document,
  diffOf,
  fail,
  isEmptyDiff,
  type Knowledge,
  ok,
  problem,
  type Result,
  type Revision,
  sectionsOf,
  sentencesOf,
} from "@parapet/core";
import { artifacts } from "@parapet/reports";
import type { Compared, Drawable, Held, SideWork } from "@parapet/server";
import { documentAt } from "./history.ts";
import { type Known, knowledgeFor } from "./knowledge.ts";
import { rediscover, systemFolder } from "./proposing.ts";
import { drawDiagram, loadCatalogs } from "./reporting.ts";
import { pictureFolder } from "./shipped.ts";

/** Something to do. */
export type SideJob =
  | { readonly kind: "rediscover" | "draw" | "picture"; readonly held: Held }
  | { readonly kind: "artifact"; readonly held: Held; readonly id: string }
  | {
      readonly kind: "compare";
      readonly held: Held;
      readonly from: string | undefined;
      readonly to: string | undefined;
    };

/** Does it, on whatever thread this runs. */
export async function doSideJob(job: SideJob): Promise<Result<unknown>> {
  const { held } = job;
  const known = await knowledgeFor(held.folder);
  if (!known.ok) return known;
  const { knowledge } = known.value;
  if (job.kind === "rediscover") return ok(discovered(held, knowledge));
  if (job.kind === "compare") return compared(held, knowledge, job);
  const analysis = analyse(held.document, knowledge, { now: held.now });
  const drawn = await drawDiagram({ document: held.document, store: held }, analysis);
  if (job.kind === "picture") return ok(await toPng(drawn.svg, pictureFolder));
  return "id" in job ? made(held, known.value, analysis, drawn, job.id) : ok(drawn);
}

function discovered({ folder, document, revision }: Held, knowledge: Knowledge) {
  const { found, proposal, refused } = rediscover({ document, knowledge, revision }, systemFolder(folder));
  return { ...(proposal && { proposal }), refused, problems: found.problems };
}

function made(
  { document }: Held,
  { knowledge, texts }: Known,
  analysis: Analysis,
  diagram: Awaited<ReturnType<typeof drawDiagram>>,
  id: string,
) {
  return ok(artifacts({ document, analysis, knowledge, texts: texts(), catalogs: loadCatalogs(), diagram }, [id]));
}

function compared(
  held: Held,
  knowledge: Knowledge,
  { from, to }: { readonly from: string | undefined; readonly to: string | undefined },
): Result<Compared | undefined> {
  const before = revision(held, knowledge, from);
  const after = revision(held, knowledge, to);
  if (!before.ok) return before;
  if (!after.ok) return after;
  if (!before.value || !after.value) return ok(undefined);
  const diff = diffOf(before.value, after.value, {
    analyse: (document, asked) => analyse(document, knowledge, asked),
  });
  const drawn = { before: drawnOf(before.value), after: drawnOf(after.value) };
  const besides = besidesOf(before.value.document, after.value.document);
  const told = { sections: sectionsOf(diff), sentences: sentencesOf(diff), empty: isEmptyDiff(diff), besides };
  return ok({ diff, ...told, drawn });
}

/** A revision by the name that git has for it; the model as it is without one. Undefined when it was not there yet. */
function revision(held: Held, knowledge: Knowledge, name: string | undefined): Result<Revision | undefined> {
  const document: Result<Document | undefined> =
    name === undefined ? ok(held.document) : documentAt({ store: held }, name);
  if (!document.ok || !document.value) return document as Result<undefined>;
  return ok({ document: document.value, analysis: analyse(document.value, knowledge, { now: held.now }) });
}

/** What a revision draws, so that two can be laid over each other. */
function drawnOf({ document, analysis }: Revision): Drawable {
  const { elements, flows, zones, surface, model } = analysis;
  const entryPoints = surface.entryPoints.map(({ id, on }) => ({ id, on }));
  const { diagram } = document;
  return { system: model.system, elements, flows, zones, entryPoints, ...(diagram && { diagram }) };
}

/** The work as the workbench asks for it. `run` carries it to where it is done. */
export function sideWorkOver(run: (job: SideJob) => Promise<Result<unknown>>, end: () => Promise<void>): SideWork {
  const ask = <T>(job: SideJob): Promise<Result<T>> =>
    run(job).then(
      (result) => result as Result<T>,
      (error: Error) =>
        fail(problem("internal", `Parapet itself failed: ${error.stack ?? error}`, "Please report this.")),
    );
  return {
    rediscover: (held) => ask({ kind: "rediscover", held }),
    draw: (held) => ask({ kind: "draw", held }),
    picture: (held) => ask({ kind: "picture", held }),
    artifact: (held, id) => ask({ kind: "artifact", held, id }),
    compare: (held, from, to) => ask({ kind: "compare", held, from, to }),
    end,
  };
}
