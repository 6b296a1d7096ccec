// A workshop before it begins: its agenda, who is expected, the papers to print, and the button that begins it.
import { useTranslation } from "react-i18next";
import { useSending } from "../../data/heard.ts";
import { call, useWorkbench } from "../../data/workbench.ts";
import { Button } from "../../kit/button.tsx";
import { PersonField, TextField } from "../../kit/field.tsx";
import { Section } from "../../kit/layout.tsx";
import { Problems } from "../../kit/problems.tsx";
import { keyOfFocus } from "../focus.ts";
import { paperLink } from "../papers/paper-link.ts";
import { AgendaTable } from "../planning/agenda-table.tsx";
import { FocusField } from "../planning/focus-field.tsx";
import { SharePanel } from "../share/share-panel.tsx";
import { useWorkshop } from "./in-workshop.ts";
import { useServerClock } from "./part-clock.tsx";
import { People } from "./people-panel.tsx";
import { useBegin } from "./use-begin.ts";

export function Before() {
  const { t } = useTranslation();
  const model = useWorkbench((state) => state.model);
  const { id, workshop, role } = useWorkshop();
  const { title, agenda = [] } = workshop;
  const now = useServerClock();
  const { problems: refused, sending } = useSending();
  const { problems, busy, begin } = useBegin(id, workshop);
  const leads = role === "facilitator";
  const change = (input: object) =>
    sending(t("workshop.plan.changed", { title }), call("set-workshop", { workshop: id, ...input }));
  return (
    <div className="mx-auto grid w-full max-w-6xl gap-8 p-6 pb-20 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="flex min-w-0 flex-col gap-5">
        {leads && (
          <div className="flex flex-wrap items-center gap-3">
            <Button look="main" className="min-h-10! px-5! text-base!" disabled={busy} onClick={() => void begin(now)}>
              {t("workshop.before.begin")}
            </Button>
            <a
              href={paperLink(model, id, "pack")}
              target="_blank"
              rel="noreferrer"
              className="text-accent hover:underline"
            >
              {t("workshop.list.pack")}
            </a>
            <span className="text-sm text-soft">{t("workshop.list.packSay")}</span>
          </div>
        )}
        <Problems problems={[...problems, ...refused]} />
        {leads && <Plan change={(input) => void change(input)} />}
        <AgendaTable agenda={agenda} {...(leads && { change: (next) => void change({ agenda: next }) })} />
      </div>
      <div className="flex min-w-0 flex-col gap-6">
        <Section title={t("workshop.people.title")}>
          <People />
        </Section>
        {leads && (
          <Section title={t("workshop.share.title")}>
            <SharePanel />
          </Section>
        )}
      </div>
    </div>
  );
}

/** What is planned of it, to be changed in place. */
function Plan({ change }: { readonly change: (input: object) => void }) {
  const { t } = useTranslation();
  const { workshop } = useWorkshop();
  const focus = (key: string) => {
    const cut = key.indexOf(":");
    change(cut < 0 ? { whole: true } : { focus: { [key.slice(0, cut)]: key.slice(cut + 1) } });
  };
  return (
    <div className="grid gap-3 sm:grid-cols-3">
      <FocusField value={keyOfFocus(workshop.focus)} onValue={focus} />
      <TextField
        label={t("workshop.plan.day")}
        type="date"
        value={workshop.planned ?? ""}
        onValue={(planned) => planned !== "" && change({ planned })}
      />
      <PersonField
        label={t("workshop.plan.facilitator")}
        value={workshop.facilitator}
        onValue={(facilitator) => facilitator.trim() !== "" && change({ facilitator: facilitator.trim() })}
      />
    </div>
  );
}
