// What a person only said counts as claimed: it closes nothing, the need names the command that confirms it, and that command ends it.
import { describe, expect, test } from "vitest";
import { body as reviewDiagram } from "../decomposition/commands/review-diagram.ts";
import { body as reviewSurface } from "../decomposition/commands/review-surface.ts";
import { body as answerQuestion } from "../enumeration/commands/answer-question.ts";
import { body as recordThreat } from "../enumeration/commands/record-threat.ts";
import { body as reviewThreats } from "../enumeration/commands/review-threats.ts";
import { body as signOff } from "../handoff/commands/sign-off.ts";
import { reviewTriggers } from "../maintenance/index.ts";
import { body as approveDecision } from "../mitigation/commands/approve-decision.ts";
import { body as chooseMitigation } from "../mitigation/commands/choose-mitigation.ts";
import { body as decideThreat } from "../mitigation/commands/decide-threat.ts";
import type { CommandBody } from "../model/command.ts";
import type { Document } from "../model/document.ts";
import type { Register } from "../model/register.ts";
import { runCommand } from "../model/testing/run-command.ts";
import { body as approveScore } from "../scoring/commands/approve-score.ts";
import { body as changeScore } from "../scoring/commands/change-score.ts";
import { smallKnowledge, smallShop } from "../testing/small-knowledge.ts";
import { body as acceptRisk } from "../validation/commands/accept-risk.ts";
import { body as approveAcceptance } from "../validation/commands/approve-acceptance.ts";
import { approvalsWaiting } from "../validation/waiting.ts";
import { analyse } from "./analyse.ts";

const now = "2026-11-24";
const analysisOf = (document: Document) => analyse(document, smallKnowledge, { now });
const run = <Input>(command: CommandBody<Input>, input: unknown, document: Document, by: string) => {
  const made = runCommand(command, input, document, {
    by,
    knowledge: smallKnowledge,
    analysis: () => analysisOf(document),
  });
  expect(made.said).toEqual([]);
  return made.after;
};
const threat = "no-way-back@web";
const other = "unlogged-actions@web";

/** Something that waits for somebody: the setting, the command that records it, its need. Ann is the team's engineer, bo writes down. */
interface Case {
  readonly name: string;
  // biome-ignore lint/suspicious/noExplicitAny: inputs differ, and each is parsed by its own schema
  readonly command: CommandBody<any>;
  readonly input?: object;
  readonly setting?: (document: Document) => Document;
  readonly need: string;
  readonly confirms: string;
  readonly entry: (register: Register) => unknown;
}

const accepted = (document: Document) =>
  run(acceptRisk, { threats: [threat], owner: "olga", why: "Small", review: "2027-01-01" }, document, "bo");
const transferred = (document: Document) =>
  run(
    decideThreat,
    {
      threats: [threat],
      decision: "transfer",
      to: "the insurer",
      contract: "C-1",
      owner: "olga",
      review: "2027-01-01",
      why: "insured",
    },
    document,
    "bo",
  );
const lowered = (document: Document) =>
  run(
    changeScore,
    { threat, factors: { damage: 1, affected: 1 }, reasons: { damage: "Test data", affected: "One tester" } },
    document,
    "bo",
  );
const mitigated = (document: Document) =>
  run(chooseMitigation, { control: "approval-step", threats: [threat] }, document, "bo");

