// The inventory: entry points by how far an attacker has to come, the heaviest first, each with how sure what is said of it is.
import {
  type Analysis,
  byCodeUnit,
  type Document,
  type Exposure,
  effective,
  exposures,
  type SurfaceEntry,
} from "@parapet/core";
import type { Views } from "../../../data/views.ts";
import type { Certainty } from "../../../kit/certainty.tsx";

/** An entry point in the inventory. */
export interface EntryRow extends SurfaceEntry {
  readonly open: number;
  readonly asked: number;
  /** Whether a source shows it, or people say that it is there. */
  readonly certainty: Certainty;
  /** How sure the authentication is. */
  readonly proof: Certainty;
}

/** The entry points of one exposure. */
export interface ExposureGroup {
  readonly exposure: Exposure;
  readonly weight: number;
  readonly rows: readonly EntryRow[];
}

/** The groups that have entry points, nearest to an attacker first. */
export function inventoryOf(analysis: Analysis, document: Document, on: Views["on"]): readonly ExposureGroup[] {
  const laid = effective(document).entryPoints;
  const rows = analysis.surface.entryPoints.map((entry): EntryRow => {
    const known = laid.get(entry.id);
    const threats = on.get(entry.id) ?? [];
    return {
      ...entry,
      open: threats.filter(({ finding }) => finding === "open").length,
      asked: threats.filter(({ finding }) => finding === "asked").length,
      certainty: known?.observed ? "solid" : "hollow",
      proof: proofOf(entry.authentication, known),
    };
  });
  return exposures.flatMap((exposure) => {
    const own = rows.filter((row) => row.exposure === exposure);
    if (own.length === 0) return [];
    const weight = own.reduce((sum, row) => sum + row.weight, 0);
    return [{ exposure, weight, rows: own.sort((a, b) => b.weight - a.weight || byCodeUnit(a.title, b.title)) }];
  });
}

type Known = { readonly declared?: unknown; readonly observed?: unknown } | undefined;

function proofOf(authentication: string, known: Known): Certainty {
  if (authentication === "unknown") return "hatched";
  return said(known?.declared, "authentication") === undefined && known?.observed ? "solid" : "hollow";
}

function said(layer: unknown, field: string): unknown {
  return (layer as Readonly<Record<string, unknown>> | undefined)?.[field];
}
