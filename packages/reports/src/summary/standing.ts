// Where the system stands: the sentence, the figures, the matrix, the top risks, and what people should do next.
import { methodOf, type Threat, tiers } from "@parapet/core";
import type { ReportView } from "../report.ts";
import { counted, risk, tierTitles } from "../words.ts";
import { matrixOf, nextSteps, topRisks } from "./figures.ts";
import { html, type Markup, type Part } from "./markup.ts";
import { bar, empty, mark, section, statusText, table, tierShape, tierSign } from "./parts.ts";

/** The first thing that a reader sees. */
export function verdict({ analysis }: ReportView): Markup {
  const { summary } = analysis;
  const questions = summary.questions + summary.latentQuestions;
  const critical = summary.byTier.critical;
  const hidden =
    questions === 0
      ? "nothing is left unanswered"
      : `${counted(questions, "question")} without an answer hide${questions === 1 ? "s" : ""} ${risk(summary.hiddenRisk)} more`;
  return html`<p class="verdict"><strong>${counted(summary.open, "threat")} open, ${summary.asked} asked.</strong> The open ones carry a risk of ${risk(summary.openRisk)}; ${hidden}. ${
    critical.open + critical.asked > 0
      ? `Critical: ${critical.open} open, ${critical.asked} asked.`
      : "None of them is critical."
  }</p>`;
}

/** The five counts, open never without asked beside it. */
export function figures({ analysis }: ReportView): Markup {
  const { summary: s } = analysis;
  const figure = (sign: Part, value: number, title: string, note: string) =>
    html`<li>${sign}<b>${value}</b><span>${title}</span><small>${note}</small></li>`;
  return html`<ul class="figures">${[
    figure(mark("open"), s.open, "open", `risk ${risk(s.openRisk)}`),
    figure(mark("hatched"), s.asked, "asked", `wait for ${counted(s.questions, "answer")}`),
    figure(mark("hollow"), s.claimed, "claimed", "closed on someone’s word only"),
    figure(mark("solid"), s.addressed, "addressed", `with those claimed: ${risk(s.addressedRisk)} of inherent risk`),
    figure(mark("hollow"), s.accepted, "accepted or transferred", "by a named owner"),
  ]}</ul>`;
}

/** Tiers and the risk matrix, side by side where there is room. */
export function matrixSection(view: ReportView): Markup {
  const { analysis } = view;
  const { byTier } = analysis.summary;
  const most = Math.max(1, ...tiers.map((tier) => byTier[tier].open + byTier[tier].asked));
  const byTiers = table(
    "Threats by tier",
    [
      { title: "Tier" },
      { title: "Open", num: true },
      { title: "Asked", num: true },
      { title: "Settled", num: true },
      { title: "Compared" },
    ],
    tiers.map((tier) => {
      const { open, asked, addressed } = byTier[tier];
      return [
        html`<span class="nowrap">${tierSign(tier)} ${tierTitles[tier]}</span>`,
        open,
        asked,
        addressed,
        html`<span class="bars">${bar(open / most, tier)}${bar(asked / most, tier, true)}</span>`,
      ];
    }),
    "tiers",
  );
  return section(
    "matrix",
    "Risk",
    html`<div class="pair uneven"><div>${byTiers}<p class="quiet">Settled counts what is addressed, claimed, accepted or transferred. Upper bars: open. Lower, hatched bars: asked.</p></div>
<div>${matrixTable(view)}<p class="quiet">${mark("open")} open and ${mark("hatched")} asked threats by ${methodOf(analysis.model.method).title} impact and likelihood, 0 to 10 each, with the controls that are shown to work: the tiers beside it.</p></div></div>`,
  );
}

const bandTitles = ["below 2.5", "2.5 to 4.9", "5 to 7.4", "7.5 and up"];

function matrixTable(view: ReportView): Markup {
  const rows = matrixOf(view);
  return html`<div class="scroll" role="region" aria-label="Risk matrix" tabindex="0"><table class="matrix"><caption>Impact (rows) by likelihood (columns)</caption>
<thead><tr><td></td>${bandTitles.map((title) => html`<th scope="col">${title}</th>`)}</tr></thead>
<tbody>${rows.map(
    (row) => html`<tr><th scope="row">${bandTitles[row[0]?.impact ?? 0]}</th>${row.map(
      (cell) =>
        html`<td class="${cell.tier}"><span class="corner" title="${tierTitles[cell.tier]}">${tierShape(cell.tier)}</span>${
          cell.open + cell.asked === 0
            ? html`<span class="none" aria-label="none">·</span>`
            : html`<span class="count">${mark("open")}<b>${cell.open}</b> <span class="word">open</span></span><span class="count">${mark("hatched")}<b>${cell.asked}</b> <span class="word">asked</span></span>`
        }</td>`,
    )}</tr>
`,
  )}</tbody></table></div>`;
}

/** The first open risks, as a list that reads on a phone too. */
export function topRisksSection(view: ReportView): Markup {
  const top = topRisks(view);
  const { open, asked } = view.analysis.summary;
  const more = open > top.length ? ` The other ${open - top.length} stand in the register.` : "";
  return section(
    "risks",
    "Top risks",
    top.length === 0
      ? empty(`No threat is open; ${asked} wait for an answer.`)
      : html`<p class="lead">${top.length < open ? `The first ${top.length} of ${open} open threats` : `All ${open} open threats`}, worst tier first and the most risk first within a tier; ${asked} more are asked.${more}</p>
<ol class="risks">${top.map((threat) => riskItem(view, threat))}</ol>`,
  );
}

function riskItem(view: ReportView, threat: Threat): Markup {
  const falls =
    threat.target < threat.current
      ? html` <span class="falls">to ${risk(threat.target)} once what is chosen works</span>`
      : undefined;
  const owner = threat.owner
    ? `${view.person(threat.owner)}${threat.due ? `, due ${threat.due}` : ", no due date"}`
    : "no owner";
  return html`<li>${tierSign(threat.tier)}<div><p class="what">${threat.title}</p>
<p class="meta"><span>${view.title(threat.subject)}</span><span class="num">risk ${risk(threat.current)}${falls}</span>${statusText(threat.status)}<span>${threat.score.proposed ? "score proposed" : "score confirmed"}</span><span class="${threat.owner ? "" : "lacking"}">${owner}</span>${
    threat.quickWin && html`<span class="tag">quick win</span>`
  }</p></div></li>
`;
}

/** What people should do next. */
export function nextSection(view: ReportView): Markup {
  const steps = nextSteps(view);
  return section(
    "next",
    "Next steps",
    steps.length === 0
      ? empty("Every stage can be left: nothing is missing.")
      : html`<ol class="steps">${steps.map(
          (need) =>
            html`<li><p class="what">${need.say}</p><p class="meta"><span>for ${view.person(need.from)}</span><span>${need.stage}</span>${
              need.risk > 0 && html`<span class="num">risk ${risk(need.risk)}</span>`
            }</p><p class="meta"><code>${need.command}</code></p></li>
`,
        )}</ol>`,
  );
}
