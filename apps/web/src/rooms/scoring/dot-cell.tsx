// A cell of the matrix: its tier, a dot per threat with the mark of its certainty, and how many there are.
import type { Threat, Tier } from "@parapet/core";
import { clsx } from "clsx";
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { CertaintyMark } from "../../kit/certainty.tsx";
import { certaintyOf, TierChip } from "../../kit/chips.tsx";
import { bandName } from "./band-name.ts";
import type { ShownCell } from "./dots.ts";
import { cellKey } from "./matrix.ts";
import type { DotDrag } from "./use-dot-drag.ts";

const ground: Readonly<Record<Tier, string>> = {
  critical: "bg-critical-soft text-critical",
  high: "bg-high-soft text-high",
  medium: "bg-medium-soft text-medium",
  low: "bg-low-soft text-low",
};

export interface DotCellProps {
  readonly cell: ShownCell;
  readonly over: boolean;
  readonly chosen: boolean;
  readonly choose: () => void;
  /** The one dot that Tab reaches. */
  readonly tabbed: string | undefined;
  readonly selected: string | undefined;
  readonly drag: DotDrag;
  readonly open: (id: string) => void;
  readonly pressed: (event: KeyboardEvent, id: string) => void;
}

export function DotCell({ cell, over, chosen, choose, tabbed, selected, drag, open, pressed }: DotCellProps) {
  const { t } = useTranslation();
  const { tier, threats, dots } = cell;
  const name = t("scoring.matrix.cell", {
    likelihood: bandName(t, cell.likelihood),
    impact: bandName(t, cell.impact),
    tier: t(`words.tier.${tier}`),
  });
  return (
    <td
      data-cell={cellKey(cell)}
      className={clsx(
        "h-24 rounded-md border align-top",
        ground[tier],
        over ? "border-current outline-2 outline-current" : chosen ? "border-current" : "border-transparent",
      )}
    >
      <div className="flex items-center justify-between px-1 pt-0.5">
        <TierChip tier={tier} />
        <button
          type="button"
          aria-pressed={chosen}
          aria-label={t("scoring.matrix.only", {
            cell: `${name}. ${t("scoring.matrix.count", { count: threats.length })}`,
          })}
          disabled={threats.length === 0}
          onClick={choose}
          className={clsx(
            "min-h-6 min-w-6 rounded px-1 text-2xs font-semibold hover:underline disabled:opacity-60 disabled:no-underline",
            chosen && "underline",
          )}
        >
          {threats.length}
        </button>
      </div>
      <ul className="flex flex-wrap px-0.5 pb-0.5">
        {dots.map((threat) => (
          <Dot
            key={threat.id}
            threat={threat}
            tabbed={threat.id === tabbed}
            selected={threat.id === selected}
            drag={drag}
            open={open}
            pressed={pressed}
          />
        ))}
        {threats.length > dots.length && (
          <li className="flex h-6 items-center">
            <button
              type="button"
              tabIndex={-1}
              aria-hidden="true"
              onClick={choose}
              className="px-1 text-2xs hover:underline"
            >
              {t("scoring.matrix.more", { count: threats.length - dots.length })}
            </button>
          </li>
        )}
      </ul>
    </td>
  );
}

interface DotProps extends Pick<DotCellProps, "drag" | "open" | "pressed"> {
  readonly threat: Threat;
  readonly tabbed: boolean;
  readonly selected: boolean;
}

function Dot({ threat, tabbed, selected, drag, open, pressed }: DotProps) {
  const { t } = useTranslation();
  const { id, title, tier, status, strength } = threat;
  const label = t("scoring.matrix.dot", { title, tier: t(`words.tier.${tier}`), status: t(`words.status.${status}`) });
  return (
    <li className="flex">
      <button
        type="button"
        data-dot={id}
        aria-label={label}
        title={label}
        tabIndex={tabbed ? 0 : -1}
        aria-current={selected || undefined}
        onClick={() => drag.wasDrag() || open(id)}
        onKeyDown={(event) => pressed(event, id)}
        {...drag.handlers(id)}
        className={clsx(
          "relative flex size-6 touch-none items-center justify-center rounded-full",
          drag.id === id ? "pointer-events-none z-20 cursor-grabbing" : "cursor-grab",
          selected && "bg-surface outline-2 outline-current",
        )}
      >
        <CertaintyMark certainty={certaintyOf(status, strength)} label="" />
      </button>
    </li>
  );
}
