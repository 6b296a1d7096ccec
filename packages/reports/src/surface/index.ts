// The attack surface inventory: entry points, who reaches what, dependencies, privileged interfaces, segments, what could go.
import {
  type AccessCell,
  byCodeUnit,
  escapeMarkdown,
  exposures,
  markdownCode,
  markdownFile,
  markdownTable,
  nameOfValue,
  type SurfaceEntry,
  spansOf,
} from "@parapet/core";
import { type Cell, csv } from "../csv.ts";
import type { Report, ReportView } from "../report.ts";
import { counted, exposureTitles } from "../words.ts";

export const surface: Report = {
  id: "surface",
  title: "Attack surface inventory",
  member: "attack-surface-mapper",
  files: (view) => [
    { path: "surface.md", text: markdownFile(markdown(view)) },
    { path: "surface.csv", text: csv(headOf(view), rows(view)) },
  ],
};

/** The roles of the access matrix, by id. */
export function rolesOf({ analysis }: Pick<ReportView, "analysis">): readonly string[] {
  return [...new Set(analysis.surface.access.map(({ role }) => role))].sort(byCodeUnit);
}

/** The access matrix: entry point → role → cell. */
export function cellsByPoint({
  analysis,
}: Pick<ReportView, "analysis">): ReadonlyMap<string, ReadonlyMap<string, AccessCell>> {
  const map = new Map<string, Map<string, AccessCell>>();
  for (const cell of analysis.surface.access) {
    const row = map.get(cell.entryPoint) ?? new Map<string, AccessCell>();
    map.set(cell.entryPoint, row.set(cell.role, cell));
  }
  return map;
}

/** Entry points, the most exposed first; within an exposure the heaviest, then by id. */
export function entryPointsInOrder({ analysis }: Pick<ReportView, "analysis">): readonly SurfaceEntry[] {
  const rank = (entry: SurfaceEntry) => exposures.indexOf(entry.exposure);
  return [...analysis.surface.entryPoints].sort(
    (a, b) => rank(a) - rank(b) || b.weight - a.weight || byCodeUnit(a.id, b.id),
  );
}

function markdown(view: ReportView): readonly string[] {
  const { analysis } = view;
  const { entryPoints, score } = analysis.surface;
  return [
    `# ${escapeMarkdown(analysis.model.system)}: attack surface inventory`,
    "",
    `${analysis.now}. ${counted(entryPoints.length, "entry point")}, surface score ${score}. The score adds ten for an interface that anyone on the internet reaches, five for one behind a sign-in, one for an internal one, and doubles what is privileged.`,
    "",
    ...attackerLines(view),
    ...exposures.flatMap((exposure) => exposureLines(view, exposure)),
    ...accessLines(view),
    ...privilegedLines(view),
    ...dependencyLines(view),
    ...segmentLines(view),
    ...reductionLines(view),
  ];
}

function attackerLines({ analysis, title }: ReportView): readonly string[] {
  const { attackers } = analysis.surface;
  if (attackers.length === 0) return ["## Attackers", "", "None is named, and no zone says where one would start.", ""];
  const whose = attackers.some(({ from }) => from === "model")
    ? "The model names them."
    : "The model names none: these are the usual ones that have where to start in it.";
  return [
    "## Attackers",
    "",
    whose,
    "",
    ...markdownTable(
      ["Attacker", "Starts", "Capability", "Motive", "Meets first"],
      attackers.map(({ title: name, starts, capability, motive, meets }) => [
        escapeMarkdown(name),
        escapeMarkdown(starts ? title(starts) : "unknown ?"),
        capability ?? "unknown ?",
        escapeMarkdown(motive ?? "unknown ?"),
        escapeMarkdown(meets.map(title).join(", ") || "no entry point"),
      ]),
    ),
    "",
  ];
}

function exposureLines(view: ReportView, exposure: SurfaceEntry["exposure"]): readonly string[] {
  const entries = entryPointsInOrder(view).filter((entry) => entry.exposure === exposure);
  const title = `## ${exposureTitles[exposure]}: ${counted(entries.length, "entry point")}`;
  if (entries.length === 0) return [title, "", "None.", ""];
  return [
    title,
    "",
    ...markdownTable(
      ["Entry point", "On", "Kind", "At", "Authentication", "Privileged", "Weight", "Stated by", "Id"],
      entries.map((entry) => [
        escapeMarkdown(entry.title),
        escapeMarkdown(entry.on === "" ? "unknown" : view.title(entry.on)),
        entry.kind,
        escapeMarkdown(entry.at ?? ""),
        escapeMarkdown(proofWords(view, entry.authentication)),
        entry.privileged ? "yes" : "no",
        entry.weight,
        entry.declared ? "people" : "a source",
        markdownCode(entry.id),
      ]),
    ),
    "",
  ];
}

/** How a caller proves who they are, in the words of the knowledge. */
function proofWords({ knowledge }: ReportView, authentication: string): string {
  return authentication === "unknown" ? "unknown ?" : nameOfValue(knowledge, "authentication", authentication);
}

