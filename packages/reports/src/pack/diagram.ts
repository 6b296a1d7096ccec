// The diagram on one page: the picture, and beneath it what is in focus, zone by zone, with the flows that cross a border.
import { byCodeUnit, escapeMarkdown } from "@parapet/core";
import type { ReportView } from "../report.ts";
import { counted, kindTitles } from "../words.ts";

/** So many lines are left for what stands beneath the picture. */
const most = 30;

export function diagramLines(view: ReportView, focus: ReadonlySet<string> | undefined): readonly string[] {
  const { elements, flows, zones } = view.analysis;
  if (elements.length === 0)
    return ["Nothing is drawn yet: draw it together, that is what the first half hour is for."];
  const seen = (id: string) => focus === undefined || focus.has(id);
  const inside = elements.filter(({ id }) => seen(id));
  const crossing = flows.filter(({ id, crossing }) => crossing !== undefined && seen(id));
  const homes = [...new Set(inside.map(({ zone }) => zone))].sort((a, b) => byCodeUnit(a ?? "~", b ?? "~"));
  const zoneLines = homes.map((home) => {
    const here = inside.filter(({ zone }) => zone === home);
    const title = home === undefined ? "In no zone" : (zones.find(({ id }) => id === home)?.title ?? home);
    return `- **${escapeMarkdown(title)}**: ${here.map(({ title, kind }) => `${escapeMarkdown(title)} (${kindTitles[kind].toLowerCase()})`).join(", ")}`;
  });
  const flowLines = crossing.map(
    ({ id, from, to, crossing = [] }) =>
      `- ${escapeMarkdown(view.title(id))}: ${escapeMarkdown(view.title(from))} → ${escapeMarkdown(view.title(to))}${crossing.length > 0 ? `, across ${crossing.map((zone) => escapeMarkdown(view.title(zone))).join(", ")}` : ""}`,
  );
  return [
    ...(view.diagram ? ["![Data flow diagram](../diagram.svg)", ""] : []),
    `In focus: ${counted(inside.length, "element")} in ${counted(homes.filter(Boolean).length, "zone")}; ${counted(crossing.length, "flow crosses", "flows cross")} a border.`,
    "",
    ...short(zoneLines),
    "",
    ...short(flowLines),
  ];
}

function short(lines: readonly string[]): readonly string[] {
  return lines.length <= most ? lines : [...lines.slice(0, most), `- and ${lines.length - most} more`];
}
