// team: the four members, what they own and answer for, and who waits for what.
import type { KnowsPeople } from "@parapet/core";
import { type Responsibility, responsibilitiesOf, type Standing, standing } from "@parapet/team";
import type { Command } from "commander";
import { shortened, whoOf } from "../print/engagement.ts";
import { bold, count, dim, hanging, paint, risk } from "../print/style.ts";
import type { Verb } from "../verb.ts";

export const verb: Verb = {
  configure: (command: Command) =>
    command
      .option("--responsibilities", "list everything that each member answers for, and what is planned")
      .addHelpText("after", "\nExample:\n  parapet team examples/shop --responsibilities"),
  run: async (session, _args, options) => {
    const opened = session.find().ok || session.isPointed ? await session.open() : undefined;
    if (opened?.ok === false) return session.fail(opened.problems);
    const team = standing(opened?.value.analysis());
    const value = team.map((member) => ({
      ...member,
      responsibilities: { ...member.responsibilities, list: responsibilitiesOf(member.id) },
    }));
    const people = opened?.value.document ?? { model: {} };
    const text = team.map((member) => memberText(member, options.responsibilities === true, people));
    const hint = opened ? [] : [dim("There is no threat model here, and nobody waits. parapet init begins one.")];
    return session.say({ team: value }, [...text, ...hint].join("\n\n"));
  },
};

function memberText(member: Standing, all: boolean, people: KnowsPeople): string {
  const { fulfilled, planned } = member.responsibilities;
  const answers = `answers for ${count(fulfilled + planned, "responsibility", "responsibilities")}${planned > 0 ? `, ${planned} of them planned` : ""}`;
  return [
    `${paint("cyan", member.monogram)} ${bold(member.name)}`,
    hanging("   ", 3, member.mission),
    hanging("   ", 3, `Owns ${member.stages.join(", ")}; ${answers}.`),
    ...(all ? responsibilitiesOf(member.id).map(responsibilityText) : []),
    ...member.waits.map((wait) => waitText(wait, people)),
  ].join("\n");
}

function waitText({ from, count: n, risk: held, first }: Standing["waits"][number], people: KnowsPeople): string {
  const behind = held > 0 ? `, risk ${risk(held)}` : "";
  return hanging(
    `   ${paint("yellow", "→")} `,
    5,
    `waits for ${paint("yellow", whoOf(from, people))}: ${count(n, "thing")}${behind}. First: ${shortened(first.say, 110)}`,
  );
}

function responsibilityText({ say, by, planned }: Responsibility): string {
  if (planned !== undefined) return hanging("   ○ ", 5, `${say}. ${dim("Planned:")} ${planned}`);
  const pointers = [
    ...(by?.verbs ?? []).map((one) => `parapet ${one}`),
    ...(by?.artifacts ?? []).map((one) => `artifact ${one}`),
  ];
  const words = pointers.length > 0 ? pointers : (by?.commands ?? []).map((one) => `command ${one}`);
  return hanging("   ● ", 5, `${say} (${words.join(", ")})`);
}
