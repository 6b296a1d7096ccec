// --feature: analyse with what a planned feature adds.
import { type AnalyseOptions, fail, ok, problem, type Result } from "@parapet/core";
import type { Opened } from "./session.ts";
import { type Options, textOption } from "./verb.ts";

/** The analysis options for --feature; refused when there is no such feature. */
export function featureOption({ document }: Opened, options: Options): Result<Pick<AnalyseOptions, "feature">> {
  const feature = textOption(options, "feature");
  if (feature === undefined) return ok({});
  const known = Object.keys(document.model.features ?? {});
  if (known.includes(feature)) return ok({ feature });
  const fix =
    known.length > 0
      ? `There are: ${known.join(", ")}.`
      : "Plan it first: parapet feature TITLE --adds THINGS --changes THINGS.";
  return fail(problem("dangling-reference", `There is no feature ${feature}.`, fix));
}
