// Did we do well: compliance evidence, the gates, and the eight stages with what keeps each from being left.
import { stageOf, stageState } from "@parapet/core";
import type { ReportView } from "../report.ts";
import { counted, risk, stageWords } from "../words.ts";
import { type ComplianceRow, complianceOf } from "./compliance.ts";
import { stateText } from "./doing.ts";
import { html, type Markup } from "./markup.ts";
import { empty, mark, section, table, tierSign } from "./parts.ts";

/** Per regulation in scope: threats, controls, evidence. */
export function complianceSection(view: ReportView): Markup {
  const rows = complianceOf(view);
  return section(
    "compliance",
    "Compliance evidence",
    rows.length === 0
      ? empty("No regulation is in scope.")
      : html`<p class="lead">What the threats in this model say about each regulation in scope. A threat counts for a regulation when its rule names it; this is evidence for an assessment, not the assessment.</p>${rows.map(regulationPart)}`,
  );
}

const openLimit = 5;

function regulationPart({ title, counts, openRisk, open, controls }: ComplianceRow): Markup {
  const { open: opened, asked, claimed, addressed, accepted } = counts;
  const none = opened + asked + claimed + addressed + accepted === 0;
  return html`<article class="regulation"><h3>${title}</h3>
<p>${
    none
      ? "No threat in this model is tied to it."
      : `${opened} open with a risk of ${risk(openRisk)}, ${asked} asked, ${claimed} claimed, ${addressed} addressed, ${accepted} accepted or transferred.`
  }</p>
${
  open.length > 0 &&
  html`<ul class="plain">${open.slice(0, openLimit).map((threat) => html`<li>${tierSign(threat.tier)}<span>${threat.title}</span></li>`)}${
    open.length > openLimit &&
    html`<li class="quiet">and ${open.length - openLimit} more open ones in the register</li>`
  }</ul>`
}
${
  controls.length === 0
    ? !none && html`<p class="quiet">No mitigation is chosen against these threats, so there is no evidence yet.</p>`
    : table(
        `${title}: controls and evidence`,
        [{ title: "Control" }, { title: "State" }, { title: "Owner" }, { title: "Evidence" }],
        controls.map((control) => [
          control.title,
          stateText(control.state, 1),
          control.owner ?? "nobody",
          control.evidence.join("; ") || "none yet",
        ]),
      )
}</article>`;
}

/** The gates and whether they hold. */
export function gatesSection({ analysis }: ReportView): Markup {
  const failing = analysis.gates.filter(({ holds }) => !holds).length;
  return section(
    "gates",
    "Gates",
    analysis.gates.length === 0
      ? empty("No gate is switched on.")
      : html`<p class="lead">${failing === 0 ? "Every gate holds." : `${failing} of ${analysis.gates.length} gates fail.`}</p><ul class="gates">${analysis.gates.map(
          (gate) =>
            html`<li><span class="status">${gate.holds ? mark("solid") : mark("open")}<b>${gate.holds ? "holds" : "fails"}</b></span> <span>${gate.why}${
              !gate.holds && ` (${counted(gate.failing.length, "case")})`
            }</span></li>`,
        )}</ul>`,
  );
}

/** The eight stages. */
export function stagesSection({ analysis }: ReportView): Markup {
  return section(
    "stages",
    "The eight stages",
    html`<ol class="stages">${analysis.stages.map((view) => {
      const { id, missing, more } = view;
      const stage = stageOf(id);
      const state = stageState(view);
      const holds = state === "left" || state === "current";
      const left = missing.length + more;
      return html`<li class="${holds ? "done" : ""}"><h3>${holds ? mark("solid") : mark("hollow")}${stage.title}</h3><p class="quiet">${stage.question}</p><p>${stageWords(view)}${left > 0 && `, ${counted(left, "thing")} missing`}.</p>${missing.length > 0 && html`<ul>${missing.slice(0, 3).map((need) => html`<li>${need.say}</li>`)}${left > 3 && html`<li class="quiet">and ${left - Math.min(3, missing.length)} more</li>`}</ul>`}</li>
`;
    })}</ol>`,
  );
}
