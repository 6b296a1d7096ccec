// Saved views of the threats on the command line: a query under a name.
import { type Document, fail, nearest, ok, problem, type Result, type ThreatFilter } from "@parapet/core";
import { columns, dim } from "./print/style.ts";
import { queryOf } from "./query.ts";
import type { Opened, Session } from "./session.ts";
import { type ExitCode, type Options, textOption } from "./verb.ts";

/** The parts of a view's filter that a query has too. */
const parts = [
  ["rule", "rules"],
  ["zone", "zones"],
  ["element", "subjects"],
  ["tier", "tiers"],
  ["status", "statuses"],
  ["finding", "findings"],
  ["category", "categories"],
] as const satisfies readonly (readonly [string, keyof ThreatFilter])[];

/** Lists, saves or removes views where the options say so; undefined where they do not. */
export async function keepView(session: Session, opened: Opened, options: Options): Promise<ExitCode | undefined> {
  const save = textOption(options, "save");
  const forget = textOption(options, "forget");
  if (options.views === true) return list(session, opened);
  if (forget !== undefined)
    return session.changeOpened(opened, `Removed the view ${forget}`, [
      { name: "remove-threat-view", input: { id: forget } },
    ]);
  if (save === undefined) return undefined;
  const query = queryOf(options);
  if (!query.ok) return session.fail(query.problems);
  const filter = Object.fromEntries(
    parts.flatMap(([key, part]) => (query.value?.[key] === undefined ? [] : [[part, query.value[key]]])),
  );
  return session.changeOpened(opened, `Saved the view ${save}`, [
    { name: "save-threat-view", input: { title: save, ...(Object.keys(filter).length > 0 ? { filter } : {}) } },
  ]);
}

/** The options with what a saved view narrows by; what is given beside it goes before. */
export function queryInView({ register }: Document, options: Options): Result<Options> {
  const id = textOption(options, "view");
  if (id === undefined) return ok(options);
  const views = register?.views ?? {};
  const view = Object.hasOwn(views, id) ? views[id] : undefined;
  if (!view) {
    const near = nearest(id, Object.keys(views));
    const fix = near ? `Did you mean ${near}?` : "parapet threats --views lists them.";
    return fail(problem("dangling-reference", `There is no saved view ${id}.`, fix));
  }
  const narrowed = parts.flatMap(([key, part]) =>
    view.filter?.[part] === undefined ? [] : [[key, view.filter[part]]],
  );
  return ok({ ...Object.fromEntries(narrowed), ...options });
}

function list(session: Session, { document }: Opened): ExitCode {
  const views = document.register?.views ?? {};
  const rows = Object.entries(views).map(([id, { title, filter = {} }]) => [
    id,
    title,
    dim(
      Object.entries(filter)
        .map(([part, value]) => `${part} ${[value].flat().join(",")}`)
        .join(" · "),
    ),
  ]);
  return session.say({ views }, rows.length === 0 ? dim("No view is saved.") : columns(rows));
}
