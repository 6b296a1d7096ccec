// A mitigation that no control card fits: what will be done, and how it is tested.
import type { Threat } from "@parapet/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSending } from "../../data/heard.ts";
import { call } from "../../data/workbench.ts";
import { Button } from "../../kit/button.tsx";
import { PersonField, TextField } from "../../kit/field.tsx";
import { Problems } from "../../kit/problems.tsx";

const criterion = "works-as-described";

export function WithoutCard({ threat, done }: { readonly threat: Threat; readonly done: () => void }) {
  const { t } = useTranslation();
  const { problems, busy, sending } = useSending();
  const [title, setTitle] = useState("");
  const [tested, setTested] = useState("");
  const [owner, setOwner] = useState("");
  const save = async () => {
    const input = {
      title: title.trim(),
      threats: [threat.id],
      ...(tested.trim() !== "" && { criteria: { [criterion]: tested.trim() } }),
      ...(owner.trim() !== "" && { owner: owner.trim() }),
    };
    if (await sending(t("mitigation.withoutCard.done", { title }), call("add-mitigation-without-card", input))) done();
  };
  return (
    <details className="rounded-md border border-line bg-surface p-2">
      <summary className="text-sm text-accent">{t("mitigation.withoutCard.open")}</summary>
      <div className="mt-2 flex flex-col gap-2">
        <TextField label={t("mitigation.withoutCard.title")} value={title} onValue={setTitle} />
        <TextField
          label={t("mitigation.withoutCard.criterion")}
          help={t("mitigation.withoutCard.criterionHelp")}
          lines={2}
          value={tested}
          onValue={setTested}
        />
        <PersonField label={t("mitigation.detail.owner")} value={owner} onValue={setOwner} />
        <Problems problems={problems} />
        <Button className="w-fit" disabled={busy || title.trim() === ""} onClick={() => void save()}>
          {t("mitigation.withoutCard.save")}
        </Button>
      </div>
    </details>
  );
}
