// The attack surface: entry points, who reaches them, dependencies, privileged interfaces, segments, reductions.

import type { TeamView, Work } from "../../member.ts";
import { count, counted, list, sentence, when } from "../../sentences.ts";

/** What the mapper listed, and what of the surface is unexplained, unknown or unneeded. */
export function mapSurface({ analysis: { surface }, document, title }: TeamView): Work {
  const { entryPoints, access, dependencies, privileged, segments, reductions } = surface;
  const roles = new Set(access.map(({ role }) => role)).size;
  const known = access.filter((cell) => cell.access !== "unknown").length;
  const anybody = entryPoints.filter(({ exposure }) => exposure === "internet-anonymous");
  const unexplained = entryPoints.filter(({ declared }) => !declared);
  const unknownAuthentication = entryPoints.filter(({ authentication }) => authentication === "unknown");
  const breaches = segments.filter(({ notAllowed }) => notAllowed.length > 0);
  const [best] = reductions;
  const named = (points: readonly { readonly id: string }[]): string => list(points.map(({ id }) => title(id)));
  return {
    did: [
      `Listed ${count(entryPoints.length, "entry point")}, ${count(dependencies.length, "dependency", "dependencies")} and ${count(privileged.length, "privileged interface")}; the surface scores ${surface.score}.`,
      roles === 0
        ? `Could not fill in who reaches what: ${document.model.roles || document.observed?.roles ? "there is no entry point" : "no role is named"}.`
        : `Filled in who reaches what for ${count(roles, "role")}: ${known} of ${count(access.length, "cell")} known.`,
    ],
    found: [
      ...when(
        unexplained.length > 0,
        () =>
          `${sentence(counted(unexplained.length, "way in", "is", "are", "ways in"))} shown by sources and described by nobody: ${named(unexplained)}.`,
      ),
      ...when(
        anybody.length > 0,
        () =>
          `${sentence(counted(anybody.length, "entry point", "can", "can"))} be reached from the internet by anybody, as far as is known: ${named(anybody)}.`,
      ),
      ...when(
        unknownAuthentication.length > 0,
        () =>
          `How callers prove who they are is not told for ${count(unknownAuthentication.length, "entry point")}: ${named(unknownAuthentication)}.`,
      ),
      ...when(privileged.length > 0, () => `Privileged: ${list(privileged.map(title))}.`),
      ...breaches.map(
        ({ zone, notAllowed }) =>
          `${title(zone)} does not allow ${counted(notAllowed.length, "flow that", "crosses", "cross", "flows that")} its border: ${list(notAllowed.map(title))}.`,
      ),
      ...when(
        best !== undefined,
        () =>
          `${best?.say}: that takes ${best?.removes} off the surface score of ${surface.score}${best?.loses.length ? `, and ${list(best.loses)} would notice` : ""}.`,
      ),
    ],
  };
}
