// One more mitigation in one line: a control by its name is chosen at once; anything else is written down with how it is tested.
import { callsToChoose } from "@parapet/core";
import { useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSending } from "../../../data/heard.ts";
import { call } from "../../../data/workbench.ts";
import { BareText } from "../../../kit/bare-fields.tsx";
import { Button } from "../../../kit/button.tsx";
import { Problems } from "../../../kit/problems.tsx";
import type { World } from "../world.ts";
import { cardField, onwardWhenEmpty } from "./card-keys.ts";
import type { CardThreat } from "./card-threat.ts";
import { CriterionField } from "./criterion-field.tsx";

const criterion = "works-as-described";

export function AddMitigation({ threat, world }: { readonly threat: CardThreat; readonly world: World }) {
  const { t } = useTranslation();
  const { problems, busy, sending } = useSending();
  const [title, setTitle] = useState("");
  const [tested, setTested] = useState("");
  const list = useId();
  const what = useRef<HTMLInputElement>(null);
  const test = useRef<HTMLInputElement>(null);
  const said = title.trim();
  const { controls } = world.knowledge;
  const control = controls.find((one) => one.title.toLowerCase() === said.toLowerCase() || one.id === said);
  const asksTest = said !== "" && !control;
  const save = async () => {
    if (busy || said === "") return;
    const on = { threats: [threat.id], on: [threat.subject] };
    const done = control
      ? await sending(
          t("inspector.chosen", { control: control.title, threat: threat.title }),
          ...callsToChoose(world.document, { control: control.id, ...on }),
        )
      : await sending(
          t("mitigation.withoutCard.done", { title: said }),
          call("add-mitigation-without-card", {
            title: said,
            threats: [threat.id],
            ...(tested.trim() !== "" && { criteria: { [criterion]: tested.trim() } }),
          }),
        );
    if (!done) return;
    setTitle("");
    setTested("");
    what.current?.focus();
  };
  return (
    <form
      className="flex flex-col gap-1"
      onSubmit={(event) => {
        event.preventDefault();
        // Own words want a test: that is what is typed next.
        const asked = asksTest && tested.trim() === "" && document.activeElement === what.current;
        if (asked) test.current?.focus();
        else void save();
      }}
    >
      <BareText
        {...cardField}
        ref={what}
        label={t("inspector.mitigate.what")}
        list={list}
        autoComplete="off"
        value={title}
        onChange={({ target }) => setTitle(target.value)}
        onKeyDown={onwardWhenEmpty}
        className="w-full border-dashed"
      />
      <datalist id={list}>
        {controls.map((one) => (
          <option key={one.id} value={one.title} />
        ))}
      </datalist>
      {asksTest && <CriterionField threat={threat} value={tested} setValue={setTested} field={test} />}
      {said !== "" && (
        <Button type="submit" className="w-fit" disabled={busy}>
          {t(control ? "inspector.choose" : "inspector.mitigate.save")}
        </Button>
      )}
      <Problems problems={problems} />
    </form>
  );
}
