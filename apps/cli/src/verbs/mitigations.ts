// mitigations: what is chosen with its state, then the controls that would remove most risk.
import { type Analysis, type Document, type Knowledge, nameOfPerson, type Threat, threatsOf } from "@parapet/core";
import type { Command } from "commander";
import { bold, count, dim, hanging, risk } from "../print/style.ts";
import { isUnsettled, matching, queryOf, strangers, withQuery } from "../query.ts";
import { limitOption, type Options, type Verb } from "../verb.ts";

export const verb: Verb = {
  configure: (command: Command) =>
    withQuery(command)
      .option("--limit <n>", "how many controls to propose (default 10)")
      .addHelpText("after", "\nExample:\n  parapet mitigations --zone data"),
  run: async (session, _args, options: Options) => {
    const limit = limitOption(options, 10);
    if (!limit.ok) return session.fail(limit.problems);
    const query = queryOf(options);
    if (!query.ok) return session.fail(query.problems);
    const opened = await session.open();
    if (!opened.ok) return session.fail(opened.problems);
    const analysis = opened.value.analysis();
    const strange = strangers(query.value, analysis, opened.value.knowledge);
    if (strange.length > 0) return session.fail(strange);
    const threats = query.value ? matching(analysis, query.value) : threatsOf(analysis);
    const ids = new Set(threats.map(({ id }) => id));
    const chosen = analysis.mitigations.filter((one) => !query.value || one.threats.some((id) => ids.has(id)));
    const proposed = controlsFor(
      threats.filter((threat) => isUnsettled(threat) && !threat.mitigations?.length),
      opened.value.knowledge,
    );
    const text = [
      `${bold("Chosen")}: ${count(chosen.length, "mitigation")}`,
      ...chosen.map((one) => mitigationLine(opened.value.document, one)),
      ...(proposed.length > 0 ? ["", bold("Controls that would remove most risk")] : []),
      ...proposed.slice(0, limit.value).map(controlLine),
      ...(proposed.length > limit.value
        ? [dim(`  and ${proposed.length - limit.value} more (--limit ${proposed.length})`)]
        : []),
    ].join("\n");
    return session.say({ chosen, proposed }, text);
  },
};

interface Proposed {
  readonly control: string;
  readonly title: string;
  readonly level: string;
  readonly effort: string;
  readonly threats: readonly string[];
  readonly open: number;
  readonly risk: number;
}

/** Per control the unmitigated threats that it is against: what is open weighs before what is asked. */
function controlsFor(threats: readonly Threat[], knowledge: Knowledge): readonly Proposed[] {
  const byControl = new Map<string, Threat[]>();
  for (const threat of threats)
    for (const control of threat.controls) byControl.set(control, [...(byControl.get(control) ?? []), threat]);
  const proposed = knowledge.controls.flatMap((control): readonly Proposed[] => {
    const against = byControl.get(control.id);
    if (!against) return [];
    const sum = against.reduce((total, threat) => total + threat.current, 0);
    const open = against.filter(({ finding }) => finding === "open").length;
    return [
      {
        control: control.id,
        title: control.title,
        level: control.level,
        effort: control.effort,
        threats: against.map(({ id }) => id),
        open,
        risk: Math.round(sum * 10) / 10,
      },
    ];
  });
  return proposed.sort((a, b) => b.risk - a.risk || (a.control < b.control ? -1 : 1));
}

function mitigationLine(
  document: Document,
  { id, title, state, owner, due, ticket, threats }: Analysis["mitigations"][number],
): string {
  const who = owner ? `${nameOfPerson(document, owner)}${due ? `, due ${due}` : ""}` : "nobody's";
  return `${hanging("  ", 4, title)}\n${dim(hanging("    ", 4, `${id} · ${state} · ${who}${ticket ? ` · ${ticket}` : ""} · ${count(threats.length, "threat")}`))}`;
}

function controlLine({ control, title, level, effort, threats, open, risk: sum }: Proposed): string {
  return `${hanging("  ", 4, title)}\n${dim(hanging("    ", 4, `${control} · ${level} · ${effort} effort · ${count(threats.length, "threat")}, ${open} of them open · risk ${risk(sum)}`))}`;
}
