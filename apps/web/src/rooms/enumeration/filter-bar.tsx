// What the register shows: words, status, tier, and by what it is grouped.
import { type Tier, tiers } from "@parapet/core";
import { X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useViews } from "../../data/views.ts";
import { type Filter, type Grouping, groupings } from "./filter.ts";

export interface FilterBarProps {
  readonly filter: Filter;
  readonly setFilter: (filter: Filter) => void;
  readonly grouping: Grouping;
  readonly setGrouping: (grouping: Grouping) => void;
}

const field = "rounded-md border border-line bg-surface px-2 py-1 text-sm";

export function FilterBar({ filter, setFilter, grouping, setGrouping }: FilterBarProps) {
  const { t } = useTranslation();
  const views = useViews();
  const { subject, category, ...rest } = filter;
  return (
    <div className="mb-2 flex flex-wrap items-center gap-2">
      <input
        type="search"
        aria-label={t("enumeration.register.filter")}
        placeholder={t("enumeration.register.filterHint")}
        value={filter.words}
        onChange={({ target }) => setFilter({ ...filter, words: target.value })}
        className={`${field} min-w-40 flex-1`}
      />
      <select
        aria-label={t("enumeration.register.status")}
        value={filter.status}
        onChange={({ target }) => setFilter({ ...filter, status: target.value as Filter["status"] })}
        className={field}
      >
        <option value="live">{t("enumeration.register.live")}</option>
        <option value="all">{t("enumeration.register.all")}</option>
      </select>
      <select
        aria-label={t("enumeration.register.tier")}
        value={filter.tier ?? ""}
        onChange={({ target }) => {
          const { tier: _, ...others } = filter;
          setFilter(target.value === "" ? others : { ...others, tier: target.value as Tier });
        }}
        className={field}
      >
        <option value="">{t("enumeration.register.tier")}</option>
        {tiers.map((tier) => (
          <option key={tier} value={tier}>
            {t(`words.tier.${tier}`)}
          </option>
        ))}
      </select>
      <label className="flex items-center gap-1.5 text-sm text-soft">
        {t("enumeration.register.group")}
        <select
          value={grouping}
          onChange={({ target }) => setGrouping(target.value as Grouping)}
          className={`${field} text-ink`}
        >
          {groupings.map((one) => (
            <option key={one} value={one}>
              {t(`enumeration.register.groups.${one}`)}
            </option>
          ))}
        </select>
      </label>
      {subject !== undefined && (
        <button
          type="button"
          onClick={() => setFilter(rest)}
          className="flex items-center gap-1 rounded-full bg-accent-soft px-2.5 py-0.5 text-xs text-accent"
          title={t("enumeration.heat.clear")}
        >
          {views?.title(subject)}
          {category !== undefined && ` · ${t(`words.stride.${category}`)}`}
          <X size={12} aria-hidden="true" />
        </button>
      )}
    </div>
  );
}
