// The replica: what a person sees at once, what becomes of it when others were faster, and that nothing is lost on the way.
import { canonicalText } from "@parapet/core";
import { describe, expect, test } from "vitest";
import { Desk } from "./testing/desk.ts";
import { shop, today } from "./testing/engine.ts";
import { call, guest, member, type Opened, openRoom } from "./testing/room.ts";
import { protocol } from "./wire.ts";

const title = (value: string, id = "cart") => call("set-field", { id, field: "title", value });
const zone = (value: string, id = "cart") => call("set-field", { id, field: "zone", value });
const accept = (threat: string) =>
  call("accept-risk", { threats: [threat], owner: "ann", why: "Small", review: "2027-01-01" });

/** Two people at one room. */
async function two(): Promise<{ opened: Opened; ann: Desk; bo: Desk }> {
  const opened = openRoom();
  const ann = new Desk(member("ann"), "a");
  const bo = new Desk(member("bo"), "b");
  await ann.connect(opened);
  await bo.connect(opened);
  return { opened, ann, bo };
}
const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

describe("what a person does", () => {
  test("shows at once, and everywhere when the room has accepted it; the picture stays the same object", async () => {
    const { opened, ann, bo } = await two();
    ann.hold();
    await ann.send(title("A"));
    const { document } = ann.shown;
    expect([ann.element("cart")?.title, ids(ann.shown.waiting)]).toEqual(["A", ["a-1"]]);
    await ann.release();
    expect(ann.shown).toMatchObject({ head: 1, waiting: [], tray: [] });
    expect(ann.shown.document).toBe(document);
    expect(canonicalText(bo.shown.document)).toBe(canonicalText(opened.room.document));
    expect(ids(bo.shown.recent)).toEqual(["a-1"]);
  });

  test("that is wrong already here comes back, and nothing is sent", async () => {
    const { ann } = await two();
    expect(await ann.send(call("remove-thing", { id: "db" }))).toMatchObject({
      ok: false,
      problems: [{ code: "not-possible" }],
    });
    expect(await ann.send(title("Cart"))).toEqual({ ok: true, value: { id: "", changes: [] } });
    expect(ann.said.map(({ kind }) => kind)).toEqual(["hello"]);
  });

  test("before the model is there is refused", async () => {
    const ann = new Desk(member("ann"), "a");
    expect(await ann.send(title("A"))).toMatchObject({ ok: false, problems: [{ code: "not-possible" }] });
    expect(await ann.undo()).toMatchObject({ ok: false });
  });

  test("and reads the analysis is left to the room, which says what it does", async () => {
    const { ann } = await two();
    ann.hold();
    expect(await ann.send(accept("no-way-back@cart"))).toMatchObject({ ok: true, value: { changes: [] } });
    expect([ann.runs, ann.shown.document.register?.acceptances?.["no-way-back@cart"]]).toEqual([0, undefined]);
    await ann.release();
    expect(ann.shown.document.register?.acceptances?.["no-way-back@cart"]).toBeDefined();
  });

  test("on a picture that lags behind counts from there", async () => {
    const { ann, bo } = await two();
    await bo.send(call("answer-question", { ids: ["logs-actions@cart"], value: "no" }));
    await ann.send(accept("unlogged-actions@cart"), { seen: 0 });
    expect(ann.shown.tray).toMatchObject([{ id: "a-1", why: "changed-meanwhile" }]);
    await ann.send(accept("unlogged-actions@cart"));
    expect(ann.shown.tray.length).toBe(1);
    expect(ann.shown.document.register?.acceptances?.["unlogged-actions@cart"]).toBeDefined();
  });
});

