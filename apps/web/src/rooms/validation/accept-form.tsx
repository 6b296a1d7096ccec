// Accepts a risk: who answers for it, why it is acceptable, when it is looked at again. Severe ones then wait for another person.
import { type AcceptanceView, needsSecondPerson } from "@parapet/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSending } from "../../data/heard.ts";
import { call } from "../../data/workbench.ts";
import type { World } from "../../frame/inspector/world.ts";
import { Button } from "../../kit/button.tsx";
import { PersonField, TextField } from "../../kit/field.tsx";
import { Problems } from "../../kit/problems.tsx";
import { ThreatPicker } from "./threat-picker.tsx";

export function AcceptForm({
  threats,
  given,
  world,
  done,
}: {
  /** The threats whose risk is accepted; when there are none, one is picked. */
  readonly threats: readonly string[];
  readonly given?: AcceptanceView | undefined;
  readonly world: World;
  readonly done: () => void;
}) {
  const { t } = useTranslation();
  const { problems, busy, sending } = useSending();
  const [picked, setPicked] = useState(threats);
  const [owner, setOwner] = useState(given?.owner ?? "");
  const [why, setWhy] = useState(given?.why ?? "");
  const [review, setReview] = useState("");
  const [conditions, setConditions] = useState("");
  const { views, document, analysis } = world;
  const second = picked
    .map((id) => views.threat.get(id)?.tier)
    .find((tier) => tier !== undefined && needsSecondPerson(document, tier));
  const save = async () => {
    const input = { threats: picked, ...filled({ owner, why, review, conditions }) };
    if (await sending(t("validation.accept.accepted", { count: picked.length }), call("accept-risk", input))) done();
  };
  return (
    <form
      aria-label={t("validation.accept.title")}
      className="grid grid-cols-1 gap-2 rounded-md border border-line bg-ground p-3 sm:grid-cols-2"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {threats.length === 0 && <ThreatPicker picked={picked[0]} pick={(id) => setPicked([id])} world={world} />}
      <PersonField label={t("validation.accept.owner")} value={owner} onValue={setOwner} />
      <TextField
        label={t("validation.accept.review")}
        type="date"
        min={analysis.now}
        value={review}
        onValue={setReview}
      />
      <TextField label={t("validation.accept.why")} lines={2} value={why} onValue={setWhy} className="col-span-full" />
      <TextField
        label={t("validation.accept.conditions")}
        value={conditions}
        onValue={setConditions}
        className="col-span-full"
      />
      <div className="col-span-full flex flex-col gap-2">
        {second && (
          <p className="text-xs text-soft">{t("validation.accept.second", { tier: t(`words.tier.${second}`) })}</p>
        )}
        <Problems problems={problems} />
        <div className="flex gap-2">
          <Button look="main" type="submit" disabled={busy || picked.length === 0}>
            {t("validation.accept.save")}
          </Button>
          <Button look="quiet" onClick={done}>
            {t("words.cancel")}
          </Button>
        </div>
      </div>
    </form>
  );
}

/** What somebody wrote; the command says what is missing. */
function filled(fields: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value.trim() !== ""));
}
