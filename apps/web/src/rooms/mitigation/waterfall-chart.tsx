// Effort against risk removed: a waterfall of the controls of the plan, and the same as a table.
import type { ControlPlan } from "@parapet/core";
import { clsx } from "clsx";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { linkTo } from "../../data/selection.ts";
import { useWorkbench } from "../../data/workbench.ts";
import { Button } from "../../kit/button.tsx";
import { Card, Section } from "../../kit/layout.tsx";
import { type Bar, barsOf } from "./waterfall.ts";

export interface WaterfallChartProps {
  readonly plan: ControlPlan;
  readonly title: (control: string) => string;
  readonly open: (control: string) => void;
}

export function WaterfallChart({ plan, title, open }: WaterfallChartProps) {
  const { t } = useTranslation();
  const [table, setTable] = useState(false);
  const bars = barsOf(plan);
  if (bars.length === 0) return <p className="text-sm text-soft">{t("mitigation.chart.empty")}</p>;
  return (
    <Section title={t("mitigation.chart.title")} note={t("mitigation.chart.note")}>
      <Card className="p-3">
        {table ? (
          <Table bars={bars} title={title} open={open} />
        ) : (
          <Picture plan={plan} bars={bars} title={title} open={open} />
        )}
        <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-xs text-soft">
          <span className="flex items-center gap-1.5">
            <span className="size-3 rounded-xs bg-accent" aria-hidden="true" />
            {t("mitigation.chart.chosen")}
          </span>
          <span className="flex items-center gap-1.5">
            <span className="size-3 rounded-xs border-2 border-accent" aria-hidden="true" />
            {t("mitigation.chart.offered")}
          </span>
          <span className="min-w-32 flex-1">{t("mitigation.chart.effort")}</span>
          <Button look="quiet" aria-pressed={table} onClick={() => setTable(!table)}>
            {table ? t("mitigation.chart.picture") : t("mitigation.chart.table")}
          </Button>
        </div>
      </Card>
    </Section>
  );
}

interface PartProps extends Pick<WaterfallChartProps, "title" | "open"> {
  readonly bars: readonly Bar[];
}

const head = 16;
const high = 150;
/** Narrow bars that are lower than this leave no room for their number in a narrow frame. */
const crowded = 5;
const y = (hundredths: number) => head + (hundredths / 100) * high;

/** Drawn in hundredths of its width, so that the text keeps its size at any. */
function Picture({ plan, bars, title, open }: PartProps & Pick<WaterfallChartProps, "plan">) {
  const { t } = useTranslation();
  const end = bars.at(-1);
  const label = t("mitigation.chart.label", {
    count: bars.length,
    from: Math.round(plan.risk),
    to: Math.round(plan.withAll),
  });
  const floor = end ? y(end.top + end.height) : y(0);
  return (
    <svg aria-label={label} className="block h-44 w-full overflow-visible text-soft">
      <title>{label}</title>
      <rect x="0" width="100%" y={floor} height={y(100) - floor} className="fill-sunken" />
      <text x="100%" y="10" textAnchor="end" className="fill-current text-2xs">
        {t("mitigation.chart.all", { risk: Math.round(plan.risk) })}
      </text>
      <line x1="0" x2="100%" y1={y(0)} y2={y(0)} stroke="var(--line)" />
      <line x1="0" x2="100%" y1={y(100)} y2={y(100)} stroke="var(--line-strong)" />
      <line x1="0" x2="100%" y1={floor} y2={floor} stroke="var(--line-strong)" />
      {bars.map((bar) => (
        <BarShape key={bar.number} bar={bar} title={title} open={open} />
      ))}
      <text x="6" y={floor} dy="16" className="fill-ink text-xs font-semibold">
        {t("mitigation.chart.left", { risk: Math.round(plan.withAll) })}
      </text>
    </svg>
  );
}

function BarShape({ bar, title, open }: { readonly bar: Bar } & Pick<WaterfallChartProps, "title" | "open">) {
  const { t } = useTranslation();
  const model = useWorkbench((state) => state.model);
  const { step, number, left, width, top, height } = bar;
  const say = t("mitigation.chart.bar", {
    number,
    title: title(step.control),
    removes: Math.round(step.removes),
    effort: t(`inspector.effort.${step.effort}`),
  });
  return (
    <a
      href={linkTo(model, "mitigation", { kind: "control", id: step.control })}
      aria-label={say}
      data-bar={step.control}
      onClick={(event) => {
        event.preventDefault();
        open(step.control);
      }}
    >
      <title>{say}</title>
      {/* The whole column can be pressed, however small the bar. */}
      <rect x={`${left}%`} width={`${width}%`} y={y(0)} height={high} fill="transparent" />
      <rect
        x={`${left}%`}
        width={`${width}%`}
        y={y(top)}
        height={Math.max(2, (height / 100) * high)}
        className={clsx("stroke-accent", step.chosen ? "fill-accent" : "fill-surface")}
        strokeWidth="1.5"
      />
      <text
        x={`${left + width / 2}%`}
        y={y(top)}
        dy="-4"
        textAnchor="middle"
        className={clsx("fill-current text-2xs", step.effort === "small" && height < crowded && "@max-xl:hidden")}
      >
        {number}
      </text>
    </a>
  );
}

function Table({ bars, title, open }: PartProps) {
  const { t } = useTranslation();
  return (
    <div className="max-h-64 overflow-auto">
      <table className="w-full text-left text-sm">
        <thead className="text-xs text-soft">
          <tr>
            <th scope="col" aria-label="#" />
            {(["control", "effort", "removes", "leaves", "state"] as const).map((column) => (
              <th key={column} scope="col" className="py-1 pr-3 font-medium">
                {t(`mitigation.chart.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {bars.map(({ step, number }) => (
            <tr key={number} className="border-t border-line">
              <td className="pr-2 text-xs text-faint">{number}</td>
              <td className="py-0.5 pr-3">
                <button type="button" className="text-left hover:underline" onClick={() => open(step.control)}>
                  {title(step.control)}
                </button>
              </td>
              <td className="pr-3 text-xs text-soft">{t(`inspector.effort.${step.effort}`)}</td>
              <td className="pr-3">{Math.round(step.removes)}</td>
              <td className="pr-3">{Math.round(step.leaves)}</td>
              <td className="text-xs text-soft">
                {step.chosen ? t("mitigation.chart.chosen") : t("mitigation.chart.offered")}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
