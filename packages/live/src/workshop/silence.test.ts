import { describe, expect, test } from "vitest";
import { ann, bo, eve, everyone, opened } from "../testing/workshop.ts";
import { keepNotes } from "./silence.ts";

describe("notes in silence", () => {
  const note = (id: string, text: string, more = {}) => ({ kind: "note", id, text, ...more });

  test("are their authors' alone until they are shown, then everybody's; they stay until they are in the model", () => {
    const { room, act } = opened();
    act(ann, { kind: "open-silence", about: "web" });
    const mine = act(bo, note("1", "Orders are lost", { about: "web" }));
    expect([...mine.own]).toEqual([
      ["s-bo", { notes: [{ id: "1", text: "Orders are lost", about: "web", by: "bo" }] }],
    ]);
    act(eve, note("1", "Staff read cards"));
    act(eve, note("2", "Nothing"));
    act(eve, { kind: "drop-note", id: "2" });
    expect(room.state(0).silence).toEqual({
      about: "web",
      phase: "silent",
      counts: { "person:bo": 1, "guest:eve": 1 },
    });
    expect([room.own(bo).notes.length, room.own(ann).notes.length, room.own(eve).notes[0]?.text]).toEqual([
      1,
      0,
      "Staff read cards",
    ]);
    const shown = act(ann, { kind: "show-notes" });
    expect(shown.everyone.silence?.notes?.map(({ id, text, by }) => [id, text, by])).toEqual([
      ["note-1", "Orders are lost", "bo"],
      ["note-2", "Staff read cards", "Eve (guest)"],
    ]);
    expect([...shown.own.values()]).toEqual(everyone.map(() => ({ notes: [] })));
    expect(keepNotes("w", shown.everyone.silence?.notes ?? [])[0]).toEqual({
      name: "add-note",
      input: { workshop: "w", text: "Orders are lost", about: "web", "said-by": "bo" },
    });
    expect(room.act(ann, { kind: "open-silence" }, 0)).toMatchObject({ ok: false });
    act(ann, { kind: "notes-kept", ids: ["note-1"] });
    expect(room.state(0).silence?.notes?.length).toBe(1);
    expect(act(ann, { kind: "notes-kept", ids: ["note-2"] }).everyone.silence).toBeUndefined();
  });

  test("that somebody says are written down by who leads", () => {
    const { act } = opened();
    act(ann, { kind: "open-silence" });
    act(ann, note("1", "The key is lost", { for: "Mo" }));
    expect(act(ann, { kind: "show-notes" }).everyone.silence?.notes).toMatchObject([{ by: "Mo", recorded: true }]);
  });

  test("count for who said them, whoever wrote them down", () => {
    const { room, act } = opened();
    act(ann, { kind: "open-silence" });
    act(ann, note("1", "Mine"));
    act(ann, note("2", "The key is lost", { for: "Mo" }));
    act(ann, note("3", "Staff read cards", { for: "Eve (guest)" }));
    act(eve, note("4", "So do couriers"));
    expect(room.state(0).silence?.counts).toEqual({ "person:ann": 1, "said:Mo": 1, "guest:eve": 2 });
    // Who wrote one down takes it back.
    act(ann, { kind: "drop-note", id: "2" });
    expect(room.state(0).silence?.counts).toEqual({ "person:ann": 1, "guest:eve": 2 });
  });

  test("are dropped by nobody else, are not too many, and go with who is removed", () => {
    const { room, act } = opened();
    act(ann, { kind: "open-silence" });
    act(eve, note("1", "Mine"));
    expect(room.act(bo, { kind: "drop-note", id: "1" }, 0)).toMatchObject({ ok: false });
    for (let i = 0; i < 100; i++) act(bo, note(`${i}`, `Note ${i}`));
    expect(room.act(bo, note("100", "One more"), 0)).toMatchObject({ ok: false, problems: [{ code: "bad-argument" }] });
    act(bo, note("1", "Note 1 in other words"));
    expect(room.remove(eve, 0).everyone.silence?.counts).toEqual({ "person:bo": 100 });
  });
});
