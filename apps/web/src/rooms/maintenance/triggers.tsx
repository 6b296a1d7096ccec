// What triggers the next review: reasons of today, those of the next thirty days, and what comes later; each leads to its thing.
import { addDays, type ReviewTrigger } from "@parapet/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { linkTo, useSelect } from "../../data/selection.ts";
import { useWorkbench } from "../../data/workbench.ts";
import type { World } from "../../frame/inspector/world.ts";
import { Button } from "../../kit/button.tsx";
import { CertaintyMark } from "../../kit/certainty.tsx";
import { Empty, Section } from "../../kit/layout.tsx";
import { triggersOf } from "./answers.ts";
import { placeOfTrigger } from "./trigger-place.ts";

const near = 30;
const shownTriggers = 8;

export function Triggers({ world }: { readonly world: World }) {
  const { t } = useTranslation();
  const { due, coming } = triggersOf(world);
  const border = addDays(world.analysis.now, near);
  const groups = [
    ["due", due],
    ["soon", coming.filter(({ on }) => on <= border)],
    ["later", coming.filter(({ on }) => on > border)],
  ] as const;
  return (
    <Section title={t("maintenance.triggers.title")}>
      {due.length + coming.length === 0 && <Empty>{t("maintenance.triggers.none")}</Empty>}
      <div className="flex flex-col gap-3">
        {groups.map(([name, triggers]) =>
          triggers.length === 0 ? null : (
            <Group key={name} title={t(`maintenance.triggers.${name}`)} triggers={triggers} due={name === "due"} />
          ),
        )}
      </div>
    </Section>
  );
}

function Group({
  title,
  triggers,
  due,
}: {
  readonly title: string;
  readonly triggers: readonly ReviewTrigger[];
  readonly due: boolean;
}) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const shown = all ? triggers : triggers.slice(0, shownTriggers);
  return (
    <section aria-label={title}>
      <h3 className="mb-1 flex items-baseline gap-2 text-sm font-semibold">
        {title} <span className="text-xs font-normal text-faint">{triggers.length}</span>
      </h3>
      <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
        {shown.map((trigger) => (
          <Trigger key={`${trigger.kind} ${trigger.id} ${trigger.on}`} trigger={trigger} due={due} />
        ))}
      </ul>
      {shown.length < triggers.length && (
        <Button look="quiet" className="mt-1" onClick={() => setAll(true)}>
          {t("maintenance.triggers.all", { count: triggers.length })}
        </Button>
      )}
    </section>
  );
}

function Trigger({ trigger, due }: { readonly trigger: ReviewTrigger; readonly due: boolean }) {
  const { t } = useTranslation();
  const select = useSelect();
  const model = useWorkbench((state) => state.model);
  const place = placeOfTrigger(trigger);
  const look = "min-w-0 flex-1 text-left hover:underline";
  return (
    <li className="flex items-start gap-2 px-3 py-1.5 text-sm">
      <span className="mt-0.5">
        <CertaintyMark certainty={due ? "hatched" : "hollow"} label="" />
      </span>
      {"selection" in place ? (
        <button type="button" dir="auto" className={look} onClick={() => select(place.selection)}>
          {trigger.say}
        </button>
      ) : (
        <Link href={linkTo(model, place.room)} dir="auto" className={look}>
          {trigger.say}
        </Link>
      )}
      <span className="shrink-0 text-right text-xs text-soft">
        {due ? t("maintenance.triggers.since", { day: trigger.on }) : trigger.on}
        <span className="block text-2xs text-faint">{t(`maintenance.triggers.kind.${trigger.kind}`)}</span>
      </span>
    </li>
  );
}
