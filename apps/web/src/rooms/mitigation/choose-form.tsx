// Choosing a control against the marked threats with one command: for which stack, by whom provided, who sees to it, until when.
import { type ControlCase, callsToChoose, mitigationFor, type Threat } from "@parapet/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSending } from "../../data/heard.ts";
import { Button } from "../../kit/button.tsx";
import { ChoiceField, PersonField, TextField } from "../../kit/field.tsx";
import { Problems } from "../../kit/problems.tsx";
import type { FullWorld } from "./control-detail.tsx";
import { stackChoices } from "./stack-choices.ts";

export interface ChooseFormProps {
  readonly of: ControlCase;
  readonly threats: readonly Threat[];
  readonly stack: string;
  readonly setStack: (stack: string) => void;
  readonly world: FullWorld;
}

export function ChooseForm({ of, threats, stack, setStack, world }: ChooseFormProps) {
  const { t } = useTranslation();
  const { problems, busy, sending } = useSending();
  const { control, title } = of;
  const [owner, setOwner] = useState("");
  const [due, setDue] = useState("");
  const [platform, setPlatform] = useState(of.platform?.id ?? "");
  const count = threats.length;
  const choice = {
    control,
    threats: threats.map(({ id }) => id),
    on: [...new Set(threats.map(({ subject }) => subject))],
    ...filled({ owner, due, stack, platform }),
  };
  const joined = mitigationFor(world.document, choice);
  const choose = () =>
    sending(t("mitigation.detail.chosen", { title, count }), ...callsToChoose(world.document, choice));
  return (
    <form
      aria-label={title}
      className="grid grid-cols-2 gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (count > 0) void choose();
      }}
    >
      <PersonField label={t("mitigation.detail.owner")} value={owner} onValue={setOwner} />
      <TextField label={t("mitigation.detail.due")} type="date" min={world.analysis.now} value={due} onValue={setDue} />
      <StackField control={control} threats={threats} stack={stack} setStack={setStack} world={world} />
      <PlatformField control={control} platform={platform} setPlatform={setPlatform} world={world} />
      <div className="col-span-full flex flex-col gap-1">
        {joined.there && count > 0 && (
          <p className="text-xs text-soft">{t("mitigation.detail.joins", { id: joined.id })}</p>
        )}
        <Problems problems={problems} />
        <Button look="main" type="submit" className="w-fit" disabled={count === 0 || busy}>
          {count === 0 ? t("mitigation.detail.chooseNone") : t("mitigation.detail.choose", { count })}
        </Button>
      </div>
    </form>
  );
}

function StackField({
  control,
  threats,
  stack,
  setStack,
  world,
}: Omit<ChooseFormProps, "of"> & { readonly control: string }) {
  const { t } = useTranslation();
  const subjects = new Set(threats.map(({ subject }) => subject));
  const flows = world.analysis.flows.filter(({ id }) => subjects.has(id)).flatMap(({ from, to }) => [from, to]);
  const points = world.analysis.surface.entryPoints.filter(({ id }) => subjects.has(id)).map(({ on }) => on);
  const at = new Set([...subjects, ...flows, ...points]);
  const used = new Set(
    world.analysis.elements.filter(({ id }) => at.has(id)).flatMap(({ technologies }) => technologies),
  );
  const choices = stackChoices(control, world, used);
  if (choices.length === 0) return null;
  return (
    <ChoiceField
      label={t("mitigation.detail.stack")}
      value={stack}
      onValue={setStack}
      choices={[
        ["", t("mitigation.detail.stackAny")],
        ...choices.map(
          ({ id, title, used: inUse }) => [id, inUse ? t("mitigation.detail.stackUsed", { title }) : title] as const,
        ),
      ]}
    />
  );
}

interface PlatformFieldProps {
  readonly control: string;
  readonly platform: string;
  readonly setPlatform: (platform: string) => void;
  readonly world: FullWorld;
}

/** What the organisation runs for this control, then where else the card says that it can be done. */
function PlatformField({ control, platform, setPlatform, world }: PlatformFieldProps) {
  const { t } = useTranslation();
  const own = Object.entries(world.document.platform?.platform ?? {}).filter(([, one]) => one.control === control);
  const offered = world.texts.controls[control]?.platform ?? [];
  const choices = [
    ...own.map(([id, { title }]) => [id, title ?? id] as const),
    ...offered
      .filter(({ id }) => !own.some(([other]) => other === id))
      .map(({ id }) => [id, id.replaceAll("-", " ")] as const),
  ];
  if (choices.length === 0) return null;
  return (
    <ChoiceField
      label={t("mitigation.detail.platform")}
      value={platform}
      onValue={setPlatform}
      choices={[["", t("mitigation.detail.platformNone")], ...choices]}
    />
  );
}

function filled(fields: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value.trim() !== ""));
}
