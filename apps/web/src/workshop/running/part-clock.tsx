// The clock of the running part; it warns when the time that is kept for decisions and tickets is eaten.
import { clsx } from "clsx";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { useWorkshop } from "./in-workshop.ts";
import { clockText, timingOf } from "./timing.ts";
import { useClock } from "./use-clock.ts";

/** The server's clock, reckoned from what it said last. */
export function useServerClock(): number {
  const { live } = useWorkshop();
  const mine = useClock();
  const said = useRef({ now: live.now, mine });
  if (said.current.now !== live.now) said.current = { now: live.now, mine: Date.now() };
  return live.now === 0 ? mine : said.current.now + (mine - said.current.mine);
}

export function PartClock() {
  const { t } = useTranslation();
  const { workshop, live } = useWorkshop();
  const now = useServerClock();
  const agenda = workshop.agenda ?? [];
  const item = agenda[live.part];
  const began = Date.parse(workshop.started ?? "");
  const timing = timingOf(agenda, live.part, {
    now,
    began: Number.isNaN(began) ? now : began,
    ends: live.timer?.ends ?? (live.timer?.left === undefined ? undefined : now + live.timer.left),
  });
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-4 gap-y-1">
      {timing.eaten > 0 && (
        <p role="status" className="rounded-md bg-high-soft px-2 py-1 text-sm font-medium text-high">
          {t("workshop.clock.eaten", { eaten: timing.eaten, kept: timing.kept })}
        </p>
      )}
      {item && timing.left !== undefined && (
        <p
          className="flex items-baseline gap-2"
          role="timer"
          aria-label={t("workshop.clock.left", { title: item.title })}
        >
          <span
            className={clsx("text-2xl font-semibold leading-7", timing.left < 0 ? "text-high" : "text-ink")}
            data-clock=""
          >
            {clockText(timing.left)}
          </span>
          <span className="text-sm text-soft">
            {timing.left < 0 ? t("workshop.clock.over") : t("workshop.clock.of", { minutes: item.minutes })} ·{" "}
            {t("workshop.clock.whole", { gone: timing.gone, whole: timing.whole })}
          </span>
        </p>
      )}
    </div>
  );
}
