// Evidence with its age: what failed and what is too old first, then what ends first; each with its bar of life.
import { clsx } from "clsx";
import type { TFunction } from "i18next";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { usePeople } from "../../data/people.ts";
import type { World } from "../../frame/inspector/world.ts";
import { Button } from "../../kit/button.tsx";
import { type Certainty, CertaintyMark } from "../../kit/certainty.tsx";
import { Empty, Section } from "../../kit/layout.tsx";
import { type EvidenceRow, type EvidenceState, evidenceRows, lifeOfEvidence } from "./evidence-rows.ts";

const shownRows = 8;
const marks: Readonly<Record<EvidenceState, Certainty>> = {
  failed: "struck",
  stale: "hollow",
  said: "hollow",
  soon: "solid",
  fresh: "solid",
};

export function EvidenceList({ world }: { readonly world: World }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const rows = evidenceRows(world.analysis, world.document);
  const shown = all ? rows : rows.slice(0, shownRows);
  return (
    <Section
      title={t("validation.evidence.title")}
      note={t("validation.evidence.note", { days: lifeOfEvidence(world.document) })}
    >
      {rows.length === 0 && <Empty>{t("validation.evidence.none")}</Empty>}
      {rows.length > 0 && (
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
          {shown.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </ul>
      )}
      {shown.length < rows.length && (
        <Button look="quiet" className="mt-1" onClick={() => setAll(true)}>
          {t("validation.evidence.all", { count: rows.length })}
        </Button>
      )}
    </Section>
  );
}

function Row({ row }: { readonly row: EvidenceRow }) {
  const { t } = useTranslation();
  const people = usePeople();
  const { entry, title, state, age, until } = row;
  const bad = state === "failed" || state === "stale";
  const said = [
    [t("validation.evidence.how"), entry.method],
    [t("validation.evidence.performer"), entry.performer && people.name(entry.performer)],
    [t("validation.evidence.of"), [commitText(t, entry), entry.link].filter(Boolean).join(" · ") || undefined],
    [t("validation.evidence.saw"), entry.saw],
  ] as const;
  return (
    <li className="px-3 py-2">
      <details>
        <summary className="flex list-none items-start gap-2 text-sm">
          <span className="mt-0.5">
            <CertaintyMark certainty={marks[state]} label={t(`validation.evidence.state.${state}`)} />
          </span>
          <span className="min-w-0 flex-1" dir="auto">
            {entry.criterion.replaceAll("-", " ")} <span className="text-soft">({title})</span>
          </span>
          <span className={clsx("shrink-0 text-right text-xs", bad ? "font-semibold text-ink" : "text-soft")}>
            {bad || state === "said" ? t(`validation.evidence.state.${state}`) : <Age days={age} />}
            <Life row={row} />
          </span>
        </summary>
        <div className="mt-1 flex flex-col gap-1 pl-5 text-xs text-soft" dir="auto">
          <p>
            {t("validation.evidence.by", {
              tool: entry.tool,
              where: entry.environment ? t("validation.evidence.where", { environment: entry.environment }) : "",
              by: people.name(entry.by),
              on: entry.on,
            })}
            , <Age days={age} />,{" "}
            {t(state === "stale" ? "validation.evidence.over" : "validation.evidence.until", { day: until })}
          </p>
          {said.map(([name, text]) =>
            text === undefined ? null : (
              <p key={name}>
                <span className="font-medium">{name}:</span> {text}
              </p>
            ),
          )}
        </div>
      </details>
    </li>
  );
}

/** A commit that the repository of the model did not know says so. */
function commitText(t: TFunction, entry: EvidenceRow["entry"]): string | undefined {
  if (entry["unknown-commit"] === undefined || entry.commit === undefined) return entry.commit;
  return t("validation.evidence.unknownCommit", { commit: entry.commit });
}

function Age({ days }: { readonly days: number }) {
  const { t } = useTranslation();
  return days === 0 ? t("validation.evidence.today") : t("validation.evidence.age", { count: days });
}

/** How much of its life is over. */
function Life({ row: { worn, state } }: { readonly row: EvidenceRow }) {
  return (
    <svg viewBox="0 0 60 4" aria-hidden="true" className="mt-1 ml-auto h-1 w-15">
      <rect width={60} height={4} rx={2} className="fill-line" />
      <rect width={Math.max(2, 60 * worn)} height={4} rx={2} className={state === "fresh" ? "fill-good" : "fill-ink"} />
    </svg>
  );
}
