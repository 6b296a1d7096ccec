// The threat register: thousands of rows, grouped and filtered, each with why it is there, what would settle it and what removes it.

import { useVirtualizer } from "@tanstack/react-virtual";
import { useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSelect, useSelection } from "../../data/selection.ts";
import { useViews } from "../../data/views.ts";
import { Section } from "../../kit/layout.tsx";
import { BulkBar } from "./bulk-bar.tsx";
import { type Filter, filtered, type Grouping, rowsOf } from "./filter.ts";
import { FilterBar } from "./filter-bar.tsx";
import { GroupRow, ThreatRow } from "./register-row.tsx";

export interface RegisterProps {
  readonly filter: Filter;
  readonly setFilter: (filter: Filter) => void;
}

const groupHeight = 34;
const threatHeight = 56;

export function Register({ filter, setFilter }: RegisterProps) {
  const { t } = useTranslation();
  const views = useViews();
  const [grouping, setGrouping] = useState<Grouping>("rule");
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const threats = useMemo(() => (views ? filtered(views.threats, filter, views.title) : []), [views, filter]);
  const rows = useMemo(() => {
    if (!views) return [];
    const zones = new Map(views.analysis.elements.map(({ id, zone }) => [id, zone]));
    return rowsOf(threats, grouping, closed, {
      title: views.title,
      zone: (subject) => views.title(zones.get(subject) ?? subject),
      tier: (tier) => t(`words.tier.${tier}`),
      status: ({ status }) => t(`words.status.${status}`),
    });
  }, [views, threats, grouping, closed, t]);
  const asked = threats.filter(({ finding }) => finding === "asked").length;
  return (
    <Section
      className="flex min-h-0 flex-1 flex-col"
      title={t("enumeration.register.title")}
      note={`${t("enumeration.register.count", { count: threats.length })} · ${t("enumeration.register.asked", { count: asked })}`}
    >
      <FilterBar filter={filter} setFilter={setFilter} grouping={grouping} setGrouping={setGrouping} />
      {marked.size > 0 && <BulkBar ids={[...marked]} done={() => setMarked(new Set())} />}
      {rows.length === 0 ? (
        <p className="py-4 text-sm text-soft">{t("enumeration.register.empty")}</p>
      ) : (
        <Rows rows={rows} marked={marked} mark={setMarked} closed={closed} close={setClosed} />
      )}
    </Section>
  );
}

interface RowsProps {
  readonly rows: ReturnType<typeof rowsOf>;
  readonly marked: ReadonlySet<string>;
  readonly mark: (ids: ReadonlySet<string>) => void;
  readonly closed: ReadonlySet<string>;
  readonly close: (keys: ReadonlySet<string>) => void;
}

function Rows({ rows, marked, mark, closed, close }: RowsProps) {
  const { t } = useTranslation();
  const select = useSelect();
  const selection = useSelection();
  const view = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => view.current,
    estimateSize: (i) => (rows[i]?.kind === "group" ? groupHeight : threatHeight),
    getItemKey: (i) => rows[i]?.key ?? i,
    overscan: 12,
  });
  const move = (event: React.KeyboardEvent, i: number) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    let to = i + step;
    while (rows[to]?.kind === "group") to += step;
    const row = rows[to];
    if (row?.kind !== "threat") return;
    virtual.scrollToIndex(to);
    select({ kind: "threat", id: row.threat.id });
    requestAnimationFrame(() => view.current?.querySelector<HTMLElement>(`[data-row="${to}"] [data-open]`)?.focus());
  };
  return (
    <div ref={view} className="min-h-64 flex-1 overflow-y-auto rounded-lg border border-line bg-surface">
      <ul aria-label={t("enumeration.register.title")} className="relative" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, size, key }) => {
          const row = rows[index];
          if (!row) return null;
          return (
            <li
              key={key}
              data-row={index}
              className="absolute inset-x-0 top-0 border-b border-line"
              style={{ height: size, transform: `translateY(${start}px)` }}
            >
              {row.kind === "group" ? (
                <GroupRow row={row} closed={closed.has(row.key)} turn={() => close(toggled(closed, row.key))} />
              ) : (
                <ThreatRow
                  threat={row.threat}
                  here={selection?.id === row.threat.id}
                  marked={marked.has(row.threat.id)}
                  mark={() => mark(toggled(marked, row.threat.id))}
                  open={() => select({ kind: "threat", id: row.threat.id })}
                  move={(event) => move(event, index)}
                />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function toggled(set: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(key)) next.add(key);
  return next;
}
