// The room: what it accepts, what it refuses and why, and that nothing is told before it is written.
import { apply, canonicalText, checkDocument } from "@parapet/core";
import { describe, expect, test } from "vitest";
import { Room } from "./room.ts";
import { roomEngine, shop, today } from "./testing/engine.ts";
import { call, guest, member, openRoom, wordOf } from "./testing/room.ts";

const ann = member("ann");
const bo = member("bo");
const title = (value: string) => call("set-field", { id: "cart", field: "title", value });
const zone = (value: string) => call("set-field", { id: "cart", field: "zone", value });
const accept = (threat: string, why = "Small") =>
  call("accept-risk", { threats: [threat], owner: "ann", why, review: "2027-01-01" });

/** The shop where Ann is called more than her key. */
const named = {
  ...shop,
  model: { ...shop.model, participants: { ann: { name: "Ann Berg", job: "engineer" as const } } },
};

describe("a send", () => {
  test("is accepted, written down, then told, in one order", async () => {
    const { room, written, send } = openRoom();
    const told: [number, number][] = [];
    room.listen(({ seq }) => told.push([seq, written.length]));
    const outcomes = await Promise.all([send(ann, "a-1", title("A")), send(bo, "b-1", zone("outer"), { base: 0 })]);
    expect(outcomes.map(wordOf)).toEqual(["accepted", "accepted"]);
    expect(told).toEqual([
      [1, 1],
      [2, 2],
    ]);
    expect(written[0]).toMatchObject({ seq: 1, id: "a-1", by: "ann", session: "s-ann", at: today, title: "set-field" });
    expect(room.document.model.elements?.cart).toMatchObject({ title: "A", zone: "outer" });
  });

  test("made on an older state stands when it is independent, and keeps what others put into the same list", async () => {
    const { room, send } = openRoom();
    const list = (value: string[]) => call("set-field", { id: "cart", field: "technologies", value });
    await send(ann, "a-1", list(["node", "redis"]));
    expect(await send(bo, "b-1", list(["node", "nginx"]), { base: 0 })).toMatchObject({
      kind: "accepted",
      entry: {
        changes: [{ collection: "model.elements", id: "cart", field: ["technologies", "nginx"], after: true }],
      },
    });
    expect([...(room.document.model.elements?.cart?.technologies ?? [])].sort()).toEqual(["nginx", "node", "redis"]);
  });

  test("is refused in words that call people by their names", async () => {
    const { send, room } = openRoom(named);
    await send(ann, "a-1", title("A"));
    expect(await send(bo, "b-1", title("B"), { base: 0 })).toMatchObject({
      problems: [{ say: expect.stringContaining("you changed what Ann Berg changed at the same time") }],
    });
    expect(await room.undo(bo, { id: "b-3", base: 1 })).toMatchObject({
      problems: [{ say: "There is nothing of bo to undo." }],
    });
    await send(ann, "a-2", call("answer-question", { ids: ["logs-actions@cart"], value: "no" }));
    expect(await send(bo, "b-2", accept("unlogged-actions@cart"), { base: 1 })).toMatchObject({
      problems: [{ say: expect.stringContaining("Meanwhile: Ann Berg (“answer-question”).") }],
    });
    await room.undo(ann, { id: "a-3", base: 2 });
    await room.undo(ann, { id: "a-4", base: 3 });
    expect(await room.undo(ann, { id: "a-5", base: 4 })).toMatchObject({
      problems: [{ say: "There is nothing of Ann Berg to undo." }],
    });
  });

  test("is refused where another value stands, naming who and what", async () => {
    const { room, send, written } = openRoom();
    await send(ann, "a-1", zone("outer"));
    await send(ann, "a-2", title("A"));
    expect(await send(bo, "b-1", [title("B"), zone("edge")], { base: 0 })).toMatchObject({
      kind: "refused",
      why: "conflict",
      problems: [
        {
          code: "merge-conflict",
          say: "cart › title: you changed what ann changed at the same time (“set-field”). Theirs stands.",
        },
        { say: "cart › zone: you changed what ann changed at the same time (“set-field”). Theirs stands." },
      ],
      missed: [{ id: "a-2" }, { id: "a-1" }],
    });
    expect(written.length).toBe(2);
    expect(room.document.model.elements?.cart?.title).toBe("A");
  });

  test("stands when what others did there is taken back again", async () => {
    const { room, send } = openRoom();
    await send(ann, "a-1", title("A"));
    await room.undo(ann, { id: "a-2", base: 1 });
    expect(wordOf(await send(bo, "b-1", title("B"), { base: 0 }))).toBe("accepted");
  });

  test("follows a thing that was renamed meanwhile", async () => {
    const { room, send } = openRoom();
    await send(ann, "a-1", call("rename-thing", { id: "cart", to: "trolley" }));
    expect(wordOf(await send(bo, "b-1", title("B"), { base: 0 }))).toBe("accepted");
    expect(room.document.model.elements?.trolley).toMatchObject({ title: "B", was: ["cart"] });
    expect(room.document.model.elements?.cart).toBeUndefined();
  });

  test("of a client never stands against its own earlier ones", async () => {
    const { room, send } = openRoom();
    await send(ann, "a-1", title("A"), { base: 0 });
    expect(wordOf(await send(ann, "a-2", title("B"), { base: 0 }))).toBe("accepted");
    expect(room.document.model.elements?.cart?.title).toBe("B");
  });

  test("of another tab of the same person does", async () => {
    const { send } = openRoom();
    await send(ann, "a-1", title("A"), { base: 0 });
    expect(wordOf(await send(ann, "b-1", title("B"), { base: 0 }))).toBe("conflict");
  });

  test("that changes nothing, or what others did already, is no entry", async () => {
    const { send, written } = openRoom();
    expect(await send(ann, "a-1", title("Cart"))).toEqual({ kind: "unchanged", id: "a-1" });
    await send(ann, "a-2", title("A"));
    expect(await send(bo, "b-1", title("A"), { base: 0 })).toEqual({ kind: "unchanged", id: "b-1" });
    expect(written.length).toBe(1);
  });

  test("that the command itself refuses says why, with what others did", async () => {
    const { send } = openRoom();
    await send(ann, "a-1", title("A"));
    const outcome = await send(bo, "b-1", call("remove-thing", { id: "db" }), { base: 0 });
    expect(outcome).toMatchObject({ why: "refused", problems: [{ code: "not-possible" }], missed: [{ id: "a-1" }] });
    expect(wordOf(await send(bo, "b-2", call("fly-away", {})))).toBe("refused");
  });

  test("is refused as conflict when it was possible on what the person saw", async () => {
    const { send } = openRoom();
    await send(ann, "a-1", call("remove-thing", { id: "outer" }));
    expect(wordOf(await send(bo, "b-1", zone("outer"), { base: 0 }))).toBe("conflict");
  });

  test.each([
    ["propose", call("set-field", { id: "cart", field: "title", value: "X" }), "edit"],
    ["edit", accept("no-way-back@cart"), "decide"],
    ["decide", call("approve-acceptance", { threats: ["no-way-back@web"] }), "approve"],
  ] as const)("of somebody who may only %s", async (may, asked, needed) => {
    const { send, written } = openRoom();
    expect(await send(member("ann", "s", ["read", may]), "a-1", asked)).toMatchObject({
      why: "not-permitted",
      problems: [{ code: "not-permitted", say: expect.stringContaining(`“${needed}”`) }],
    });
    expect(written).toEqual([]);
  });

  test("on a state that the room never had, or does not remember, is too old", async () => {
    const { room, send } = openRoom();
    expect(wordOf(await send(ann, "a-1", title("A"), { base: 7 }))).toBe("too-old");
    const later = new Room({
      ...{ engine: roomEngine, journal: { append: async () => ({ ok: true, value: undefined }) }, now: () => today },
      ...{ start: room.document, startSeq: 5, entries: [] },
    });
    expect(wordOf(await later.send(ann, { id: "a-1", base: 4, title: "t", calls: [title("A")] }))).toBe("too-old");
    expect(wordOf(await later.send(ann, { id: "a-2", base: 5, title: "t", calls: [title("A")] }))).toBe("accepted");
  });

  test("that throws is a problem of who sent it, and the room goes on", async () => {
    const broken = { ...roomEngine, run: () => Promise.reject(new Error("Boom")) };
    const { written } = openRoom();
    const room = new Room({
      ...{ engine: broken, journal: { append: async () => ({ ok: true, value: undefined }) }, now: () => today },
      ...{ start: shop, startSeq: 0, entries: [] },
    });
    const sent = await room.send(ann, { id: "a-1", base: 0, title: "t", calls: [title("A")] });
    expect(sent).toMatchObject({
      why: "refused",
      problems: [{ code: "internal", say: expect.stringContaining("Boom") }],
    });
    expect([room.head, written.length]).toEqual([0, 0]);
  });
});

