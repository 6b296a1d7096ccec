// The backlog in four tiers: thousands of rows by risk, each with owner and due date in place; a score opens where it stands.
import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { useSelect, useSelection } from "../../data/selection.ts";
import { type BacklogRow, backlogRows, type TierRows } from "./backlog.ts";
import { ThreatRow } from "./threat-row.tsx";
import { TierRow } from "./tier-row.tsx";

const tierHeight = 36;
const threatHeight = 64;

export interface BacklogListProps {
  readonly tiers: readonly TierRows[];
  /** The threats on which something waits for a second person. */
  readonly waiting: ReadonlySet<string>;
  /** The threat whose scales are open, and where they start. */
  readonly scored: { readonly id: string; readonly start?: Readonly<Record<string, number>> } | undefined;
  readonly score: (id: string | undefined) => void;
}

export function BacklogList({ tiers, waiting, scored, score }: BacklogListProps) {
  const { t } = useTranslation();
  const select = useSelect();
  const selection = useSelection();
  const view = useRef<HTMLDivElement>(null);
  const rows = backlogRows(tiers);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => view.current,
    estimateSize: (i) => (rows[i]?.kind === "tier" ? tierHeight : threatHeight),
    getItemKey: (i) => rows[i]?.key ?? i,
    overscan: 10,
  });
  const step = (event: React.KeyboardEvent, i: number) => {
    const to = nextThreat(rows, i, event.key);
    if (to === undefined) return;
    event.preventDefault();
    virtual.scrollToIndex(to);
    const row = rows[to];
    if (row?.kind === "threat") select({ kind: "threat", id: row.threat.id });
    requestAnimationFrame(() => view.current?.querySelector<HTMLElement>(`[data-index="${to}"] [data-open]`)?.focus());
  };
  return (
    <div
      ref={view}
      className="min-h-80 flex-1 overflow-y-auto rounded-lg border border-line bg-surface @max-4xl:max-h-[36rem]"
    >
      <ul aria-label={t("scoring.backlog.title")} className="relative" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const row = rows[index];
          if (!row) return null;
          return (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              className="absolute inset-x-0 top-0 border-b border-line"
              style={{ transform: `translateY(${start}px)` }}
            >
              {row.kind === "tier" ? (
                <TierRow rows={row.rows} />
              ) : (
                <ThreatRow
                  threat={row.threat}
                  waits={waiting.has(row.threat.id)}
                  here={selection?.id === row.threat.id}
                  scored={scored?.id === row.threat.id ? scored : undefined}
                  score={score}
                  open={() => select({ kind: "threat", id: row.threat.id })}
                  step={(event) => step(event, index)}
                />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** The row of the next threat in the direction of an arrow key. */
function nextThreat(rows: readonly BacklogRow[], from: number, key: string): number | undefined {
  const step = key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : 0;
  if (step === 0) return undefined;
  let to = from + step;
  while (rows[to]?.kind === "tier") to += step;
  return rows[to] ? to : undefined;
}
