// The features, the riskiest first: how risky each looks and why, what it adds, and which one to model next.
import { type Document, featureRanking } from "@parapet/core";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../data/use-command.ts";
import { useConsequences } from "../../data/use-consequences.ts";
import { call, useWorkbench } from "../../data/workbench.ts";
import { BareText } from "../../kit/bare-fields.tsx";
import { Button } from "../../kit/button.tsx";
import { Section } from "../../kit/layout.tsx";
import { Problems } from "../../kit/problems.tsx";
import { FeatureRow } from "./feature-row.tsx";

export function Features({ document }: { readonly document: Document }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<string>();
  const ranking = featureRanking(document);
  const planned = ranking.filter(({ state }) => state === "planned").map(({ id }) => id);
  const key = [...planned].sort().join(" ");
  const suppositions = useMemo(
    () => Object.fromEntries(key.split(" ").flatMap((id) => (id === "" ? [] : [[id, { feature: id }]]))),
    [key],
  );
  const consequences = useConsequences(suppositions);
  return (
    <Section title={t("scoping.features.title")} note={ranking.length > 1 ? t("scoping.features.note") : undefined}>
      {ranking.length === 0 && <p className="text-sm text-soft">{t("scoping.features.none")}</p>}
      <ol className="divide-y divide-line rounded-lg border border-line bg-surface empty:hidden">
        {ranking.map((ranked) => (
          <FeatureRow
            key={ranked.id}
            ranked={ranked}
            feature={document.model.features?.[ranked.id] ?? {}}
            first={ranked.id === planned[0]}
            open={opened === ranked.id}
            turn={() => setOpened(opened === ranked.id ? undefined : ranked.id)}
            consequence={consequences[ranked.id]}
          />
        ))}
      </ol>
      <NewFeature known={Object.keys(document.model.features ?? {})} added={setOpened} />
    </Section>
  );
}

interface NewFeatureProps {
  readonly known: readonly string[];
  /** Opens the questions about what was added. */
  readonly added: (id: string) => void;
}

function NewFeature({ known, added }: NewFeatureProps) {
  const { t } = useTranslation();
  const { run, problems } = useCommand();
  const [title, setTitle] = useState("");
  const add = async () => {
    const given = { title: title.trim() };
    if (!(await run(t("scoping.features.didAdd", given), call("plan-feature", given)))) return;
    setTitle("");
    const now = Object.keys(useWorkbench.getState().document?.model.features ?? {});
    const fresh = now.find((id) => !known.includes(id));
    if (fresh !== undefined) added(fresh);
  };
  return (
    <form
      id="new-feature"
      className="mt-1.5 flex flex-wrap items-center gap-1.5"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <BareText
        label={t("scoping.features.add")}
        value={title}
        onChange={({ target }) => setTitle(target.value)}
        className="w-72 max-w-full border-dashed"
      />
      {title.trim() !== "" && <Button type="submit">{t("scoping.scope.add")}</Button>}
      <Problems problems={problems} />
    </form>
  );
}