describe("the same send again", () => {
  test("gets the same answer, whatever happened meanwhile", async () => {
    const { room, send, written } = openRoom();
    const first = await send(ann, "a-1", title("A"), { base: 0 });
    const same = await send(bo, "b-1", title("A"), { base: 0 });
    const no = await send(bo, "b-2", title("B"), { base: 0 });
    await send(ann, "a-2", title("C"));
    expect(await send(ann, "a-1", title("A"), { base: 0 })).toEqual(first);
    expect(await send(bo, "b-1", title("A"), { base: 0 })).toEqual(same);
    expect(await send(bo, "b-2", title("B"), { base: 0 })).toEqual(no);
    expect([written.length, room.head]).toEqual([2, 2]);
  });

  test("is accepted once over a restart too, and numbers go on", async () => {
    const before = openRoom();
    const first = await before.send(ann, "a-1", title("A"), { base: 0 });
    const after = openRoom(shop, before.written);
    expect(after.room.head).toBe(1);
    expect(canonicalText(after.room.document)).toBe(canonicalText(before.room.document));
    expect(await after.send(ann, "a-1", title("A"), { base: 0 })).toEqual(first);
    expect(await after.send(bo, "b-1", zone("outer"), { base: 1 })).toMatchObject({ entry: { seq: 2 } });
  });

  test("that is not the same does not swallow the second", async () => {
    const { send } = openRoom();
    await send(ann, "a-1", title("A"));
    expect(await send(ann, "a-1", zone("outer"))).toMatchObject({
      why: "refused",
      problems: [{ code: "duplicate-id" }],
    });
  });
});

