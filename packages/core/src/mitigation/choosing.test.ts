import { expect, test } from "vitest";
import type { Document } from "../model/document.ts";
import { type Choice, callsToChoose } from "./choosing.ts";

const document: Document = {
  model: { parapet: 1, system: "Shop" },
  register: {
    parapet: 1,
    mitigations: { gate: { control: "gate", on: ["web"], threats: ["a@web"], by: "ann", recorded: "2026-11-01" } },
  },
};
const choice = (more: Partial<Choice>): Choice => ({ control: "gate", threats: ["a@worker"], on: ["worker"], ...more });

test("choosing a control: a new mitigation, or more threats for the one on the same thing", () => {
  const rows: readonly [string, Choice, string, object][] = [
    [
      "the first of its control has its name",
      choice({ control: "watch" }),
      "choose-mitigation",
      { control: "watch", id: "watch", threats: ["a@worker"], on: ["worker"] },
    ],
    [
      "a second one is named by its place",
      choice({}),
      "choose-mitigation",
      { control: "gate", id: "gate-on-worker", threats: ["a@worker"], on: ["worker"] },
    ],
    [
      "on the same thing it is the same",
      choice({ on: ["web"], threats: ["b@web"], owner: "ann" }),
      "set-mitigation",
      { id: "gate", threats: ["b@web"], on: ["web"], owner: "ann" },
    ],
    [
      "a name that somebody gives is kept",
      choice({ on: ["web"], id: "second-gate" }),
      "choose-mitigation",
      { control: "gate", id: "second-gate", threats: ["a@worker"], on: ["web"] },
    ],
  ];
  for (const [name, given, command, input] of rows)
    expect(callsToChoose(document, given), name).toEqual([{ name: command, input }]);
});
