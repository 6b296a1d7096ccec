// mitigate: chooses a control against threats, describes one without a card, or says more of one that is chosen.
import { type CommandCall, fail, mitigationFor, ok, problem, type Result, slug, threatsOf } from "@parapet/core";
import type { Command } from "commander";
import { chosen, queryOf, withQuery } from "../query.ts";
import type { Opened } from "../session.ts";
import { collect, collectText, given, listOption, type Options, textOption, type Verb } from "../verb.ts";

export const verb: Verb = {
  configure: (command: Command) =>
    withQuery(command.argument("[control]", "a control of the knowledge, or a mitigation that is chosen already"))
      .option("--threats <ids...>", "the threats that it is against (or a query)", collect)
      .option("--on <things...>", "where it is applied (default: the subjects of the threats)", collect)
      .option("--owner <person>", "who sees to it")
      .option("--due <date>", "by when")
      .option("--ticket <ticket>", "the ticket that asks for it")
      .option("--stack <technology>", "the stack whose specification applies")
      .option("--platform <id>", "the platform control that provides it")
      .option("--criterion <text>", "how it is tested, as 'text' or id='text'; may stand several times", collectText)
      .option("--title <text>", "without a control: what will be done")
      .option("--id <id>", "its id (default: the control's, or made from the title)")
      .option("--implemented", "it is built; only evidence shows that it works")
      .option("--done-by <person>", "who built it (default: you)")
      .option("--link <link>", "the commit or merge request that built it")
      .option("--drop", "it will not be done")
      .addHelpText(
        "after",
        "\nExamples:\n  parapet mitigate tls-everywhere --threats clear-text-flow@save-order --owner ann --due 2027-01-31\n  parapet mitigate tls-everywhere --implemented --link 3f2c91e\n  parapet mitigate --title 'Two people per refund' --criterion 'A refund by one person is refused' --threats no-way-back@refunds",
      ),
  run: async (session, [word], options: Options) => {
    const opened = await session.open();
    if (!opened.ok) return session.fail(opened.problems);
    const planned = plan(opened.value, word, options);
    if (!planned.ok) return session.fail(planned.problems);
    return session.changeOpened(opened.value, planned.value.title, planned.value.calls);
  },
};

interface Planned {
  readonly title: string;
  readonly calls: readonly CommandCall[];
}

function plan(opened: Opened, word: string | undefined, options: Options): Result<Planned> {
  const criteria = criteriaOf(options);
  if (!criteria.ok) return criteria;
  const threats = threatsFor(opened, options);
  if (!threats.ok) return threats;
  if (word === undefined) return withoutCard(threats.value, criteria.value, options);
  const mitigations = opened.document.register?.mitigations ?? {};
  const control = opened.knowledge.controls.find((one) => one.id === word);
  const unknown = !control && !Object.hasOwn(mitigations, word);
  if ((control || unknown) && threats.value.length > 0)
    return choose(opened, word, threats.value, criteria.value, options);
  if (!Object.hasOwn(mitigations, word) && control)
    return fail(
      problem(
        "bad-argument",
        `No threat is named that ${word} is against.`,
        "Add --threats THREAT, or a query such as --rule R.",
      ),
    );
  return change(opened, word, threats.value, criteria.value, options);
}

function threatsFor(opened: Opened, options: Options): Result<readonly string[]> {
  const ids = listOption(options, "threats");
  const query = queryOf(options);
  if (!query.ok) return query;
  return ids.length === 0 && !query.value ? ok([]) : chosen(opened.analysis(), ids, options);
}

/** Criteria as 'text' or id='text'. */
function criteriaOf(options: Options): Result<Readonly<Record<string, string>>> {
  const criteria: Record<string, string> = {};
  for (const said of listOption(options, "criterion")) {
    const match = /^([a-z][a-z0-9-]*)=(.+)$/s.exec(said);
    const id =
      match?.[1] ??
      slug(said)
        .slice(0, 40)
        .replace(/-[^-]*$/, (tail, at) => (slug(said).length > 40 && at > 0 ? "" : tail));
    if (id === "")
      return fail(problem("bad-id", `No id can be made from "${said}".`, "Write it as id='how it is tested'."));
    if (Object.hasOwn(criteria, id))
      return fail(
        problem("duplicate-id", `Two criteria would be called ${id}.`, "Write one as id='how it is tested'."),
      );
    criteria[id] = match?.[2] ?? said;
  }
  return ok(criteria);
}

