// Mitigation: a specification per decided or severe threat, structural controls first, platform controls offered first.
import { controlLevels } from "@parapet/core";
import { isLive, type TeamView, type Work } from "../../member.ts";
import { count, counted, list, sentence, when } from "../../sentences.ts";

/** What the designer specified, and where no card or only one control stands between. */
export function design({ specifications, document, threats }: TeamView): Work {
  const proposed = specifications.filter(({ state }) => state === "proposed");
  const decided = specifications.length - proposed.length;
  const levels = controlLevels
    .map((level) => [level, specifications.filter((one) => one.level === level).length] as const)
    .filter(([, n]) => n > 0)
    .map(([level, n]) => `${n} ${level}`);
  const offered = specifications.filter(({ providedBy }) => providedBy !== undefined);
  const uncarded = specifications.filter(({ noCard }) => noCard === true);
  const alone = new Set(specifications.flatMap((one) => one.alone));
  const decisions = Object.values(document.register?.decisions ?? {}).filter(
    ({ decision }) => decision !== "mitigate" && decision !== "accept",
  );
  const most = [...proposed].sort((a, b) => fall(b.threats) - fall(a.threats))[0];
  const worth = most ? fall(most.threats) : 0;
  return {
    did: [
      specifications.length === 0
        ? "Wrote no specification: nobody chose a mitigation, and nothing critical or high is open without one."
        : `Wrote ${count(specifications.length, "specification")}: ${decided} for mitigations that people chose, ${proposed.length} proposed for open critical and high threats.`,
      ...when(levels.length > 0, () => `Put structural controls first: ${list(levels)}.`),
    ],
    found: [
      ...when(
        offered.length > 0,
        () =>
          `The platform already offers what ${counted(offered.length, "specification", "asks", "ask")} for: ${list([...new Set(offered.map(({ providedBy }) => providedBy?.title ?? ""))])}.`,
      ),
      ...when(
        most !== undefined && worth > 0,
        () =>
          `What takes away most: ${most?.title} on ${most?.component.title}, against ${count(most?.threats.length ?? 0, "threat")}.`,
      ),
      ...when(
        alone.size > 0,
        () => `${sentence(counted(alone.size, "critical threat", "rests", "rest"))} on a single control as specified.`,
      ),
      ...when(
        uncarded.length > 0,
        () => `No control card fits ${count(uncarded.length, "specification")}: somebody has to say what will be done.`,
      ),
      ...when(
        decisions.length > 0,
        () =>
          `${sentence(counted(decisions.length, "threat", "was", "were"))} decided otherwise: ${list([...new Set(decisions.map(({ decision }) => decision))])}.`,
      ),
      ...when(
        specifications.length === 0 && threats.some((threat) => threat.finding === "asked" && isLive(threat)),
        () => "The answers to the questions will tell what has to be built.",
      ),
    ],
  };
}

function fall(threats: readonly { readonly current: number }[]): number {
  return threats.reduce((sum, threat) => sum + threat.current, 0);
}
