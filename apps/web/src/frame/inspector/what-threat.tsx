// A threat: how bad, how it stands, why it matters.
import { type Document, nameOfRegulation, threatMeant } from "@parapet/core";
import { useTranslation } from "react-i18next";
import { StatusChip, StrideChip, TierChip } from "../../kit/chips.tsx";
import { ScoreEditor } from "../../rooms/scoring/score-editor.tsx";
import { Line } from "./part.tsx";
import { SubjectLine } from "./subject-line.tsx";
import { justWritten } from "./threat/card-threat.ts";
import type { World } from "./world.ts";

export function WhatThreat({ id, world }: { readonly id: string; readonly world: World }) {
  const { t } = useTranslation();
  const threat = world.views.threat.get(id);
  // What was written down a moment ago is still being worked out.
  if (!threat && justWritten(world.document, id)) return null;
  if (!threat) return <p className="text-sm text-soft">{t("inspector.gone", { id })}</p>;
  const { tier, status, strength, categories, likelihood, impact, current, score, exposure, refs } = threat;
  const rule = world.texts?.rules[threat.rule];
  const said = threat.rule === "by-hand" ? whyByHand(world.document, id) : undefined;
  const references = [
    ...refs.cwe.map((n) => `CWE-${n}`),
    ...refs.capec.map((n) => `CAPEC-${n}`),
    ...(refs.attack ?? []).map((one) => `ATT&CK ${one}`),
    ...(threat.regulations ?? []).map(nameOfRegulation),
  ];
  return (
    <>
      <p className="mb-1.5 flex flex-wrap items-center gap-2">
        <TierChip tier={tier} long />
        <StatusChip status={status} strength={strength} />
        {categories.map((category) => (
          <StrideChip key={category} category={category} />
        ))}
      </p>
      <p className="text-sm text-soft">
        {t("inspector.score", { likelihood, impact, risk: Math.round(current) })}
        {score.proposed && ` (${t("inspector.proposed")})`}
      </p>
      <details className="@container mt-1">
        <summary className="w-fit text-sm text-accent hover:underline">{t("inspector.scales")}</summary>
        <div className="mt-2">
          <ScoreEditor threat={threat} />
        </div>
      </details>
      <dl className="mt-1">
        <SubjectLine id={threat.subject} world={world} />
        <Line name={t("inspector.exposure")}>{exposure.replaceAll("-", ", ")}</Line>
        {references.length > 0 && <Line name={t("inspector.refs")}>{references.join(" · ")}</Line>}
      </dl>
      {said !== undefined && (
        <p className="mt-2 text-sm text-soft" dir="auto">
          {said}
        </p>
      )}
      {rule && (
        <details className="mt-2 text-sm text-soft" open>
          <summary className="text-xs font-medium text-soft">{t("inspector.why")}</summary>
          <p className="mt-1">{rule.why}</p>
          <p className="mt-2 text-xs font-medium">{t("inspector.falseAlarm")}</p>
          <p className="mt-0.5">{rule.falsePositives}</p>
        </details>
      )}
    </>
  );
}

/** How it works, as who wrote it down says. */
function whyByHand(document: Document, id: string): string | undefined {
  const threats = Object.entries(document.register?.threats ?? {});
  return threats.find(([key]) => threatMeant(document, key) === id)?.[1].why;
}
