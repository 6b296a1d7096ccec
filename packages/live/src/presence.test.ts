// Who is here: from messages alone.
import { describe, expect, test } from "vitest";
import { nobody, type Peers, peersAfter } from "./presence.ts";
import type { Entry, FromServer, Peer, Presence } from "./wire.ts";

const peer = (session: string, presence: Presence = {}): Peer => ({ session, name: session, guest: false, presence });
const here = (...peers: readonly Peer[]): Peers =>
  peers.reduce((all, one) => peersAfter(all, { kind: "peer", peer: one }), nobody);
const after = (peers: Peers, ...messages: readonly FromServer[]) => messages.reduce(peersAfter, peers);
const pong = { kind: "pong" } as const;
const entry = (session: string): FromServer => ({
  kind: "entry",
  entry: {
    seq: 1,
    id: "a-1",
    by: "ann",
    session,
    title: "Move",
    at: "2026-11-24",
    calls: [],
    changes: [],
  } satisfies Entry,
});
const drag = { cart: { x: 1, y: 2 } };

describe("peers", () => {
  test("come, move and leave, in one order", () => {
    const two = here(peer("b"), peer("a", { room: "scoping" }));
    expect(two.list.map(({ session }) => session)).toEqual(["a", "b"]);
    const moved = after(two, { kind: "peer", peer: peer("a", { room: "handoff" }) });
    expect(moved.list[0]?.presence).toEqual({ room: "handoff" });
    expect(after(moved, { kind: "left", session: "a" }).list.map(({ session }) => session)).toEqual(["b"]);
  });

  test("are as the welcome says after a reconnect", () => {
    const you = { session: "me", name: "me", guest: false, may: [] };
    const welcome: FromServer = {
      kind: "welcome",
      protocol: 1,
      room: "r",
      you,
      now: "2026-11-24",
      head: 0,
      entries: [],
      peers: [peer("z"), peer("c")],
    };
    expect(after(here(peer("a")), welcome).list.map(({ session }) => session)).toEqual(["c", "z"]);
  });

  test("drag until their command comes", () => {
    const two = here(peer("a", { drag, selected: ["cart"] }), peer("b", { drag }));
    expect(after(two, entry("a")).list.map(({ presence }) => presence)).toEqual([{ selected: ["cart"] }, { drag }]);
  });

  test("of whom nothing was heard for two of our calls do not point, drag or write any more; where they are stays", () => {
    const two = here(
      peer("a", { room: "scoping", drag, pointer: { x: 1, y: 1 }, typing: "cart" }),
      peer("b", { typing: "web" }),
    );
    const once = after(two, pong, { kind: "peer", peer: peer("b", { typing: "web" }) });
    expect(once.list).toEqual(two.list);
    expect(after(once, pong).list.map(({ presence }) => presence)).toEqual([{ room: "scoping" }, { typing: "web" }]);
  });

  test("are the same object when a message says nothing about them", () => {
    const two = here(peer("a"), peer("b"));
    for (const message of [{ kind: "unchanged", id: "a-1" }, { kind: "left", session: "z" }, entry("a")] as const)
      expect(after(two, message)).toBe(two);
    expect(after(nobody, pong)).toBe(nobody);
    expect(after(two, pong).list).toBe(two.list);
  });
});