describe("what others do meanwhile", () => {
  test("moves what waits over it, without running anything again where nothing touches", async () => {
    const { opened, ann, bo } = await two();
    ann.disconnect();
    for (let i = 0; i < 60; i++) await ann.send(call("add-element", { id: `mine-${i}`, kind: "process" }));
    for (let i = 0; i < 40; i++) await bo.send(call("add-element", { id: `theirs-${i}`, kind: "process" }));
    const before = ann.runs;
    await ann.connect(opened);
    expect(ann.runs).toBe(before);
    expect(ann.shown).toMatchObject({ head: 100, waiting: [], tray: [] });
    expect(canonicalText(ann.shown.document)).toBe(canonicalText(opened.room.document));
  });

  test("shows in the place of what stands against it, which goes to the tray with the reason", async () => {
    const { opened, ann, bo } = await two();
    ann.disconnect();
    await ann.send(title("A"));
    await ann.send(zone("outer"));
    await bo.send(title("B"));
    ann.hold();
    await ann.connect(opened);
    await ann.release();
    expect(ann.element("cart")).toMatchObject({ title: "B", zone: "outer" });
    expect(ann.shown.waiting).toEqual([]);
    expect(ann.shown.tray).toMatchObject([
      {
        id: "a-1",
        title: "set-field",
        why: "conflict",
        problems: [{ code: "merge-conflict" }],
        missed: [{ id: "b-1" }],
      },
    ]);
  });

  test("never makes what is shown contradict itself", async () => {
    const { opened, ann, bo } = await two();
    ann.disconnect();
    await ann.send(call("add-flow", { id: "list", from: "web", to: "cart" }));
    await ann.send(title("List", "list"));
    await bo.send(call("remove-thing", { id: "cart" }));
    await ann.connect(opened);
    // The desk throws when a shown document contradicts itself.
    expect(ann.shown.document.model.flows?.list).toBeUndefined();
    expect(ann.shown.tray).toMatchObject([
      { id: "a-1", why: "conflict" },
      {
        id: "a-2",
        why: "refused",
        needs: ["a-1"],
        problems: [{ say: "This rests on “add-flow”, which was not accepted." }],
      },
    ]);
  });

  test("keeps where things are drawn as the last one left them", async () => {
    const { opened, ann, bo } = await two();
    const place = (x: number) => call("place-things", { positions: { cart: { x, y: 0 } } });
    ann.disconnect();
    await ann.send(place(10));
    await bo.send(place(90));
    await ann.connect(opened);
    expect(ann.shown.document.diagram?.positions?.cart?.x).toBe(10);
    expect(ann.shown.tray).toEqual([]);
  });
});

describe("what rests on what", () => {
  test.each([
    [
      "a thing that was made before",
      [call("add-element", { id: "cache", kind: "process" })],
      [title("Store", "cache")],
      ["a-1"],
    ],
    ["a value that was changed before", [title("A")], [title("B")], ["a-1"]],
    [
      "an id that was taken before",
      [call("add-element", { title: "Job", kind: "process" })],
      [call("add-element", { title: "Job", kind: "process", zone: "outer" })],
      ["a-1"],
    ],
    ["nothing of what was changed before", [title("A")], [zone("outer")], undefined],
    ["a decision: all that counts", [title("A")], [accept("no-way-back@cart")], ["a-1"]],
    [
      "a decision: no drawing",
      [call("place-things", { positions: { cart: { x: 9, y: 9 } } })],
      [accept("no-way-back@cart")],
      undefined,
    ],
    [
      "a decision: no talk",
      [call("add-comment", { about: "cart", text: "Why?" })],
      [accept("no-way-back@cart")],
      undefined,
    ],
    [
      "a decision: what only the room can tell",
      [call("answer-question", { ids: ["logs-actions@cart"], value: "no" })],
      [accept("unlogged-actions@cart")],
      ["a-1"],
    ],
  ] as const)("%s", async (_, first, second, needs) => {
    const { ann } = await two();
    ann.disconnect();
    await ann.send(first);
    await ann.send(second);
    expect(ann.shown.waiting[1]?.needs).toEqual(needs);
  });

  test("a decision made on an own answer that is not accepted goes to the tray, and names it", async () => {
    const { opened, ann, bo } = await two();
    ann.disconnect();
    await ann.send(call("answer-question", { ids: ["logs-actions@cart"], value: "yes" }));
    await ann.send(accept("no-way-back@cart"));
    await bo.send(call("answer-question", { ids: ["logs-actions@cart"], value: "no" }));
    await ann.connect(opened);
    expect(ann.shown.tray.map(({ id, why }) => [id, why])).toEqual([
      ["a-1", "conflict"],
      ["a-2", "refused"],
    ]);
    expect(ann.shown.tray[1]?.problems[0]?.say).toBe("This rests on “answer-question”, which was not accepted.");
  });

  test("over a restart, which forgets what was refused, it is told here", async () => {
    const { opened, ann, bo } = await two();
    ann.disconnect();
    await ann.send(title("A"));
    await ann.send(title("AA"));
    await bo.send(title("B"));
    // The refusal of the first arrives, then the server is gone.
    await ann.hear({ kind: "refused", id: "a-1", why: "conflict", problems: [], missed: [] });
    await ann.connect(openRoom(shop, opened.written));
    expect(ids(ann.shown.tray)).toEqual(["a-1", "a-2"]);
    expect(ann.shown.tray[1]?.problems[0]?.say).toBe("This rests on “set-field”, which was not accepted.");
    expect(ann.element("cart")?.title).toBe("B");
  });
});

