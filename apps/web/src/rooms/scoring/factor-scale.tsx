// One anchored scale: a value, the sentence that it stands for, the engine's reason, and why somebody sets it otherwise.
import { type Exposure, exposures, type Factor } from "@parapet/core";
import { clsx } from "clsx";
import type { TFunction } from "i18next";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { anchoredValues, anchorOf } from "./scale.ts";

export interface FactorScaleProps {
  readonly factor: Factor;
  readonly value: number;
  readonly set: (value: number) => void;
  /** Why it has its value: the engine's reason, or a person's. */
  readonly reason?: string | undefined;
  /** The value before this change. */
  readonly was?: number | undefined;
  /** What the engine would propose now, when that is another value. */
  readonly would?: number | undefined;
  /** The reason for a changed value; asked while it is given. */
  readonly why?: { readonly text: string; readonly set: (text: string) => void } | undefined;
}

export function FactorScale({ factor, value, set, reason, was, would, why }: FactorScaleProps) {
  const { t } = useTranslation();
  const id = useId();
  const anchor = anchorOf(factor, value);
  const sentence = anchor && (anchor.exact ? anchor.say : t("scoring.editor.between", { anchor: anchor.say }));
  return (
    <div className="flex min-w-0 flex-col gap-0.5">
      <div className="flex items-baseline justify-between gap-2 text-sm">
        <label htmlFor={id} className="font-medium">
          {factor.title}
        </label>
        <span className="text-xs text-soft">
          <strong className="text-sm text-ink">{value}</strong>
          {was !== undefined && was !== value && ` · ${t("scoring.editor.was", { value: was })}`}
          {would !== undefined && would !== value && ` · ${t("scoring.editor.would", { value: would })}`}
        </span>
      </div>
      <input
        id={id}
        type="range"
        min={factor.min}
        max={factor.max}
        step={1}
        value={value}
        aria-valuetext={`${value}: ${sentence ?? ""}`}
        onChange={({ target }) => set(Number(target.value))}
        className="w-full accent-accent"
      />
      <Ticks factor={factor} value={value} />
      <p className="text-sm">{sentence}</p>
      <p className="text-xs text-soft" dir="auto">
        {reasonText(t, reason)}
      </p>
      {why && (
        <input
          aria-label={`${factor.title}: ${t("scoring.editor.why", { value })}`}
          placeholder={t("scoring.editor.why", { value })}
          value={why.text}
          dir="auto"
          onChange={({ target }) => why.set(target.value)}
          className="mt-0.5 w-full rounded-md border border-line-strong bg-surface px-2 py-1 text-sm"
        />
      )}
    </div>
  );
}

/** The engine names how a thing is reached by a word of its own; other reasons are sentences already. */
function reasonText(t: TFunction, reason: string | undefined): string {
  if (reason === undefined) return t("scoring.editor.noReason");
  return (exposures as readonly string[]).includes(reason) ? t(`scoring.editor.reached.${reason as Exposure}`) : reason;
}

/** The values that have a sentence, where they lie on the scale. */
function Ticks({ factor, value }: { readonly factor: Factor; readonly value: number }) {
  const span = factor.max - factor.min || 1;
  return (
    <div className="relative mx-2 h-4 text-2xs text-faint" aria-hidden="true">
      {anchoredValues(factor).map((at) => (
        <span
          key={at}
          className={clsx("absolute -translate-x-1/2 whitespace-nowrap", at === value && "font-semibold text-ink")}
          style={{ left: `${((at - factor.min) / span) * 100}%` }}
        >
          {at}
        </span>
      ))}
    </div>
  );
}
