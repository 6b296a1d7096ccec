// What is done about it: mitigations by control, decisions, acceptances.
import type { ReportView } from "../report.ts";
import { counted, risk, statusWords } from "../words.ts";
import { byControl, type ControlRow, type DecisionRow, decisionsOf } from "./figures.ts";
import { html, type Markup } from "./markup.ts";
import { empty, mark, section, statusText, table, tierSign } from "./parts.ts";

const controlLimit = 20;

/** Mitigations by control, not by threat: what is decided, then what is proposed. */
export function mitigationsSection(view: ReportView): Markup {
  const decided = view.specifications.filter(({ state }) => state !== "proposed");
  const proposed = view.specifications.filter(({ state }) => state === "proposed");
  const wanting = proposed.filter(({ noCard }) => noCard);
  const alone = new Set(view.specifications.flatMap((one) => one.alone));
  return section(
    "mitigations",
    "Mitigations by control",
    html`<h3>Decided</h3>`,
    decided.length === 0
      ? empty("No mitigation is chosen yet.")
      : controlTable("Decided mitigations", byControl(decided), true),
    html`<h3>Proposed for critical and high threats that have none</h3>`,
    proposed.length === 0
      ? empty("Nothing is proposed.")
      : controlTable("Proposed mitigations", byControl(proposed), false),
    wanting.length > 0 &&
      html`<p class="lacking">${counted(wanting.length, "threat")} without a control card that fits: somebody has to say what will be done.</p>`,
    alone.size > 0 &&
      html`<p>${counted(alone.size, "critical threat")} would rest on a single control; the mitigation specification names a second one.</p>`,
  );
}

const nameLimit = 4;

function namesText(names: readonly string[]): string {
  const more = names.length - nameLimit;
  return more > 1 ? `${names.slice(0, nameLimit).join(", ")} and ${more} more` : names.join(", ");
}

function controlTable(label: string, rows: readonly ControlRow[], target: boolean): Markup {
  const shown = rows.slice(0, controlLimit);
  const columns = [
    { title: "Control" },
    { title: "Level" },
    { title: "Where" },
    { title: "Threats", num: true },
    { title: "Risk now", num: true },
    ...(target ? [{ title: "Once it works", num: true }, { title: "State" }] : [{ title: "Effort" }]),
  ];
  return html`${table(
    label,
    columns,
    shown.map((row) => [
      row.title,
      row.level,
      namesText(row.where),
      row.threats,
      risk(row.current),
      ...(target
        ? [risk(row.target), html`${Object.entries(row.states).map(([state, count]) => stateText(state, count))}`]
        : [row.effort]),
    ]),
  )}${rows.length > shown.length && html`<p class="quiet">${rows.length - shown.length} more in the mitigation specification.</p>`}`;
}

/** How certain a mitigation's state is: verified is solid, failed is struck, everything else rests on somebody's word. */
export function stateText(state: string, count: number): Markup {
  const sign = state === "verified" ? mark("solid") : state === "failed" ? mark("struck") : mark("hollow");
  return html`<span class="status">${sign}${state}${count > 1 && ` × ${count}`}</span> `;
}

/** What people decided, and what it comes to. */
export function decisionsSection(view: ReportView): Markup {
  const rows = decisionsOf(view);
  return section(
    "decisions",
    "Decisions",
    rows.length === 0
      ? empty("Nobody has decided anything yet.")
      : table(
          "Decisions",
          [{ title: "Threat" }, { title: "Decision" }, { title: "In effect" }, { title: "By" }, { title: "Reason" }],
          rows.map((row) => [
            html`${row.tier && tierSign(row.tier)} ${row.title}`,
            decisionText(row),
            statusText(row.status),
            html`${view.person(row.decision.by)}, <span class="nowrap">${row.decision.on}</span>`,
            reasonText(view, row),
          ]),
        ),
  );
}

function decisionText({ decision }: DecisionRow): string {
  const kind = decision.decision.replaceAll("-", " ");
  return decision.to ? `${kind} to ${decision.to}` : kind;
}

/** Why, and for how long; a decision that needs a second person says whether it has one. */
function reasonText(view: ReportView, { decision, status, approved, said, outdated }: DecisionRow): string {
  const parts = [
    decision.why ?? decision.fact ?? decision.contract,
    decision.owner && `owner ${view.person(decision.owner)}`,
    decision.review && `review ${decision.review}`,
    approved
      ? `approved by ${view.person(approved)}`
      : said
        ? `not in force: ${view.person(said)} said that they approve, and has not done so`
        : outdated
          ? `changed after ${view.person(outdated)} approved it`
          : decision.decision !== "mitigate" && statusWords[status].certainty === "open" && "not in force",
  ];
  return parts.filter(Boolean).join("; ") || "none given";
}

/** The acceptance log in short. */
export function acceptancesSection(view: ReportView): Markup {
  const { acceptances } = view.analysis;
  return section(
    "acceptances",
    "Accepted risks",
    acceptances.length === 0
      ? empty("Nobody has accepted a risk.")
      : table(
          "Accepted risks",
          [
            { title: "Threat" },
            { title: "Risk", num: true },
            { title: "State" },
            { title: "Owner" },
            { title: "Approved by" },
            { title: "Review" },
            { title: "Reason" },
          ],
          acceptances.map((one) => [
            html`${tierSign(one.tier)} ${view.threat(one.threat)?.title ?? one.threat}`,
            risk(view.threat(one.threat)?.current ?? 0),
            acceptanceState(one.state),
            view.person(one.owner),
            one.approvedBy === undefined ? "nobody" : view.person(one.approvedBy),
            html`<span class="nowrap">${one.review}</span>`,
            html`${one.why}${one.because && html` <em>${one.because}.</em>`}`,
          ]),
        ),
  );
}

function acceptanceState(state: string): Markup {
  if (state === "in-force") return html`<span class="status">${mark("solid")}in force</span>`;
  if (state === "proposed") return html`<span class="status">${mark("hollow")}proposed</span>`;
  return html`<span class="status">${mark("struck")}${state}</span>`;
}
