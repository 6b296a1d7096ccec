// Colours and line widths. Tier colours are used for tiers and nothing else; each also has a sign and a letter.
import type { Tier } from "@parapet/core";
import type { Ink } from "./drawing.ts";
import type { ChangeKind } from "./scene-types.ts";

export interface Theme {
  readonly ground: string;
  readonly ink: string;
  readonly muted: string;
  readonly accent: string;
  /** Of flows and of the outlines of elements. */
  readonly line: string;
  readonly outline: string;
  readonly hairline: string;
  readonly element: string;
  readonly external: string;
  readonly storeBar: string;
  /** Grounds of zones by depth; the last one serves all deeper ones. */
  readonly zones: readonly string[];
  readonly tiers: Readonly<Record<Tier, { readonly solid: string; readonly tint: string }>>;
  readonly changes: Readonly<Record<ChangeKind, string>>;
  readonly fonts: string;
}

/** Prints well: white ground, dark ink, every text at least 4.5 : 1 against what lies behind it. */
export const light: Theme = {
  ground: "#ffffff",
  ink: "#17212b",
  muted: "#505c69",
  accent: "#0a616b",
  line: "#4d5966",
  outline: "#2c3945",
  hairline: "#ccd4db",
  element: "#ffffff",
  external: "#e8ecf0",
  storeBar: "#dfe5ea",
  zones: ["#f5f8f9", "#ecf2f3", "#e3ebed", "#dae4e7"],
  tiers: {
    critical: { solid: "#8f1237", tint: "#f0d3db" },
    high: { solid: "#b8400c", tint: "#f7dccd" },
    medium: { solid: "#8a6100", tint: "#f3e4bd" },
    low: { solid: "#46617c", tint: "#d8e2ec" },
  },
  changes: { added: "#1d6b36", removed: "#a3243b", changed: "#6a4a00" },
  fonts: "'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif",
};

/** A colour as a theme has it; a hatched one is the tint of a pattern. */
export interface Colour {
  readonly value: string;
  readonly hatched: boolean;
}

/** What an ink is in a theme. */
export function colourOf(ink: Ink, theme: Theme): Colour {
  const solid = (value: string): Colour => ({ value, hatched: false });
  if (ink.startsWith("zone-")) return solid(theme.zones[Number(ink.slice(5))] ?? theme.ground);
  if (ink.startsWith("tier-")) return solid(theme.tiers[ink.slice(5) as Tier].solid);
  if (ink === "hatch") return { value: theme.hairline, hatched: true };
  if (ink.startsWith("hatch-")) return { value: theme.tiers[ink.slice(6) as Tier].tint, hatched: true };
  return solid(plain(ink as PlainInk, theme));
}

type PlainInk = Exclude<Ink, `zone-${string}` | `tier-${string}` | `hatch-${string}` | "hatch">;

function plain(ink: PlainInk, theme: Theme): string {
  switch (ink) {
    case "none":
      return "none";
    case "store-bar":
      return theme.storeBar;
    case "added":
    case "removed":
    case "changed":
      return theme.changes[ink];
    default:
      return theme[ink];
  }
}
