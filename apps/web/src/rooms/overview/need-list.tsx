// What needs people now: the few things that come first, then all that is missing by the criterion that misses it.
import { type Analysis, type Document, type Need, reviewTriggers } from "@parapet/core";
import { nextThings } from "@parapet/team";
import { clsx } from "clsx";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { linkTo } from "../../data/selection.ts";
import { useWorkbench } from "../../data/workbench.ts";
import { Monogram } from "../../frame/monogram.tsx";
import { Section } from "../../kit/layout.tsx";
import { NeedGroups } from "./need-groups.tsx";
import { NeedRow } from "./need-row.tsx";
import { askedOf, jobOf, needGroups, waitingForApproval } from "./needs.ts";
import { useWho } from "./who.ts";

interface NeedListProps {
  readonly analysis: Analysis;
  readonly document: Document;
}

export function NeedList({ analysis, document }: NeedListProps) {
  const { t } = useTranslation();
  const [from, setFrom] = useState<string>();
  const groups = needGroups(analysis, from);
  const first = firstThings(analysis, from);
  return (
    <Section title={t("overview.title")} note={<NextReview analysis={analysis} document={document} />}>
      <Whom analysis={analysis} document={document} from={from} choose={setFrom} />
      {first.length === 0 && <p className="text-sm text-soft">{t("overview.nothing")}</p>}
      {first.length > 0 && (
        <ol aria-label={t("overview.first")} className="divide-y divide-line rounded-lg border border-line bg-surface">
          {first.map((need) => (
            <NeedRow key={`${need.stage} ${need.id}`} need={need} />
          ))}
        </ol>
      )}
      <Others analysis={analysis} document={document} />
      {groups.length > 0 && <NeedGroups groups={groups} />}
    </Section>
  );
}

const shown = 3;

/** The first things of all people, or the riskiest of those who are chosen. */
function firstThings(analysis: Analysis, from: string | undefined): readonly Need[] {
  if (from === undefined) return nextThings(analysis, shown);
  const own = analysis.stages.flatMap(({ missing }) => missing).filter((need) => need.from === from);
  return [...own].sort((a, b) => b.risk - a.risk).slice(0, shown);
}

interface WhomProps extends NeedListProps {
  readonly from: string | undefined;
  readonly choose: (from: string | undefined) => void;
}

/** Whom the needs are for: everybody's, or those of one job. */
function Whom({ analysis, document, from, choose }: WhomProps) {
  const { t } = useTranslation();
  const you = useWorkbench((state) => state.shown?.you?.name ?? "");
  const who = useWho();
  const own = jobOf(document, you);
  const asked = askedOf(analysis);
  if (asked.length < 2) return null;
  const all = asked.reduce((sum, [, count]) => sum + count, 0);
  const choices = [
    [undefined, t("overview.for.all", { count: all })],
    ...asked.map(
      ([job, count]) =>
        [job, t(job === own ? "overview.for.you" : "overview.for.job", { job: who(job), count })] as const,
    ),
  ] as const;
  return (
    <fieldset aria-label={t("overview.for.label")} className="mb-2 flex flex-wrap gap-1.5">
      {choices.map(([job, name]) => (
        <button
          key={name}
          type="button"
          aria-pressed={job === from}
          onClick={() => choose(job)}
          className={clsx(
            "rounded-full border px-2.5 py-0.5 text-xs first-letter:uppercase",
            job === from
              ? "border-accent bg-accent-soft font-medium text-accent"
              : "border-line text-soft hover:text-ink",
          )}
        >
          {name}
        </button>
      ))}
    </fieldset>
  );
}

/** What no exit criterion counts and people wait for all the same. */
function Others({ analysis, document }: NeedListProps) {
  const { t } = useTranslation();
  const model = useWorkbench((state) => state.model);
  const proposals = useWorkbench((state) => state.proposals);
  const approvals = waitingForApproval(analysis, document);
  const [first] = approvals;
  const lines = [
    ...(proposals > 0
      ? [
          {
            member: "threat-model-architect" as const,
            say: t("overview.proposals", { count: proposals }),
            href: `${linkTo(model, "maintenance")}#proposals`,
          },
        ]
      : []),
    ...(first !== undefined
      ? [
          {
            member: "risk-prioritization-analyst" as const,
            say: t("overview.approvals", { count: approvals.length }),
            href: linkTo(model, "validation", { kind: "threat", id: first }),
          },
        ]
      : []),
  ];
  if (lines.length === 0) return null;
  return (
    <ul className="mt-2 divide-y divide-line rounded-lg border border-line bg-surface">
      {lines.map(({ member, say, href }) => (
        <li key={say} className="flex items-center gap-3 px-3 py-2 text-sm">
          <Monogram member={member} />
          <span className="min-w-0 flex-1">{say}</span>
          <Link className="shrink-0 font-medium text-accent hover:underline" href={href}>
            {t("overview.go")}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function NextReview({ analysis, document }: NeedListProps) {
  const { t } = useTranslation();
  const model = useWorkbench((state) => state.model);
  const next = reviewTriggers(analysis, document, analysis.now).find(({ due }) => !due);
  if (!next) return t("overview.noReviews");
  return (
    <Link href={linkTo(model, "maintenance")} className="hover:underline">
      {t("overview.reviews", { on: next.on, say: next.say })}
    </Link>
  );
}
