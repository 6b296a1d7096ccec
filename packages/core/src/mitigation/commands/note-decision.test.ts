// What a workshop decided: noted while it runs, by who said so, never on a thing that is not there.
import { expect, test } from "vitest";
import type { Document } from "../../model/document.ts";
import { runCommand } from "../../model/testing/run-command.ts";
import type { Workshop } from "../../model/workshop.ts";
import { body } from "./note-decision.ts";

const running: Workshop = { kind: "enumeration", title: "Hour", facilitator: "ann", started: "2026-11-24" };

function shop(workshop: Workshop): Document {
  return {
    model: { parapet: 1, system: "Shop", zones: { net: {} }, elements: { web: { kind: "process", zone: "net" } } },
    register: { parapet: 1, workshops: { hour: workshop } },
  };
}

test("a decision stands in the workshop, with who said it and in which words", () => {
  const ran = runCommand(body, { workshop: "hour", decided: ["web"], note: "It moves" }, shop(running));
  expect(ran.after.register?.workshops?.hour?.decided).toEqual({ web: { by: "ann", note: "It moves" } });
});

test.each([
  ["what is not in the model", running, { workshop: "hour", decided: ["wep"] }, "dangling-reference"],
  ["a workshop that is not there", running, { workshop: "our", decided: ["web"] }, "dangling-reference"],
  [
    "a workshop that is over",
    { ...running, ended: "2026-11-24" },
    { workshop: "hour", decided: ["web"] },
    "not-possible",
  ],
])("%s is refused", (_, workshop, input, code) => {
  expect(runCommand(body, input, shop(workshop)).codes).toEqual([code]);
});
