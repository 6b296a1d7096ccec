// The four members: what each did and found, and what it needs from whom.
import type { Analysis, Document } from "@parapet/core";
import { type Engagement, engage, memberOf, members } from "@parapet/team";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { useWorkbench } from "../../data/workbench.ts";
import { Monogram } from "../../frame/monogram.tsx";
import { Section } from "../../kit/layout.tsx";
import { hrefOfPlace, placeOfNeed } from "./place-of-need.ts";
import { useWho } from "./who.ts";

interface TeamProps {
  readonly analysis: Analysis;
  readonly document: Document;
}

export function Team({ analysis, document }: TeamProps) {
  const { t } = useTranslation();
  const knowledge = useWorkbench((state) => state.knowledge);
  const texts = useWorkbench((state) => state.texts);
  const engagement = useMemo(
    () => (knowledge && texts ? engage({ analysis, document, knowledge, texts }) : undefined),
    [analysis, document, knowledge, texts],
  );
  const reports = engagement?.stages.flatMap((stage) => stage.reports) ?? [];
  return (
    <Section title={t("overview.team")}>
      <ul className="flex flex-col divide-y divide-line">
        {members.map(({ id }) => (
          <TeamMember key={id} id={id} reports={reports.filter(({ member }) => member === id)} />
        ))}
      </ul>
    </Section>
  );
}

type Reports = Engagement["stages"][number]["reports"];

function TeamMember({ id, reports }: { readonly id: Reports[number]["member"]; readonly reports: Reports }) {
  const { t } = useTranslation();
  const model = useWorkbench((state) => state.model);
  const who = useWho();
  const [open, setOpen] = useState(false);
  const did = reports.flatMap((report) => report.did);
  const found = reports.flatMap((report) => report.found);
  const needs = reports.flatMap((report) => report.needs);
  const from = [...new Set(needs.map((need) => need.from))];
  const firstOf = (who: string) =>
    needs.filter((need) => need.from === who).reduce((best, need) => (need.risk > best.risk ? need : best));
  const { name, mission } = memberOf(id);
  return (
    <li className="flex items-start gap-3 py-2.5">
      <Monogram member={id} />
      <div className="min-w-0 flex-1 text-sm">
        <h3 className="font-semibold" title={mission}>
          {name}
        </h3>
        {did.length > 0 && <p className="text-soft">{did[0]}</p>}
        {found.length + did.length > 1 && (
          <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
            <summary className="text-xs text-faint">
              {t("overview.teamMore", { count: found.length + did.length - 1 })}
            </summary>
            <ul className="my-1 flex list-disc flex-col gap-1 pl-4 text-xs text-soft">
              {[...did.slice(1), ...found].map((line) => (
                <li key={line} dir="auto">
                  {line}
                </li>
              ))}
            </ul>
          </details>
        )}
        <p className="flex flex-wrap gap-x-3 text-sm">
          <span className="text-faint">{needs.length === 0 ? t("overview.nothingNeeded") : t("overview.needs")}</span>
          {from.map((job) => {
            const first = firstOf(job);
            const count = needs.filter((need) => need.from === job).length;
            return (
              <Link
                key={job}
                href={hrefOfPlace(model, placeOfNeed(first))}
                title={first.say}
                className="font-medium text-accent hover:underline"
              >
                {t("overview.waits", { who: who(job), count })}
              </Link>
            );
          })}
        </p>
      </div>
    </li>
  );
}
