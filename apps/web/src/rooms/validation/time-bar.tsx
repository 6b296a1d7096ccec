// The bar of an acceptance, and the axis below all of them. They only show what the list says, so that who listens loses nothing.
import { useTranslation } from "react-i18next";
import type { Timeline, TimelineRow } from "./timeline.ts";

const width = 1000;

/** From the acceptance to the review; what is over is filled, what is out of force is hollow, expired is struck through. */
export function TimeBar({ row, today }: { readonly row: TimelineRow; readonly today: number }) {
  const { start, end, state, soon } = row;
  const [from, to, now] = [start * width, end * width, today * width];
  const over = Math.min(Math.max(now, from), to);
  const ink = state === "expired" || soon ? "text-ink" : "text-accent";
  return (
    <svg viewBox={`0 0 ${width} 12`} preserveAspectRatio="none" aria-hidden="true" className={`h-3 w-full ${ink}`}>
      <rect x={0} y={5.5} width={width} height={1} className="fill-line" />
      {state === "in-force" && <rect x={from} y={3} width={Math.max(2, over - from)} height={6} fill="currentColor" />}
      <rect
        x={from}
        y={3}
        width={Math.max(2, to - from)}
        height={6}
        fill="none"
        stroke="currentColor"
        strokeWidth={1.5}
        strokeDasharray={state === "in-force" ? undefined : "6 4"}
        vectorEffect="non-scaling-stroke"
      />
      {state === "expired" && (
        <path d={`M${from} 11 L${to} 1`} stroke="currentColor" strokeWidth={1.5} vectorEffect="non-scaling-stroke" />
      )}
      <path d={`M${now} 0 V12`} className="stroke-ink" strokeWidth={1.5} vectorEffect="non-scaling-stroke" />
    </svg>
  );
}

/** The days below the bars. */
export function TimeAxis({ timeline: { ticks, today } }: { readonly timeline: Timeline }) {
  const { t } = useTranslation();
  return (
    <div aria-hidden="true" className="relative mx-3 h-5 overflow-hidden text-2xs text-faint">
      {ticks
        .filter(({ at }) => at < 0.93 && Math.abs(at - today) > 0.09)
        .map(({ day, at }) => (
          <span key={day} className="absolute top-0.5 whitespace-nowrap" style={{ left: `${at * 100}%` }}>
            {day.slice(0, 7)}
          </span>
        ))}
      <span
        className="absolute top-0.5 -translate-x-1/2 font-medium text-ink"
        style={{ left: `${Math.min(95, Math.max(4, today * 100))}%` }}
      >
        {t("validation.acceptances.today")}
      </span>
    </div>
  );
}
