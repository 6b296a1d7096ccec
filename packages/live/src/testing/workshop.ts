// A workshop for tests: who leads, a member, two guests, of whom one uses the name of who leads, and a vote.
import { type Acted, WorkshopRoom } from "../workshop/workshop-room.ts";
import { guest, member } from "./room.ts";

export const ann = member("ann");
export const bo = member("bo");
export const eve = guest("Eve (guest)", "eve");
/** A guest by the name of who leads. */
export const ada = guest("ann", "ada");
export const everyone = [ann, bo, eve, ada];
/** What opens a vote. */
export const open = { kind: "open-vote", threat: "no-way-back@web", factors: ["damage", "affected"] };
/** What casts a vote. */
export const cast = (damage: number, affected = 1) => ({ kind: "cast", values: { damage, affected } });

/** A room that everyone has joined, and what somebody does there, which has to be taken. */
export function opened() {
  const room = new WorkshopRoom({ leads: ({ by, joined }) => by === "ann" && joined === undefined });
  for (const sender of everyone) room.join(sender, 0);
  const act = (sender: (typeof everyone)[number], what: unknown, now = 0): Acted => {
    const done = room.act(sender, what, now);
    if (!done.ok) throw new Error(done.problems[0]?.say);
    return done.value;
  };
  return { room, act };
}
