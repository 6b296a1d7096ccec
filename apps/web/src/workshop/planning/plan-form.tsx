// Plans a workshop: what for, about what, when, and an agenda that says why each of its parts is there.
import { agendaFor, type Document, type WorkshopKind, workshopKinds } from "@parapet/core";
import { clsx } from "clsx";
import type { TFunction } from "i18next";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSending } from "../../data/heard.ts";
import { call, useWorkbench } from "../../data/workbench.ts";
import { Button } from "../../kit/button.tsx";
import { PersonField, TextField } from "../../kit/field.tsx";
import { Card } from "../../kit/layout.tsx";
import { Problems } from "../../kit/problems.tsx";
import { focusOf, focusText } from "../focus.ts";
import { AgendaTable } from "./agenda-table.tsx";
import { FocusField } from "./focus-field.tsx";

/** Kinds whose name says already what they are about are named by it alone. */
function titleFor(t: TFunction, document: Document, kind: WorkshopKind, focus: string): string {
  const name = t(`workshop.kind.${kind}`);
  if (focus === "") return name;
  return t("workshop.plan.nameFor", { kind: name, focus: focusText(t, document, focusOf(focus)) }).slice(0, 300);
}

export function PlanForm({ done }: { readonly done: () => void }) {
  const { t } = useTranslation();
  const document = useWorkbench((state) => state.document) as Document;
  const now = useWorkbench((state) => state.now);
  const you = useWorkbench((state) => state.shown?.you);
  const [kind, setKind] = useState<WorkshopKind>("enumeration");
  const [focus, setFocus] = useState("");
  const [name, setName] = useState<string>();
  const [day, setDay] = useState(now);
  const [facilitator, setFacilitator] = useState(you?.by ?? you?.name ?? "");
  const [minutes, setMinutes] = useState(60);
  const { problems, busy, sending } = useSending();
  const title = name ?? titleFor(t, document, kind, focus);
  const plan = async () => {
    const chosen = focusOf(focus);
    const input = {
      title: title.trim(),
      kind,
      minutes,
      ...(chosen && { focus: chosen }),
      ...(day !== "" && { planned: day }),
      ...(facilitator.trim() !== "" && { facilitator: facilitator.trim() }),
    };
    if (await sending(t("workshop.plan.planned", { title: input.title }), call("plan-workshop", input))) done();
  };
  return (
    <Card className="@container">
      <form
        aria-label={t("workshop.plan.title")}
        className="grid gap-5 @3xl:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]"
        onSubmit={(event) => {
          event.preventDefault();
          void plan();
        }}
      >
        <div className="flex min-w-0 flex-col gap-3">
          <KindChoice kind={kind} choose={setKind} />
          <FocusField value={focus} onValue={setFocus} />
          <TextField label={t("workshop.plan.name")} value={title} onValue={setName} required maxLength={300} />
          <div className="flex flex-wrap gap-3">
            <TextField label={t("workshop.plan.day")} type="date" value={day} onValue={setDay} className="w-40" />
            <PersonField
              label={t("workshop.plan.facilitator")}
              value={facilitator}
              onValue={setFacilitator}
              className="w-44"
            />
            <TextField
              label={t("workshop.plan.minutes")}
              type="number"
              min={15}
              max={600}
              step={5}
              value={String(minutes)}
              onValue={(value) => setMinutes(Math.round(Number(value)))}
              className="w-24"
            />
          </div>
          <div className="flex items-center gap-2">
            <Button type="submit" look="main" disabled={busy || title.trim() === ""}>
              {t("workshop.plan.plan")}
            </Button>
            <Button look="quiet" onClick={done}>
              {t("words.cancel")}
            </Button>
          </div>
          <Problems problems={problems} />
        </div>
        <AgendaTable agenda={agendaFor(kind, Math.min(600, Math.max(15, minutes || 15)))} />
      </form>
    </Card>
  );
}

function KindChoice({ kind, choose }: { readonly kind: WorkshopKind; readonly choose: (kind: WorkshopKind) => void }) {
  const { t } = useTranslation();
  return (
    <fieldset>
      <legend className="mb-1 text-xs text-soft">{t("workshop.plan.kind")}</legend>
      <div className="grid gap-2 @md:grid-cols-2">
        {workshopKinds.map((one) => (
          <label
            key={one}
            className={clsx(
              "flex cursor-pointer flex-col gap-0.5 rounded-md border px-3 py-2 has-focus-visible:outline-2 has-focus-visible:outline-(--focus)",
              one === kind ? "border-accent bg-accent-soft" : "border-line hover:border-line-strong",
            )}
          >
            <span className="flex items-center gap-2 text-sm font-medium">
              <input
                type="radio"
                name="kind"
                checked={one === kind}
                onChange={() => choose(one)}
                className="accent-accent"
              />
              {t(`workshop.kind.${one}`)}
            </span>
            <span className="text-xs text-soft">{t(`workshop.kindSay.${one}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
