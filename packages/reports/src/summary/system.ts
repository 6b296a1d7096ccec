// What is built: the diagram, the scope, the surface, and what the model takes for granted.
import { byCodeUnit, exposures } from "@parapet/core";
import type { ReportView } from "../report.ts";
import { counted, exposureTitles } from "../words.ts";
import { html, type Markup, Markup as Raw } from "./markup.ts";
import { empty, mark, section, table } from "./parts.ts";

/** The diagram, drawn by the same scene as diagram.svg. */
export function diagramSection({ analysis, diagram }: ReportView): Markup {
  const { elements, flows, zones } = analysis;
  const said = `${counted(elements.length, "element")}, ${counted(flows.length, "data flow")}, ${counted(zones.length, "trust zone")}.`;
  return section(
    "diagram",
    "Data flow diagram",
    html`<p class="lead">${said} Dashed boxes are trust boundaries; a badge counts what is open, a hatched one what is asked. ${diagram && html`As a file: <a href="diagram.svg">SVG</a>; to edit: <a href="diagram.drawio">draw.io</a>.`}</p>`,
    diagram
      ? html`${isLarge(diagram.svg) && html`<label class="full-size"><input type="checkbox"> At full size, to scroll</label>`}<figure class="diagram${isLarge(diagram.svg) && " large"}" tabindex="0" aria-label="Data flow diagram">${new Raw(inline(diagram.svg))}</figure>`
      : empty("No diagram was drawn."),
  );
}

/** True for a drawing that a page standing up would shrink past reading: it lies down in print. */
function isLarge(svg: string): boolean {
  return Number(/^[^>]*\bwidth="(\d+)/.exec(inline(svg))?.[1] ?? 0) > 1300;
}

/** The drawing without what only a file of its own has. */
function inline(svg: string): string {
  return svg.replace(/^\ufeff?\s*(<\?xml[^>]*\?>)?\s*(<!DOCTYPE[^>]*>)?\s*/, "").trim();
}

/** Purpose, what is in, what is out and why. */
export function scopeSection({ document }: ReportView): Markup {
  const { purpose, in: inside = [], out = [], criticality, team } = document.model.scope ?? {};
  return section(
    "scope",
    "Scope",
    html`<dl class="facts"><dt>Purpose</dt><dd>${purpose ?? "not written down"}</dd><dt>Owning team</dt><dd>${team ?? "not named"}</dd><dt>Criticality</dt><dd>${criticality ?? "not declared"}</dd></dl>
<div class="pair"><div><h3>In scope</h3>${
      inside.length === 0
        ? empty("Nobody said what is in scope.")
        : html`<ul>${inside.map(({ what, why }) => html`<li>${what}${why && html`: ${why}`}</li>`)}</ul>`
    }</div><div><h3>Out of scope</h3>${
      out.length === 0
        ? empty("Nothing is named as out of scope.")
        : html`<ul>${out.map(({ what, why }) => html`<li><b>${what}</b>: ${why ?? html`<span class="lacking">no reason given</span>`}</li>`)}</ul>`
    }</div></div>`,
  );
}

/** The surface in short. */
export function surfaceSection({ analysis, title }: ReportView): Markup {
  const { entryPoints, score, reductions, access, privileged, dependencies } = analysis.surface;
  const unknown = access.filter((cell) => cell.access === "unknown").length;
  return section(
    "surface",
    "Attack surface",
    html`<p class="lead">Score ${score}: ${counted(entryPoints.length, "entry point")}, ${privileged.length} of them privileged; ${counted(dependencies.length, "dependency", "dependencies")}. ${
      access.length === 0
        ? "No roles are named."
        : `${unknown} of ${access.length} cells of the access matrix are unknown.`
    }</p>`,
    table(
      "Entry points by exposure",
      [{ title: "Exposure" }, { title: "Entry points", num: true }, { title: "Weight", num: true }, { title: "Which" }],
      exposures.map((exposure) => {
        const some = entryPoints.filter((entry) => entry.exposure === exposure);
        const names = some.slice(0, 8).map(({ id }) => title(id));
        const more = some.length > names.length ? ` and ${some.length - names.length} more` : "";
        return [
          exposureTitles[exposure],
          some.length,
          some.reduce((sum, entry) => sum + entry.weight, 0),
          `${names.join(", ")}${more}` || "none",
        ];
      }),
    ),
    reductions.length > 0 &&
      html`<h3>What could go</h3><ul>${reductions.slice(0, 5).map(({ say, removes, loses }) => html`<li>${say}: ${removes} off the score; ${loses.length > 0 ? `${loses.join(", ")} would lose something` : "nobody known loses anything"}.</li>`)}</ul>`,
  );
}

/** Assumptions with what they hold up, and whether they still do. */
export function assumptionsSection({ analysis, document, title, person }: ReportView): Markup {
  const assumptions = document.model.assumptions ?? {};
  const ids = Object.keys(assumptions).sort(byCodeUnit);
  return section(
    "assumptions",
    "Assumptions",
    ids.length === 0
      ? empty("No assumption is written down.")
      : table(
          "Assumptions",
          [
            { title: "Assumption" },
            { title: "State" },
            { title: "Owner" },
            { title: "Review" },
            { title: "What rests on it" },
          ],
          ids.map((id) => {
            const one = assumptions[id] as NonNullable<typeof assumptions>[string];
            const rests = Object.entries(one.facts ?? {}).flatMap(([thing, facts]) =>
              Object.keys(facts).map((fact) => `${fact} of ${title(thing)}`),
            );
            const state = one.state ?? "holds";
            const past = state === "holds" && one.review !== undefined && one.review < analysis.now;
            const sign =
              state === "refuted" ? mark("struck") : state === "challenged" || past ? mark("hatched") : mark("hollow");
            return [
              html`<span class="${state === "refuted" ? "struck" : ""}">${one.text}</span>`,
              html`<span class="status">${sign}${past ? "past its review" : state}</span>`,
              one.owner === undefined ? html`<span class="lacking">nobody</span>` : person(one.owner),
              one.review ? html`<span class="nowrap">${one.review}</span>` : html`<span class="lacking">no date</span>`,
              rests.join(", ") || "nothing yet",
            ];
          }),
        ),
  );
}
