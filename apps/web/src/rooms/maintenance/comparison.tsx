// Two revisions compared: which, in numbers, on the diagram, and as sentences with their causes. The last commit against now, unless others are picked.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type Commit,
  type Comparison as Compared,
  lastCommit,
  present,
  useCommits,
  useComparison,
} from "../../data/comparison.ts";
import { Button } from "../../kit/button.tsx";
import { Empty, Section } from "../../kit/layout.tsx";
import { Problems } from "../../kit/problems.tsx";
import { ChangesDrawn } from "./changes-drawn.tsx";
import { Deltas } from "./deltas.tsx";
import { DiffSentences } from "./diff-sentences.tsx";

export function Comparison() {
  const { t } = useTranslation();
  const commits = useCommits();
  const [from, setFrom] = useState(lastCommit);
  const [to, setTo] = useState(present);
  const compared = useComparison(commits && commits.length > 0 ? from : undefined, to);
  if (commits?.length === 0)
    return (
      <Section title={t("maintenance.comparison.title")}>
        <Empty>{t("maintenance.comparison.noGit")}</Empty>
      </Section>
    );
  const before = commits?.[from === lastCommit ? 1 : commits.findIndex(({ id }) => id === from) + 1];
  return (
    <Section title={t("maintenance.comparison.title")}>
      <div className="mb-3 flex flex-wrap items-center gap-2 text-sm">
        <Revision label={t("maintenance.comparison.from")} value={from} choose={setFrom} commits={commits ?? []} />
        <Revision label={t("maintenance.comparison.to")} value={to} choose={setTo} commits={commits ?? []} now />
      </div>
      {!compared && <p className="text-sm text-soft">{t("maintenance.comparison.working")}</p>}
      {compared && !compared.ok && <Problems problems={compared.problems} />}
      {compared?.ok &&
        (compared.value.empty ? (
          <Empty
            action={before && <Button onClick={() => setFrom(before.id)}>{t("maintenance.comparison.before")}</Button>}
          >
            {t("maintenance.comparison.empty")}
          </Empty>
        ) : (
          <Difference compared={compared.value} />
        ))}
    </Section>
  );
}

function Difference({ compared: { diff, drawn } }: { readonly compared: Compared }) {
  return (
    <div className="flex flex-col gap-4">
      <Deltas diff={diff} />
      <ChangesDrawn diff={diff} drawn={drawn} />
      <DiffSentences diff={diff} />
    </div>
  );
}

/** Picks a revision: the model as it is, the last commit, or another one. */
function Revision({
  label,
  value,
  choose,
  commits,
  now = false,
}: {
  readonly label: string;
  readonly value: string;
  readonly choose: (revision: string) => void;
  readonly commits: readonly Commit[];
  readonly now?: boolean;
}) {
  const { t } = useTranslation();
  return (
    <label className="flex min-w-0 max-w-full items-center gap-2">
      <span className="shrink-0 text-soft">{label}</span>
      <select
        value={value}
        onChange={({ target }) => choose(target.value)}
        className="min-w-0 max-w-96 flex-1 rounded-md border border-line-strong/60 bg-surface px-2 py-1"
      >
        {now && <option value={present}>{t("maintenance.comparison.now")}</option>}
        <option value={lastCommit}>{t("maintenance.comparison.head")}</option>
        {commits.map(({ id, author, on, subject }) => (
          <option key={id} value={id}>
            {t("maintenance.comparison.commit", { id: id.slice(0, 8), author, on, subject })}
          </option>
        ))}
      </select>
    </label>
  );
}
