// After a workshop: what came of it, its minutes, and the signature, which a senior engineer of the owning team has to have been there for.
import { isSpoken, nameOfPerson, seniorsPresent, spokenBy } from "@parapet/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSending } from "../../data/heard.ts";
import { call, useWorkbench } from "../../data/workbench.ts";
import { Button } from "../../kit/button.tsx";
import { ChoiceField, TextField } from "../../kit/field.tsx";
import { Section } from "../../kit/layout.tsx";
import { Problems } from "../../kit/problems.tsx";
import { paperLink } from "../papers/paper-link.ts";
import { useWorkshop } from "./in-workshop.ts";
import { Outcome } from "./outcome.tsx";
import { People } from "./people-panel.tsx";

export function After() {
  const { t } = useTranslation();
  const model = useWorkbench((state) => state.model);
  const { id, role } = useWorkshop();
  return (
    <div className="mx-auto grid w-full max-w-6xl gap-8 p-6 pb-20 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="flex min-w-0 flex-col gap-5">
        <h2 className="text-2xl font-semibold">{t("workshop.signOff.what")}</h2>
        <Outcome />
        <a
          className="w-fit text-accent hover:underline"
          href={paperLink(model, id, "minutes")}
          target="_blank"
          rel="noreferrer"
        >
          {t("workshop.list.minutes")}
        </a>
        <Signed />
        {role === "facilitator" && <Sign />}
      </div>
      <Section title={t("workshop.people.were")}>
        <People />
      </Section>
    </div>
  );
}

/** Who signed, or who only said so: that counts once they do it themselves. */
function Signed() {
  const { t } = useTranslation();
  const { workshop, document } = useWorkshop();
  const signed = workshop["signed-off"];
  if (!signed) return null;
  const said = isSpoken(signed);
  const { by, recorded } = spokenBy(signed);
  const who = { by: nameOfPerson(document, by), recorded: nameOfPerson(document, recorded), on: signed.on };
  return (
    <p className="text-lg" role="status" data-signed={said ? "claimed" : "yes"}>
      {said ? t("workshop.signOff.counts", who) : t("workshop.signOff.by", who)}
      {signed.note !== undefined && (
        <span className="block text-soft" dir="auto">
          {signed.note}
        </span>
      )}
    </p>
  );
}

/** The signature: of who works here, or of somebody who said so in the room. */
function Sign() {
  const { t } = useTranslation();
  const { id, workshop, document, present } = useWorkshop();
  const { problems, busy, sending } = useSending();
  const [note, setNote] = useState("");
  const [who, setWho] = useState("");
  const signed = workshop["signed-off"];
  if (signed && !isSpoken(signed)) return null;
  const possible = seniorsPresent(document, workshop).length > 0;
  const people = present.filter(({ guest }) => guest === undefined);
  const sign = () =>
    sending(
      who === ""
        ? t("workshop.signOff.signed", { title: workshop.title })
        : t("workshop.signOff.spoken", { title: workshop.title, by: nameOfPerson(document, who) }),
      call("sign-off-workshop", {
        workshop: id,
        ...(note.trim() !== "" && { note: note.trim() }),
        ...(who !== "" && { "said-by": who }),
      }),
    );
  return (
    <form
      aria-label={t("workshop.signOff.sign")}
      className="flex max-w-xl flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (possible) void sign();
      }}
    >
      {!possible && <p className="text-base text-critical">{t("workshop.list.noSenior")}</p>}
      <ChoiceField
        label={t("workshop.signOff.who")}
        value={who}
        onValue={setWho}
        choices={[["", t("workshop.people.me")], ...people.map(({ speaks, name }) => [speaks, name] as const)]}
      />
      <TextField label={t("workshop.signOff.note")} value={note} onValue={setNote} lines={2} />
      <Button
        type="submit"
        look={possible ? "main" : "plain"}
        className="w-fit min-h-10! text-base!"
        disabled={busy || !possible}
      >
        {t("workshop.signOff.sign")}
      </Button>
      <Problems problems={problems} />
    </form>
  );
}
