// Whatever somebody does, what a client sends is read by the server: within its limits, or refused before it is sent.
import { describe, expect, test } from "vitest";
import { shortPresence, shortTitle, tooMuch } from "./limits.ts";
import { Desk } from "./testing/desk.ts";
import { call, member, openRoom } from "./testing/room.ts";
import { fromClient, maxFrame, most } from "./wire.ts";

const title = (value: string) => call("set-field", { id: "cart", field: "title", value });

describe("what is sent", () => {
  test("is read whatever its title is", () => {
    for (const long of ["x".repeat(10_000), "🦊".repeat(5_000), `${"x".repeat(most.title - 2)}🦊🦊`, "short"]) {
      const message = { kind: "send", id: "a-1", base: 0, title: shortTitle(long), calls: [title("A")] };
      expect(fromClient.safeParse(message).success, long.slice(0, 20)).toBe(true);
      expect(shortTitle(long)).not.toMatch(/\p{Surrogate}/u);
    }
    expect(shortTitle("short")).toBe("short");
  });

  test("tells where somebody is, however much they have selected or drag", () => {
    const many = Array.from({ length: 5_000 }, (_, i) => `thing-${i}`);
    const drag = Object.fromEntries(many.map((id) => [id, { x: 1, y: 2 }]));
    const message = shortPresence({ room: "decomposition", selected: many, drag });
    expect(fromClient.safeParse(message).success).toBe(true);
    expect(message.presence.selected?.length).toBe(most.selected);
    expect(shortPresence({ selected: ["a"] })).toEqual({ kind: "presence", presence: { selected: ["a"] } });
  });

  test.each([
    ["more commands than one message holds", Array.from({ length: most.calls + 1 }, () => title("A")), "1001 commands"],
    ["more text than a frame holds", [title("é".repeat(maxFrame / 2))], "bytes in one step"],
  ])("%s is refused here, with words, and the next thing goes on", async (_name, calls, say) => {
    const opened = openRoom();
    const ann = new Desk(member("ann"), "a");
    await ann.connect(opened);
    const done = await ann.send(calls);
    expect(done).toMatchObject({ ok: false, problems: [{ code: "file-too-large" }] });
    expect(done.ok || done.problems[0]?.say).toContain(say);
    expect(ann.shown.waiting).toEqual([]);
    await ann.send(title("B"));
    expect(ann.element("cart")?.title).toBe("B");
  });

  test("that is just small enough goes", () => {
    expect(tooMuch([title("x".repeat(maxFrame - 81_000))])).toBeUndefined();
  });
});
