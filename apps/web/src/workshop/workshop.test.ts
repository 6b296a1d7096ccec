// What a running workshop works out: time, who is there and who spoke, votes, notes in groups, what is asked next, what decisions are sent.
import {
  agendaFor,
  type Note,
  nextBestQuestion,
  questionQueue,
  type Threat,
  threatsOf,
  tierRank,
  type Workshop,
} from "@parapet/core";
import { type Entry, protocol, type WorkshopState } from "@parapet/live";
import { standingOf } from "@parapet/team";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { inRoom, nowIn } from "../data/in-room.ts";
import { shownOf } from "../guest/choosing.ts";
import { spoken } from "../guest/link.ts";
import { after, example, knowledge, words } from "../testing/examples.ts";
import { focusChoices, focusOf, focusText, keyOfFocus } from "./focus.ts";
import { clipped, liveOf } from "./live.ts";
import { blocksOf } from "./papers/markdown.ts";
import { workshopsAnswer } from "./planning/answers.ts";
import { inOrder, minutesOf, whatCame } from "./planning/what-came.ts";
import { cameText } from "./planning/workshop-row.tsx";
import { kept, latelySentence } from "./running/lately.ts";
import { attendance, expected, joinedOf, notWritten, presentIn, sinceBegun, whoSpoke } from "./running/people.ts";
import { spreadOf } from "./running/spread.ts";
import { clockText, lastPart, timingOf } from "./running/timing.ts";
import { focusView } from "./steps/focus-view.ts";
import { controlsFor, decidingCalls } from "./steps/handoff/deciding.ts";
import { outcomeText } from "./steps/handoff/outcome-text.ts";
import { groupName, groupsOf } from "./steps/note-groups.ts";
import { beforeLeaving, keeping } from "./steps/notes/keeping.ts";
import { placingOf } from "./steps/notes/placing.ts";
import { ShownAnswers } from "./steps/questions/shown-answers.tsx";
import { undecided, voteCandidates } from "./steps/vote-candidates.ts";
import { isFactorKnown, isKnown } from "./steps/votes/is-known.ts";

const shop = example("shop");
const t = await words();
const agenda = agendaFor("enumeration");
const plain: Workshop = { kind: "enumeration", title: "An hour", facilitator: "ann" };
const minute = 60_000;

describe("time", () => {
  const at = (part: number, gone: number, ends?: number) =>
    timingOf(agenda, part, { now: gone * minute, began: 0, ends: ends === undefined ? undefined : ends * minute });

  test.each([
    ["in the first part", at(0, 2, 5), { left: 180, gone: 2, whole: 60, kept: 15, eaten: 0 }],
    ["over its time", at(1, 20, 15), { left: -300, eaten: 0 }],
    ["when nobody knows when the part ends", at(1, 20), { left: undefined }],
    ["talking while the last part should run", at(4, 48.5, 45), { eaten: 4 }],
    ["talking until all of it is gone", at(4, 90, 45), { eaten: 15 }],
    ["in the last part", at(5, 50, 55), { eaten: 0 }],
  ])("%s", (_, timing, wanted) => expect(timing).toMatchObject(wanted));

  test("the last part is what closes without a break", () => {
    expect(lastPart(agenda).map(({ step }) => step)).toEqual(["decisions", "tickets", "sign-off"]);
    expect(lastPart(agendaFor("handoff")).map(({ step }) => step)).toEqual(["decisions", "tickets", "sign-off"]);
    expect(lastPart([{ title: "Talk", minutes: 5, step: "questions" }])).toEqual([]);
  });

  test.each([
    [0, "0:00"],
    [65, "1:05"],
    [-5, "+0:05"],
    [3_600, "60:00"],
  ])("%i seconds are %s", (seconds, text) => expect(clockText(seconds)).toBe(text));
});

