// What is not revealed: of votes that are open and notes in silence nothing leaves the room.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ann, everyone, open, opened } from "../testing/workshop.ts";

/** Everything that leaves a room, as text: what all hear, what single sessions hear, and problems. */
interface Told {
  readonly all: string;
  readonly own: ReadonlyMap<string, string>;
}

describe("what is not revealed", () => {
  const kinds = [
    "cast",
    "cast",
    "cast",
    "note",
    "note",
    "reveal",
    "close-vote",
    "drop-vote",
    "vote-kept",
    "open-vote",
    "open-silence",
    "show-notes",
    "drop-note",
    "leave",
    "join",
    "nonsense",
  ] as const;
  const steps = fc.array(fc.record({ kind: fc.constantFrom(...kinds), who: fc.nat(3), recorded: fc.boolean() }), {
    minLength: 10,
    maxLength: 60,
  });

  test("is in nothing that leaves the room, but for one's own notes", () => {
    let casts = 0;
    fc.assert(
      fc.property(steps, (list) => {
        const { room } = opened();
        const secrets = new Map<string, string | undefined>();
        /** The last vote of each, while it counts; what was changed or dropped is nobody's to see for ever. */
        let counting = new Map<string, string>();
        room.act(ann, open, 0);
        room.act(ann, { kind: "open-silence" }, 0);
        list.forEach(({ kind, who, recorded }, i) => {
          const sender = everyone[who] as (typeof everyone)[number];
          // Values and words that nothing else has.
          const secret = `71${i}13`;
          const phase = room.state(0).vote?.phase;
          const told: Told[] = [];
          const hear = (done: ReturnType<typeof room.act>) =>
            told.push(
              done.ok
                ? {
                    all: JSON.stringify(done.value.everyone),
                    own: new Map([...done.value.own].map(([session, own]) => [session, JSON.stringify(own)])),
                  }
                : { all: JSON.stringify(done.problems), own: new Map() },
            );
          if (kind === "cast") {
            const done = room.act(
              sender,
              { kind, values: { damage: Number(`0.${secret}`), affected: 1 }, ...(recorded && { for: "Mo" }) },
              0,
            );
            secrets.set(`0.${secret}`, undefined);
            if (done.ok) {
              casts += 1;
              counting.set(recorded ? "Mo" : `${who}`, `0.${secret}`);
            }
            hear(done);
          } else if (kind === "note") {
            hear(room.act(sender, { kind, id: `${i}`, text: `word${secret}` }, 0));
            if (room.state(0).silence?.phase === "silent") secrets.set(`word${secret}`, sender.session);
          } else if (kind === "leave") hear({ ok: true, value: room.leave(sender.session, 0) });
          else if (kind === "join") hear({ ok: true, value: room.join(sender, 0) });
          else if (kind === "nonsense")
            hear(room.act(sender, { kind: "cast", values: { damage: Number(`0.${secret}`), word: "x" } }, 0));
          else if (kind === "close-vote")
            hear(room.act(ann, { kind, results: { damage: 1, affected: 1 }, rationale: "So" }, 0));
          else if (kind === "open-vote") hear(room.act(ann, open, 0));
          else
            hear(
              room.act(ann, { kind, id: "1", ids: ["note-1"] }, 0).ok
                ? room.act(ann, { kind: "step", step: 1 }, 0)
                : room.act(ann, { kind }, 0),
            );
          // Turned over and shown, they are everybody's.
          if (kind === "reveal" && phase === "open") for (const value of counting.values()) secrets.delete(value);
          if (room.state(0).vote?.phase !== "open") counting = new Map();
          if (room.state(0).silence?.phase !== "silent")
            for (const key of secrets.keys()) if (key.startsWith("word")) secrets.delete(key);
          told.push({
            all: `${JSON.stringify(room.state(0))}${JSON.stringify(room)}${String(room)}`,
            own: new Map(everyone.map((one) => [one.session, JSON.stringify(room.own(one))])),
          });
          for (const { all, own } of told)
            for (const [value, author] of secrets) {
              expect(all).not.toContain(value);
              for (const [session, text] of own) if (session !== author) expect(text).not.toContain(value);
            }
        });
      }),
      { seed: 21, numRuns: 150 },
    );
    expect(casts).toBeGreaterThan(150);
  });
});
