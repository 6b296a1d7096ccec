// The composed commit message names people as they are called.
import type { Entry } from "@parapet/live";
import { expect, test } from "vitest";
import { messageFrom } from "./commit-message.ts";

const known = { model: { participants: { ann: { name: "Ann Berg", job: "engineer" as const } } } };

function entry(seq: number, by: string, title: string): Entry {
  const call = { name: "set-field", input: {} };
  return { seq, id: `${by}-${seq}`, by, session: by, at: "2026-11-24", title, calls: [call], changes: [] };
}

test("says who worked on it by name, a guest as they called themselves", () => {
  const entries = [entry(1, "ann", "Rename the cart"), entry(2, "ravi (guest)", "Add a queue")];
  expect(messageFrom(entries, [], known)).toBe(
    "Threat model: 2 changes\n\n- Rename the cart\n- Add a queue\n\nWorked on by Ann Berg, ravi (guest).\n",
  );
});