describe("who is there", () => {
  const attended: Workshop = {
    ...plain,
    attended: {
      ann: { job: "engineer", senior: "yes" },
      "guest-ann": { name: "ann", guest: "yes" },
      mo: { name: "Mo", left: "2026-11-24" },
    },
  };

  test("under the names that the model knows; a guest of a known name is another, and speaks as one", () => {
    const present = presentIn(shop.document, attended, new Set(["ann (guest)"]));
    expect(present.map(({ name, speaks, spoke, guest }) => [name, speaks, spoke, guest])).toEqual([
      ["Ann", "ann", false, undefined],
      ["ann", "ann (guest)", true, "yes"],
      ["Mo", "Mo", false, undefined],
    ]);
  });

  test("who joined with a device and is not written down is offered once", () => {
    const person = (name: string, guest: boolean, here = true, as?: string) => ({
      ...{ key: name, name, guest, here, turns: 0 },
      ...(as && { as }),
    });
    const attending = [
      person("ann", false),
      person("ann (guest)", true),
      person("Bo (guest)", true, true, "operations"),
      person("Bo (guest)", true),
      person("Zed (guest)", true, false),
    ];
    const left = notWritten(shop.document, attended, joinedOf({ attending }));
    expect(left.map((one) => attendance("hour", one))).toEqual([
      { workshop: "hour", person: "Bo", as: "operations", guest: true },
    ]);
    expect(expected(shop.document, attended).map(([key]) => key)).not.toContain("ann");
  });

  test("nobody spoke by what was done before it began", () => {
    const entry = (seq: number, name: string, input: object) =>
      ({ seq, calls: [{ name, input }], by: "ann" }) as unknown as Entry;
    const entries = [
      entry(4, "answer-question", { n: 4 }),
      entry(2, "start-workshop", { workshop: "hour" }),
      entry(3, "start-workshop", { workshop: "other" }),
      entry(1, "answer-question", { n: 1 }),
    ];
    expect(sinceBegun("hour", entries).map(({ seq }) => seq)).toEqual([4, 3]);
    expect(sinceBegun("none", entries)).toHaveLength(4);
  });

  test("who spoke: who said something that is written down, in a command or a note, or was marked", () => {
    const entry = (name: string, input: object, by = "ann") => ({ calls: [{ name, input }], by }) as unknown as Entry;
    const entries = [
      entry("answer-question", { "said-by": "noor" }),
      entry("add-note", {}, "Bo (guest)"),
      entry("start-workshop", {}, "ravi"),
    ];
    const noted = { ...plain, parked: { p: { text: "x", by: "dana" } } };
    expect([...whoSpoke(noted, entries, ["mo"])].sort()).toEqual(["Bo (guest)", "dana", "mo", "noor"]);
  });
});

