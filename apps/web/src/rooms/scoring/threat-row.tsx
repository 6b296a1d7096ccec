// A threat in the backlog: how bad now and with what is chosen, who sees to it until when, and its score, opened where it stands.
import type { Threat } from "@parapet/core";
import { clsx } from "clsx";
import { Zap } from "lucide-react";
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { useViews } from "../../data/views.ts";
import { Button } from "../../kit/button.tsx";
import { StatusChip } from "../../kit/chips.tsx";
import { AssignThreat } from "./assign-threat.tsx";
import { ScoreEditor } from "./score-editor.tsx";

export interface ThreatRowProps {
  readonly threat: Threat;
  /** True while something on it waits for a second person. */
  readonly waits: boolean;
  readonly here: boolean;
  readonly scored: { readonly start?: Readonly<Record<string, number>> } | undefined;
  readonly score: (id: string | undefined) => void;
  readonly open: () => void;
  readonly step: (event: KeyboardEvent) => void;
}

export function ThreatRow({ threat, waits, here, scored, score, open, step }: ThreatRowProps) {
  const { t } = useTranslation();
  const { id } = threat;
  const title = useViews()?.say(threat) ?? threat.title;
  return (
    <div className={clsx("px-3 py-1.5", here && "bg-accent-soft/50")}>
      <div className="grid grid-cols-1 items-start gap-x-3 gap-y-1 @xl:grid-cols-[minmax(0,1fr)_18rem]">
        <button type="button" data-open="" onClick={open} onKeyDown={step} className="min-w-0 text-left">
          <span className="line-clamp-2 text-sm font-medium" title={title} dir="auto">
            {title}
          </span>
          <Marks threat={threat} waits={waits} />
        </button>
        <div className="flex items-start justify-end gap-1">
          <AssignThreat threat={threat} title={title} className="flex-1" />
          <Button
            look="quiet"
            aria-expanded={scored !== undefined}
            aria-label={t("scoring.backlog.scoreOf", { title })}
            onClick={() => score(scored ? undefined : id)}
          >
            {t("scoring.backlog.score")}
          </Button>
        </div>
      </div>
      {scored && (
        <div className="@container mt-2 rounded-md border border-line bg-ground p-3">
          <ScoreEditor threat={threat} done={() => score(undefined)} {...(scored.start && { start: scored.start })} />
        </div>
      )}
    </div>
  );
}

/** Status, risk and what it falls to, quick win, proposed or confirmed, waiting for a second person. */
function Marks({ threat, waits }: Pick<ThreatRowProps, "threat" | "waits">) {
  const { t } = useTranslation();
  const { status, strength, current, target, quickWin, score } = threat;
  const falls = target < current;
  return (
    <span className="flex flex-wrap items-center gap-x-3 text-xs text-soft">
      <StatusChip status={status} strength={strength} />
      <span
        title={
          falls ? t("scoring.backlog.falls", { current: Math.round(current), target: Math.round(target) }) : undefined
        }
      >
        {t("words.risk")} {Math.round(current)}
        {falls && ` → ${Math.round(target)}`}
      </span>
      {quickWin && (
        <span className="inline-flex items-center gap-0.5 font-medium text-good">
          <Zap size={12} aria-hidden="true" />
          {t("scoring.backlog.quickWin")}
        </span>
      )}
      {score.proposed && <span className="italic">{t("scoring.backlog.proposed")}</span>}
      {score.rescore && <span className="font-medium text-medium">{t("scoring.backlog.again")}</span>}
      {waits && <span className="font-medium text-medium">{t("scoring.backlog.waits")}</span>}
    </span>
  );
}
