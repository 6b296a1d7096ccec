// An engagement for people: stage by stage what each member did, found and waits for; then the next three things.
import {
  type Analysis,
  jobs,
  type KnowsPeople,
  type Need,
  nameOfPerson,
  type StageState,
  stageOf,
} from "@parapet/core";
import { type Engagement, memberOf, type StageOfEngagement, type StageReport } from "@parapet/team";
import { bold, count, dim, hanging, paint, plain, risk, width } from "./style.ts";

/** A ring that fills as a stage's exit criteria come to hold, with the numbers beside it; of a stage that is never done, a word. */
export function ring(stage: Pick<StageOfEngagement, "id" | "standing" | "done" | "total">): string {
  const { id, standing, done, total } = stage;
  const full = standing === "left" || standing === "current";
  const mark = done === 0 || done >= total ? "○" : "◔◑◕"[Math.min(2, Math.floor((3 * done) / total))];
  return `${full ? paint("green", "●") : mark} ${stageOf(id).lasting ? lastingWords[standing] : `${done}/${total}`}`;
}

const lastingWords: Readonly<Record<StageState, string>> = {
  left: "current",
  current: "current",
  waits: "not current",
  "not-reached": "nothing yet",
};

/** A line with its last part at the right edge. */
export function spread(left: string, right: string): string {
  return left + " ".repeat(Math.max(2, width - plain(left).length - plain(right).length)) + right;
}

/** Whom something is needed from: a job, or a person by name. */
export function whoOf(from: string, people: KnowsPeople): string {
  return (jobs as readonly string[]).includes(from) ? from : nameOfPerson(people, from);
}

/** Every stage, in order. */
export function printStages(engagement: Engagement, people: KnowsPeople): string {
  return engagement.stages.map((stage, i) => stageText(stage, i + 1, people)).join("\n\n");
}

function stageText(stage: StageOfEngagement, place: number, people: KnowsPeople): string {
  const title = `${bold(`${place} ${stage.title}`)}  ${dim(`${stage.question}${stage.state === "ahead" ? " · as far as is known" : ""}`)}`;
  const more = stage.more > 0 ? [dim(`   and ${stage.more} more needs (parapet status --all)`)] : [];
  return [spread(title, ring(stage)), ...stage.reports.map((report) => reportText(report, people)), ...more].join("\n");
}

function reportText(report: StageReport, people: KnowsPeople): string {
  const name = `${paint("cyan", memberOf(report.member).monogram)} ${report.name}`;
  const did = report.did.map((line) => hanging("   ", 3, line));
  const found = report.found.map((line) => hanging("   - ", 5, line));
  return [name, ...did, ...found, ...waitLines(report.needs, people)].join("\n");
}

/** One line per group of people: how much the member needs of them, and what first. */
function waitLines(needs: readonly Need[], people: KnowsPeople): readonly string[] {
  const groups = new Map<string, Need[]>();
  for (const need of needs) groups.set(need.from, [...(groups.get(need.from) ?? []), need]);
  return [...groups].map(([from, group]) => {
    const [first] = group as [Need];
    const rest = group.length > 1 ? ` (and ${group.length - 1} more)` : "";
    return hanging(
      `   ${paint("yellow", "→")} `,
      5,
      `${paint("yellow", whoOf(from, people))}: ${shortened(first.say, 110)}${rest}`,
    );
  });
}

/** A sentence cut after a word, with an ellipsis; a title that is cut inside its quotes is closed. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const space = text.lastIndexOf(" ", most);
  const head = text.slice(0, space > 0 ? space : most);
  return `${head} …${head.lastIndexOf("“") > head.lastIndexOf("”") ? "”" : ""}`;
}

/** What a need is shown with. */
export interface Shown {
  readonly analysis: Analysis;
  readonly document: KnowsPeople;
}

/** The needs with the commands that meet them. */
export function printNext(next: readonly Need[], place: string, { analysis, document }: Shown): string {
  if (next.length === 0) return `${bold("Next")}\nNothing waits for anybody. Run this again when the system changes.`;
  const lines = next.map((need, i) =>
    [needText(need, `${i + 1} `, place, document), ...valueLines(need, analysis, "  ")].join("\n"),
  );
  return [`${bold("Next")} ${dim("(words in capitals are for you to fill in)")}`, ...lines].join("\n");
}

/** A need: what it is, who can meet it, the risk behind it, the command. */
export function needText(need: Need, mark: string, place: string, people: KnowsPeople): string {
  const behind = need.risk > 0 ? `, risk ${risk(need.risk)}` : "";
  const pad = " ".repeat(mark.length);
  return `${hanging(mark, mark.length, `${need.say} ${dim(`(${whoOf(need.from, people)}${behind})`)}`)}\n${pad}${paint("cyan", placed(need.command, place))}`;
}

/** The command as it has to be typed where people are: with the folder, unless they stand in it. */
function placed(command: string, place: string): string {
  return place === "" ? command : command.replace(/^parapet /, `parapet ${place} `);
}

/** The answers that a question takes, for those who have to fill in VALUE. */
export function valueLines(need: Need, analysis: Analysis, pad: string): readonly string[] {
  const question = need.command.includes(" VALUE") ? analysis.questions.find(({ id }) => id === need.id) : undefined;
  const answers = question ? (analysis.answers[question.fact] ?? []) : [];
  if (answers.length === 0) return [];
  const more = answers.length > 8 ? ` or ${count(answers.length - 8, "other")}` : "";
  return [
    dim(
      hanging(
        pad,
        pad.length,
        `VALUE is ${answers.slice(0, 8).join(", ")}${more}; or dont-know with --owner and --due.`,
      ),
    ),
  ];
}
