// Who is here, and as what: who has not spoken, who speaks now, who joined with a device, and somebody to be added by hand.
import { attendeeKey, seniorsPresent } from "@parapet/core";
import { clsx } from "clsx";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../data/use-command.ts";
import { call } from "../../data/workbench.ts";
import { Button } from "../../kit/button.tsx";
import { Problems } from "../../kit/problems.tsx";
import { AddPerson } from "./add-person.tsx";
import { useWorkshop } from "./in-workshop.ts";
import { attendance, guestName, joinedOf, notWritten, type Present } from "./people.ts";

export function People() {
  const { t } = useTranslation();
  const { present, workshop, document, role } = useWorkshop();
  const here = present.filter(({ left }) => left === undefined);
  const silent = here.filter(({ spoke }) => !spoke);
  const running = workshop.started !== undefined;
  const senior = seniorsPresent(document, workshop).length > 0;
  return (
    <div className="flex min-w-0 flex-col gap-2">
      {running && (silent.length > 0 || here.length > 1) && (
        <p className="text-sm text-soft" data-silent="">
          {silent.length === 0
            ? t("workshop.people.allSpoke")
            : t("workshop.people.silent", { count: silent.length, names: silent.map(({ name }) => name).join(", ") })}
        </p>
      )}
      {!senior && (
        <p className="rounded-md bg-medium-soft px-2 py-1 text-sm text-ink">
          {t("workshop.people.noSenior", { team: document.model.scope?.team ?? t("workshop.people.owningTeam") })}
        </p>
      )}
      <ul className="flex flex-col" aria-label={t("workshop.people.title")}>
        {present.map((person) => (
          <Person key={person.key} person={person} />
        ))}
      </ul>
      {role === "facilitator" && <JoinedOnly />}
      {role === "facilitator" && workshop.ended === undefined && <AddPerson />}
    </div>
  );
}

/** Somebody who is written down. The facilitator says who speaks by their name, and that somebody left. */
function Person({ person }: { readonly person: Present }) {
  const { t } = useTranslation();
  const { id, role, workshop, speaker, speak, mark } = useWorkshop();
  const { run, problems } = useCommand();
  const { key, name, left, guest } = person;
  const speaks = speaker?.key === key;
  const leads = role === "facilitator" && workshop.ended === undefined;
  const leave = () =>
    run(
      t("workshop.people.didLeave", { name }),
      call("leave-workshop", {
        workshop: id,
        person: guest ? name : key,
        ...(guest && { guest: true }),
        when: new Date().toISOString(),
      }),
    );
  const line = (
    <>
      <span
        aria-hidden="true"
        className={clsx(
          "size-2 shrink-0 rounded-full",
          person.spoke ? "bg-good" : "border border-line-strong bg-transparent",
        )}
      />
      <span className="min-w-0 flex-1 text-left">
        <bdi className="block truncate text-sm font-medium" title={name}>
          {guest ? t("workshop.people.guest", { name }) : name}
        </bdi>
        <span className="block truncate text-xs text-soft">{asText(t, person)}</span>
      </span>
      <span className="sr-only">{person.spoke ? t("workshop.people.spoke") : t("workshop.people.quiet")}</span>
    </>
  );
  return (
    <li
      className={clsx(
        "flex items-center gap-1 rounded-md",
        left !== undefined && "opacity-60",
        speaks && "bg-accent-soft",
      )}
    >
      {leads && left === undefined ? (
        <button
          type="button"
          aria-pressed={speaks}
          title={t("workshop.people.speaks", { name })}
          onClick={() => {
            speak(speaks ? undefined : key);
            if (!speaks && workshop.started !== undefined) mark(key);
          }}
          className="flex min-w-0 flex-1 items-center gap-2 rounded-md px-2 py-1 hover:bg-sunken"
        >
          {line}
        </button>
      ) : (
        <span className="flex min-w-0 flex-1 items-center gap-2 px-2 py-1">{line}</span>
      )}
      {leads && left === undefined && workshop.started !== undefined && (
        <Button
          look="quiet"
          className="text-xs!"
          onClick={() => void leave()}
          aria-label={t("workshop.people.leaves", { name })}
        >
          {t("workshop.people.leave")}
        </Button>
      )}
      <Problems problems={problems} />
    </li>
  );
}

function asText(t: TFunction, { as, job, team, senior, guest, left }: Present): string {
  const parts = [
    job && (senior === "yes" ? t("workshop.people.seniorJob", { job: t(`words.job.${job}`) }) : t(`words.job.${job}`)),
    team !== job && team,
    as,
    guest && t("workshop.people.claim"),
    left !== undefined && t("workshop.people.left"),
  ];
  return parts.filter((part) => typeof part === "string" && part !== "").join(" · ");
}

/** Who joined with a device and is not written down yet. */
function JoinedOnly() {
  const { t } = useTranslation();
  const { id, workshop, document, live } = useWorkshop();
  const { run, problems } = useCommand();
  // Who leads is written down when it begins.
  const leads = attendeeKey(document, workshop.facilitator, false);
  const joined = notWritten(document, workshop, joinedOf(live)).filter(
    ({ name, guest }) => workshop.started !== undefined || attendeeKey(document, name, guest) !== leads,
  );
  if (joined.length === 0 || workshop.ended !== undefined) return null;
  const write = () =>
    run(
      t("workshop.people.didWrite", { count: joined.length }),
      ...joined.map((one) => call("attend-workshop", attendance(id, one))),
    );
  return (
    <div className="rounded-md border border-dashed border-line-strong/60 px-2 py-1 text-sm">
      <p>
        {t("workshop.people.joined", {
          names: joined.map(({ name, guest }) => (guest ? guestName(name) : name)).join(", "),
        })}
      </p>
      <Button className="mt-1" onClick={() => void write()}>
        {t("workshop.people.write", { count: joined.length })}
      </Button>
      <Problems problems={problems} />
    </div>
  );
}
