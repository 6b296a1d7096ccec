// What the register shows: words, what it waits for, tier, groups and order; and the views that are saved for everybody.
import { type Tier, threatGroups, threatSorts, tiers } from "@parapet/core";
import { useTranslation } from "react-i18next";
import { useViews } from "../../data/views.ts";
import { BareChoice } from "../../kit/bare-fields.tsx";
import { Narrowed } from "./narrowed.tsx";
import type { RegisterProps } from "./register.tsx";
import { SavedViews } from "./saved-views.tsx";
import { type Waiting, waitingOf, waitings, withWaiting } from "./waiting.ts";

export function FilterBar({ view, setView, cell, setCell }: RegisterProps) {
  const { t } = useTranslation();
  const views = useViews();
  const { filter } = view;
  const { tiers: wanted, words, ...others } = filter;
  const tier = wanted?.length === 1 ? wanted[0] : undefined;
  return (
    <div className="mb-2 flex flex-wrap items-center gap-2">
      <input
        type="search"
        aria-label={t("enumeration.register.filter")}
        placeholder={t("enumeration.register.filterHint")}
        value={words ?? ""}
        dir="auto"
        onChange={({ target }) => {
          const { words: _, ...rest } = filter;
          setView({ ...view, filter: target.value === "" ? rest : { ...rest, words: target.value } });
        }}
        className="min-h-7 min-w-40 flex-1 rounded-md border border-line-strong/50 bg-surface px-2 py-0.5 text-sm"
      />
      <BareChoice<Waiting>
        label={t("enumeration.register.status")}
        value={waitingOf(filter)}
        choices={waitings.map((one) => [one, t(`enumeration.register.waiting.${one}`)])}
        choose={(one) => setView({ ...view, filter: withWaiting(filter, one) })}
      />
      <BareChoice<Tier | "all">
        label={t("enumeration.register.tier")}
        value={tier ?? "all"}
        choices={[
          ["all", t("enumeration.register.everyTier")],
          ...tiers.map((one) => [one, t(`words.tier.${one}`)] as const),
        ]}
        choose={(one) => {
          const rest = { ...others, ...(words !== undefined && { words }) };
          setView({ ...view, filter: one === "all" ? rest : { ...rest, tiers: [one] } });
        }}
      />
      <span className="flex items-center gap-1.5 text-sm text-soft">
        <span aria-hidden="true">{t("enumeration.register.group")}</span>
        <BareChoice
          label={t("enumeration.register.group")}
          value={view.group}
          choices={threatGroups.map((one) => [one, t(`enumeration.register.groups.${one}`)])}
          choose={(group) => setView({ ...view, group })}
        />
      </span>
      <span className="flex items-center gap-1.5 text-sm text-soft">
        <span aria-hidden="true">{t("enumeration.register.sort")}</span>
        <BareChoice
          label={t("enumeration.register.sort")}
          value={view.sort}
          choices={threatSorts.map((one) => [one, t(`enumeration.register.sorts.${one}`)])}
          choose={(sort) => setView({ ...view, sort })}
        />
      </span>
      <SavedViews view={view} setView={setView} narrowed={cell !== undefined} />
      {views && (
        <Narrowed
          views={views}
          filter={filter}
          setFilter={(narrower) => setView({ ...view, filter: narrower })}
          cell={cell}
          clear={() => setCell(undefined)}
        />
      )}
    </div>
  );
}
