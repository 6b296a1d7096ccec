// The features, the riskiest first: what each would add, and which one to model next.
import type { Document } from "@parapet/core";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../data/use-command.ts";
import { useConsequences } from "../../data/use-consequences.ts";
import { call } from "../../data/workbench.ts";
import { BareText } from "../../kit/bare-fields.tsx";
import { Button } from "../../kit/button.tsx";
import { Section } from "../../kit/layout.tsx";
import { Problems } from "../../kit/problems.tsx";
import { FeatureRow } from "./feature-row.tsx";

export function Features({ model }: { readonly model: Document["model"] }) {
  const { t } = useTranslation();
  const features = Object.entries(model.features ?? {});
  const planned = features.filter(([, { state }]) => state === "planned").map(([id]) => id);
  const key = planned.join(" ");
  const suppositions = useMemo(
    () => Object.fromEntries(key.split(" ").flatMap((id) => (id === "" ? [] : [[id, { feature: id }]]))),
    [key],
  );
  const consequences = useConsequences(suppositions);
  return (
    <Section title={t("scoping.features.title")}>
      {features.length === 0 && <p className="text-sm text-soft">{t("scoping.features.none")}</p>}
      <ol className="divide-y divide-line rounded-lg border border-line bg-surface empty:hidden">
        {features.map(([id, feature]) => (
          <FeatureRow key={id} id={id} feature={feature} consequence={consequences[id]} />
        ))}
      </ol>
      <NewFeature />
    </Section>
  );
}

function NewFeature() {
  const { t } = useTranslation();
  const { run, problems } = useCommand();
  const [title, setTitle] = useState("");
  const add = async () => {
    const given = { title: title.trim() };
    if (await run(t("scoping.features.didAdd", given), call("plan-feature", given))) setTitle("");
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
