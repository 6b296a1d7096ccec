// The attack surface as text: tables that fit into 80 columns.
import type { Analysis, AttackerView, SurfaceEntry } from "@parapet/core";
import { bold, columns, count, cut, dim, hanging, risk } from "./style.ts";

const some = 15;

/** The inventory of the surface for people. */
export function surfaceText(analysis: Analysis, all: boolean): string {
  const { surface } = analysis;
  const most = all ? Number.POSITIVE_INFINITY : some;
  const entries = [...surface.entryPoints].sort((a, b) => b.weight - a.weight);
  const parts = [
    `${bold("Attack surface")}: score ${risk(surface.score)}, ${count(entries.length, "entry point")}, ${count(surface.privileged.length, "privileged interface")}, ${count(surface.dependencies.length, "dependency", "dependencies")}`,
    part("Attackers, and what they meet first", surface.attackers.map(attackerLine).join("\n"), 0),
    part("Entry points, heaviest first", table(entries.slice(0, most).map(entryRow)), entries.length - most),
    part(
      "Who reaches what",
      accessLines(analysis, most),
      new Set(surface.access.map((cell) => cell.entryPoint)).size - most,
    ),
    part(
      "Dependencies",
      table(
        surface.dependencies
          .slice(0, most)
          .map(({ id, kind, usedBy }) => [`  ${id}`, kind, cut(usedBy.join(", "), 40)]),
      ),
      surface.dependencies.length - most,
    ),
    part(
      "Privileged interfaces",
      surface.privileged.length === 0 ? "" : hanging("  ", 2, surface.privileged.join(", ")),
      0,
    ),
    part("Segments", surface.segments.map(segmentLine).join("\n"), 0),
    part(
      "What could be removed",
      surface.reductions
        .slice(0, most)
        .map(({ say, removes, loses }) =>
          hanging(
            "  − ",
            4,
            `${say} (score −${risk(removes)}${loses.length > 0 ? `; ${loses.join(", ")} would lose it` : ""})`,
          ),
        )
        .join("\n"),
      surface.reductions.length - most,
    ),
  ];
  return parts.filter((text) => text !== "").join("\n\n");
}

function part(title: string, body: string, more: number): string {
  if (body === "") return "";
  return `${bold(title)}\n${body}${more > 0 ? `\n${dim(`  and ${more} more (--all)`)}` : ""}`;
}

function table(rows: readonly (readonly string[])[]): string {
  return rows.length === 0 ? "" : columns(rows);
}

/** Weight, then what it is: the words are broken under themselves where a line is too short for them. */
function entryRow({ id, kind, exposure, authentication, weight, privileged }: SurfaceEntry): readonly string[] {
  const proof = authenticationWords[authentication] ?? authentication;
  const words = [bold(id), kind, exposure.replace("-", " "), proof, ...(privileged ? ["privileged"] : [])];
  return [`  ${risk(weight).padStart(3)}`, words.join(" · ")];
}

const authenticationWords: Readonly<Record<string, string>> = {
  none: "no authentication",
  unknown: "authentication unknown",
};

/** One line per entry point: yes and no as words, what is unknown as a question mark. */
function accessLines({ surface }: Analysis, most: number): string {
  const byEntry = new Map<string, string[]>();
  for (const { entryPoint, role, access, condition } of surface.access) {
    const cell =
      access === "unknown" ? `${role} ?` : access === "when" ? `${role} when ${condition ?? "…"}` : `${role} ${access}`;
    byEntry.set(entryPoint, [...(byEntry.get(entryPoint) ?? []), cell]);
  }
  return [...byEntry]
    .slice(0, most)
    .map(([id, cells]) => hanging("  ", 6, `${id}: ${cells.join(" · ")}`))
    .join("\n");
}

/** One attacker: from where, how able, and the entry points that flows from there arrive at. */
function attackerLine({ title, starts, capability, meets }: AttackerView): string {
  const from = [
    starts ? `from ${starts}` : "nobody says from where",
    ...(capability ? [`${capability} capability`] : []),
  ];
  const first = meets.slice(0, 4).join(", ") + (meets.length > 4 ? ` and ${meets.length - 4} more` : "");
  return hanging("  ", 4, `${title}: ${from.join(", ")}; meets ${first || "no entry point"}`);
}

function segmentLine({ zone, allows, crossedBy, notAllowed }: Analysis["surface"]["segments"][number]): string {
  const wrong = notAllowed.length > 0 ? `; not allowed but there: ${notAllowed.join(", ")}` : "";
  return hanging(
    "  ",
    4,
    `${zone}: allows ${allows.length === 0 ? "nothing" : allows.join(", ")}; crossed by ${count(crossedBy.length, "flow")}${wrong}`,
  );
}
