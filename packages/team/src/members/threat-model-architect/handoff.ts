// Handoff: what the engineers get, and what of it nobody has taken yet.
import { closedStatuses, criteriaOf, isSevere, isSpoken, nameOfPerson, ticketsOf } from "@parapet/core";
import type { TeamView, Work } from "../../member.ts";
import { count, counted, list, sentence, when } from "../../sentences.ts";

/** What the architect handed over. */
export function handOver({ specifications, document, threats }: TeamView): Work {
  const tickets = ticketsOf(specifications);
  const groups = criteriaOf(specifications);
  const scenarios = groups.reduce((sum, group) => sum + group.scenarios.length, 0);
  const proposed = tickets.filter(({ state }) => state === "proposed");
  const decided = tickets.filter(({ state }) => state !== "proposed");
  const unfiled = decided.filter(({ link }) => link === undefined).map(({ title }) => title);
  const unowned = threats.filter(
    ({ tier, finding, status, owner, due }) =>
      isSevere(tier) && finding === "open" && !closedStatuses.has(status) && !(owner && due),
  );
  const all = Object.values(document.register?.["sign-offs"] ?? {});
  const signed = [...new Set(all.filter((one) => !isSpoken(one)).map(({ by }) => by))];
  return {
    did: [
      tickets.length === 0
        ? "There is nothing to hand over: no specification waits to be built."
        : `Wrote ${count(tickets.length, "ticket")} with ${count(scenarios, "acceptance criterion", "acceptance criteria")} for ${count(groups.length, "component or feature", "components and features")}${proposed.length > 0 ? `; ${count(proposed.length, "is a draft that waits", "are drafts that wait")} for a decision` : ""}.`,
    ],
    found: [
      ...when(
        unfiled.length > 0,
        () => `${sentence(counted(unfiled.length, "mitigation", "has", "have"))} no ticket yet: ${list(unfiled, 3)}.`,
      ),
      ...when(
        unowned.length > 0,
        () =>
          `${sentence(counted(unowned.length, "open critical or high threat", "has", "have", "open critical or high threats"))} no owner with a due date.`,
      ),
      ...when(signed.length > 0, () => `Signed off by ${list(signed.map((by) => nameOfPerson(document, by)))}.`),
    ],
  };
}
