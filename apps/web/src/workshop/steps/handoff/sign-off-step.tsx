// The end: what came of it, what is open, and the door to the signature. Those who joined and are not written down are written down.
import { seniorsPresent, ticketless, unplacedNotes } from "@parapet/core";
import { useTranslation } from "react-i18next";
import { useSending } from "../../../data/heard.ts";
import { useViews } from "../../../data/views.ts";
import { call } from "../../../data/workbench.ts";
import { Button } from "../../../kit/button.tsx";
import { Problems } from "../../../kit/problems.tsx";
import { mitigation } from "../../../strings/en/mitigation.ts";
import { addStrings } from "../../../strings/i18n.ts";
import { useWorkshop } from "../../running/in-workshop.ts";
import { Outcome } from "../../running/outcome.tsx";
import { useServerClock } from "../../running/part-clock.tsx";
import { attendance, joinedOf, notWritten } from "../../running/people.ts";
import { StepPage } from "../step-page.tsx";
import { useBoard } from "../use-board.ts";
import { ThreatList } from "./threat-list.tsx";

addStrings({ mitigation });

export function SignOffStep() {
  const { t } = useTranslation();
  const views = useViews();
  const { id, workshop, document, live, focus, role, act } = useWorkshop();
  const { problems, busy, sending } = useSending();
  const now = useServerClock();
  const left = unplacedNotes(workshop).length;
  const threats = views ? ticketless(views.analysis, focus) : [];
  const senior = seniorsPresent(document, workshop).length > 0;
  useBoard({ kind: "talk", title: t("workshop.signOff.what"), lines: [] });
  const end = () => {
    act({ kind: "show", board: { kind: "talk", title: t("workshop.signOff.thanks"), lines: [] } });
    return sending(
      t("workshop.signOff.ended", { title: workshop.title }),
      ...notWritten(document, workshop, joinedOf(live)).map((one) => call("attend-workshop", attendance(id, one))),
      call("end-workshop", { workshop: id, when: new Date(now).toISOString() }),
    );
  };
  return (
    <StepPage>
      {!senior && (
        <p className="rounded-md bg-medium-soft px-3 py-2 text-lg text-ink">
          {t("workshop.people.noSenior", { team: document.model.scope?.team ?? t("workshop.people.owningTeam") })}
        </p>
      )}
      {left > 0 && (
        <p className="rounded-md bg-medium-soft px-3 py-2 text-lg text-ink">
          {t("workshop.signOff.open", { count: left })}
        </p>
      )}
      <Outcome />
      <section aria-label={t("workshop.tickets.ask")} data-ticketless={threats.length}>
        <h3 className="mb-1 text-sm font-semibold text-soft">{t("workshop.tickets.ask")}</h3>
        <ThreatList threats={threats} none={t("workshop.tickets.none")} />
      </section>
      <p className="text-lg text-soft">{t("workshop.signOff.after")}</p>
      {role === "facilitator" && (
        <Button look="main" className="w-fit min-h-10! text-base!" disabled={busy} onClick={() => void end()}>
          {t("workshop.signOff.end")}
        </Button>
      )}
      <Problems problems={problems} />
    </StepPage>
  );
}
