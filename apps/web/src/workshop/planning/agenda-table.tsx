// An agenda with the reason of each part, and how much of it is kept for what comes out. Its minutes can be changed when somebody may.
import { type AgendaItem, closingSteps, stepReasons } from "@parapet/core";
import { clsx } from "clsx";
import { useTranslation } from "react-i18next";
import { minutesOf } from "./what-came.ts";

const closing: ReadonlySet<string> = new Set(closingSteps);

export function AgendaTable({
  agenda,
  change,
}: {
  readonly agenda: readonly AgendaItem[];
  readonly change?: (agenda: AgendaItem[]) => void;
}) {
  const { t } = useTranslation();
  const list = { agenda: [...agenda] };
  return (
    <section aria-label={t("workshop.plan.agenda")} className="min-w-0">
      <h2 className="mb-1 text-xs font-semibold text-soft">{t("workshop.plan.agenda")}</h2>
      <ol className="flex flex-col">
        {agenda.map((item, i) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of an agenda have no identity but their place
            key={`${i} ${item.step}`}
            className={clsx(
              "flex gap-3 border-l-2 py-1 pl-3",
              closing.has(item.step) ? "border-accent" : "border-line-strong/40",
            )}
          >
            <Minutes
              item={item}
              change={
                change && ((minutes) => change(list.agenda.map((one, at) => (at === i ? { ...one, minutes } : one))))
              }
            />
            <span className="min-w-0">
              <span className="block text-sm font-medium" dir="auto">
                {item.title}
              </span>
              <span className="block text-xs text-soft">{stepReasons[item.step].why}</span>
              {stepReasons[item.step].source !== undefined && (
                <span className="block text-2xs text-faint">{stepReasons[item.step].source}</span>
              )}
            </span>
          </li>
        ))}
      </ol>
      <p className="mt-1 text-xs text-soft">
        {t("workshop.plan.of", { count: minutesOf(list) })}{" "}
        {t("workshop.plan.closing", { minutes: minutesOf(list, closing) })}
      </p>
    </section>
  );
}

function Minutes({
  item: { title, minutes },
  change,
}: {
  readonly item: AgendaItem;
  readonly change: ((minutes: number) => void) | undefined;
}) {
  const { t } = useTranslation();
  if (!change) return <span className="w-10 shrink-0 text-right text-sm text-soft">{minutes}′</span>;
  return (
    <input
      key={minutes}
      type="number"
      aria-label={t("workshop.plan.partMinutes", { title })}
      min={1}
      max={600}
      defaultValue={minutes}
      onBlur={({ target }) => {
        const given = Math.round(Number(target.value));
        if (given >= 1 && given <= 600 && given !== minutes) change(given);
        else target.value = String(minutes);
      }}
      className="h-7 w-14 shrink-0 rounded-md border border-line-strong/50 bg-surface px-1 text-right text-sm"
    />
  );
}
