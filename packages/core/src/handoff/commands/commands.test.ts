import { describe, expect, test } from "vitest";
import { analyse } from "../../analysis/analyse.ts";
import { body as chooseMitigation } from "../../mitigation/commands/choose-mitigation.ts";
import { body as setMitigation } from "../../mitigation/commands/set-mitigation.ts";
import type { CommandBody } from "../../model/command.ts";
import type { Document } from "../../model/document.ts";
import { runCommand, type Setting } from "../../model/testing/run-command.ts";
import { smallKnowledge, smallShop } from "../../testing/small-knowledge.ts";
import { coveredBy, criteriaDigest } from "../criteria-digest.ts";
import { body as signOff } from "./sign-off.ts";

const now = "2026-11-24";
const analysisOf = (document: Document) => analyse(document, smallKnowledge, { now });
const run = <Input>(command: CommandBody<Input>, input: unknown, document: Document, more: Setting = {}) =>
  runCommand(command, input, document, { knowledge: smallKnowledge, analysis: () => analysisOf(document), ...more });

const base: Document = {
  ...smallShop,
  model: { ...smallShop.model, features: { cards: { changes: ["web"] }, looks: { changes: ["login"] } } },
};
const first = run(chooseMitigation, { control: "approval-step", threats: ["no-way-back@web"] }, base).after;
const document = run(chooseMitigation, { control: "audit-log", threats: ["readable-store@db"] }, first).after;
const digest = (what: string, of = document) => criteriaDigest(of, analysisOf(of), what);

describe("criteriaDigest", () => {
  test.each([
    ["web", ["approval-step"]],
    ["db", ["audit-log"]],
    ["cards", ["approval-step"]],
    ["looks", []],
    ["handoff", ["approval-step", "audit-log"]],
  ])("%s covers %o", (what, ids) => {
    expect(coveredBy(document, analysisOf(document), what)).toEqual(ids);
  });

  test("changes with the criteria of what it covers, not with who does it until when", () => {
    const owned = run(setMitigation, { id: "approval-step", owner: "bo", due: now }, document).after;
    expect(digest("web", owned)).toBe(digest("web"));
    const more = run(setMitigation, { id: "approval-step", criteria: { two: "Two sign" } }, document).after;
    expect(digest("web", more)).not.toBe(digest("web"));
    const reworded = run(setMitigation, { id: "approval-step", criteria: { two: "Two people sign" } }, more).after;
    expect(digest("web", reworded)).not.toBe(digest("web", more));
    expect(digest("db", more)).toBe(digest("db"));
    expect(digest("handoff", more)).not.toBe(digest("handoff"));
  });
});

describe("sign-off", () => {
  test.each(["web", "cards", "handoff"])("of %s holds the digest of its criteria", (what) => {
    const after = run(signOff, { what, note: "clear" }, document).after;
    expect(after.register?.["sign-offs"]).toEqual({
      [`${what}-by-ann`]: { what, by: "ann", on: now, digest: digest(what), note: "clear" },
    });
  });

  test("each person has one per thing", () => {
    const twice = run(signOff, { what: "web" }, run(signOff, { what: "web" }, document).after, { by: "bo" }).after;
    expect(Object.keys(twice.register?.["sign-offs"] ?? {})).toEqual(["web-by-ann", "web-by-bo"]);
  });

  test("refuses what is not there, and what has no criteria", () => {
    expect(run(signOff, { what: "wep" }, document).codes).toEqual(["dangling-reference"]);
    expect(run(signOff, { what: "looks" }, document).codes).toEqual(["not-possible"]);
    expect(run(signOff, { what: "web" }, smallShop).codes).toEqual(["not-possible"]);
  });
});
