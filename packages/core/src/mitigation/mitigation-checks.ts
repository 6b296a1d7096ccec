// What commands check of a mitigation: that it is there, and what it is on and against.
import type { Threat } from "../analysis/result.ts";
import { at, missingEntry, missingThings } from "../model/checks.ts";
import type { Document } from "../model/document.ts";
import type { Effective } from "../model/effective.ts";
import { modelSubject } from "../model/ids.ts";
import { type Problem, problem } from "../model/problem.ts";
import { knownThreats } from "../model/threats.ts";

/** Problems of what a mitigation is on and which threats it is against. */
export function aims(
  laid: Effective,
  threats: ReadonlyMap<string, Threat>,
  given: { readonly on?: readonly string[] | undefined; readonly threats?: readonly string[] | undefined },
): readonly Problem[] {
  return [
    ...knownThreats(threats, given.threats ?? []),
    ...missingThings(
      laid,
      "on",
      given.on?.filter((id) => id !== modelSubject),
    ),
  ];
}

/** What a mitigation is on: what was said, else the subjects of its threats. */
export function subjectsOf(
  threats: ReadonlyMap<string, Threat>,
  given: { readonly on?: readonly string[] | undefined; readonly threats: readonly string[] },
): readonly string[] {
  if (given.on) return given.on;
  return [...new Set(given.threats.flatMap((id) => threats.get(id)?.subject ?? []))];
}

/** A problem when there is no mitigation of this id. */
export function missingMitigation(document: Document, id: string, field = "id"): readonly Problem[] {
  return missingEntry("mitigation", document.register?.mitigations, id, field);
}

/** A problem when neither the model's platform nor the control's card knows this platform control. */
export function platformProblems(
  document: Document,
  offered: readonly string[] | undefined,
  platform: string | undefined,
): readonly Problem[] {
  const own = document.platform?.platform ?? {};
  if (platform === undefined || Object.hasOwn(own, platform) || offered?.includes(platform)) return [];
  const known = [...Object.keys(own), ...(offered ?? [])];
  const say = `There is no platform control ${platform} for this.`;
  const fix = known.length > 0 ? `Name one of ${known.join(", ")}.` : "Write it down in knowledge/platform.yaml first.";
  return [problem("dangling-reference", say, fix, at("platform"))];
}
