// The overview: how the model stands, what needs people now, and what each member of the team did and waits for.
import type { Need } from "@parapet/core";
import { engage, memberOf, members } from "@parapet/team";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { useWorkbench } from "../../data/workbench.ts";
import { Monogram } from "../../frame/monogram.tsx";
import { Card, RoomHead, Section } from "../../kit/layout.tsx";
import { hrefOfPlace, placeOfNeed } from "./place-of-need.ts";

const shownNeeds = 6;

export function Overview() {
  const { t } = useTranslation();
  const analysis = useWorkbench((state) => state.analysis);
  const document = useWorkbench((state) => state.document);
  const knowledge = useWorkbench((state) => state.knowledge);
  const texts = useWorkbench((state) => state.texts);
  const engagement = useMemo(
    () => (analysis && document && knowledge && texts ? engage({ analysis, document, knowledge, texts }) : undefined),
    [analysis, document, knowledge, texts],
  );
  if (!analysis) return <p className="p-5 text-soft">{t("frame.opening")}</p>;
  const { summary } = analysis;
  const needs = [...analysis.stages.flatMap(({ missing }) => missing)].sort((a, b) => b.risk - a.risk);
  const counts = [
    [summary.open, t("overview.counts.open")],
    [summary.asked, t("overview.counts.asked")],
    [summary.addressed, t("overview.counts.addressed")],
    [summary.accepted, t("overview.counts.accepted")],
    [Math.round(summary.hiddenRisk), t("overview.counts.hidden")],
    [summary.surface, t("overview.counts.surface")],
  ] as const;
  return (
    <>
      <RoomHead title={analysis.model.system} answer={engagement?.next[0]?.say} />
      <div className="grid gap-6 p-5 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex min-w-0 flex-col gap-6">
          <dl className="flex flex-wrap gap-x-8 gap-y-2">
            {counts.map(([value, name]) => (
              <div key={name} className="flex flex-col-reverse">
                <dt className="text-xs text-soft">{name}</dt>
                <dd className="text-2xl font-semibold leading-7">{value}</dd>
              </div>
            ))}
          </dl>
          <Section title={t("overview.title")}>
            <Needs needs={needs.slice(0, shownNeeds)} />
          </Section>
        </div>
        <Section title={t("overview.team")}>
          <ul className="flex flex-col gap-3">
            {members.map(({ id }) => (
              <TeamMember key={id} id={id} reports={engagement?.stages.flatMap(({ reports }) => reports) ?? []} />
            ))}
          </ul>
        </Section>
      </div>
    </>
  );
}

function Needs({ needs }: { readonly needs: readonly Need[] }) {
  const { t } = useTranslation();
  const model = useWorkbench((state) => state.model);
  if (needs.length === 0) return <p className="text-sm text-soft">{t("overview.nothing")}</p>;
  return (
    <ol className="divide-y divide-line rounded-lg border border-line bg-surface">
      {needs.map((need) => (
        <li key={`${need.stage} ${need.id}`} className="flex items-center gap-3 px-4 py-2.5">
          <Monogram member={need.member} />
          <span className="min-w-0 flex-1 text-sm">{need.say}</span>
          <span className="text-xs text-soft">{need.from}</span>
          <Link
            className="shrink-0 text-sm font-medium text-accent underline-offset-2 hover:underline"
            href={hrefOfPlace(model, placeOfNeed(need))}
          >
            {t("overview.go")}
          </Link>
        </li>
      ))}
    </ol>
  );
}

type Reports = ReturnType<typeof engage>["stages"][number]["reports"];

function TeamMember({ id, reports }: { readonly id: Need["member"]; readonly reports: Reports }) {
  const { t } = useTranslation();
  const own = reports.filter(({ member }) => member === id);
  const did = own.flatMap((report) => report.did).slice(0, 2);
  const found = own.flatMap((report) => report.found).slice(0, 3);
  const needs = own.flatMap((report) => report.needs);
  const from = [...new Set(needs.map((need) => need.from))];
  return (
    <li>
      <Card>
        <div className="flex items-center gap-2">
          <Monogram member={id} />
          <h3 className="text-sm font-semibold">{memberOf(id).name}</h3>
        </div>
        <ul className="mt-2 flex flex-col gap-1 text-sm text-soft">
          {[...did, ...found].map((line) => (
            <li key={line}>{line}</li>
          ))}
          {from.map((who) => (
            <li key={who} className="font-medium text-ink">
              {t("overview.waits", { who, count: needs.filter((need) => need.from === who).length })}
            </li>
          ))}
        </ul>
      </Card>
    </li>
  );
}