function accessLines(view: ReportView): readonly string[] {
  const roles = rolesOf(view);
  const cells = cellsByPoint(view);
  const unknown = view.analysis.surface.access.filter(({ access }) => access === "unknown").length;
  if (roles.length === 0)
    return ["## Who reaches what", "", "No roles are named, so nobody can say who reaches what.", ""];
  return [
    "## Who reaches what",
    "",
    unknown === 0 ? "Every cell is known." : `${counted(unknown, "cell")} unknown (“?”): each is a question.`,
    "",
    ...markdownTable(
      ["Entry point", ...roles.map((role) => escapeMarkdown(view.title(`role:${role}`).replace(/^role:/, "")))],
      entryPointsInOrder(view).map((entry) => [
        escapeMarkdown(entry.title),
        ...roles.map((role) => escapeMarkdown(accessText(cells.get(entry.id)?.get(role)))),
      ]),
    ),
    "",
  ];
}

function accessText(cell: AccessCell | undefined): string {
  if (!cell || cell.access === "unknown") return "?";
  return cell.access === "when" ? `when ${cell.condition ?? ""}` : cell.access;
}

function privilegedLines({ analysis, title }: ReportView): readonly string[] {
  const { privileged } = analysis.surface;
  const lines = privileged.map((id) => `- ${escapeMarkdown(title(id))} (${markdownCode(id)})`);
  return ["## Privileged interfaces", "", ...(lines.length > 0 ? lines : ["None is known."]), ""];
}

function dependencyLines({ analysis, title }: ReportView): readonly string[] {
  const { dependencies } = analysis.surface;
  if (dependencies.length === 0) return ["## Dependencies", "", "None is named.", ""];
  return [
    "## Dependencies",
    "",
    ...markdownTable(
      ["Dependency", "Kind", "Used by", "Receives", "Id"],
      dependencies.map(({ id, title: name, kind, usedBy, carries }) => [
        escapeMarkdown(name),
        kind,
        escapeMarkdown(usedBy.map(title).join(", ") || "unknown"),
        escapeMarkdown(carries.map(title).join(", ") || "nothing known"),
        markdownCode(id),
      ]),
    ),
    "",
  ];
}

function segmentLines(view: ReportView): readonly string[] {
  const { analysis, title } = view;
  const { segments } = analysis.surface;
  if (segments.length === 0)
    return ["## Segments", "", "No zone states which flows its border allows.", "", ...spanLines(view)];
  return [
    "## Segments",
    "",
    ...markdownTable(
      ["Segment", "Allows", "Crossed by", "Not allowed"],
      segments.map(({ zone, allows, crossedBy, notAllowed }) => [
        escapeMarkdown(title(zone)),
        escapeMarkdown(allows.map(title).join(", ") || "nothing"),
        escapeMarkdown(crossedBy.map(title).join(", ") || "nothing"),
        notAllowed.length > 0 ? `**${escapeMarkdown(notAllowed.map(title).join(", "))}**` : "none",
      ]),
    ),
    "",
    ...spanLines(view),
  ];
}

/** What no border stands between. */
function spanLines({ document, title }: ReportView): readonly string[] {
  const spans = spansOf(document);
  if (spans.length === 0) return [];
  return [
    "In several zones at once (flows inside each of them cross nothing, and whoever gets into it is in all of them):",
    "",
    ...spans.map(({ element, zones }) => `- ${escapeMarkdown(`${title(element)}: ${zones.map(title).join(", ")}`)}`),
    "",
  ];
}

function reductionLines(view: ReportView): readonly string[] {
  const { reductions } = view.analysis.surface;
  if (reductions.length === 0) return ["## What could go", "", "Nothing stands out.", ""];
  return [
    "## What could go",
    "",
    ...markdownTable(
      ["Reduction", "Takes off the score", "Who loses something"],
      reductions.map(({ say, removes, loses }) => [
        escapeMarkdown(say),
        removes,
        escapeMarkdown(
          loses.map((role) => view.title(`role:${role}`).replace(/^role:/, "")).join(", ") || "nobody known",
        ),
      ]),
    ),
    "",
  ];
}

function headOf(view: ReportView): readonly string[] {
  const fixed = ["id", "title", "on", "kind", "at", "exposure", "authentication", "privileged", "weight", "declared"];
  return [...fixed, ...rolesOf(view).map((role) => `access:${role}`)];
}

function rows(view: ReportView): readonly (readonly Cell[])[] {
  const roles = rolesOf(view);
  const cells = cellsByPoint(view);
  return entryPointsInOrder(view).map((entry) => [
    entry.id,
    entry.title,
    entry.on,
    entry.kind,
    entry.at,
    entry.exposure,
    entry.authentication,
    entry.privileged ? "yes" : "no",
    entry.weight,
    entry.declared ? "yes" : "no",
    ...roles.map((role) => accessText(cells.get(entry.id)?.get(role))),
  ]);
}
