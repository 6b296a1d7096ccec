// What else narrows the register, each with a way to let it be: a cell of the heat map, and parts of a saved view that have no field of their own.
import { X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { usePeople } from "../../data/people.ts";
import type { Views } from "../../data/views.ts";
import type { Cell, Filter } from "./filter.ts";

interface NarrowedProps {
  readonly views: Views;
  readonly filter: Filter;
  readonly setFilter: (filter: Filter) => void;
  readonly cell: Cell | undefined;
  readonly clear: () => void;
}

/** The parts that the bar has no field for. */
const parts = ["categories", "statuses", "decisions", "rules", "subjects", "zones", "feature", "owners"] as const;

export function Narrowed({ views, filter, setFilter, cell, clear }: NarrowedProps) {
  const { t } = useTranslation();
  const people = usePeople();
  const without = (part: keyof Filter) =>
    setFilter(Object.fromEntries(Object.entries(filter).filter(([key]) => key !== part)));
  return (
    <>
      {cell && <Part name={`${views.title(cell.subject)} · ${t(`words.stride.${cell.category}`)}`} clear={clear} />}
      {parts.map((part) => {
        const values = [filter[part] ?? []].flat();
        return (
          values.length > 0 && (
            <Part
              key={part}
              name={`${t(`enumeration.register.parts.${part}`)}: ${values.map(part === "owners" ? people.name : views.title).join(", ")}`}
              clear={() => without(part)}
            />
          )
        );
      })}
    </>
  );
}

function Part({ name, clear }: { readonly name: string; readonly clear: () => void }) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      onClick={clear}
      className="flex max-w-full items-center gap-1 rounded-full bg-accent-soft px-2.5 py-0.5 text-xs text-accent"
      title={t("enumeration.heat.clear")}
    >
      <span className="truncate" dir="auto">
        {name}
      </span>
      <X size={12} className="shrink-0" aria-hidden="true" />
    </button>
  );
}
