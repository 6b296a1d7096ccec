// Adds somebody who is here by hand: one of those that the model knows, or a new name with what they do.
import { jobs } from "@parapet/core";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../data/use-command.ts";
import { call } from "../../data/workbench.ts";
import { BareChoice, BareText } from "../../kit/bare-fields.tsx";
import { Button } from "../../kit/button.tsx";
import { Problems } from "../../kit/problems.tsx";
import { useWorkshop } from "./in-workshop.ts";
import { expected } from "./people.ts";

export function AddPerson() {
  const { t } = useTranslation();
  const { id, workshop, document } = useWorkshop();
  const { run, problems, clear } = useCommand();
  const [name, setName] = useState("");
  const [job, setJob] = useState<(typeof jobs)[number] | "">("");
  const [as, setAs] = useState("");
  const list = useId();
  const known = expected(document, workshop);
  const isKnown = known.some(([key, title]) => key === name.trim() || title === name.trim());
  const add = async (person: string, title = person) => {
    const input = { workshop: id, person, ...(as.trim() !== "" && { as: as.trim() }), ...(job !== "" && { job }) };
    if (await run(t("workshop.people.didAdd", { name: title }), call("attend-workshop", input))) {
      setName("");
      setAs("");
      setJob("");
    }
  };
  return (
    <form
      className="flex flex-wrap items-center gap-1.5"
      onSubmit={(event) => {
        event.preventDefault();
        const given = name.trim();
        if (given !== "") void add(known.find(([, title]) => title === given)?.[0] ?? given, given);
      }}
    >
      <BareText
        label={t("workshop.people.add")}
        list={list}
        value={name}
        maxLength={120}
        onChange={({ target }) => {
          setName(target.value);
          clear();
        }}
        className="min-w-24 flex-1"
      />
      <datalist id={list}>
        {known.map(([key, title]) => (
          <option key={key} value={title} />
        ))}
      </datalist>
      {name.trim() !== "" && (
        <BareText
          label={t("workshop.people.as")}
          value={as}
          maxLength={120}
          onChange={({ target }) => setAs(target.value)}
          className="min-w-24 flex-1"
        />
      )}
      {name.trim() !== "" && !isKnown && (
        <BareChoice
          label={t("workshop.people.job")}
          none={t("workshop.people.job")}
          value={job}
          choices={jobs.map((one) => [one, t(`words.job.${one}`)])}
          choose={setJob}
        />
      )}
      {name.trim() !== "" && <Button type="submit">{t("workshop.people.addIt")}</Button>}
      <Problems problems={problems} />
    </form>
  );
}
