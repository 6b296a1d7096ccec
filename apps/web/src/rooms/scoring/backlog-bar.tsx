// What the backlog shows: open, asked, claimed; what one looks for; the cell or regulation that it is seen through.
import { nameOfRegulation } from "@parapet/core";
import { clsx } from "clsx";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type BacklogFilter, looks, type Place, places } from "./backlog.ts";
import { bandName } from "./band-name.ts";

export interface BacklogBarProps {
  readonly filter: BacklogFilter;
  readonly set: (filter: BacklogFilter) => void;
  readonly counts: Readonly<Record<Place, number>>;
}

export function BacklogBar({ filter, set, counts }: BacklogBarProps) {
  const { t } = useTranslation();
  const { cell, regulation, ...rest } = filter;
  const turned = <T,>(list: readonly T[], one: T) =>
    list.includes(one) ? list.filter((other) => other !== one) : [...list, one];
  return (
    <fieldset aria-label={t("scoring.backlog.places")} className="mb-2 flex flex-wrap items-center gap-1.5">
      {places.map((place) => (
        <Toggle
          key={place}
          on={filter.places.includes(place)}
          turn={() => set({ ...filter, places: turned(filter.places, place) })}
        >
          {t(`scoring.backlog.place.${place}`, { count: counts[place] })}
        </Toggle>
      ))}
      <span className="mx-1 h-4 w-px bg-line" aria-hidden="true" />
      {looks.map((look) => (
        <Toggle
          key={look}
          on={filter.looks.includes(look)}
          turn={() => set({ ...filter, looks: turned(filter.looks, look) })}
        >
          {t(`scoring.backlog.look.${look}`)}
        </Toggle>
      ))}
      {cell && (
        <Removable
          off={() => set({ ...rest, ...(regulation !== undefined && { regulation }) })}
          label={t("scoring.backlog.clear")}
        >
          {t("scoring.backlog.cell", {
            likelihood: bandName(t, cell.likelihood),
            impact: bandName(t, cell.impact),
          })}
        </Removable>
      )}
      {regulation !== undefined && (
        <Removable off={() => set({ ...rest, ...(cell && { cell }) })} label={t("scoring.backlog.clear")}>
          {t("scoring.backlog.regulation", { id: nameOfRegulation(regulation) })}
        </Removable>
      )}
    </fieldset>
  );
}

function Toggle({
  on,
  turn,
  children,
}: {
  readonly on: boolean;
  readonly turn: () => void;
  readonly children: ReactNode;
}) {
  return (
    <button
      type="button"
      aria-pressed={on}
      onClick={turn}
      className={clsx(
        "min-h-6 rounded-full border px-2.5 text-xs",
        on ? "border-accent bg-accent-soft font-medium text-accent" : "border-line text-soft hover:border-line-strong",
      )}
    >
      {children}
    </button>
  );
}

function Removable({
  off,
  label,
  children,
}: {
  readonly off: () => void;
  readonly label: string;
  readonly children: ReactNode;
}) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={off}
      className="inline-flex min-h-6 items-center gap-1 rounded-full border border-accent bg-accent-soft px-2.5 text-xs font-medium text-accent"
    >
      {children}
      <X size={12} aria-hidden="true" />
    </button>
  );
}
