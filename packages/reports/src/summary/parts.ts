// Small parts that all sections draw with: tier signs, certainty marks, bars, tables.
import type { CoverageCell, Status, Tier } from "@parapet/core";
import { type Certainty, statusWords, tierSigns, tierTitles } from "../words.ts";
import { html, type Markup, type Part, Markup as Raw } from "./markup.ts";

const shapes: Readonly<Record<Tier, string>> = {
  critical: "M5 0L10 5L5 10L0 5Z",
  high: "M5 .6L9.8 9.4H.2Z",
  medium: "M.8.8H9.2V9.2H.8Z",
  low: "M5 .5A4.5 4.5 0 1 1 5 9.5A4.5 4.5 0 1 1 5 .5Z",
};

/** The shape of a tier alone; what it means stands beside it. */
export function tierShape(tier: Tier): Markup {
  return html`<svg class="shape" viewBox="0 0 10 10" aria-hidden="true"><path d="${shapes[tier]}"/></svg>`;
}

/** Letter and shape of a tier, with its name for readers that do not see. */
export function tierSign(tier: Tier): Markup {
  const letter = tierSigns[tier].slice(0, 1);
  return html`<span class="tier ${tier}" title="${tierTitles[tier]}"><span aria-hidden="true">${letter}</span>${tierShape(tier)}<span class="unseen">${tierTitles[tier]}</span></span>`;
}

/** The mark of a certainty; struck is what was refuted, contradicted or failed. */
export function mark(certainty: Certainty | "struck"): Markup {
  return html`<span class="mark ${certainty}" aria-hidden="true">${certainty === "hatched" && "?"}</span>`;
}

/** A status as a mark and a word. */
export function statusText(status: Status | CoverageCell): Markup {
  const { title, certainty } = statusWords[status];
  return html`<span class="status">${mark(certainty)}${title}</span>`;
}

/** A bar of `share` (0–1), hatched for what is asked; the number stands beside it, so readers that do not see lose nothing. */
export function bar(share: number, kind = "", asked = false): Markup {
  const width = Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10;
  const fill = asked
    ? html`<path class="dashes" d="M0 3H${width}"/>`
    : html`<rect class="fill" width="${width}" height="6"/>`;
  return html`<svg class="bar ${kind}" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="6"/>${width > 0 && fill}</svg>`;
}

/** A column of a table: `num` ones are aligned to the right. */
export interface Column {
  readonly title: string;
  readonly num?: boolean;
}

/** A table that scrolls by itself where it is wider than the page; the first cell of a row is its heading. */
export function table(
  label: string,
  columns: readonly Column[],
  rows: readonly (readonly Part[])[],
  kind = "",
): Markup {
  const cell = (part: Part, i: number): Markup => {
    const css = columns[i]?.num ? new Raw(' class="num"') : new Raw("");
    return i === 0 ? html`<th scope="row"${css}>${part}</th>` : html`<td${css}>${part}</td>`;
  };
  return html`<div class="scroll" role="region" aria-label="${label}" tabindex="0"><table class="${kind}"><thead><tr>${columns.map(
    ({ title, num }) => html`<th scope="col"${num ? new Raw(' class="num"') : undefined}>${title}</th>`,
  )}</tr></thead><tbody>${rows.map(
    (row) => html`<tr>${row.map(cell)}</tr>
`,
  )}</tbody></table></div>`;
}

/** A section of the page with its heading. */
export function section(id: string, title: string, ...inside: readonly Part[]): Markup {
  return html`
<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>
${inside}
</section>`;
}

/** A sentence for what is empty. */
export function empty(text: string): Markup {
  return html`<p class="quiet">${text}</p>`;
}
