// The top bar: the model, the feature lens, search, what the team has for you, who is here.
import { memberIds } from "@parapet/core";
import { memberOf } from "@parapet/team";
import { Moon, Search, Sun } from "lucide-react";
import { memo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { linkTo } from "../data/selection.ts";
import { lookThrough, useWorkbench } from "../data/workbench.ts";
import { IconButton, Key } from "../kit/button.tsx";
import { ChangesButton } from "./changes.tsx";
import { Monogram } from "./monogram.tsx";
import { People } from "./people.tsx";
import { chooseTheme, themeNow } from "./theme.ts";

export const TopBar = memo(function TopBar({ search }: { readonly search: () => void }) {
  const { t } = useTranslation();
  const system = useWorkbench((state) => state.document?.model.system ?? "");
  return (
    <header className="col-span-full flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-surface px-3 py-1.5">
      <Link href="/" className="flex items-center gap-2 font-semibold">
        <img src="/icon.svg" alt="" className="size-5" />
        <span className="sr-only">{t("frame.product")}</span>
      </Link>
      <span className="min-w-0 max-w-64 truncate font-semibold max-sm:flex-1" dir="auto" title={system}>
        {system}
      </span>
      <Lens />
      <button
        type="button"
        onClick={search}
        className="flex min-w-0 max-w-md items-center gap-2 rounded-md border border-line bg-ground px-2.5 py-1 text-sm text-soft hover:border-line-strong sm:mx-auto sm:flex-1"
      >
        <Search size={14} aria-hidden="true" className="shrink-0 max-sm:my-0.5" />
        <span className="truncate max-sm:sr-only" title={t("frame.palette.open")}>
          {t("frame.palette.open")}
        </span>
        <span className="ml-auto hidden sm:block">
          <Key>Ctrl K</Key>
        </span>
      </button>
      <ChangesButton />
      <TeamLine />
      <People />
      <ThemeButton />
    </header>
  );
});

/** See only what a feature adds or touches. */
function Lens() {
  const { t } = useTranslation();
  const features = useWorkbench((state) => state.document?.model.features);
  const feature = useWorkbench((state) => state.feature);
  const all = Object.entries(features ?? {});
  if (all.length === 0) return null;
  return (
    <select
      aria-label={t("frame.lens.label")}
      value={feature ?? ""}
      onChange={({ target }) => lookThrough(target.value === "" ? undefined : target.value)}
      className="max-w-44 rounded-md border border-line bg-surface px-2 py-1 text-sm min-w-0 max-sm:order-last max-sm:w-full max-sm:max-w-none"
    >
      <option value="">{t("frame.lens.all")}</option>
      {all.map(([id, { title }]) => (
        <option key={id} value={id}>
          {t("frame.lens.only", { feature: title ?? id })}
        </option>
      ))}
    </select>
  );
}

function TeamLine() {
  const { t } = useTranslation();
  const model = useWorkbench((state) => state.model);
  const stages = useWorkbench((state) => state.analysis?.stages);
  const needs = stages?.flatMap(({ missing }) => missing) ?? [];
  return (
    <ul aria-label={t("frame.members.label")} className="hidden items-center gap-1 lg:flex">
      {memberIds.map((id) => {
        const own = needs.filter(({ member }) => member === id);
        const { name } = memberOf(id);
        const label =
          own.length > 0 ? t("frame.members.needs", { name, count: own.length }) : t("frame.members.none", { name });
        return (
          <li key={id}>
            <Link
              href={linkTo(model, own[0]?.stage ?? "overview")}
              aria-label={label}
              title={own[0]?.say ?? label}
              className="flex items-center gap-1 rounded p-0.5 hover:bg-sunken"
            >
              <Monogram member={id} />
              {own.length > 0 && <span className="min-w-4 text-xs font-medium">{own.length}</span>}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

function ThemeButton() {
  const { t } = useTranslation();
  const [theme, setTheme] = useState(themeNow());
  const other = theme === "dark" ? "light" : "dark";
  const turn = () => {
    chooseTheme(other);
    setTheme(other);
  };
  return (
    <IconButton label={t(other === "dark" ? "frame.theme.toDark" : "frame.theme.toLight")} onClick={turn}>
      {theme === "dark" ? <Sun size={16} /> : <Moon size={16} />}
    </IconButton>
  );
}
