// What comes over the wire: whatever the text is, reading it gives a message or a problem.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readClient } from "./reading.ts";
import { type FromClient, maxFrame } from "./wire.ts";

const call = { name: "set-field", input: { id: "cart", field: "title", value: "A" } };
const messages: readonly FromClient[] = [
  { kind: "hello", protocol: 1, seen: 0 },
  { kind: "hello", protocol: 1, room: "life-1", seen: 7 },
  { kind: "send", id: "a-1", base: 0, title: "Rename", calls: [call] },
  { kind: "send", id: "a-2", base: 3, title: "", calls: [call, call], needs: ["a-1"], day: "2026-11-24" },
  { kind: "undo", id: "a-3", base: 3 },
  { kind: "undo", id: "a-3", base: 3, of: "a-1" },
  { kind: "presence", presence: { room: "scoping", pointer: { x: 1, y: 2 }, drag: { cart: { x: 1, y: 1 } } } },
  { kind: "workshop", workshop: "w", act: { kind: "show" } },
  { kind: "ping" },
];
const deep = `${"[".repeat(5_000)}${"]".repeat(5_000)}`;
const send = (more: object) => JSON.stringify({ kind: "send", id: "a-1", base: 0, title: "t", calls: [call], ...more });

/** What is wrong → the text. */
const wrong: readonly (readonly [string, string])[] = [
  ["nothing", ""],
  ["no JSON", "{kind: send}"],
  ["a list", "[]"],
  ["null", "null"],
  ["a kind that there is not", '{"kind":"shutdown"}'],
  ["a key that there is not", '{"kind":"ping","__proto__":{"admin":true}}'],
  ["an id with other signs", send({ id: "a 1\n" })],
  ["an id that is too long", send({ id: "a".repeat(65) })],
  ["a base before the beginning", send({ base: -1 })],
  ["a base that is no whole number", send({ base: 1.5 })],
  ["no commands", send({ calls: [] })],
  ["too many commands", send({ calls: Array.from({ length: 1_001 }, () => call) })],
  ["too many needs", send({ needs: Array.from({ length: 1_001 }, () => "a-1") })],
  ["a day that is none", send({ day: "2026-13-01" })],
  [
    "an input that nests too deep",
    `{"kind":"send","id":"a-1","base":0,"title":"t","calls":[{"name":"x","input":${deep}}]}`,
  ],
  ["too much selected", JSON.stringify({ kind: "presence", presence: { selected: Array(201).fill("x") } })],
  [
    "too much dragged",
    JSON.stringify({
      kind: "presence",
      presence: { drag: Object.fromEntries(Array.from({ length: 501 }, (_, i) => [`x${i}`, { x: 0, y: 0 }])) },
    }),
  ],
];

describe("a frame", () => {
  test.each(messages.map((message) => [message.kind, message] as const))("%s is read as it was said", (_, message) => {
    expect(readClient(JSON.stringify(message))).toEqual({ ok: true, value: message });
  });

  test.each(wrong)("with %s is a problem", (_, text) => {
    expect(readClient(text)).toMatchObject({ ok: false, problems: [{ code: "bad-argument" }] });
  });

  test("that is too long is not looked at", () => {
    const text = JSON.stringify({
      kind: "send",
      id: "a-1",
      base: 0,
      title: "t",
      calls: [{ name: "x", input: "x".repeat(maxFrame) }],
    });
    expect(readClient(text)).toMatchObject({ ok: false, problems: [{ code: "file-too-large" }] });
  });

  test("of any text, and of any message that was damaged, gives a message or a problem in short words", () => {
    const damaged = fc
      .tuple(fc.constantFrom(...messages), fc.nat(), fc.nat(40), fc.string())
      .map(([message, at, length, text]) => {
        const whole = JSON.stringify(message);
        const from = at % whole.length;
        return whole.slice(0, from) + text + whole.slice(from + length);
      });
    const other = fc
      .jsonValue({ maxDepth: 3 })
      .map((value) => JSON.stringify({ kind: "send", calls: value, id: value }));
    fc.assert(
      fc.property(fc.oneof(damaged, other, fc.string(), fc.json()), (text) => {
        const read = readClient(text);
        if (!read.ok) expect(read.problems[0]?.say.length).toBeLessThan(600);
        expect(({} as { admin?: boolean }).admin).toBeUndefined();
      }),
      { seed: 9, numRuns: 500 },
    );
  });

  test("with a drag of things called like every object's keys touches no object", () => {
    const text = '{"kind":"presence","presence":{"drag":{"__proto__":{"x":1,"y":1},"constructor":{"x":2,"y":2}}}}';
    const read = readClient(text);
    if (read.ok && read.value.kind === "presence")
      expect(Object.getPrototypeOf(read.value.presence.drag)).not.toEqual({ x: 1, y: 1 });
    expect(({} as { x?: number }).x).toBeUndefined();
  });
});