describe("ids", () => {
  const eve = guest("ann", "eve");

  test("are a person's own: a guest under another's name and with another's ids is somebody else", async () => {
    const { room, send, written } = openRoom();
    await send(ann, "a-1", title("A"), { base: 0 });
    // As a later send of ann's client it would be no conflict.
    expect(wordOf(await send(eve, "a-2", title("E"), { base: 0 }))).toBe("conflict");
    // The id does not claim ann's entry, and taking the next one does not swallow ann's next send.
    expect(await send(eve, "a-1", zone("edge"), { base: 1 })).toMatchObject({
      kind: "accepted",
      entry: { joined: "eve" },
    });
    expect(await send(eve, "a-3", title("E"), { base: 2 })).toMatchObject({ kind: "accepted" });
    expect(await send(ann, "a-3", call("set-scope", { purpose: "Sell" }), { base: 2 })).toMatchObject({
      kind: "accepted",
      entry: { by: "ann", calls: [{ name: "set-scope" }] },
    });
    expect(written.length).toBe(4);
    expect(room.head).toBe(4);
  });

  test("let a guest take back nothing of the person of that name, nor of another guest", async () => {
    const { room, send } = openRoom();
    await send(ann, "a-1", title("A"));
    await send(guest("ann", "mallory"), "m-1", zone("outer"));
    expect(await room.undo(eve, { id: "e-1", base: 2 })).toMatchObject({
      why: "refused",
      problems: [{ code: "nothing-to-undo" }],
    });
    expect(await room.undo(eve, { id: "e-2", base: 2, of: "a-1" })).toMatchObject({ why: "refused" });
    expect(await room.undo(ann, { id: "a-2", base: 2 })).toMatchObject({ entry: { undoes: "a-1" } });
  });

  test("of a guest go on over a new connection", async () => {
    const { send } = openRoom();
    const first = await send(eve, "e-1", title("E"), { base: 0 });
    expect(await send({ ...eve, session: "other" }, "e-1", title("E"), { base: 0 })).toEqual(first);
    expect(wordOf(await send({ ...eve, session: "other" }, "e-2", title("F"), { base: 0 }))).toBe("accepted");
  });
});