describe("votes", () => {
  test.each([
    [[5], { low: 5, high: 5, middle: 5, proposed: 5, dots: [{ value: 5, count: 1 }] }],
    [
      [9, 3, 3, 8],
      {
        low: 3,
        high: 9,
        middle: 5.5,
        proposed: 6,
        dots: [
          { value: 3, count: 2 },
          { value: 8, count: 1 },
          { value: 9, count: 1 },
        ],
      },
    ],
    [[10, 2, 7], { middle: 7, proposed: 7 }],
    [[9, 7], { middle: 8, proposed: 8 }],
    [[7, 7, 9, 9, 9, 2], { middle: 8 }],
  ])("%j", (votes, wanted) => expect(spreadOf(votes)).toMatchObject(wanted));

  test("of nobody have no spread", () => expect(spreadOf([])).toBeUndefined());

  test("are proposed on the worst that asks for work, in focus, what was voted on last", () => {
    const threats = threatsOf(shop.analysis);
    const [first, second] = voteCandidates(threats, plain, undefined).first;
    const soon = threats.filter(({ status }) => status === "open" || status === "asked");
    expect(soon).toContain(first);
    expect(first?.tier).toBe([...soon].sort((a, b) => tierRank(a.tier) - tierRank(b.tier))[0]?.tier);
    const voted = { ...plain, votes: { [first?.id ?? ""]: {} } };
    expect(voteCandidates(threats, voted, undefined).first[0]?.id).toBe(second?.id);
    expect(voteCandidates(threats, voted, undefined).first.at(-1)?.id).toBe(first?.id);
    const focus = new Set(["orders-db"]);
    const { first: own, claimed } = voteCandidates(threats, plain, focus);
    expect(new Set([...own, ...claimed].map(({ subject }) => subject))).toEqual(focus);
  });

  const like = (id: string, status: Threat["status"], tier: Threat["tier"] = "high") =>
    ({ ...threatsOf(shop.analysis)[0], id, status, tier, subject: "web", decision: undefined }) as unknown as Threat;
  const several = [
    like("claimed", "claimed", "critical"),
    like("addressed", "addressed", "critical"),
    like("mitigating", "mitigating", "critical"),
    like("asked", "asked"),
    like("open", "open"),
    like("elsewhere", "open"),
    like("written", "open", "low"),
  ].map((threat) => (["elsewhere", "written"].includes(threat.id) ? { ...threat, subject: "model" } : threat));
  const wrote: Workshop = { ...plain, notes: { n: { text: "x", by: "bo", outcome: "recorded", threat: "written" } } };

  test.each([
    ["to vote on", voteCandidates, ["written", "asked", "open", "mitigating"]],
    ["to decide on", undecided, ["written", "asked", "open"]],
  ] as const)("%s is what is open or asked, first what was written down here; claimed ones lie apart", (_, of, ids) => {
    const { first, claimed } = of(several, wrote, new Set(["web"]));
    expect(first.map(({ id }) => id)).toEqual(ids);
    expect(claimed.map(({ id }) => id)).toEqual(["claimed"]);
  });

  test("to decide on is first what was linked or voted on here, wherever it lies", () => {
    const touching = { notes: {}, votes: { far: { damage: { spread: [1], result: 1, rationale: "x" } } } };
    const far = { ...several[0], id: "far", status: "assessed", tier: "high", subject: "elsewhere" } as Threat;
    const { first } = undecided([...several, far], { ...plain, ...touching }, new Set(["web"]));
    expect(first[0]?.id).toBe("far");
    expect(first.length).toBeGreaterThan(1);
  });

  const vote = { spread: [1], result: 1, rationale: "x" };
  test.each([
    ["a proposal before the vote", true, {}, undefined, false],
    ["a proposal while the vote is open", true, {}, "open", false],
    ["a proposal once it is turned over", true, {}, "revealed", true],
    ["what was confirmed before", false, {}, undefined, true],
    ["what was confirmed, while a vote is open", false, {}, "open", false],
    ["what was agreed here", false, { t: { damage: vote } }, undefined, true],
  ] as const)("%s is known or not", (_, proposed, votes, phase, wanted) => {
    const threat = { id: "t", score: { proposed } } as Threat;
    expect(isKnown(threat, { votes }, phase && { phase })).toBe(wanted);
  });

  test.each([
    [true, {}, false],
    [false, {}, true],
    [false, { t: { damage: vote } }, true],
    [false, { t: { exposure: vote } }, false],
  ] as const)("a scale of proposed %s after votes %j is known: %s", (proposed, votes, wanted) => {
    expect(isFactorKnown({ id: "t", score: { proposed } } as Threat, { votes }, "damage")).toBe(wanted);
  });
});

describe("notes", () => {
  const note = (text: string, more: Partial<Note> = {}): Note => ({ text, by: "bo", ...more });
  const match = (id: string, verdict: "same" | "new" | "unclear", overlap = 0.5) => ({
    note: id,
    verdict,
    candidates: verdict === "new" ? [] : [{ threat: `rule-${id}@web`, overlap, words: [] }],
    say: id,
  });

  test("that mean the same are what the surest of them is; what is placed is in no group", () => {
    const notes = {
      a: note("A", { group: "G" }),
      b: note("B", { group: "G" }),
      c: note("C"),
      d: note("D", { outcome: "parked" }),
    };
    const groups = groupsOf(notes, [match("a", "new"), match("b", "same"), match("c", "unclear")]);
    expect(groups.map(({ name, notes: own, verdict }) => [name, own.map(([id]) => id), verdict])).toEqual([
      ["G", ["a", "b"], "same"],
      [undefined, ["c"], "unclear"],
    ]);
    expect(groups.map((group) => placingOf("hour", group))).toEqual([
      { workshop: "hour", notes: ["a", "b"], outcome: "linked", threat: "rule-b@web" },
      { workshop: "hour", notes: ["c"], outcome: "parked" },
    ]);
    const fresh = groupsOf({ a: note("A", { group: "G" }), b: note("B", { group: "G" }) }, [
      match("a", "new"),
      match("b", "new"),
    ]);
    expect(placingOf("hour", fresh[0] as (typeof fresh)[number])).toEqual({
      ...{ workshop: "hour", notes: ["a", "b"], outcome: "recorded", say: "G" },
    });
  });

  test.each([
    ["Short", "Short"],
    ["  two\nlines ", "two lines"],
    ["x".repeat(60), `${"x".repeat(47)}…`],
  ])("a group of %j is called %j", (text, name) => expect(groupName(text)).toBe(name));

  test("are written down once each, without what there is not any more", () => {
    const shown = [
      { id: "1", text: "Lost", by: "bo", about: "orders-db" },
      { id: "2", text: "Lost", by: "bo", about: "orders-db" },
      { id: "3", text: "Read", by: "Eve (guest)", about: "gone" },
      { id: "4", text: "Old", by: "bo" },
    ];
    const old = { x: { text: "Old", by: "bo" } };
    const input = keeping("hour", shown, old, shop.document, shop.analysis).map((call) => call.input);
    expect(input).toEqual([
      { workshop: "hour", text: "Lost", about: "orders-db", "said-by": "bo" },
      { workshop: "hour", text: "Read", "said-by": "Eve (guest)" },
    ]);
  });
});

