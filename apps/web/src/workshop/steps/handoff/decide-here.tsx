// One threat decided in the room: a control with an owner and a date, another decision, somebody who brings it, or words.
import { type CommandCall, nameOfPerson, type Threat } from "@parapet/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSending } from "../../../data/heard.ts";
import { useWorkbench } from "../../../data/workbench.ts";
import { Button } from "../../../kit/button.tsx";
import { ChoiceField, PersonField, TextField } from "../../../kit/field.tsx";
import { Problems } from "../../../kit/problems.tsx";
import {
  type DecisionField,
  type DecisionKind,
  fieldsOf,
  waitsForSecond,
} from "../../../rooms/mitigation/decision-input.ts";
import { useWorkshop } from "../../running/in-workshop.ts";
import { controlsFor, type Deciding, decidingCalls, type HereInput, type HereKind, hereKinds } from "./deciding.ts";

export function DecideHere({ threat, done }: { readonly threat: Threat; readonly done: () => void }) {
  const { t } = useTranslation();
  const { id, document } = useWorkshop();
  const controls = useWorkbench((state) => state.knowledge?.controls);
  const fitting = controlsFor(threat, controls ?? []);
  const [kind, setKind] = useState<HereKind>(threat.controls.length > 0 ? "control" : "bring");
  const [control, setControl] = useState(fitting[0]?.id ?? "");
  const [input, setInput] = useState<HereInput>({});
  const { problems, busy, sending } = useSending();
  const set = (field: keyof HereInput) => (value: string) => setInput({ ...input, [field]: value });
  const deciding: Deciding = { workshop: id, threat, kind, control, input };
  const decide = async () => {
    const calls: readonly CommandCall[] = decidingCalls(document, deciding, {
      brings: t("workshop.decisions.brings", {
        owner: nameOfPerson(document, input.owner ?? ""),
        due: input.due ?? "",
      }),
    });
    if (await sending(t("workshop.decisions.decided", { title: threat.title }), ...calls)) done();
  };
  const fields = fieldsOfKind(kind);
  return (
    <form
      aria-label={t("workshop.decisions.decideOn", { title: threat.title })}
      className="flex basis-full flex-col gap-3 rounded-md border border-line bg-ground p-3"
      onSubmit={(event) => {
        event.preventDefault();
        void decide();
      }}
    >
      <fieldset className="flex flex-wrap gap-x-4 gap-y-1 text-base">
        <legend className="sr-only">{t("workshop.decisions.kinds")}</legend>
        {hereKinds
          .filter((one) => one !== "control" || fitting.length > 0)
          .map((one) => (
            <label key={one} className="flex items-center gap-1.5">
              <input
                type="radio"
                name={`decide-${threat.id}`}
                checked={one === kind}
                onChange={() => setKind(one)}
                className="accent-accent"
              />
              {t(`workshop.decisions.kind.${one}`)}
            </label>
          ))}
      </fieldset>
      {kind === "control" && (
        <ChoiceField
          label={t("workshop.decisions.control")}
          value={control}
          onValue={setControl}
          choices={fitting.map((one) => [one.id, one.title])}
        />
      )}
      {isDecision(kind) && waitsForSecond(document, kind, threat) && (
        <p className="text-sm text-soft">{t("mitigation.decide.second", { tier: t(`words.tier.${threat.tier}`) })}</p>
      )}
      <div className="grid gap-2 sm:grid-cols-2">
        {fields.map((field) => (
          <Field key={field} field={field} value={input[field] ?? ""} onValue={set(field)} />
        ))}
      </div>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="main" disabled={busy || (kind === "note" && !input.note?.trim())}>
          {t("workshop.decisions.decide")}
        </Button>
        <Button look="quiet" onClick={done}>
          {t("words.cancel")}
        </Button>
      </div>
      <Problems problems={problems} />
    </form>
  );
}

type HereField = DecisionField | "due" | "note";

function isDecision(kind: HereKind): kind is Extract<HereKind, DecisionKind> {
  return kind !== "control" && kind !== "bring" && kind !== "note";
}

function fieldsOfKind(kind: HereKind): readonly HereField[] {
  if (kind === "note") return ["note"];
  return isDecision(kind) ? fieldsOf[kind] : ["owner", "due"];
}

function Field({
  field,
  value,
  onValue,
}: {
  readonly field: HereField;
  readonly value: string;
  readonly onValue: (value: string) => void;
}) {
  const { t } = useTranslation();
  const now = useWorkbench((state) => state.now);
  if (field === "owner") return <PersonField label={t("mitigation.decide.owner")} value={value} onValue={onValue} />;
  if (field === "due")
    return <TextField label={t("mitigation.detail.due")} type="date" min={now} value={value} onValue={onValue} />;
  if (field === "note")
    return (
      <TextField
        label={t("workshop.decisions.noteText")}
        value={value}
        onValue={onValue}
        maxLength={4000}
        className="sm:col-span-full"
      />
    );
  const label = t(`mitigation.decide.${field}`);
  if (field === "review") return <TextField label={label} type="date" min={now} value={value} onValue={onValue} />;
  return <TextField label={label} value={value} onValue={onValue} className="sm:col-span-full" />;
}
