// What is not known, and what was looked at: the questions with the risk behind them, and the coverage table.
import { strideCategories, strideLetter } from "@parapet/core";
import type { ReportView } from "../report.ts";
import { categoryTitles, counted, kindTitles, risk, statusWords, tierTitles } from "../words.ts";
import { type HeatRow, heatOf, topQuestions } from "./figures.ts";
import { html, type Markup } from "./markup.ts";
import { bar, empty, mark, section, tierShape, tierSign } from "./parts.ts";

/** The questions that hide most. */
export function askedSection(view: ReportView): Markup {
  const { summary, questions } = view.analysis;
  const top = topQuestions(view);
  const most = Math.max(1, top[0]?.riskHeld ?? 1);
  const shown = top.reduce((sum, question) => sum + question.riskHeld, 0);
  const contradicted = questions.filter(({ contradiction }) => contradiction);
  return section(
    "asked",
    "What is not known",
    top.length === 0
      ? empty("Every question is answered.")
      : html`<p class="lead">${counted(summary.asked, "threat")} wait for ${counted(summary.questions, "answer")}${
          top.length < summary.questions && `; the first ${top.length} hide a risk of ${risk(shown)}`
        }. ${summary.latentQuestions > 0 && `${summary.latentQuestions} further questions only tell whether something applies at all. All together hide a risk of ${risk(summary.hiddenRisk)}.`}</p>
<ol class="questions">${top.map(
          (
            question,
          ) => html`<li>${tierSign(question.hides)}<div><p class="what${question.contradiction ? " struck" : ""}">${question.text}</p>
<p class="meta"><span class="held">${bar(question.riskHeld / most, "", true)}<span class="num">hides ${risk(question.riskHeld)}</span></span><span>settles ${question.settles}</span><span>for ${question.for}</span><span class="${question.overdue || !question.owner ? "lacking" : ""}">${
            question.owner
              ? `${view.person(question.owner)}, due ${question.due ?? "never"}${question.overdue ? ", overdue" : ""}`
              : "nobody took it"
          }</span></p></div></li>
`,
        )}</ol>`,
    contradicted.length > 0 &&
      html`<h3>Contradicted</h3><ul>${contradicted.map(
        ({ about, fact, contradiction }) =>
          html`<li>${mark("struck")}${fact} of ${view.title(about)}: declared ${contradiction?.declared}, but ${contradiction?.where} shows ${contradiction?.observed}</li>`,
      )}</ul>`,
  );
}

const rowLimit = 100;

/** The heat map: subjects by STRIDE, each cell the least settled status with the worst tier behind it. */
export function coverageSection(view: ReportView): Markup {
  const rows = heatOf(view);
  const shown = rows.slice(0, rowLimit);
  const { notExamined } = view.analysis.summary;
  return section(
    "coverage",
    "Coverage",
    html`<p class="lead">${counted(rows.length, "element, flow or crossing", "elements, flows and crossings")} against the six STRIDE categories. ${
      notExamined === 0
        ? "Every cell was examined."
        : `${counted(notExamined, "cell")} not examined: no rule speaks to ${notExamined === 1 ? "it" : "them"}.`
    } ${rows.length > shown.length && `The first ${shown.length} rows; the other ${rows.length - shown.length} stand in stride.md.`}</p>
<div class="scroll" role="region" aria-label="Coverage table" tabindex="0"><table class="heat"><thead><tr><th scope="col">Subject</th>${strideCategories.map(
      (category) =>
        html`<th scope="col"><abbr title="${categoryTitles[category]}">${strideLetter[category]}</abbr></th>`,
    )}</tr></thead><tbody>${shown.map((row) => heatRow(view, row))}</tbody></table></div>`,
    legend(),
  );
}

function heatRow(view: ReportView, row: HeatRow): Markup {
  return html`<tr><th scope="row">${view.title(row.subject)} <small>${kindTitles[row.kind].toLowerCase()}</small></th>${row.cells.map(
    ({ category, cell, tier }) => {
      const { title, certainty } = statusWords[cell];
      const said = `${categoryTitles[category]}: ${title}${tier ? `, ${tierTitles[tier].toLowerCase()}` : ""}`;
      const css = tier && (certainty === "open" || certainty === "hatched") ? ` ${tier}` : "";
      return html`<td title="${said}"><span class="cell ${certainty}${css}">${
        certainty === "open" && tier
          ? tierShape(tier)
          : certainty === "hatched"
            ? "?"
            : certainty === "none"
              ? "·"
              : certainty === "gap" && "!"
      }</span><span class="unseen">${title}${tier && `, ${tier}`}</span></td>`;
    },
  )}</tr>
`;
}

/** The one language of certainty, explained once. */
function legend(): Markup {
  return html`<ul class="legend" aria-label="Legend">
<li><span class="cell open critical">${tierShape("critical")}</span>open, in its tier: ${(
    ["critical", "high", "medium", "low"] as const
  ).map((tier) => html`<span class="tier-word">${tierSign(tier)} ${tierTitles[tier].toLowerCase()}</span> `)}</li>
<li><span class="cell hatched high">?</span>asked: unknown until somebody answers</li>
<li><span class="cell hatched">?</span>asked whether anything applies at all</li>
<li><span class="cell hollow"></span>on someone’s word or under way: claimed, mitigating, implemented, accepted</li>
<li><span class="cell solid"></span>addressed, observed or verified</li>
<li><span class="cell none">·</span>does not apply</li>
<li><span class="cell gap">!</span>not examined</li>
</ul>`;
}