function fields(
  options: Options,
  names: readonly string[],
  criteria: Readonly<Record<string, string>>,
): Readonly<Record<string, unknown>> {
  const on = listOption(options, "on");
  return {
    ...given(options, names),
    ...(on.length > 0 ? { on } : {}),
    ...(Object.keys(criteria).length > 0 ? { criteria } : {}),
  };
}

function withoutCard(
  threats: readonly string[],
  criteria: Readonly<Record<string, string>>,
  options: Options,
): Result<Planned> {
  const title = textOption(options, "title");
  if (title === undefined)
    return fail(
      problem(
        "bad-argument",
        "Neither a control nor a title is given.",
        "Name a control (parapet explain THREAT lists those that fit), or say what will be done with --title.",
      ),
    );
  if (threats.length === 0)
    return fail(
      problem(
        "bad-argument",
        "No threat is named that it is against.",
        "Add --threats THREAT, or a query such as --rule R.",
      ),
    );
  const input = { title, threats, ...fields(options, ["id", "owner", "due", "ticket", "platform"], criteria) };
  return ok({ title: "Described a mitigation", calls: [{ name: "add-mitigation-without-card", input }] });
}

/** Chooses the control; where it is chosen already on the same thing, the threats are added to that mitigation. */
function choose(
  opened: Opened,
  control: string,
  threats: readonly string[],
  criteria: Readonly<Record<string, string>>,
  options: Options,
): Result<Planned> {
  const subjects = new Map(threatsOf(opened.analysis()).map((threat) => [threat.id, threat.subject]));
  const on =
    listOption(options, "on").length > 0
      ? listOption(options, "on")
      : [...new Set(threats.flatMap((id) => subjects.get(id) ?? []))];
  const choice = { control, threats, on, ...given(options, ["id"]) };
  const { id, there } = mitigationFor(opened.document, choice);
  if (there) return change(opened, id, threats, criteria, { ...options, on });
  const input = { control, threats, id, ...fields(options, ["owner", "due", "ticket", "stack", "platform"], {}) };
  const more = Object.keys(criteria).length > 0 ? [{ name: "set-mitigation", input: { id, criteria } }] : [];
  return ok({ title: `Chose ${called(opened, control)}`, calls: [{ name: "choose-mitigation", input }, ...more] });
}

/** Says more of a mitigation. */
function change(
  opened: Opened,
  id: string,
  threats: readonly string[],
  criteria: Readonly<Record<string, string>>,
  options: Options,
): Result<Planned> {
  if (options.drop === true)
    return ok({ title: `Dropped ${called(opened, id)}`, calls: [{ name: "drop-mitigation", input: { id } }] });
  const ticket = textOption(options, "ticket");
  const set = {
    ...fields(options, ["owner", "due", "stack", "platform"], criteria),
    ...(threats.length > 0 ? { threats } : {}),
  };
  const { link, doneBy } = given(options, ["link", "doneBy"]);
  const calls = [
    ...(Object.keys(set).length > 0 ? [{ name: "set-mitigation", input: { id, ...set } }] : []),
    ...(ticket === undefined ? [] : [{ name: "link-ticket", input: { id, ticket } }]),
    ...(options.implemented === true
      ? [
          {
            name: "mark-implemented",
            input: { id, ...(doneBy ? { "done-by": doneBy } : {}), ...(link ? { link } : {}) },
          },
        ]
      : []),
  ];
  if (calls.length > 0) return ok({ title: `Changed the mitigation ${called(opened, id)}`, calls });
  return ok({
    title: `Changed the mitigation ${called(opened, id)}`,
    calls: [{ name: "set-mitigation", input: { id } }],
  });
}

/** A mitigation, or a control that is not chosen yet, by its title, with the id that commands take. */
function called({ document, knowledge }: Opened, id: string): string {
  const chosen = document.register?.mitigations ?? {};
  const { title, control = id } = (Object.hasOwn(chosen, id) && chosen[id]) || {};
  const name = title ?? knowledge.controls.find((one) => one.id === control)?.title;
  return name === undefined ? id : `“${name}” (${id})`;
}
