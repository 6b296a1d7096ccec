// Who takes part: name, job, team, and who of the owning team is a senior.
import { type Document, type Job, jobs } from "@parapet/core";
import { clsx } from "clsx";
import { X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../data/use-command.ts";
import { call, send } from "../../data/workbench.ts";
import { BareChoice, BareText } from "../../kit/bare-fields.tsx";
import { Button, IconButton } from "../../kit/button.tsx";
import { InlineText } from "../../kit/inline-text.tsx";
import { Empty, Section } from "../../kit/layout.tsx";
import { Problems } from "../../kit/problems.tsx";

type People = NonNullable<Document["model"]["participants"]>;

interface ParticipantsProps {
  readonly participants: People;
  readonly team: string | undefined;
}

export function Participants({ participants, team }: ParticipantsProps) {
  const { t } = useTranslation();
  const all = Object.entries(participants);
  return (
    <Section title={t("scoping.people.title")}>
      {all.length === 0 && <Empty>{t("scoping.people.none")}</Empty>}
      <ul className="divide-y divide-line">
        {all.map(([id, person]) => (
          <Participant key={id} id={id} person={person} team={team} />
        ))}
      </ul>
      <NewParticipant team={team} />
    </Section>
  );
}

interface ParticipantProps {
  readonly id: string;
  readonly person: People[string];
  readonly team: string | undefined;
}

function Participant({ id, person, team }: ParticipantProps) {
  const { t } = useTranslation();
  const { run, problems } = useCommand();
  const name = person.name ?? id;
  const own = team !== undefined && person.team === team;
  const field = (key: string, value: string) =>
    call("set-field", { id, of: "participants", field: key, value: value === "" ? null : value });
  const set = (key: string, value: string) => send(t("scoping.people.didSet", { name }), field(key, value));
  return (
    <li className="group flex flex-wrap items-center gap-x-2 gap-y-1 py-0.5">
      <span className="w-32 min-w-0">
        <InlineText
          label={t("scoping.people.name")}
          value={name}
          className="-ml-1.5 font-medium"
          save={(value) => set("name", value)}
        />
      </span>
      <BareChoice
        label={`${name}: ${t("scoping.people.job")}`}
        none={t("scoping.people.noJob")}
        value={person.job ?? ""}
        choices={jobs.map((job) => [job, t(`words.job.${job}`)])}
        choose={(job) => void run(t("scoping.people.didSet", { name }), field("job", job))}
        className="w-32 border-transparent bg-transparent"
      />
      <span className={clsx("w-28 min-w-0", own && "font-medium")} title={own ? t("scoping.people.owning") : undefined}>
        <InlineText
          label={`${name}: ${t("scoping.people.team")}`}
          placeholder={t("scoping.people.team")}
          value={person.team ?? ""}
          save={(value) => set("team", value)}
        />
      </span>
      <label className={clsx("flex items-center gap-1.5 text-sm", person.senior !== "yes" && "text-faint")}>
        <input
          type="checkbox"
          className="size-4 accent-(--accent)"
          checked={person.senior === "yes"}
          onChange={({ target }) =>
            void run(t("scoping.people.didSet", { name }), field("senior", target.checked ? "yes" : "no"))
          }
        />
        {t("scoping.people.senior")}
      </label>
      <IconButton
        label={t("scoping.people.remove", { name })}
        className="ml-auto opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100"
        onClick={() =>
          void run(t("scoping.people.didRemove", { name }), call("remove-thing", { id, of: "participants" }))
        }
      >
        <X size={14} />
      </IconButton>
      <Problems problems={problems} />
    </li>
  );
}

function NewParticipant({ team }: { readonly team: string | undefined }) {
  const { t } = useTranslation();
  const { run, problems } = useCommand();
  const [name, setName] = useState("");
  const [job, setJob] = useState<Job>("engineer");
  const [of, setOf] = useState<string>();
  const add = async () => {
    const home = (of ?? team ?? "").trim();
    const person = { name: name.trim(), job, ...(home !== "" && { team: home }) };
    if (await run(t("scoping.people.didAdd", { name: person.name }), call("add-participant", person))) setName("");
  };
  return (
    <form
      id="participants"
      className="mt-1 flex flex-wrap items-center gap-1.5"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <BareText
        label={t("scoping.people.add")}
        value={name}
        onChange={({ target }) => setName(target.value)}
        className="w-44 border-dashed"
      />
      {name.trim() !== "" && (
        <>
          <BareChoice
            label={t("scoping.people.job")}
            value={job}
            choices={jobs.map((one) => [one, t(`words.job.${one}`)])}
            choose={setJob}
          />
          <BareText
            label={t("scoping.people.team")}
            value={of ?? team ?? ""}
            onChange={({ target }) => setOf(target.value)}
            className="w-28"
          />
          <Button type="submit">{t("scoping.scope.add")}</Button>
        </>
      )}
      <Problems problems={problems} />
    </form>
  );
}