describe("notes before another part begins", () => {
  const silence = (phase: "silent" | "shown", counts: Readonly<Record<string, number>>) => ({ phase, counts });
  test.each([
    ["nobody wrote in silence", undefined, undefined],
    ["two are hidden", silence("silent", { ann: 1, bo: 1 }), "show"],
    ["nothing was written yet", silence("silent", {}), undefined],
    ["they are shown and not kept", silence("shown", { ann: 2 }), "keep"],
    ["all are kept", silence("shown", {}), undefined],
  ] as const)("%s: %s", (_, given, wanted) => expect(beforeLeaving(given)).toBe(wanted));
});

describe("what is asked next", () => {
  test("is what a listed threat hangs on, before what only tells whether something applies; passed ones are left", () => {
    const best = nextBestQuestion(shop.analysis, undefined);
    expect(best?.settles).toBeGreaterThan(0);
    expect(nextBestQuestion(shop.analysis, undefined, new Set([best?.id ?? ""]))?.id).not.toBe(best?.id);
    expect(questionQueue(shop.analysis, undefined).length).toBe(shop.analysis.questions.length);
    expect(nextBestQuestion(shop.analysis, new Set(["nothing"]))).toBeUndefined();
  });
});

describe("what the projector shows of the answers", () => {
  const shown = (form: "one" | "several" | "open", ...choices: { value: string; say?: string }[]) =>
    renderToStaticMarkup(createElement(ShownAnswers, { form, choices })).replaceAll(/<[^>]*>/g, "|");
  const met = { value: "named-inbound", say: "only named flows in" };

  test("is each answer with what it means, as who leads sees it", () => {
    expect(shown("one", met, { value: "yes" })).toMatch(/\|named inbound\|+only named flows in\|+yes\|/);
    expect(shown("one", { value: "yes" }, { value: "no" })).toMatch(/\|yes\|+no\|/);
  });

  test("where several are true the sentence stands for the answer; many are shown once they have a meaning", () => {
    expect(shown("several", met, { value: "is-a-web-page" })).toMatch(/^\|+only named flows in\|+is a web page\|+$/);
    expect(shown("open", met)).toContain("only named flows in");
    expect(shown("open", { value: "checkout-api" })).toBe("");
  });
});

