// Decides on a threat where it stands: mitigate, accept, transfer, avoid, or not applicable, each with its rules in words.
import type { Threat } from "@parapet/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSending } from "../../data/heard.ts";
import { useSelect } from "../../data/selection.ts";
import { useWorkbench } from "../../data/workbench.ts";
import { Button } from "../../kit/button.tsx";
import { PersonField, TextField } from "../../kit/field.tsx";
import { Problems } from "../../kit/problems.tsx";
import {
  type DecisionField,
  type DecisionInput,
  type DecisionKind,
  decisionCall,
  decisionKinds,
  fieldsOf,
  waitsForSecond,
} from "./decision-input.ts";
import { WithoutCard } from "./without-card.tsx";

export interface DecideFormProps {
  readonly threat: Threat;
  readonly done: () => void;
  /** What it begins with. */
  readonly kind?: DecisionKind;
}

export function DecideForm({ threat, done, kind: first = "mitigate" }: DecideFormProps) {
  const { t } = useTranslation();
  const document = useWorkbench((state) => state.document);
  const { problems, busy, sending } = useSending();
  const [kind, setKind] = useState<DecisionKind>(first);
  const [input, setInput] = useState<DecisionInput>({});
  const { id, title, tier } = threat;
  const save = async () => {
    if (await sending(t(`mitigation.decide.done.${kind}`, { title }), decisionCall(kind, [id], input))) done();
  };
  return (
    <form
      aria-label={t("mitigation.decide.form", { title })}
      className="mt-1 flex flex-col gap-2 rounded-md border border-line bg-ground p-3 text-sm"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <fieldset className="flex flex-wrap gap-x-4 gap-y-1">
        <legend className="sr-only">{t("mitigation.decide.kinds")}</legend>
        {decisionKinds.map((one) => (
          <label key={one} className="flex min-h-6 items-center gap-1.5">
            <input
              type="radio"
              name={`decide-${id}`}
              checked={kind === one}
              onChange={() => setKind(one)}
              className="accent-accent"
            />
            {t(`mitigation.decide.kind.${one}`)}
          </label>
        ))}
      </fieldset>
      <p className="text-xs text-soft">
        {t(`mitigation.decide.rule.${kind}`)}
        {document &&
          waitsForSecond(document, kind, threat) &&
          ` ${t("mitigation.decide.second", { tier: t(`words.tier.${tier}`) })}`}
      </p>
      {kind === "mitigate" && (
        <>
          <Fitting threat={threat} />
          <WithoutCard threat={threat} done={done} />
        </>
      )}
      <div className="grid grid-cols-1 gap-2 sm:grid-cols-2">
        {fieldsOf[kind].map((field) => (
          <Field
            key={field}
            field={field}
            value={input[field] ?? ""}
            set={(value) => setInput({ ...input, [field]: value })}
          />
        ))}
      </div>
      <Problems problems={problems} />
      <div className="flex flex-wrap gap-2">
        <Button look="main" type="submit" disabled={busy}>
          {kind === "mitigate"
            ? t("mitigation.decide.mitigate")
            : kind === "accept"
              ? t("mitigation.decide.accept")
              : t("mitigation.decide.save")}
        </Button>
        <Button look="quiet" onClick={done}>
          {t("words.cancel")}
        </Button>
      </div>
    </form>
  );
}

function Field({
  field,
  value,
  set,
}: {
  readonly field: DecisionField;
  readonly value: string;
  readonly set: (value: string) => void;
}) {
  const { t } = useTranslation();
  const now = useWorkbench((state) => state.now);
  const label = t(`mitigation.decide.${field}`);
  const wide = field === "why" || field === "fact" || field === "conditions";
  if (field === "owner") return <PersonField label={label} value={value} onValue={set} />;
  if (field === "review") return <TextField label={label} type="date" min={now} value={value} onValue={set} />;
  return <TextField label={label} value={value} onValue={set} className={wide ? "col-span-full" : ""} />;
}

/** The controls that fit, in the order in which they are offered; one of them opens in the list. */
function Fitting({ threat }: { readonly threat: Threat }) {
  const { t } = useTranslation();
  const select = useSelect();
  const controls = useWorkbench((state) => state.knowledge?.controls);
  const fitting = threat.controls.flatMap((id) => controls?.find((one) => one.id === id) ?? []);
  if (fitting.length === 0) return <p className="text-xs text-soft">{t("mitigation.decide.noControl")}</p>;
  return (
    <div>
      <p className="text-xs text-soft">{t("mitigation.decide.controls")}</p>
      <ul className="flex flex-wrap gap-1.5">
        {fitting.map(({ id, title, level, effort }) => (
          <li key={id}>
            <Button onClick={() => select({ kind: "control", id })}>
              {title}
              <span className="text-xs font-normal text-faint">
                {t(`inspector.level.${level}`)} · {t(`inspector.effort.${effort}`)}
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
