// Proposals that wait, each reviewed like a pull request; reading the repository again makes one of what its files show.
import type { Problem, Proposal } from "@parapet/core";
import { useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { get, post } from "../../data/http.ts";
import { useWorkbench } from "../../data/workbench.ts";
import type { World } from "../../frame/inspector/world.ts";
import { Monogram } from "../../frame/monogram.tsx";
import { Button } from "../../kit/button.tsx";
import { Empty, Section } from "../../kit/layout.tsx";
import { Problems } from "../../kit/problems.tsx";
import { ProposalCard } from "./proposal-card.tsx";

interface Discovered {
  readonly proposal: Proposal | null;
  readonly refused: number;
  readonly problems: readonly Problem[];
}

export function Proposals({ world }: { readonly world: World }) {
  const { t } = useTranslation();
  const model = useWorkbench((state) => state.model);
  const waiting = useWorkbench((state) => state.proposals);
  const path = `/models/${encodeURIComponent(model)}`;
  const [proposals, setProposals] = useState<readonly Proposal[]>([]);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [reading, setReading] = useState(false);
  const [said, setSaid] = useState<string>();
  const load = useCallback(async () => {
    const got = await get<{ readonly proposals: readonly Proposal[] }>(`${path}/proposals`);
    if (got.ok) setProposals(got.value.proposals);
    else setProblems(got.problems);
  }, [path]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the count changes when somebody proposes, accepts or refuses
  useEffect(() => void load(), [load, waiting]);
  const read = async () => {
    setReading(true);
    const found = await post<Discovered>(`${path}/discover`, {});
    setReading(false);
    setProblems(found.ok ? found.value.problems : found.problems);
    if (found.ok) {
      const left = found.value.refused;
      const same = found.value.proposal === null ? t("maintenance.proposals.same") : "";
      setSaid([same, left > 0 && t("maintenance.proposals.refusedBefore", { count: left })].filter(Boolean).join(" "));
    }
    await load();
  };
  const again = (
    <Button disabled={reading} onClick={() => void read()}>
      {t(reading ? "maintenance.proposals.reading" : "maintenance.proposals.read")}
    </Button>
  );
  return (
    <Section title={t("maintenance.proposals.title")} note={proposals.length > 0 ? again : undefined}>
      <div className="flex flex-col gap-3">
        {proposals.length === 0 && <Empty action={again}>{t("maintenance.proposals.none")}</Empty>}
        <div role="status" className="text-sm text-soft empty:hidden">
          {said}
        </div>
        <Problems problems={problems} />
        {proposals.map((proposal) => (
          <article key={proposal.id} className="rounded-lg border border-line bg-surface p-4">
            <header className="flex items-start gap-2">
              <Monogram member="threat-model-architect" />
              <h3 className="min-w-0 flex-1 text-sm font-semibold" dir="auto">
                {proposal.title}
              </h3>
            </header>
            <ProposalCard proposal={proposal} world={world} settled={read} />
          </article>
        ))}
      </div>
    </Section>
  );
}