const cases: readonly Case[] = [
  {
    name: "a review of the diagram",
    command: reviewDiagram,
    need: "decomposition/review-diagram",
    confirms: "parapet review diagram --as ann",
    entry: ({ reviews }) => reviews?.["diagram-said-by-ann"],
  },
  {
    name: "a review of the surface",
    command: reviewSurface,
    need: "decomposition/review-surface",
    confirms: "parapet review surface --as ann",
    entry: ({ reviews }) => reviews?.["surface-said-by-ann"],
  },
  {
    name: "a review of the threats",
    command: reviewThreats,
    need: "enumeration/review-threats",
    confirms: "parapet review threats --as ann",
    entry: ({ reviews }) => reviews?.["threats-said-by-ann"],
  },
  {
    name: "a sign-off",
    command: signOff,
    input: { what: "handoff" },
    setting: mitigated,
    need: "handoff/sign-off",
    confirms: "parapet sign-off handoff --as ann",
    entry: (register) => register["sign-offs"]?.["handoff-said-by-ann"],
  },
  {
    name: "the approval of an acceptance",
    command: approveAcceptance,
    input: { threats: [threat] },
    setting: accepted,
    need: `maintenance/acceptance-${threat}`,
    confirms: `parapet approve ${threat} --as ann`,
    entry: ({ acceptances }) => acceptances?.[threat]?.approved,
  },
  {
    name: "the approval of a decision",
    command: approveDecision,
    input: { threats: [threat] },
    setting: transferred,
    need: `mitigation/mitigate-${threat}`,
    confirms: `parapet approve ${threat} --as ann`,
    entry: ({ decisions }) => decisions?.[threat]?.approved,
  },
  {
    name: "the approval of a lowered score",
    command: approveScore,
    input: { threats: [threat] },
    setting: lowered,
    need: `scoring/score-${threat}`,
    confirms: `parapet approve ${threat} --as ann`,
    entry: ({ scores }) => scores?.[threat]?.approved,
  },
];

const needOf = (document: Document, wanted: string) => {
  const [stage, ...id] = wanted.split("/");
  return analysisOf(document)
    .stages.find((one) => one.id === stage)
    ?.missing.find((need) => need.id === id.join("/"));
};

describe.each(cases)("$name", ({ command, input = {}, setting = (document) => document, need, confirms, entry }) => {
  const before = setting(smallShop);
  const said = run(command, { ...input, "said-by": "ann" }, before, "bo");

  test("that was only said names who said it and who recorded it", () => {
    expect(entry(said.register as Register)).toMatchObject({ by: "ann", "recorded-by": "bo", on: now });
  });

  test("is claimed: the need stays, and names the command that confirms it", () => {
    expect(needOf(before, need)).toBeDefined();
    const claimed = needOf(said, need);
    expect(claimed?.command).toBe(confirms);
    expect(claimed?.from).toBe("ann");
    expect(claimed?.say).toContain("bo recorded what ann said; it counts once ann ");
  });

  test("counts once the person does it themselves, and the word for it goes", () => {
    const done = run(command, input, said, "ann");
    expect(needOf(done, need)).toBeUndefined();
    expect(JSON.stringify(done.register)).not.toContain("recorded-by");
  });

  test("another word for it adds nothing to what the person did", () => {
    const done = run(command, input, before, "ann");
    const again = runCommand(command, { ...input, "said-by": "ann" }, done, {
      by: "bo",
      knowledge: smallKnowledge,
      analysis: () => analysisOf(done),
    });
    expect(again.changes).toEqual([]);
  });

  test("a person who names themselves acts", () => {
    const done = run(command, { ...input, "said-by": "ann" }, before, "ann");
    expect(JSON.stringify(done.register)).not.toContain("recorded-by");
  });
});

describe("an approval that was only said", () => {
  const said = run(approveAcceptance, { threats: [threat], "said-by": "ann" }, accepted(smallShop), "bo");

  test("leaves the acceptance claimed, and waits", () => {
    const [view] = analysisOf(said).acceptances;
    expect(view).toMatchObject({
      state: "claimed",
      saidBy: "ann",
      because: "bo recorded what ann said; it counts once ann approves it",
    });
    expect(view?.approvedBy).toBeUndefined();
    expect(approvalsWaiting(said, threat)).toEqual(["approve-acceptance"]);
  });

  test("lowers no tier and puts no decision in force", () => {
    const tierOf = (document: Document) => analysisOf(document).threats.find(({ id }) => id === threat)?.tier;
    const low = run(approveScore, { threats: [threat], "said-by": "ann" }, lowered(smallShop), "bo");
    expect(tierOf(low)).toBe(tierOf(smallShop));
    const statusOf = (document: Document) => analysisOf(document).threats.find(({ id }) => id === threat)?.status;
    const away = run(approveDecision, { threats: [threat], "said-by": "ann" }, transferred(smallShop), "bo");
    expect(statusOf(away)).toBe(statusOf(transferred(smallShop)));
    expect(statusOf(run(approveDecision, { threats: [threat] }, away, "ann"))).toBe("transferred");
  });

  test("is refused for who may not approve: the owner, whoever writes it down", () => {
    const again = runCommand(approveAcceptance, { threats: [threat], "said-by": "olga" }, accepted(smallShop), {
      by: "bo",
      knowledge: smallKnowledge,
      analysis: () => analysisOf(accepted(smallShop)),
    });
    expect(again.codes).toEqual(["needs-second-person"]);
  });

  test("is outdated like any other when the request says something else", () => {
    const acceptance = said.register?.acceptances?.[threat];
    const changed: Document = {
      ...said,
      register: {
        parapet: 1,
        acceptances: { [threat]: { ...(acceptance as NonNullable<typeof acceptance>), why: "Tiny" } },
      },
    };
    expect(analysisOf(changed).acceptances[0]).toMatchObject({ state: "proposed" });
  });
});