describe("the way to the room", () => {
  test("a gap is noticed: the room is asked once what is missing, and nothing after it is taken before", async () => {
    const { opened, ann } = await two();
    const cy = member("cy");
    ann.hold();
    await opened.send(cy, "c-1", title("1"));
    // The first entry is lost: what was held back is thrown away.
    ann.hold();
    await opened.send(cy, "c-2", title("2"));
    await opened.send(cy, "c-3", title("3"));
    await ann.release();
    expect(ann.said.filter(({ kind }) => kind === "hello")).toEqual([
      { kind: "hello", protocol, seen: 0 },
      { kind: "hello", protocol, seen: 0, room: "life-1" },
    ]);
    expect([ann.shown.head, ann.element("cart")?.title]).toEqual([3, "3"]);
  });

  test("what comes twice, or late, changes nothing", async () => {
    const { opened, ann, bo } = await two();
    await bo.send(title("B"));
    await bo.send(title("C"));
    const text = canonicalText(ann.shown.document);
    for (const entry of opened.written) await ann.hear({ kind: "entry", entry });
    expect([ann.shown.head, canonicalText(ann.shown.document)]).toEqual([2, text]);
    await ann.hear({ kind: "refused", id: "a-9", why: "conflict", problems: [], missed: [] });
    await ann.hear({ kind: "unchanged", id: "a-9" });
    expect(ann.shown.tray).toEqual([]);
  });

  test("what was accepted while the answer was lost is accepted once", async () => {
    const { opened, ann } = await two();
    ann.hold();
    await ann.send(title("A"));
    ann.disconnect();
    expect([opened.room.head, ids(ann.shown.waiting)]).toEqual([1, ["a-1"]]);
    await ann.connect(opened);
    expect(ann.shown).toMatchObject({ head: 1, waiting: [], tray: [] });
    expect(opened.written.length).toBe(1);
  });

  test("hours offline: everything is sent in order and each finds its place", async () => {
    const { opened, ann, bo } = await two();
    ann.disconnect();
    await ann.send(call("add-element", { id: "cache", kind: "process" }));
    await ann.send(call("add-flow", { id: "fill", from: "cart", to: "cache" }));
    await ann.send(title("A"));
    await ann.undo();
    await bo.send(title("B", "web"));
    await ann.connect(opened);
    expect(ann.shown).toMatchObject({ waiting: [], tray: [], head: 5 });
    expect(opened.written.map(({ id, undoes }) => undoes ?? id)).toEqual(["b-1", "a-1", "a-2", "a-3", "a-3"]);
    expect(canonicalText(bo.shown.document)).toBe(canonicalText(ann.shown.document));
  });

  test("a restart of the server is the same room with the same numbers", async () => {
    const { opened, ann, bo } = await two();
    await ann.send(title("A"));
    ann.disconnect();
    bo.disconnect();
    await ann.send(zone("outer"));
    const again = openRoom(shop, opened.written);
    await bo.connect(again);
    await bo.send(title("B", "web"));
    await ann.connect(again);
    expect(ann.said.filter(({ kind }) => kind === "hello").at(-1)).toMatchObject({ seen: 1, room: "life-1" });
    expect(ann.shown).toMatchObject({ head: 3, tray: [] });
    expect(canonicalText(ann.shown.document)).toBe(canonicalText(again.room.document));
  });

  test("in another life what waits is not compared: it goes to the tray, with the reason", async () => {
    const { ann } = await two();
    ann.disconnect();
    await ann.send(title("A"));
    await ann.send(accept("no-way-back@cart"));
    await ann.connect(openRoom(), "life-2");
    expect(ann.shown).toMatchObject({
      waiting: [],
      tray: [
        { id: "a-1", why: "too-old" },
        { id: "a-2", why: "too-old" },
      ],
    });
    expect(ann.element("cart")?.title).toBe("Cart");
    await ann.replica.settle("a-1", "repeat");
    await ann.send(zone("outer"));
    expect(ann.element("cart")).toMatchObject({ title: "A", zone: "outer" });
  });

  test("a welcome that does not fit is answered by asking for everything", async () => {
    const { opened, ann } = await two();
    await opened.send(member("cy"), "c-1", title("C"));
    const you = { session: "s-ann", name: "ann", guest: false, may: [] };
    await ann.hear({ kind: "welcome", protocol, room: "life-1", you, now: today, head: 9, entries: [], peers: [] });
    await new Promise((done) => setTimeout(done, 0));
    expect(ann.said.at(-1)).toEqual({ kind: "hello", protocol, seen: 0 });
    expect(canonicalText(ann.shown.document)).toBe(canonicalText(opened.room.document));
    expect(ann.shown.head).toBe(1);
  });

  test("a page that is closed and opened again sends what waited", async () => {
    const { opened, ann } = await two();
    ann.disconnect();
    await ann.send(title("A"));
    await ann.send(zone("outer"));
    const again = new Desk(member("ann"), "a2", ann.kept);
    await again.connect(opened);
    expect(opened.written.map(({ id }) => id)).toEqual(["a-1", "a-2"]);
    expect(again.shown).toMatchObject({ head: 2, waiting: [], tray: [] });
    expect(again.kept).toEqual({ waiting: [], tray: [] });
  });

  test("somebody else's entry under the same id answers nothing here", async () => {
    const { opened, ann } = await two();
    ann.disconnect();
    await ann.send(title("A"));
    await opened.send(guest("ann", "eve"), "a-1", zone("edge"));
    await ann.connect(opened);
    expect(ann.element("cart")).toMatchObject({ title: "A", zone: "edge" });
    expect(ann.shown).toMatchObject({ head: 2, waiting: [], tray: [] });
  });
});

