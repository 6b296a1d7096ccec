// The room scoring: how bad is it. The matrix with a dot per threat, the backlog in four tiers, what waits for a second person.
import { type Cell, methodOf, scoringMethods, type Threat, ThreatRisks } from "@parapet/core";
import { useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useViews } from "../../data/views.ts";
import { call, send, useWorkbench } from "../../data/workbench.ts";
import { RoomHead, Section } from "../../kit/layout.tsx";
import { scoring } from "../../strings/en/scoring.ts";
import { addStrings } from "../../strings/i18n.ts";
import { answers } from "./answers.ts";
import { approvalsOf } from "./approvals.ts";
import { Approvals } from "./approvals.tsx";
import { type BacklogFilter, inBacklog, placeCounts, tierRows, wholeBacklog } from "./backlog.ts";
import { BacklogBar } from "./backlog-bar.tsx";
import { BacklogList, type BacklogListProps } from "./backlog-list.tsx";
import { MoveForm } from "./move-form.tsx";
import { regulationsTouched } from "./regulations.ts";
import { Regulations } from "./regulations.tsx";
import { RiskMatrix } from "./risk-matrix.tsx";
import type { MatrixSight } from "./sights.tsx";

addStrings({ scoring });

export function Scoring() {
  const { t } = useTranslation();
  const views = useViews();
  const document = useWorkbench((state) => state.document);
  const knowledge = useWorkbench((state) => state.knowledge);
  const [filter, setFilter] = useState<BacklogFilter>(wholeBacklog);
  const [sight, setSight] = useState<MatrixSight>("standing");
  const [move, setMove] = useState<{ readonly id: string; readonly to: Cell }>();
  const [scored, setScored] = useState<BacklogListProps["scored"]>();
  const threats = views?.threats;
  const you = useWorkbench((state) => state.shown?.you?.name);
  const waits = useMemo(
    () => (document && threats ? approvalsOf(document, threats, you) : []),
    [document, threats, you],
  );
  const waiting = useMemo(() => new Set(waits.map(({ threat }) => threat)), [waits]);
  const inSight = useMemo(() => inBacklog(threats ?? [], filter, waiting), [threats, filter, waiting]);
  const analysis = views?.analysis;
  const risks = useMemo(
    () => (analysis && knowledge ? new ThreatRisks({ analysis, knowledge }) : undefined),
    [analysis, knowledge],
  );
  const before = sight === "before";
  const cellOf = useCallback(
    (threat: Threat): Cell => risks?.cell(threat, before) ?? { likelihood: 0, impact: 0 },
    [risks, before],
  );
  const tiers = useMemo(() => tierRows(inSight, filter.cell, cellOf), [inSight, filter.cell, cellOf]);
  const counts = useMemo(() => placeCounts(threats ?? []), [threats]);
  if (!views || !document || !threats || !risks) return <p className="p-5 text-soft">{t("frame.opening")}</p>;
  const moving = move && views.threat.get(move.id);
  const { cell, regulation, ...rest } = filter;
  const backToDot = (threat: Threat | undefined) => {
    setMove(undefined);
    requestAnimationFrame(() => globalThis.document.querySelector<HTMLElement>(`[data-dot="${threat?.id}"]`)?.focus());
  };
  return (
    <div className="@container flex min-h-full flex-col">
      <RoomHead title={t("frame.room.scoring")} answer={answers[0]?.answer({ document, analysis: views.analysis }, t)}>
        <Method />
      </RoomHead>
      <div className="grid flex-1 gap-5 p-5 pb-16 @4xl:h-0 @4xl:min-h-[42rem] @4xl:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
        <div className="flex min-w-0 flex-col gap-5 @4xl:overflow-y-auto">
          <RiskMatrix
            threats={inSight}
            sight={sight}
            look={(to) => {
              setSight(to);
              setMove(undefined);
              setFilter({ ...rest, ...(regulation !== undefined && { regulation }) });
            }}
            cellOf={cellOf}
            chosen={cell}
            choose={(to) =>
              setFilter({ ...rest, ...(regulation !== undefined && { regulation }), ...(to && { cell: to }) })
            }
            moved={({ id }, to) => setMove({ id, to })}
          />
          {move && moving && (
            <MoveForm
              key={moving.id}
              threat={moving}
              sight={sight}
              factors={risks.factorsIn(moving, move.to, before)}
              to={move.to}
              change={(to) => setMove({ id: move.id, to })}
              done={() => backToDot(moving)}
              scales={(start) => {
                setMove(undefined);
                setFilter({ ...wholeBacklog, places: filter.places });
                setScored({ id: moving.id, start });
              }}
            />
          )}
          <Approvals waits={waits} />
          <Regulations
            lines={regulationsTouched(document, threats)}
            named={(document.model.scope?.regulations ?? []).length > 0}
            chosen={regulation}
            choose={(to) => setFilter({ ...rest, ...(cell && { cell }), ...(to !== undefined && { regulation: to }) })}
          />
        </div>
        <Section title={t("scoring.backlog.title")} className="flex min-h-0 flex-col">
          <BacklogBar filter={filter} set={setFilter} counts={counts} />
          <BacklogList
            tiers={tiers}
            waiting={waiting}
            scored={scored}
            score={(id) => setScored(id === undefined ? undefined : { id })}
          />
        </Section>
      </div>
    </div>
  );
}

/** The method that the tiers come from. */
function Method() {
  const { t } = useTranslation();
  const method = methodOf(useWorkbench((state) => state.document?.model.method));
  return (
    <label className="flex items-center gap-2 text-xs text-soft">
      {t("scoring.matrix.method")}
      <select
        value={method.id}
        onChange={({ target }) => {
          const chosen = methodOf(target.value);
          void send(
            t("scoring.matrix.methodChosen", { method: chosen.title }),
            call("set-method", { method: chosen.id }),
          );
        }}
        className="rounded-md border border-line bg-surface px-2 py-1 text-sm text-ink"
      >
        {scoringMethods.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}
