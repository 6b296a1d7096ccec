// workshop: plans, runs and signs off workshops from the command line: one facilitator and no second device are enough.
import { nameOfPerson, problem } from "@parapet/core";
import type { Command } from "commander";
import { columns, dim } from "../print/style.ts";
import type { Opened, Session } from "../session.ts";
import { collect, collectText, type ExitCode, type Options, type Verb } from "../verb.ts";
import { workshopActions } from "../workshop-actions.ts";
import { paperKinds, workshopPaper } from "../workshop-papers.ts";

export const verb: Verb = {
  configure: (command: Command) =>
    command
      .usage("[list] | ACTION WORKSHOP … [options]")
      .argument("[action]", `list, ${[...Object.keys(workshopActions), ...paperKinds].join(", ")}`, "list")
      .argument("[words...]", "what the action is about, see below")
      .option("--kind <kind>", "plan: scoping, decomposition-review, enumeration or handoff")
      .option("--feature <feature>", "plan, set: it is about this feature")
      .option("--zone <zone>", "plan, set: it is about this zone")
      .option("--view <view>", "plan, set: it is about this view of the diagram")
      .option("--whole", "set: it is about the whole system")
      .option("--title <text>", "set: what it is called")
      .option("--planned <date>", "plan, set: the day on which it is held")
      .option("--facilitator <person>", "plan, set: who leads it (default: you)")
      .option("--minutes <n>", "plan: how long it lasts (default: 60)")
      .option("--when <instant>", "start, end, leave: when, as 2026-11-24T10:15:00Z (default: the day)")
      .option("--role <text>", "attend: as what, in a word or two")
      .option("--job <job>", "attend: what they do in their team, when the model does not say it")
      .option("--team <team>", "attend: their team, when the model does not say it")
      .option("--senior", "attend: they are senior, when the model does not say it")
      .option("--guest", "attend, leave: a guest, whose name is a claim")
      .option("--about <id>", "note, park: the thing, threat or question that it is about")
      .option("--said-by <person>", "note, park, sign-off: who says it, when you only write it down")
      .option("--group <text>", "group: what the notes have in common; none takes them apart")
      .option("--threat <threat>", "place linked: the threat that the notes are")
      .option("--say <sentence>", "place recorded: the threat in one sentence (default: the first note)")
      .option("--subject <thing>", "place recorded: what it is raised on (default: what the first note is about)")
      .option("--category <categories>", "place recorded: at most two STRIDE categories", collect)
      .option("--why <text>", "place recorded: how it works")
      .option("--factor <factor=votes:result>", "vote: the votes with commas, and what was agreed", collectText)
      .option("--reason <factor=text>", "vote: why", collectText)
      .option("--note <text>", "decided, sign-off: a sentence more")
      .option("--settled <text>", "unpark: what came of it; it stays, settled")
      .option("--id <id>", "plan, note, park: its short id")
      .option("--out <file>", "pack, minutes: write it here (default: standard output)")
      .addHelpText("after", help()),
  run: async (session, [name = "list", ...words], options: Options) => {
    const opened = await session.open();
    if (!opened.ok) return session.fail(opened.problems);
    if (name === "list") return list(session, opened.value);
    const paper = paperKinds.find((kind) => kind === name);
    if (paper) return workshopPaper(session, opened.value, paper, words[0], options);
    const action = Object.hasOwn(workshopActions, name) ? workshopActions[name] : undefined;
    if (!action || words.length !== action.words.length)
      return session.fail([
        problem(
          "bad-argument",
          action
            ? `workshop ${name} takes ${action.words.join(" and ")}.`
            : `${name} is nothing to do with a workshop.`,
          "See parapet workshop --help.",
        ),
      ]);
    const calls = action.calls(words, options);
    return calls.ok ? session.changeOpened(opened.value, action.say(words), calls.value) : session.fail(calls.problems);
  },
};

function help(): string {
  const lines = Object.entries(workshopActions).map(
    ([name, { words }]) => `  parapet workshop ${name} ${words.join(" ")}`,
  );
  const papers = paperKinds.map((kind) => `  parapet workshop ${kind} [WORKSHOP]`);
  return `\nActions:\n${[...lines, ...papers].join("\n")}\nLists of notes and ids have commas.\n\nExamples:\n  parapet workshop plan 'Saved cards' --kind enumeration --feature saved-cards --planned 2026-12-01\n  parapet workshop vote saved-cards clear-text-flow@save-order --factor damage=3,6,9:6 --reason 'damage=One day of orders'`;
}

function list(session: Session, { document }: Opened): ExitCode {
  const workshops = document.register?.workshops ?? {};
  const rows = Object.entries(workshops).map(([id, { title, kind, planned, started, ended, "signed-off": signed }]) => [
    id,
    title,
    kind,
    signed
      ? `signed off by ${nameOfPerson(document, signed.by)}${signed["recorded-by"] ? ", by word alone" : ""}`
      : ended
        ? `ended ${ended}`
        : started
          ? `runs since ${started}`
          : `planned${planned ? ` for ${planned}` : ""}`,
  ]);
  return session.say({ workshops }, rows.length === 0 ? dim("No workshop is planned.") : columns(rows));
}