describe("a decision in the room", () => {
  const threat = { id: "no-way-back@orders-db", subject: "orders-db" };
  const calls = (kind: Parameters<typeof decidingCalls>[1]["kind"], input = {}) =>
    decidingCalls(
      shop.document,
      { workshop: "hour", threat, kind, control: "backups", input },
      { brings: "Ravi brings it" },
    );

  test.each([
    ["control", { owner: "ravi", due: "2027-01-01" }, ["choose-mitigation", "note-decision"]],
    ["accept", { owner: "dana", review: "2027-02-01", why: "Small" }, ["accept-risk", "note-decision"]],
    ["avoid", { why: "Gone" }, ["decide-threat", "note-decision"]],
    ["bring", { owner: "ravi", due: "2027-01-01" }, ["assign-threat", "note-decision"]],
    ["note", { note: " Asked again in May " }, ["note-decision"]],
  ] as const)("%s", (kind, input, names) => {
    const made = calls(kind, input);
    expect(made.map(({ name }) => name)).toEqual(names);
    expect(made.at(-1)?.input).toEqual({
      ...{ workshop: "hour", decided: [threat.id] },
      ...(kind === "bring" && { note: "Ravi brings it" }),
      ...(kind === "note" && { note: "Asked again in May" }),
    });
  });

  test("is taken by the commands", async () => {
    const planned = await after(shop, [
      { name: "plan-workshop", input: { id: "hour", title: "An hour", kind: "enumeration" } },
      { name: "start-workshop", input: { workshop: "hour" } },
    ]);
    const worst = threatsOf(planned.analysis).find(({ controls, status }) => controls.length > 0 && status === "open");
    const control = worst?.controls[0] ?? "";
    const decided = decidingCalls(
      planned.document,
      {
        workshop: "hour",
        threat: worst as NonNullable<typeof worst>,
        kind: "control",
        control,
        input: { owner: "ravi" },
      },
      { brings: "" },
    );
    const { document, analysis } = await after(planned, decided);
    expect(Object.keys(document.register?.workshops?.hour?.decided ?? {})).toEqual([worst?.id]);
    const now = threatsOf(analysis).find(({ id }) => id === worst?.id);
    expect(now && outcomeText(t, now, { document, analysis })).toMatch(/ · Ravi/i);
  });

  test("a threat without a card is met by any control", async () => {
    const say = "Somebody reads the screen over a shoulder";
    const written = await after(shop, [{ name: "record-threat", input: { say, subject: "storefront" } }]);
    const own = threatsOf(written.analysis).find(({ title }) => title === say);
    if (!own) throw new Error("the threat is written down");
    const [control, ...others] = controlsFor(own, knowledge.controls);
    expect(others.length).toBe(knowledge.controls.length - 1);
    const planned = await after(written, [
      { name: "plan-workshop", input: { id: "hour", title: "An hour", kind: "enumeration" } },
      { name: "start-workshop", input: { workshop: "hour" } },
    ]);
    const given = {
      workshop: "hour",
      threat: own,
      kind: "control",
      control: control?.id ?? "",
      input: { owner: "ravi", due: "2026-12-31" },
    } as const;
    const { document, analysis } = await after(planned, decidingCalls(planned.document, given, { brings: "" }));
    const now = threatsOf(analysis).find(({ id }) => id === own.id);
    expect(now?.status).toBe("mitigating");
    expect(now && outcomeText(t, now, { document, analysis })).toBe(`${control?.title} · Ravi · due 2026-12-31`);
  });
});

describe("what the last ten minutes changed", () => {
  test("is held against how it stood before them", async () => {
    const question = nextBestQuestion(shop.analysis, undefined)?.id ?? "";
    const later = await after(shop, [{ name: "answer-question", input: { ids: [question], value: "yes" } }]);
    const stood = (at: number, analysis: typeof shop.analysis) => ({ at, standing: standingOf(analysis) });
    const heard = [{ at: 0, id: "1", title: "Old", by: "ann" }];
    const lately = { heard, stood: [stood(0, shop.analysis), stood(11 * minute, later.analysis)] };
    expect(latelySentence(t, kept(lately, 12 * minute))).toMatch(/→/);
    expect(kept(lately, 12 * minute).heard).toEqual([]);
    expect(latelySentence(t, kept(lately, 30 * minute))).toBe("Nothing changed.");
    // What is only decided changes no risk yet; that something was done is said all the same.
    const decided = { heard, stood: [stood(0, shop.analysis), stood(minute, { ...shop.analysis })] };
    expect(latelySentence(t, decided)).toBe("1 change; open and hidden risk stand as before.");
  });
});

