// The law of the team: everything that a member answers for is fulfilled by something that exists, or says what is planned.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { commands, memberIds, workflow } from "@parapet/core";
import { reports } from "@parapet/reports";
import { members, responsibilities, stagesOfMember } from "@parapet/team";
import { describe, expect, test } from "vitest";
import { verbs } from "../apps/cli/src/verbs.ts";

/** What the team was founded for, member by member. Removing one from the list of responsibilities needs a reason here. */
const mission: Readonly<Record<(typeof memberIds)[number], readonly string[]>> = {
  "threat-model-architect": [
    "scope-and-out-of-scope",
    "assumptions",
    "participants",
    "what-drawings-leave-out",
    "decomposition",
    "data-flow-diagram",
    "trust-zones-and-crossings",
    "stride-per-element",
    "stride-per-crossing",
    "workshops",
    "linddun",
    "pasta",
    "capec-gaps",
    "attack-gaps",
    "scenario-library",
    "handoff",
    "change-over-time",
  ],
  "attack-surface-mapper": [
    "entry-point-inventory",
    "access-matrix",
    "external-dependencies",
    "privileged-interfaces",
    "segmentation",
    "feature-delta",
    "surface-reductions",
    "entry-point-threats",
  ],
  "risk-prioritization-analyst": [
    "dread",
    "cvss",
    "business-impact",
    "threat-intelligence",
    "backlog-in-four-tiers",
    "quick-wins",
    "regulatory-impact",
    "risk-acceptance",
    "risk-trend",
  ],
  "mitigation-designer": [
    "mitigation-specifications",
    "structural-first",
    "platform-controls",
    "defence-in-depth",
    "acceptance-criteria",
    "evidence",
    "pattern-library",
  ],
};

const commandNames = new Set(commands.map(({ card }) => card.name));
const verbNames = new Set(verbs.map(({ name }) => name));
const reportIds = new Set(reports.map(({ id }) => id));
const missing = (names: readonly string[] | undefined, known: ReadonlySet<string>): readonly string[] =>
  (names ?? []).filter((name) => !known.has(name));

describe("responsibilities", () => {
  test.each(memberIds)("of the %s cover what it was founded for", (member) => {
    const own = responsibilities.filter((one) => one.member === member).map(({ id }) => id);
    expect(mission[member].filter((id) => !own.includes(id))).toEqual([]);
  });

  test("have ids of their own and one sentence each", () => {
    expect(new Set(responsibilities.map(({ id }) => id)).size).toBe(responsibilities.length);
    expect(responsibilities.filter(({ say }) => !/^[A-Z].*[^.]$/.test(say)).map(({ id }) => id)).toEqual([]);
  });

  test("point at commands that exist", () => {
    const lost = responsibilities.flatMap(({ id, by }) =>
      missing(by?.commands, commandNames).map((name) => `${id}: ${name}`),
    );
    expect(lost).toEqual([]);
  });

  test("point at verbs that exist", () => {
    const lost = responsibilities.flatMap(({ id, by }) =>
      missing(by?.verbs, verbNames).map((name) => `${id}: ${name}`),
    );
    expect(lost).toEqual([]);
  });

  test("point at artifacts that exist", () => {
    const lost = responsibilities.flatMap(({ id, by }) =>
      missing(by?.artifacts, reportIds).map((name) => `${id}: ${name}`),
    );
    expect(lost).toEqual([]);
  });

  test("are either fulfilled by something or planned in a sentence, never both or neither", () => {
    const unclear = responsibilities.filter(({ by, planned }) => {
      const pointers = [by?.commands, by?.verbs, by?.artifacts].flatMap((names) => names ?? []).length;
      return planned === undefined ? pointers === 0 : pointers > 0 || !/^[A-Z].*\.$/.test(planned);
    });
    expect(unclear.map(({ id }) => id)).toEqual([]);
  });

  test("stand in stages that exist", () => {
    const stages = new Set<string>(workflow.map(({ id }) => id));
    expect(responsibilities.filter(({ stage }) => !stages.has(stage)).map(({ id }) => id)).toEqual([]);
  });

  test("leave no command and no artifact without somebody who answers for it", () => {
    const pointed = new Set(responsibilities.flatMap(({ by }) => [...(by?.commands ?? []), ...(by?.artifacts ?? [])]));
    expect([...commandNames, ...reportIds].filter((name) => !pointed.has(name))).toEqual([]);
  });
});

describe("members", () => {
  test("are the four, and own the stages that the workflow gives them", () => {
    expect(members.map(({ id }) => id)).toEqual(memberIds);
    for (const member of members) {
      const owned = workflow.filter(({ owners }) => owners.includes(member.id)).map(({ id }) => id);
      expect(stagesOfMember(member), member.name).toEqual(owned);
    }
  });

  test("each have a page that says what they do, do not do and need", () => {
    for (const { id, name } of members) {
      const path = join(import.meta.dirname, "../packages/team/src/members", id, "role.md");
      expect(existsSync(path), path).toBe(true);
      const text = readFileSync(path, "utf8");
      expect(text.startsWith(`# ${name}\n`), path).toBe(true);
      expect(text.match(/^## .*$/gm), path).toEqual(["## Does", "## Does not", "## Needs from people"]);
    }
  });
});
