// The page: one file, no script, nothing loaded from anywhere.
import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import { methodOf } from "@parapet/core";
import type { ReportView } from "../report.ts";
import { acceptancesSection, decisionsSection, mitigationsSection } from "./doing.ts";
import { html, type Markup, Markup as Raw } from "./markup.ts";
import { filesSection, methodSection } from "./method.ts";
import { complianceSection, gatesSection, stagesSection } from "./proof.ts";
import { figures, matrixSection, nextSection, topRisksSection, verdict } from "./standing.ts";
import { style } from "./style.ts";
import { assumptionsSection, diagramSection, scopeSection, surfaceSection } from "./system.ts";
import { askedSection, coverageSection } from "./unknown.ts";

/** Sections by the four questions, after what a reader wants first. */
const contents: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
  [
    "Where it stands",
    [
      ["risks", "Top risks"],
      ["matrix", "Risk"],
      ["asked", "Not known"],
      ["next", "Next steps"],
    ],
  ],
  [
    "What are we building?",
    [
      ["diagram", "Diagram"],
      ["scope", "Scope"],
      ["surface", "Surface"],
      ["assumptions", "Assumptions"],
    ],
  ],
  ["What can go wrong?", [["coverage", "Coverage"]]],
  [
    "What do we do about it?",
    [
      ["mitigations", "Mitigations"],
      ["decisions", "Decisions"],
      ["acceptances", "Accepted risks"],
    ],
  ],
  [
    "Did we do well?",
    [
      ["compliance", "Compliance"],
      ["gates", "Gates"],
      ["stages", "Stages"],
    ],
  ],
  [
    "About",
    [
      ["method", "Method"],
      ["files", "Artifacts"],
    ],
  ],
];

/** The whole page. */
export function page(view: ReportView): string {
  const { analysis, document } = view;
  const { system } = analysis.model;
  const policy = `default-src 'none'; style-src 'sha256-${hashOf(style)}'; img-src data:; base-uri 'none'; form-action 'none'`;
  const content = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${system}: threat model summary</title>
<style>${new Raw(style)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
<div class="frame">
${navigation()}
<main id="main">
<header>
<p class="eyebrow">Threat model summary</p>
<h1>${system}</h1>
<p class="purpose">${document.model.scope?.purpose ?? "Nobody has written down what the system is for."}</p>
<ul class="about"><li>${analysis.now}</li><li>${document.model.scope?.team ? `team ${document.model.scope.team}` : "no owning team"}</li><li>knowledge ${analysis.knowledge.version}</li><li>scored by ${methodOf(analysis.model.method).title}</li>${
    analysis.model.feature && html`<li>with feature ${analysis.model.feature}</li>`
  }</ul>
${verdict(view)}
${figures(view)}
</header>
${topRisksSection(view)}${matrixSection(view)}${askedSection(view)}${nextSection(view)}
${diagramSection(view)}${scopeSection(view)}${surfaceSection(view)}${assumptionsSection(view)}
${coverageSection(view)}
${mitigationsSection(view)}${decisionsSection(view)}${acceptancesSection(view)}
${complianceSection(view)}${gatesSection(view)}${stagesSection(view)}
${methodSection(view)}${filesSection(view)}
<footer><p>Made with Parapet from the team’s own model; regenerate it instead of editing it.</p></footer>
</main>
</div>
</body>
</html>
`;
  return content.text;
}

function navigation(): Markup {
  return html`<nav aria-label="Contents"><p class="brand">Parapet</p>${contents.map(
    ([question, links]) =>
      html`<div><p>${question}</p><ul>${links.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></div>`,
  )}</nav>`;
}

function hashOf(text: string): string {
  return btoa(String.fromCharCode(...sha256(utf8ToBytes(text))));
}