describe("the list", () => {
  const withAll = (workshops: Record<string, Workshop>) => ({
    ...shop,
    document: { ...shop.document, register: { parapet: 1, workshops } },
  });

  test("answers what is next, and what waits for a signature", () => {
    const held: Workshop = { ...plain, started: "2026-11-20", ended: "2026-11-20" };
    const answer = (workshops: Record<string, Workshop>) => workshopsAnswer.answer(withAll(workshops), t);
    expect(answer({})).toMatch(/^No workshop is planned\. One of an hour would begin with: Would /);
    expect(answer({ a: { ...plain, planned: "2026-12-01" }, b: held })).toBe(
      "Next: “An hour” on 2026-12-01. 1 that was held waits for its signature.",
    );
    expect(answer({ a: plain })).toBe("Next: “An hour”, no day yet.");
    const late = { ...plain, title: "Missed", planned: "2026-11-01" };
    expect(answer({ a: late })).toBe("“Missed” was planned for 2026-11-01 and has not begun.");
    expect(answer({ a: late, b: { ...plain, planned: "2026-11-24" } })).toBe("Next: “An hour” on 2026-11-24.");
    expect(
      answer({ a: { ...plain, planned: "2026-12-01" }, b: { ...plain, title: "Now", started: "2026-11-24" } }),
    ).toBe("“Now” is running.");
  });

  test("is in the order of days, held ones newest first; what came of each is counted", () => {
    const document = withAll({
      a: { ...plain, planned: "2026-12-02" },
      b: { ...plain, planned: "2026-12-01" },
      c: { ...plain, started: "2026-11-01", ended: "2026-11-01" },
      d: { ...plain, started: "2026-11-02", ended: "2026-11-02" },
      e: { ...plain, planned: "2026-11-24", started: "2026-11-24" },
    }).document;
    const { running, toCome, held } = inOrder(document);
    expect([running, toCome, held].map((list) => list.map(([id]) => id))).toEqual([["e"], ["b", "a"], ["d", "c"]]);
    const full: Workshop = {
      ...plain,
      agenda: [...agenda],
      attended: { ann: {} },
      notes: {
        a: { text: "a", by: "x", outcome: "linked", threat: "r@web" },
        b: { text: "b", by: "x", outcome: "linked", threat: "r@web" },
        c: { text: "c", by: "x" },
      },
      answered: { "f@web": { value: "yes", by: "x" }, "g@web": { value: "no", by: "x" } },
      votes: { "r@web": { damage: { spread: [1], result: 1, rationale: "x" } } },
      parked: { p: { text: "x", by: "x" }, q: { text: "y", by: "x", settled: "done" } },
    };
    expect(whatCame(full)).toEqual({
      notes: 3,
      recorded: 0,
      linked: 1,
      votes: 1,
      answered: 2,
      decided: 0,
      tickets: 0,
      parked: 1,
    });
    expect(minutesOf(full)).toBe(60);
    expect(cameText(t, full)).toBe(
      "1 person took part · 3 notes · 1 known threat named · 1 score agreed · 2 answers · 1 parked, not settled",
    );
    expect(cameText(t, plain)).toBe("nothing was written down");
  });
});

describe("what is answered in the room", () => {
  const answer = { name: "answer-question", input: { ids: ["f@web"], value: "yes" } };
  const other = { name: "add-comment", input: { about: "web", text: "x" } };
  const withAll = (workshops: Readonly<Record<string, Workshop>>) => ({
    ...shop.document,
    register: { parapet: 1, workshops },
  });
  const held = (more: Partial<Workshop>) => withAll({ it: { ...plain, ...more } });
  const running = held({ started: "2026-11-24" });

  test("names the workshop that this page came into, while it runs", () => {
    expect(inRoom([answer], running)).toEqual([answer]);
    nowIn("it");
    expect(inRoom([answer, other], running)).toEqual([
      { ...answer, input: { ...answer.input, workshop: "it" } },
      other,
    ]);
    expect(inRoom([answer], held({}))).toEqual([answer]);
    expect(inRoom([answer], held({ started: "2026-11-24", ended: "2026-11-24" }))).toEqual([answer]);
    expect(inRoom([answer], withAll({}))).toEqual([answer]);
    nowIn(undefined);
    expect(inRoom([answer], running)).toEqual([answer]);
  });
});

