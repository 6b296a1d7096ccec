// Records what a test showed about a criterion. By hand it says how, by whom, on what and what was seen, or it counts for nothing.
import { splitKey } from "@parapet/core";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSending } from "../../data/heard.ts";
import { get } from "../../data/http.ts";
import { usePeople } from "../../data/people.ts";
import { call, useWorkbench } from "../../data/workbench.ts";
import type { World } from "../../frame/inspector/world.ts";
import { Button } from "../../kit/button.tsx";
import { ChoiceField, PersonField, TextField } from "../../kit/field.tsx";
import { Problems } from "../../kit/problems.tsx";
import { type EvidenceFields, emptyForm, evidenceInput } from "./evidence-input.ts";

/** Whether git knows a commit; null where there is no git. */
interface Known {
  readonly known: boolean | null;
}

export function EvidenceForm({
  criterion,
  world,
  done,
}: {
  readonly criterion: string;
  readonly world: World;
  readonly done: () => void;
}) {
  const { t } = useTranslation();
  const people = usePeople();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector("select")?.focus(), []);
  const { problems, busy, sending } = useSending();
  const model = encodeURIComponent(useWorkbench((state) => state.model));
  const [fields, setFields] = useState<EvidenceFields>(emptyForm(world.analysis.now));
  const put = (name: keyof EvidenceFields) => (value: string) => setFields((before) => ({ ...before, [name]: value }));
  const field = (name: keyof EvidenceFields) => ({
    label: t(`validation.form.${name}`),
    value: fields[name],
    onValue: put(name),
  });
  const builder = world.document.register?.mitigations?.[splitKey(criterion)?.subject ?? ""]?.implemented?.by;
  const save = async (declared: boolean) => {
    const commit = fields.commit.trim();
    const asked =
      commit === "" ? undefined : await get<Known>(`/models/${model}/commits/${encodeURIComponent(commit)}`);
    const unknown = asked?.ok === true && asked.value.known === false;
    const recorded = t("validation.form.recorded", { criterion: nameOf(criterion, world), verdict: fields.verdict });
    const title = unknown ? `${recorded}; ${t("validation.form.unknownCommit", { commit })}` : recorded;
    if (await sending(title, call("record-evidence", evidenceInput(criterion, fields, { declared, unknown })))) done();
  };
  const lacks = problems.some(({ code }) => code === "missing-key");
  const byHand = fields.by === "hand";
  return (
    <form
      ref={form}
      aria-label={t("validation.form.title", { criterion })}
      className="grid grid-cols-1 gap-2 rounded-md border border-line bg-ground p-3 sm:grid-cols-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void save(false);
      }}
    >
      <ChoiceField
        {...field("verdict")}
        choices={[
          ["passed", t("validation.form.passed")],
          ["failed", t("validation.form.failed")],
        ]}
      />
      <ChoiceField
        {...field("by")}
        choices={[
          ["hand", t("validation.form.byHand")],
          ["tool", t("validation.form.byTool")],
        ]}
      />
      {byHand ? (
        <>
          <TextField {...field("method")} lines={2} />
          <TextField {...field("saw")} lines={2} />
          <PersonField
            {...field("performer")}
            help={
              builder === undefined
                ? undefined
                : t("validation.form.performerHelp", { implementer: people.name(builder) })
            }
          />
        </>
      ) : (
        <>
          <TextField {...field("tool")} placeholder={t("validation.form.toolExample")} />
          <TextField {...field("environment")} help={t("validation.form.environmentHelp")} />
        </>
      )}
      <TextField {...field("on")} type="date" max={world.analysis.now} />
      <TextField {...field("commit")} />
      <TextField {...field("link")} help={byHand ? t("validation.form.linkHelp") : undefined} />
      <div className="col-span-full flex flex-col gap-2">
        <Problems problems={problems} />
        <div className="flex flex-wrap gap-2">
          {/* Not disabled while it is sent: a button that is loses the keyboard. */}
          <Button look="main" type="submit" aria-disabled={busy}>
            {t("validation.form.save")}
          </Button>
          {lacks && <Button onClick={() => void save(true)}>{t("validation.form.declare")}</Button>}
          <Button look="quiet" onClick={done}>
            {t("words.cancel")}
          </Button>
        </div>
      </div>
    </form>
  );
}

/** A criterion in words: what it is called, and of which mitigation. */
function nameOf(key: string, { analysis }: World): string {
  const { left, subject } = splitKey(key) ?? { left: key, subject: "" };
  const title = analysis.mitigations.find(({ id }) => id === subject)?.title;
  const name = left.replaceAll("-", " ");
  return title === undefined ? name : `“${name}” (${title})`;
}
