// Controls that are offered against a threat of the worked shop that somebody writes down by hand.
import { threatsOf } from "@parapet/core";
import { describe, expect, test } from "vitest";
import { viewsOf } from "../../../data/views.ts";
import { after, example, knowledge, texts } from "../../../testing/examples.ts";
import { idOfWritten, justWritten } from "./card-threat.ts";
import { proposedControls } from "./proposed-controls.ts";

const shop = example("shop");
const at = ({ analysis }: typeof shop) => ({ analysis, knowledge, texts, views: viewsOf(analysis) });
const written = (say: string, subject: string) =>
  after(shop, [{ name: "record-threat", input: { say, slug: "said", ...(subject !== "model" && { subject }) } }]);
const saidIn = ({ analysis }: typeof shop) => {
  const threat = threatsOf(analysis).find(({ id }) => id.startsWith("by-hand-said@"));
  if (!threat) throw new Error("it was written down");
  return threat;
};

describe("a threat written down by hand is offered", () => {
  test.each<[string, string, string | undefined]>([
    ["With a stolen session somebody orders on another's account", "checkout-api", "session-hardening"],
    ["A page of another site sends an order in the shopper's name", "checkout-api", "session-hardening"],
    ["Its logs show cards", "back-office", "log-redaction"],
    ["An engineer deletes the backups", "orders-db", "immutable-backups"],
    ["Somebody sniffs the traffic between shop and bank", "model", "tls-everywhere"],
    ["A former clerk lowers prices", "back-office", undefined],
  ])("“%s” on %s: %s", async (say, subject, control) => {
    const model = await written(say, subject);
    const offered = proposedControls(saidIn(model), at(model));
    expect(offered.length).toBeLessThanOrEqual(3);
    if (control === undefined) expect(offered).toEqual([]);
    else expect(offered).toContain(control);
  });

  test("no control that is chosen for it, and none before the texts are there", async () => {
    const model = await written("Its logs show cards", "back-office");
    const threat = saidIn(model);
    expect(proposedControls(threat, { ...at(model), texts: undefined })).toEqual([]);
    const input = { control: "log-redaction", threats: [threat.id], on: ["back-office"], id: "redaction" };
    const chosen = await after(model, [{ name: "choose-mitigation", input }]);
    expect(proposedControls(saidIn(chosen), at(chosen))).not.toContain("log-redaction");
  });

  test("the same before its analysis is there", async () => {
    const model = await written("Its logs show cards", "back-office");
    const threat = saidIn(model);
    const early = justWritten(model.document, threat.id);
    expect(early).toMatchObject({ title: threat.title, subject: threat.subject, rule: threat.rule });
    expect(early && proposedControls(early, at(shop))).toEqual(proposedControls(threat, at(model)));
    expect(justWritten(shop.document, threat.id)).toBeUndefined();
    expect(idOfWritten(model.document, threat.title, "back-office")).toBe(threat.id);
    expect(idOfWritten(model.document, threat.title, "model")).toBeUndefined();
    expect(idOfWritten(shop.document, threat.title, "back-office")).toBeUndefined();
  });
});

test("to a threat of a rule what the rule names", () => {
  const threat = at(shop).views.threats.find(({ controls }) => controls.length > 1);
  expect(threat && proposedControls({ ...threat, mitigations: [] }, at(shop))).toEqual(threat?.controls);
});