describe("what it is about", () => {
  test.each([
    ["", undefined, "the whole system"],
    ["zone:shop-containers", { zone: "shop-containers" }, "zone Production cluster"],
    ["zone:gone", { zone: "gone" }, "gone, which is gone"],
  ])("%j", (key, focus, text) => {
    expect(focusOf(key)).toEqual(focus);
    expect(keyOfFocus(focus)).toBe(key);
    expect(focusText(t, shop.document, focus)).toBe(text);
  });

  test("can be every feature, zone and view of the model", () => {
    const { features, zones } = focusChoices(shop.document);
    expect(features.map(({ key }) => key)).toContain("feature:saved-cards");
    expect(zones.length).toBeGreaterThan(2);
  });

  test("is shown on the diagram: what is in focus, and nothing beside", () => {
    const focus = new Set(["orders-db"]);
    expect(focusView(shop.document, shop.analysis, { zone: "x" }, focus)?.shows).toEqual({
      ...{ elements: ["orders-db"], flows: [], zones: [] },
    });
    expect(focusView(shop.document, shop.analysis, undefined, undefined)).toBeUndefined();
  });
});

describe("a paper", () => {
  const text = (say: string) => [{ kind: "text", text: say }];

  test("is headings, tables, lists in lists, pictures and paragraphs; what people typed is text", () => {
    const markdown = [
      "# Pack for “A \\| B”",
      "",
      "| part | why |",
      "| ---: | --- |",
      "| 0–5 | a \\| b |",
      "",
      "![Data flow diagram](../diagram.svg)",
      "",
      "1. One **strong** `code`",
      "   - below",
      "2. Two",
      "",
      "Said \\<b\\> & more",
      "over two lines",
      "",
    ].join("\n");
    expect(blocksOf(markdown)).toEqual([
      { kind: "heading", level: 1, text: text("Pack for “A | B”") },
      { kind: "table", head: [text("part"), text("why")], rows: [[text("0–5"), text("a | b")]] },
      { kind: "picture", say: "Data flow diagram" },
      {
        ...{ kind: "list", ordered: true },
        items: [
          {
            text: [...text("One "), { kind: "strong", text: "strong" }, ...text(" "), { kind: "code", text: "code" }],
            items: [{ text: text("below"), items: [] }],
          },
          { text: text("Two"), items: [] },
        ],
      },
      { kind: "paragraph", text: text("Said <b> & more over two lines") },
    ]);
  });

  test.each(["", "#", "|", "- ", "**", "`", "\\", "![x", "a * b ** c", "1."])(
    "%j is read, and nothing of it is lost",
    (markdown) => {
      const said = JSON.stringify(blocksOf(markdown));
      for (const letter of markdown.replace(/[^a-z]/g, "")) expect(said).toContain(letter);
    },
  );
});

describe("what everybody looks at", () => {
  test("ends in dots where it is too long for the server", () => {
    const board = clipped({ kind: "talk", title: "x".repeat(5_000), lines: Array(100).fill("y".repeat(700)) });
    expect(board).toMatchObject({ kind: "talk", title: expect.stringMatching(/^x{3999}…$/) });
    expect(board.kind === "talk" && [board.lines.length, board.lines[0]?.length]).toEqual([60, 600]);
  });

  const state: WorkshopState = { now: 0, attending: [], passed: [], unsure: [] };
  const vote = { threat: "a@b", factors: ["damage"], phase: "open", voted: [] } as const;
  const ballot = { kind: "vote", threat: "a@b", title: "A", factors: [] } as never;
  test.each([
    ["nothing yet", state, "talk"],
    ["a question", { ...state, board: { kind: "question" } as never }, "question"],
    [
      "a vote before everything",
      { ...state, board: ballot, vote, silence: { phase: "silent", counts: {} } as const },
      "vote",
    ],
    ["a vote that is over", { ...state, board: ballot }, "talk"],
    ["a vote on something else", { ...state, board: ballot, vote: { ...vote, threat: "c@d" } }, "talk"],
    ["silence, whatever is on the board", { ...state, silence: { phase: "silent", counts: {} } as const }, "notes"],
  ])("on a phone: %s", (_, now, kind) => expect(shownOf(now).kind).toBe(kind));

  test("a phone speaks the protocol of the server", () => expect(spoken).toBe(protocol));

  test("of what nobody has heard is nothing", () => {
    expect(liveOf(undefined)).toMatchObject({ heard: false, part: 0, own: [], problems: [] });
    expect(liveOf({ state: { ...state, step: 3 } })).toMatchObject({ heard: true, part: 3 });
  });
});