describe("undo", () => {
  test("shows at once, of what is accepted and of what waits, and takes back what was meant", async () => {
    const { opened, ann } = await two();
    await ann.send(title("A"));
    ann.disconnect();
    await ann.send(zone("outer"));
    await ann.undo();
    expect(ann.element("cart")).toMatchObject({ title: "A", zone: "inner" });
    await ann.undo();
    expect(ann.element("cart")?.title).toBe("Cart");
    // Meanwhile the same person does something on another page: that is not what was meant.
    await opened.send(member("ann"), "phone-1", title("Web", "web"));
    await ann.connect(opened);
    expect(opened.written.map(({ undoes }) => undoes)).toEqual([undefined, undefined, undefined, "a-2", "a-1"]);
    expect(ann.shown).toMatchObject({ waiting: [], tray: [] });
    expect(ann.element("web")?.title).toBe("Web");
  });

  test("of what others built on is refused here, naming who and what", async () => {
    const { ann, bo } = await two();
    await ann.send(call("add-element", { id: "cache", kind: "process" }));
    await bo.send(call("add-flow", { id: "fill", from: "cart", to: "cache" }));
    const undone = await ann.undo();
    expect(undone).toMatchObject({ ok: false, problems: [{ say: expect.stringContaining("bo (“add-flow”") }] });
    expect(ann.said.some(({ kind }) => kind === "undo")).toBe(false);
  });

  test("of something that is not accepted has nothing to do", async () => {
    const { opened, ann, bo } = await two();
    await ann.send(zone("outer"));
    ann.disconnect();
    await ann.send(title("A"));
    await ann.undo();
    await bo.send(title("B"));
    await ann.connect(opened);
    expect(ann.shown).toMatchObject({ waiting: [], tray: [{ id: "a-2", why: "conflict" }] });
    expect(ann.element("cart")).toMatchObject({ title: "B", zone: "outer" });
  });

  test("of what only the room can tell is left to it, and so is what is not known here", async () => {
    const { opened, ann } = await two();
    ann.disconnect();
    await ann.send(accept("no-way-back@cart"));
    await ann.undo();
    expect(ann.shown.waiting.map(({ of }) => of)).toEqual([undefined, "a-1"]);
    await ann.connect(opened);
    expect(ann.shown.document.register?.acceptances?.["no-way-back@cart"]).toBeUndefined();
    expect(ann.shown).toMatchObject({ waiting: [], tray: [], head: 2 });
    await opened.send(member("ann"), "phone-1", title("A"));
    const fresh = new Desk(member("ann"), "f");
    await fresh.connect(opened);
    await fresh.undo();
    expect(opened.written.at(-1)).toMatchObject({ id: "f-1", undoes: "phone-1" });
    await fresh.undo();
    expect(fresh.shown.tray).toMatchObject([{ kind: "undo", why: "refused", problems: [{ code: "nothing-to-undo" }] }]);
  });
});