describe("what a send rests on", () => {
  test("when it was accepted, or was so already, nothing stands in the way", async () => {
    const { send } = openRoom();
    await send(ann, "a-1", title("A"));
    await send(ann, "a-2", zone("inner"));
    expect(wordOf(await send(ann, "a-3", zone("outer"), { needs: ["a-1", "a-2"] }))).toBe("accepted");
  });

  test("when it was refused, what rests on it is refused too, and names it", async () => {
    const { send } = openRoom();
    await send(ann, "a-1", title("A"));
    await send(bo, "b-1", title("B"), { base: 0 });
    expect(await send(bo, "b-2", accept("no-way-back@cart"), { base: 0, needs: ["b-1"] })).toMatchObject({
      why: "refused",
      problems: [{ say: "This rests on “set-field”, which was not accepted." }],
    });
    expect(wordOf(await send(bo, "b-3", zone("outer"), { base: 0, needs: ["b-9"] }))).toBe("refused");
  });
});

describe("a decision", () => {
  test("goes back when its threat changed meanwhile, and says what and who", async () => {
    const { send } = openRoom();
    await send(ann, "a-1", call("answer-question", { ids: ["logs-actions@cart"], value: "no" }));
    expect(await send(bo, "b-1", accept("unlogged-actions@cart"), { base: 0 })).toMatchObject({
      why: "changed-meanwhile",
      problems: [
        {
          code: "stale-revision",
          say: "unlogged-actions@cart changed since you looked at it, and your decision rests on it. Meanwhile: ann (“answer-question”).",
        },
      ],
    });
  });

  test.each([
    ["accept-risk", accept("no-way-back@cart")],
    ["decide-threat", call("decide-threat", { threats: ["no-way-back@cart"], decision: "mitigate" })],
    ["confirm-score", call("confirm-score", { threats: ["no-way-back@cart"] })],
    [
      "change-score",
      call("change-score", { threat: "no-way-back@cart", factors: { damage: 7 }, reasons: { damage: "x" } }),
    ],
    ["choose-mitigation", call("choose-mitigation", { control: "approval-step", threats: ["no-way-back@cart"] })],
    ["sign-off of the stage", call("sign-off", { what: "scoring" })],
  ])("%s goes back when the thing is gone or its risk is another", async (_, decision) => {
    const { room, send } = openRoom();
    await send(ann, "a-1", call("set-field", { id: "order", field: "classification", value: "public" }));
    await send(ann, "a-2", call("set-field", { id: "cart", field: "kind", value: "data-store" }));
    await send(ann, "a-3", call("set-scope", { criticality: "low" }));
    expect(wordOf(await send(bo, "b-1", decision, { base: 0 }))).toBe("changed-meanwhile");
    expect(room.head).toBe(3);
  });

  test("stands beside what has nothing to do with it", async () => {
    const { send } = openRoom();
    await send(ann, "a-1", call("add-comment", { about: "cart", text: "Why?" }));
    await send(ann, "a-2", title("A"));
    expect(wordOf(await send(bo, "b-1", accept("no-way-back@cart"), { base: 0 }))).toBe("accepted");
  });

  test("made yesterday goes back when the night changed what it rests on, and stands when it did not", async () => {
    const { send, journal } = openRoom();
    // The assumption that web logs is past its review date by then.
    journal.day = "2027-01-02";
    const mitigate = (threat: string) => call("decide-threat", { threats: [threat], decision: "mitigate" });
    expect(await send(bo, "b-1", mitigate("unlogged-actions@web"), { day: today })).toMatchObject({
      why: "changed-meanwhile",
      problems: [{ say: expect.stringContaining("Another day has begun.") }],
    });
    expect(wordOf(await send(bo, "b-2", mitigate("unlogged-actions@web")))).toBe("accepted");
    expect(wordOf(await send(bo, "b-3", mitigate("no-way-back@cart"), { day: today }))).toBe("accepted");
  });

  test("beside an own edit that was accepted in between is judged on what the person saw", async () => {
    const { send } = openRoom();
    await send(bo, "b-1", call("answer-question", { ids: ["logs-actions@cart"], value: "no" }), { base: 0 });
    expect(wordOf(await send(bo, "b-2", accept("unlogged-actions@cart"), { base: 0 }))).toBe("accepted");
  });

  test("a review records what the person saw, not what others drew meanwhile", async () => {
    const { room, send } = openRoom();
    await send(ann, "a-1", call("add-element", { id: "cache", kind: "process" }));
    await send(bo, "b-1", call("review-diagram", {}), { base: 0 });
    const [review] = Object.values(room.document.register?.reviews ?? {});
    expect(Object.keys(review?.things ?? {})).not.toContain("cache");
  });
});