describe("what counts as it is said", () => {
  test("an answer and a promise", () => {
    const question = "logs-actions@web";
    const answered = run(answerQuestion, { ids: [question], value: "yes", "said-by": "Bo Ek" }, smallShop, "ann");
    expect(answered.model.elements?.web?.facts?.["logs-actions"]).toEqual({
      value: "yes",
      by: "Bo Ek",
      "recorded-by": "ann",
      on: now,
    });
    expect(analysisOf(answered).threats.find(({ id }) => id === other)?.status).not.toBe("asked");
    const promised = { ids: [question], value: "dont-know", owner: "bo", due: "2026-12-01", "said-by": "bo" };
    const taken = run(answerQuestion, promised, answered, "ann");
    expect(taken.register?.questions?.[question]).toMatchObject({ owner: "bo", by: "bo", "recorded-by": "ann" });
    expect(taken.model.elements?.web?.facts?.["logs-actions"]).toMatchObject({
      value: "unknown",
      by: "bo",
      "recorded-by": "ann",
    });
  });

  test("a threat", () => {
    const { register } = run(
      recordThreat,
      { say: "Sold by staff", subject: "web", "said-by": "guest Kim" },
      smallShop,
      "ann",
    );
    expect(register?.threats?.["by-hand-sold-by-staff@web"]).toEqual({
      say: "Sold by staff",
      by: "guest Kim",
      "recorded-by": "ann",
      recorded: now,
    });
  });
});

describe("reviews", () => {
  const said = run(reviewDiagram, { "said-by": "ann" }, smallShop, "bo");

  test("one that was only said is no review for the triggers, which say whom it waits for", () => {
    const trigger = (document: Document) =>
      reviewTriggers(analysisOf(document), document, now).find(
        ({ kind, id }) => kind === "unreviewed" && id === "diagram",
      )?.say;
    expect(trigger(smallShop)).toBe("The diagram was never reviewed");
    expect(trigger(said)).toBe(
      "The diagram was reviewed by word alone: bo recorded what ann said; it counts once ann reviews it",
    );
    expect(trigger(run(reviewDiagram, {}, said, "ann"))).toBeUndefined();
  });

  test("a word about a diagram that changed since confirms nothing", () => {
    const changed: Document = { ...said, model: { ...said.model, zones: { ...said.model.zones, outer: {} } } };
    expect(needOf(changed, "decomposition/review-diagram")?.command).toBe("parapet review diagram --as NAME");
  });

  test("a word of somebody who is no engineer of the team confirms nothing", () => {
    const word = run(reviewDiagram, { "said-by": "eve" }, smallShop, "ann");
    expect(needOf(word, "decomposition/review-diagram")?.command).toBe("parapet review diagram --as NAME");
  });

  test("what older versions wrote of a word counts as one", () => {
    const own = run(reviewDiagram, {}, smallShop, "bo").register?.reviews?.["diagram-by-bo"];
    const older = { ...(own as NonNullable<typeof own>), said: { by: "ann", recorded: "bo" } };
    const document: Document = { ...smallShop, register: { parapet: 1, reviews: { "diagram-by-ann": older } } };
    expect(needOf(document, "decomposition/review-diagram")?.command).toBe("parapet review diagram --as ann");
  });
});
