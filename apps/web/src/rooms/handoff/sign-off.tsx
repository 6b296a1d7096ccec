// Who signed off what is handed over, whether that still stands, and signing it; who may is said.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSending } from "../../data/heard.ts";
import { usePeople } from "../../data/people.ts";
import { call, useWorkbench } from "../../data/workbench.ts";
import { Button } from "../../kit/button.tsx";
import { CertaintyMark } from "../../kit/certainty.tsx";
import { TextField } from "../../kit/field.tsx";
import { Section } from "../../kit/layout.tsx";
import { Problems } from "../../kit/problems.tsx";
import type { FullWorld } from "../mitigation/control-detail.tsx";
import { type Group, nameOfGroup } from "./groups.ts";
import { canBeSigned, type Signature, signaturesOf, signersOf } from "./signatures.ts";

export function SignOff({ group, world }: { readonly group: Group; readonly world: FullWorld }) {
  const { t } = useTranslation();
  const people = usePeople();
  const { document, analysis } = world;
  const you = useWorkbench((state) => state.shown?.you);
  const { problems, busy, sending } = useSending();
  const [note, setNote] = useState("");
  const { id } = group;
  const title = nameOfGroup(group, t);
  const signatures = signaturesOf(document, analysis, id);
  const signers = signersOf(document);
  const save = async () => {
    const input = { what: id, ...(note.trim() !== "" && { note: note.trim() }) };
    if (await sending(t("handoff.sign.signed", { title }), call("sign-off", input))) setNote("");
  };
  return (
    <Section title={t("handoff.sign.title")}>
      <ul className="flex flex-col gap-1.5">
        {signatures.map((one) => (
          <Line key={`${one.by} ${one.on}`} one={one} />
        ))}
        {signatures.length === 0 && <li className="text-xs text-faint">{t("handoff.sign.none")}</li>}
      </ul>
      <p className="mt-2 text-xs text-soft" dir="auto">
        {signers.length > 0 ? t("handoff.sign.may", { names: signers.join(", ") }) : t("handoff.sign.mayNobody")}
      </p>
      {canBeSigned(document, analysis, id) ? (
        <form
          className="mt-2 flex flex-col gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <TextField label={t("handoff.sign.note")} help={t("handoff.sign.criteria")} value={note} onValue={setNote} />
          <Problems problems={problems} />
          <Button type="submit" className="w-fit" disabled={busy}>
            {t("handoff.sign.sign", { name: people.name(you?.by ?? you?.name ?? "") })}
          </Button>
        </form>
      ) : (
        <p className="mt-1 text-xs text-soft">{t("handoff.sign.nothing")}</p>
      )}
    </Section>
  );
}

/** A signature is solid while it counts, hollow while it is only said, struck when the criteria are others now. */
function Line({ one }: { readonly one: Signature }) {
  const { t } = useTranslation();
  const people = usePeople();
  const { by, on, note, recordedBy, current, counts } = one;
  const stands = !current
    ? t("handoff.sign.old")
    : recordedBy !== undefined
      ? t("handoff.sign.said", { by: people.name(recordedBy), who: people.name(by) })
      : counts
        ? t("handoff.sign.current")
        : t("handoff.sign.notTeam");
  return (
    <li className="flex items-start gap-2 text-sm">
      <span className="pt-1">
        <CertaintyMark certainty={!current ? "struck" : counts ? "solid" : "hollow"} label={stands} />
      </span>
      <span className="min-w-0" dir="auto">
        {t("handoff.sign.by", { by: people.name(by), on })} <span className="text-xs text-soft">· {stands}</span>
        {note !== undefined && <span className="block text-xs text-soft">{note}</span>}
      </span>
    </li>
  );
}
