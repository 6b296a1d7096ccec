import { expect, test } from "vitest";
import type { Document } from "../model/document.ts";
import type { Register } from "../model/register.ts";
import { smallShop } from "../testing/small-knowledge.ts";
import { approvalsWaiting } from "./waiting.ts";

const by = { by: "ann", on: "2026-11-24" };
const approved = { by: "bo", on: "2026-11-24" };
const acceptance = { ...by, owner: "ann", why: "w", review: "2027-01-01" };
const score = { ...by, method: "dread" };

test.each<[string, Partial<Register>, string[]]>([
  ["nothing was done", {}, []],
  ["an acceptance", { acceptances: { "a@web": acceptance } }, ["approve-acceptance"]],
  ["an approved acceptance", { acceptances: { "a@web": { ...acceptance, approved } } }, []],
  ["another threat's", { acceptances: { "b@web": acceptance } }, []],
  ["a transfer", { decisions: { "a@web": { ...by, decision: "transfer" } } }, ["approve-decision"]],
  ["a not-applicable", { decisions: { "a@web": { ...by, decision: "not-applicable" } } }, ["approve-decision"]],
  ["an approved transfer", { decisions: { "a@web": { ...by, decision: "transfer", approved } } }, []],
  ["a decision that lets nothing stand", { decisions: { "a@web": { ...by, decision: "avoid" } } }, []],
  ["a lowered score", { scores: { "a@web": { ...score, lowered: "high" } } }, ["approve-score"]],
  ["an approved lowered score", { scores: { "a@web": { ...score, lowered: "high", approved } } }, []],
  ["a score", { scores: { "a@web": score } }, []],
  [
    "all at once",
    {
      acceptances: { "a@web": acceptance },
      decisions: { "a@web": { ...by, decision: "transfer" } },
      scores: { "a@web": { ...score, lowered: "critical" } },
    },
    ["approve-acceptance", "approve-decision", "approve-score"],
  ],
  ["under an earlier id", { acceptances: { "a@site": acceptance } }, ["approve-acceptance"]],
])("%s", (_, register, waits) => {
  const web = { ...smallShop.model.elements?.web, was: ["site"] };
  const model = { ...smallShop.model, elements: { ...smallShop.model.elements, web } };
  const document = { ...smallShop, model, register: { parapet: 1, ...register } } as Document;
  expect(approvalsWaiting(document, "a@web")).toEqual(waits);
});
