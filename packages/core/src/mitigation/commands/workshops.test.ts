// A ticket that falls in a workshop stands there too.
import { expect, test } from "vitest";
import type { CommandBody } from "../../model/command.ts";
import type { Document } from "../../model/document.ts";
import { runCommand } from "../../model/testing/run-command.ts";
import type { Workshop } from "../../model/workshop.ts";
import { smallShop } from "../../testing/small-knowledge.ts";
import { body as linkTicket } from "./link-ticket.ts";

const now = "2026-11-24";
const running: Workshop = { kind: "handoff", title: "Handover", facilitator: "bo", started: "2026-11-24T09:00:00Z" };
const over: Workshop = { ...running, ended: "2026-11-24T10:00:00Z" };
const shop = (workshop: Workshop): Document => ({
  ...smallShop,
  register: {
    parapet: 1,
    mitigations: {
      "approval-step": { control: "approval-step", on: ["web"], threats: ["no-way-back@web"], by: "bo", recorded: now },
    },
    workshops: { it: workshop },
  },
});
const run = <Input>(command: CommandBody<Input>, input: object, document: Document) =>
  runCommand(command, input, document, { by: "bo" });

test("link-ticket with the workshop in which it fell", () => {
  const given = { id: "approval-step", ticket: "SHOP-1" };
  const { after } = run(linkTicket, { ...given, workshop: "it" }, shop(running));
  expect(after.register?.mitigations?.["approval-step"]?.ticket).toBe("SHOP-1");
  expect(after.register?.workshops?.it?.tickets).toEqual(["approval-step"]);
  expect(run(linkTicket, given, shop(running)).after.register?.workshops?.it?.tickets).toBeUndefined();
  expect(run(linkTicket, { ...given, workshop: "it" }, shop(over)).codes).toEqual(["not-possible"]);
  expect(run(linkTicket, { ...given, workshop: "that" }, shop(running)).codes).toEqual(["dangling-reference"]);
});
