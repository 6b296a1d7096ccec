// The spread of votes as a strip: a dot for each vote at its value, the middle marked, the range between them.
import type { Factor } from "@parapet/core";
import { useTranslation } from "react-i18next";
import type { Spread } from "../../running/spread.ts";

export function SpreadStrip({
  factor: { min, max },
  spread,
  result,
  small = false,
}: {
  readonly factor: Pick<Factor, "min" | "max">;
  readonly spread: Spread;
  readonly result?: number;
  readonly small?: boolean;
}) {
  const { t } = useTranslation();
  const span = max - min || 1;
  const x = (value: number) => 20 + ((value - min) / span) * 560;
  const most = Math.max(...spread.dots.map(({ count }) => count));
  const radius = small ? 5 : 9;
  const top = radius * 2 * Math.min(most, 8) + 6;
  // A middle between two values marks both.
  const isMarked = (value: number) => Math.abs(value - (result ?? spread.middle)) < 1;
  const label = t("workshop.votes.spread", {
    votes: spread.dots.map(({ value, count }) => (count > 1 ? `${value} ×${count}` : String(value))).join(", "),
    middle: spread.middle,
  });
  return (
    <svg viewBox={`0 0 600 ${top + 34}`} role="img" aria-label={label} className="w-full max-w-2xl" data-spread="">
      <line x1={x(min)} x2={x(max)} y1={top} y2={top} stroke="var(--line-strong)" strokeWidth="2" />
      <line
        x1={x(spread.low)}
        x2={x(spread.high)}
        y1={top}
        y2={top}
        stroke="var(--accent)"
        strokeWidth="6"
        strokeLinecap="round"
      />
      {spread.dots.flatMap(({ value, count }) =>
        Array.from({ length: Math.min(count, 8) }, (_, i) => (
          <circle
            // biome-ignore lint/suspicious/noArrayIndexKey: votes of one value are told apart by nothing else
            key={`${value} ${i}`}
            cx={x(value)}
            cy={top - radius - 2 - i * radius * 2}
            r={radius - 1}
            fill="var(--accent)"
          />
        )),
      )}
      {Array.from({ length: span + 1 }, (_, i) => min + i).map((value) => (
        <text
          key={value}
          x={x(value)}
          y={top + 24}
          textAnchor="middle"
          fontSize={small ? 15 : 17}
          fill={isMarked(value) ? "var(--ink)" : "var(--ink-faint)"}
          fontWeight={isMarked(value) ? 700 : 400}
        >
          {value}
        </text>
      ))}
    </svg>
  );
}