describe("the tray", () => {
  async function refused(): Promise<{ opened: Opened; ann: Desk; bo: Desk }> {
    const at = await two();
    at.ann.disconnect();
    await at.ann.send(title("A"));
    await at.bo.send(title("B"));
    await at.ann.connect(at.opened);
    return at;
  }

  test("repeats as if it were made now, once, under another id", async () => {
    const { opened, ann } = await refused();
    const both = await Promise.all([ann.replica.settle("a-1", "repeat"), ann.replica.settle("a-1", "repeat")]);
    expect(both.map(({ ok }) => ok)).toEqual([true, false]);
    await ann.send(zone("outer"));
    expect(opened.written.map(({ id }) => id)).toEqual(["b-1", "a-2", "a-3"]);
    expect([ann.shown.tray, ann.element("cart")?.title]).toEqual([[], "A"]);
  });

  test("keeps what cannot be repeated, and forgets what is forgotten", async () => {
    const { ann, bo } = await refused();
    await bo.send(call("remove-thing", { id: "cart" }));
    expect(await ann.replica.settle("a-1", "repeat")).toMatchObject({ ok: false });
    expect(ids(ann.shown.tray)).toEqual(["a-1"]);
    expect(ids(ann.kept.tray)).toEqual(["a-1"]);
    expect(await ann.replica.settle("a-1", "forget")).toMatchObject({ ok: true });
    expect([ann.shown.tray, ann.kept.tray]).toEqual([[], []]);
  });

  test("loses what was accepted after all", async () => {
    const { opened, ann } = await two();
    ann.hold();
    await ann.send(title("A"));
    const [entry] = opened.written;
    ann.disconnect();
    await ann.hear({ kind: "refused", id: "a-1", why: "not-stored", problems: [], missed: [] });
    expect(ids(ann.shown.tray)).toEqual(["a-1"]);
    await ann.connect(opened);
    expect([ann.shown.tray, ann.shown.waiting, ann.element("cart")?.title, entry?.id]).toEqual([[], [], "A", "a-1"]);
  });
});
