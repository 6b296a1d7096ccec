// Withdraws the acceptance of risks: their threats are open again.
import * as z from "zod";
import { at } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import type { Document } from "../../model/document.ts";
import { edit, remove } from "../../model/edits.ts";
import { effective } from "../../model/effective.ts";
import { threatKey } from "../../model/fields.ts";
import { problem } from "../../model/problem.ts";
import { keyIn } from "../../model/threats.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "withdraw-acceptance",
  version: 1,
  stage: "validation",
  member: "risk-prioritization-analyst",
  title: "Withdraw accepted risks",
  permission: "decide",
  reads: "document",
};

const input = z.strictObject({
  threats: z.array(threatKey).min(1).max(10_000).describe("The threats whose acceptance is withdrawn"),
});

const keyOf = (document: Document, threat: string, resolve: (id: string) => string) =>
  keyIn(document.register?.acceptances, threat, resolve);

/** What the command does. */
export const body = bodyOf(
  input,
  (given, { document }) => {
    const { resolve } = effective(document);
    return given.threats.flatMap((threat) => {
      if (keyOf(document, threat, resolve) !== undefined) return [];
      const say = `Nobody accepted the risk of ${threat}.`;
      return [problem("not-possible", say, "Name threats whose risk is accepted.", at("threats"))];
    });
  },
  (given, { document }) => {
    const { resolve } = effective(document);
    return edit(
      document,
      given.threats.map((threat) => remove("register.acceptances", keyOf(document, threat, resolve) ?? threat)),
    );
  },
);