describe("undo", () => {
  test("takes back the last thing of the person, then the one before, over what others did elsewhere", async () => {
    const { room, send } = openRoom();
    await send(ann, "a-1", title("A"));
    await send(ann, "a-2", [zone("outer"), call("set-scope", { purpose: "Sell" })]);
    await send(bo, "b-1", call("add-element", { id: "cache", kind: "process" }));
    expect(await room.undo(ann, { id: "a-3", base: 3 })).toMatchObject({
      entry: { undoes: "a-2", title: "Undo: set-field, set-scope" },
    });
    expect(room.document.model.elements?.cart).toMatchObject({ title: "A", zone: "inner" });
    expect(await room.undo(ann, { id: "a-4", base: 4 })).toMatchObject({ entry: { undoes: "a-1" } });
    expect(await room.undo(ann, { id: "a-5", base: 5 })).toMatchObject({
      why: "refused",
      problems: [{ code: "nothing-to-undo" }],
    });
    expect(room.document.model.elements?.cache).toBeDefined();
  });

  test("takes back what was meant, not what came after; again it is so already", async () => {
    const { room, send } = openRoom();
    await send(ann, "a-1", title("A"));
    await send(ann, "c-1", zone("outer"));
    expect(await room.undo(ann, { id: "a-2", base: 1, of: "a-1" })).toMatchObject({ entry: { undoes: "a-1" } });
    expect(await room.undo(ann, { id: "c-2", base: 2, of: "a-1" })).toEqual({ kind: "unchanged", id: "c-2" });
    expect(room.document.model.elements?.cart).toMatchObject({ title: "Cart", zone: "outer" });
  });

  test("of something that was refused has nothing to do", async () => {
    const { room, send } = openRoom();
    await send(ann, "a-1", title("A"));
    await send(bo, "b-1", title("B"), { base: 0 });
    await send(bo, "b-2", zone("outer"));
    expect(await room.undo(bo, { id: "b-3", base: 2, of: "b-1" })).toEqual({ kind: "unchanged", id: "b-3" });
    expect(room.document.model.elements?.cart?.zone).toBe("outer");
  });

  test.each([
    [
      "a value",
      [title("A")],
      [title("B")],
      "model.elements.cart.title: bo changed it since (“set-field”, 2026-11-24).",
    ],
    [
      "a creation that others built on",
      [call("add-element", { id: "cache", kind: "process" })],
      [call("add-flow", { id: "fill", from: "cart", to: "cache" })],
      "bo (“add-flow”, 2026-11-24) built on it. Without it, fill.to names cache, which does not exist.",
    ],
  ])("of %s is refused, naming who and what", async (_, mine, theirs, why) => {
    const { room, send } = openRoom();
    await send(ann, "a-1", mine);
    await send(bo, "b-1", theirs);
    const outcome = await room.undo(ann, { id: "a-2", base: 2 });
    expect(outcome).toMatchObject({
      why: "refused",
      problems: [{ code: "merge-conflict", say: expect.stringContaining(why) }],
    });
    await room.undo(bo, { id: "b-2", base: 2 });
    expect(wordOf(await room.undo(ann, { id: "a-3", base: 3 }))).toBe("accepted");
  });

  test("does not cross a barrier, and leaves what others answered beside the first answer", async () => {
    const { room, send } = openRoom();
    const answer = (id: string) => call("answer-question", { ids: [id], value: "yes" });
    await send(ann, "a-1", answer("logs-actions@cart"));
    await room.enter({ id: "disk-1", title: "Switched to main", changes: [], barrier: true });
    expect(await room.undo(ann, { id: "a-2", base: 2 })).toMatchObject({ problems: [{ code: "nothing-to-undo" }] });
    expect(await room.undo(ann, { id: "a-3", base: 2, of: "a-1" })).toMatchObject({
      problems: [{ code: "nothing-to-undo", say: expect.stringContaining("another branch") }],
    });
  });

  test("needs the right that the commands needed", async () => {
    const { room, send } = openRoom();
    await send(ann, "a-1", accept("no-way-back@cart"));
    const locked = member("ann", "s-ann", ["read", "propose", "edit"]);
    expect(wordOf(await room.undo(locked, { id: "a-2", base: 1 }))).toBe("not-permitted");
  });
});

