// Who of the people that take part is an engineer of the owning team: whose reviews and signatures count.
import type { Document } from "./document.ts";
import type { Participant } from "./people.ts";

/** Engineers and architects of the owning team by their ids; of any team while no owning team is named. */
export function teamEngineers(document: Document): ReadonlyMap<string, Participant> {
  const team = document.model.scope?.team;
  return new Map(
    Object.entries(document.model.participants ?? {}).filter(
      ([, { job, team: theirs }]) =>
        (job === "engineer" || job === "architect") && (team === undefined || theirs === team),
    ),
  );
}

/** True when this participant is one of them. */
export function isTeamEngineer(document: Document, id: string): boolean {
  return teamEngineers(document).has(id);
}
