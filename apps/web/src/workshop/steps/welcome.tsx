// The first minutes: what this is about, what will be done, who is here and as what.
import { useTranslation } from "react-i18next";
import { focusText } from "../focus.ts";
import { useWorkshop } from "../running/in-workshop.ts";
import { LargeInvitation } from "../share/invitation.tsx";
import { StepPage } from "./step-page.tsx";
import { useBoard } from "./use-board.ts";

export function Welcome() {
  const { t } = useTranslation();
  const { workshop, document, present, role } = useWorkshop();
  const about = focusText(t, document, workshop.focus);
  const agenda = workshop.agenda ?? [];
  useBoard({ kind: "talk", title: workshop.title, lines: [about, ...agenda.map(({ title }) => title)] });
  return (
    <StepPage wide>
      <div className="flex flex-wrap items-start gap-x-12 gap-y-6">
        <div className="flex min-w-0 max-w-3xl flex-1 basis-96 flex-col gap-5">
          <p className="text-xl" dir="auto">
            {t(`workshop.kindSay.${workshop.kind}`)}. {t("workshop.welcome.about", { about })}
          </p>
          {document.model.scope?.purpose !== undefined && (
            <p className="text-lg text-soft" dir="auto">
              {document.model.scope.purpose}
            </p>
          )}
          {role === "screen" && (
            <ul className="flex flex-wrap gap-2">
              {present.map(({ key, name, guest }) => (
                <li key={key} className="rounded-full border border-line bg-surface px-4 py-1 text-xl">
                  <bdi>{guest ? t("workshop.people.guest", { name }) : name}</bdi>
                </li>
              ))}
            </ul>
          )}
          <ol className="flex flex-col gap-1 text-lg">
            {agenda.map(({ title, minutes, step }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the parts of an agenda have no identity but their place
              <li key={`${i} ${step}`} className="flex gap-4">
                <span className="w-10 shrink-0 text-right text-soft">{minutes}′</span>
                <span dir="auto">{title}</span>
              </li>
            ))}
          </ol>
        </div>
        <LargeInvitation />
      </div>
    </StepPage>
  );
}
