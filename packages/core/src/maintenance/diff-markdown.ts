// A diff as Markdown, for a pull request: the figures first, then what changed, section by section.
import { escapeMarkdown, markdownFile, markdownTable } from "../handoff/index.ts";
import { tiers } from "../model/vocabulary.ts";
import { sectionsOf, signed } from "./diff-sentences.ts";
import { type Delta, isEmptyDiff, type ModelDiff } from "./model-diff.ts";

/** How many sentences a section lists; the rest are counted. A comment of a pull request has a limit. */
const listed = 40;

/** The diff as one Markdown document. `title` is its heading. */
export function markdownOf(diff: ModelDiff, title = "Threat model: what this changes"): string {
  const head = [`## ${escapeMarkdown(title)}`, ""];
  if (isEmptyDiff(diff)) return markdownFile([...head, "Nothing differs."]);
  const sections = sectionsOf(diff).flatMap(({ title: name, sentences }) => [
    "",
    `### ${name} (${sentences.length})`,
    "",
    ...sentences.slice(0, listed).map((sentence) => `- ${escapeMarkdown(sentence)}`),
    ...(sentences.length > listed ? [`- … and ${sentences.length - listed} more`] : []),
  ]);
  return markdownFile([...head, ...figures(diff), ...sections]);
}

function figures({ risk, surface }: ModelDiff): readonly string[] {
  const { counts, byTier } = risk;
  const severe = tiers.slice(0, 2);
  const rows: readonly (readonly [string, Delta])[] = [
    ["Open threats", counts.open],
    ...severe.map((tier) => [`— ${tier}`, byTier[tier].open] as const),
    ["Asked threats", counts.asked],
    ...severe.map((tier) => [`— ${tier}`, byTier[tier].asked] as const),
    ["Addressed threats", counts.addressed],
    ["Claimed", counts.claimed],
    ["Accepted", counts.accepted],
    ["Open risk", risk.open],
    ["Hidden risk", risk.hidden],
    ["Addressed risk", risk.addressed],
    ["Surface score", surface.score],
  ];
  const cells = rows.map(([name, { before, after }]) => [name, before, after, change(before, after)] as const);
  return markdownTable(["", "before", "after", "change"], cells);
}

function change(before: number, after: number): string {
  return signed(Math.round((after - before) * 10) / 10);
}
