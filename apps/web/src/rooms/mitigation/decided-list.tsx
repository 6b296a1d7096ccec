// What was decided otherwise, by kind: who, why, until when, and whether it counts yet.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { usePeople } from "../../data/people.ts";
import { useSelect } from "../../data/selection.ts";
import { Button } from "../../kit/button.tsx";
import { StatusChip, TierChip } from "../../kit/chips.tsx";
import { Section } from "../../kit/layout.tsx";
import { DecideForm } from "./decide-form.tsx";
import { type Counting, type Decided, type Otherwise, otherwise } from "./decided.ts";

type Group = Exclude<Counting, "counts"> | Otherwise;

/** What counts stands under what it is; what waits for approval or no longer counts under that. */
const groups: readonly Group[] = ["waits", "lapsed", ...otherwise];

function groupOf({ counting, kind }: Decided): Group {
  return counting === "counts" ? kind : counting;
}

export function DecidedList({ decided }: { readonly decided: readonly Decided[] }) {
  const { t } = useTranslation();
  if (decided.length === 0) return <p className="text-xs text-faint">{t("mitigation.decided.none")}</p>;
  return (
    <Section title={t("mitigation.decided.title")}>
      <div className="flex flex-col gap-2">
        {groups.map((group) => {
          const own = decided.filter((one) => groupOf(one) === group);
          if (own.length === 0) return null;
          return (
            <details key={group} data-decided={group} className="rounded-lg border border-line bg-surface">
              <summary className="px-3 py-2 text-sm font-medium">
                {t(`mitigation.decided.kind.${group}`, { count: own.length })}
              </summary>
              <ul className="divide-y divide-line border-t border-line">
                {own.map((one) => (
                  <Line key={one.threat.id} one={one} />
                ))}
              </ul>
            </details>
          );
        })}
      </div>
    </Section>
  );
}

function Line({ one }: { readonly one: Decided }) {
  const { t } = useTranslation();
  const people = usePeople();
  const select = useSelect();
  const [again, setAgain] = useState(false);
  const { threat, kind, counting, status, by, on, why, to, review, approvedBy } = one;
  const said = [
    counting !== "counts" && t(`mitigation.decide.kind.${kind}`),
    t("mitigation.decided.by", { by: people.name(by), on }),
    to !== undefined && t("mitigation.decided.to", { to }),
    review !== undefined && t("mitigation.decided.review", { review }),
    approvedBy !== undefined && t("mitigation.decided.approved", { by: people.name(approvedBy) }),
  ].filter((part) => part !== false);
  return (
    <li className="px-3 py-2 text-sm">
      <div className="flex items-start gap-2">
        <TierChip tier={threat.tier} />
        <button
          type="button"
          className="min-w-0 flex-1 text-left hover:underline"
          onClick={() => select({ kind: "threat", id: threat.id })}
          dir="auto"
        >
          {threat.title}
        </button>
        <StatusChip status={status} strength={threat.strength} />
      </div>
      {why !== undefined && <p dir="auto">{why}</p>}
      <div className="flex flex-wrap items-center gap-x-3 text-xs text-soft">
        <span className="min-w-0 flex-1" dir="auto">
          {said.join(" · ")}
        </span>
        <Button look="quiet" aria-expanded={again} onClick={() => setAgain(!again)}>
          {t("mitigation.decided.again")}
        </Button>
      </div>
      {again && <DecideForm threat={threat} kind={kind} done={() => setAgain(false)} />}
    </li>
  );
}