describe("a journal that fails", () => {
  test.each(["full", "thrown"] as const)("(%s) leaves everything as it was, and nobody hears of it", async (state) => {
    const { room, send, journal, written } = openRoom();
    await send(ann, "a-1", title("A"));
    const before = room.document;
    const told: number[] = [];
    room.listen(({ seq }) => told.push(seq));
    journal.state = state;
    expect(await send(bo, "b-1", zone("outer"))).toMatchObject({
      why: "not-stored",
      problems: [{ code: "file-unwritable" }],
    });
    expect(wordOf(await room.undo(ann, { id: "a-2", base: 1 }))).toBe("not-stored");
    expect(wordOf(await room.enter({ id: "disk-1", title: "Edited", changes: [], barrier: true }))).toBe("not-stored");
    expect([room.document, room.head, written.length, told]).toEqual([before, 1, 1, []]);
    journal.state = "well";
    // The same send again is asked anew: the disk may have room by now.
    expect(await send(bo, "b-1", zone("outer"))).toMatchObject({ kind: "accepted", entry: { seq: 2 } });
  });

  test("one who listens and throws keeps nobody from hearing", async () => {
    const { room, send } = openRoom();
    const told: number[] = [];
    room.listen(() => {
      throw new Error("closed");
    });
    room.listen(({ seq }) => told.push(seq));
    expect(wordOf(await send(ann, "a-1", title("A")))).toBe("accepted");
    expect(told).toEqual([1]);
  });
});

describe("an edit of the files", () => {
  const edit = (field: string, before: string | undefined, after: string) => ({
    ...{ collection: "model.elements", id: "cart", field: [field] },
    ...(before === undefined ? {} : { before }),
    after,
  });

  test("counts over what was done since the files were written, and keeps all else", async () => {
    const { room, send } = openRoom();
    await send(ann, "a-1", [title("A"), zone("outer")]);
    const changes = [edit("title", "Cart", "On disk"), edit("description", undefined, "Goods")];
    expect(await room.enter({ id: "disk-1", title: "model.yaml was edited", changes, base: 0 })).toMatchObject({
      kind: "accepted",
      entry: { by: "disk", changes: [{ field: ["title"], before: "A", after: "On disk" }, { field: ["description"] }] },
    });
    expect(room.document.model.elements?.cart).toMatchObject({ title: "On disk", zone: "outer", description: "Goods" });
  });

  test("brings back as a whole what somebody removed meanwhile", async () => {
    const { room, send } = openRoom();
    await send(ann, "a-1", call("remove-thing", { id: "cart" }));
    await room.enter({ id: "disk-1", title: "Edited", changes: [edit("title", "Cart", "On disk")], base: 0 });
    expect(room.document.model.elements?.cart).toEqual({ ...shop.model.elements?.cart, title: "On disk" });
  });

  test("that would contradict what people did is refused, and the room goes on", async () => {
    const { room, send } = openRoom();
    await send(ann, "a-1", call("add-flow", { id: "list", from: "cart", to: "db" }));
    const gone = { collection: "model.elements", id: "cart", before: shop.model.elements?.cart as never };
    const outcome = await room.enter({ id: "disk-1", title: "Edited", changes: [gone], base: 0 });
    expect(outcome).toMatchObject({ why: "refused", problems: [{ code: "dangling-reference" }] });
    expect(checkDocument(room.document)).toEqual([]);
    expect(await room.enter({ id: "disk-2", title: "Edited", changes: [], base: 0 })).toEqual({
      kind: "unchanged",
      id: "disk-2",
    });
  });
});

describe("catching up", () => {
  test("gives what was missed, or the document to who knows nothing of this life", async () => {
    const { room, send } = openRoom();
    await send(ann, "a-1", title("A"));
    await send(ann, "a-2", title("B"));
    expect(room.catchUp(1)).toMatchObject({ head: 2, entries: [{ id: "a-2" }] });
    expect(room.catchUp(2)).toEqual({ head: 2, entries: [] });
    expect(room.catchUp(undefined)).toEqual({ head: 2, document: room.document });
    expect(room.catchUp(3)).toEqual({ head: 2, document: room.document });
  });

  test("entries lead from the start to the document", async () => {
    const { room, send } = openRoom();
    for (let i = 1; i <= 40; i++) await send(ann, `a-${i}`, title(`T${i}`));
    const entries = room.since(0) ?? [];
    const after = entries.reduce((document, { changes }) => apply(document, changes), shop);
    expect(canonicalText(after)).toBe(canonicalText(room.document));
  });
});
