// The threat register: thousands of rows, grouped and filtered, each with why it is there, what would settle it and what removes it.

import { useVirtualizer } from "@tanstack/react-virtual";
import {
  type Dispatch,
  type KeyboardEvent,
  type SetStateAction,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { useTranslation } from "react-i18next";
import { usePeople } from "../../data/people.ts";
import { useSelect, useSelection } from "../../data/selection.ts";
import { useViews } from "../../data/views.ts";
import { Section } from "../../kit/layout.tsx";
import { useIsWide } from "../../kit/use-is-wide.ts";
import { BulkBar } from "./bulk-bar.tsx";
import { type Cell, filtered, inCell, type RegisterView, rowsOf, sorted } from "./filter.ts";
import { FilterBar } from "./filter-bar.tsx";
import { GroupRow, ThreatRow } from "./register-row.tsx";

export interface RegisterProps {
  readonly view: RegisterView;
  readonly setView: (view: RegisterView) => void;
  /** A cell of the heat map that narrows what is shown. */
  readonly cell: Cell | undefined;
  readonly setCell: (cell: Cell | undefined) => void;
}

const groupHeight = 34;
/** A threat in a line and a half; where there is little room its title takes two lines, and its status one. */
const threatHeight = { wide: 56, narrow: 94 };
/** The width from which the rows stand wide: 42rem, as in register-row.tsx. */
const wideFrom = 42 * 16;

export function Register({ view, setView, cell, setCell }: RegisterProps) {
  const { t } = useTranslation();
  const views = useViews();
  const { name } = usePeople();
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const { filter, group, sort } = view;
  const threats = useMemo(
    () =>
      views
        ? sorted(
            inCell(filtered(views.threats, filter, { title: views.title, near: views.near, person: name }), cell),
            sort,
          )
        : [],
    [views, filter, cell, sort, name],
  );
  const rows = useMemo(() => {
    if (!views) return [];
    const zones = new Map(views.analysis.elements.map(({ id, zone }) => [id, zone]));
    return rowsOf(threats, group, closed, {
      title: views.title,
      zone: (subject) => views.title(zones.get(subject) ?? subject),
      tier: (tier) => t(`words.tier.${tier}`),
      status: ({ status }) => t(`words.status.${status}`),
      category: (category) => (category === undefined ? t("words.none") : t(`words.stride.${category}`)),
      person: name,
      nobody: t("words.nobody"),
    });
  }, [views, threats, group, closed, name, t]);
  const asked = threats.filter(({ finding }) => finding === "asked").length;
  return (
    <Section
      className="@container flex min-h-0 flex-1 flex-col"
      title={t("enumeration.register.title")}
      note={`${t("enumeration.register.count", { count: threats.length })} · ${t("enumeration.register.asked", { count: asked })}`}
    >
      <FilterBar view={view} setView={setView} cell={cell} setCell={setCell} />
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
  readonly mark: Dispatch<SetStateAction<ReadonlySet<string>>>;
  readonly closed: ReadonlySet<string>;
  readonly close: Dispatch<SetStateAction<ReadonlySet<string>>>;
}

function Rows({ rows, marked, mark, closed, close }: RowsProps) {
  const { t } = useTranslation();
  const select = useSelect();
  const selection = useSelection();
  const view = useRef<HTMLDivElement>(null);
  const isWide = useIsWide(view, wideFrom);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => view.current,
    estimateSize: (i) => (rows[i]?.kind === "group" ? groupHeight : isWide ? threatHeight.wide : threatHeight.narrow),
    getItemKey: (i) => rows[i]?.key ?? i,
    overscan: 12,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows have other heights then
  useEffect(() => virtual.measure(), [isWide]);
  const turn = useCallback((key: string) => close((before) => toggled(before, key)), [close]);
  const turnMark = useCallback((id: string) => mark((before) => toggled(before, id)), [mark]);
  const open = useCallback((id: string) => select({ kind: "threat", id }), [select]);
  const step = useRef<(event: KeyboardEvent, i: number) => void>(undefined);
  step.current = (event, i) => {
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    let to = i + by;
    while (rows[to]?.kind === "group") to += by;
    const row = rows[to];
    if (row?.kind !== "threat") return;
    virtual.scrollToIndex(to);
    open(row.threat.id);
    requestAnimationFrame(() => view.current?.querySelector<HTMLElement>(`[data-row="${to}"] [data-open]`)?.focus());
  };
  const move = useCallback((event: KeyboardEvent, i: number) => step.current?.(event, i), []);
  return (
    <div
      ref={view}
      className="min-h-80 flex-1 overflow-y-auto rounded-lg @max-2xl:max-h-[36rem] border border-line bg-surface"
    >
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
                <GroupRow row={row} closed={closed.has(row.key)} turn={turn} />
              ) : (
                <ThreatRow
                  threat={row.threat}
                  here={selection?.id === row.threat.id}
                  marked={marked.has(row.threat.id)}
                  mark={turnMark}
                  open={open}
                  move={move}
                  index={index}
                  isWide={isWide}
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
