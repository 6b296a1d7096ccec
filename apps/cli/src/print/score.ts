// A threat's score: every factor with its value, what the value means, and why.
import type { methodOf, Threat } from "@parapet/core";
import { bold, dim, hanging, risk, tierMark } from "./style.ts";

/** A score for people. */
export function scoreLines(threat: Threat, method: ReturnType<typeof methodOf>): readonly string[] {
  const { score, tier } = threat;
  const standing = score.proposed ? "proposed" : "confirmed by a person";
  const head = `${tierMark[tier]} ${bold(threat.id)}: ${tier}, risk ${risk(threat.current)} now, ${risk(threat.target)} with what is chosen ${dim(`(${method.title}, ${standing})`)}`;
  const factors = method.factors.flatMap((factor) => {
    const value = score.factors[factor.id];
    if (value === undefined) return [];
    const reason = score.reasons[factor.id];
    const said = [anchorOf(factor.anchors, value), reason].filter(Boolean).join(" — ");
    return [hanging("  ", 4, `${factor.title} ${value}${said === "" ? "" : `: ${said}`}`)];
  });
  const sum = `  likelihood ${threat.likelihood} × impact ${threat.impact} = inherent risk ${risk(threat.inherent)}`;
  const again = score.rescore ? ["  What it rests on has changed: confirm or change it again."] : [];
  return [hanging("", 4, head), ...factors, sum, ...again];
}

/** The anchor sentence of a value, or of the nearest one below it. */
function anchorOf(anchors: Readonly<Record<number, string>>, value: number): string | undefined {
  const below = Object.keys(anchors)
    .map(Number)
    .filter((anchor) => anchor <= value);
  return below.length === 0 ? undefined : anchors[Math.max(...below)];
}
