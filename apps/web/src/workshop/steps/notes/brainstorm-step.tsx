// Silent brainstorm: everybody writes alone; on each page only one's own notes are seen until they are shown.
import { useTranslation } from "react-i18next";
import { useViews } from "../../../data/views.ts";
import { useWorkbench } from "../../../data/workbench.ts";
import { Button } from "../../../kit/button.tsx";
import { useWorkshop } from "../../running/in-workshop.ts";
import { SpeakerChips } from "../speaker-chips.tsx";
import { StepPage } from "../step-page.tsx";
import { thingsIn } from "../things-in.ts";
import { useBoard } from "../use-board.ts";
import { NoteForm } from "./note-form.tsx";
import { isOwn } from "./own-notes.ts";

export function BrainstormStep() {
  const { t } = useTranslation();
  const { workshop, role, live, focus, act } = useWorkshop();
  const views = useViews();
  const you = useWorkbench((state) => state.shown?.you);
  const things = views ? thingsIn(views.analysis, focus) : [];
  useBoard({ kind: "notes", things: things.slice(0, 200) });
  const notes = Object.entries(workshop.notes ?? {});
  const seen = live.open ? notes : notes.filter(([, note]) => isOwn(note, you));
  const people = new Set(notes.map(([, { by }]) => by)).size;
  return (
    <StepPage>
      <p className="text-xl" role="status" data-note-count="">
        {t("workshop.notes.count", { count: notes.length, people })}
        {live.writing.length > 0 && ` ${t("workshop.notes.writing", { count: live.writing.length })}`}
      </p>
      {role !== "screen" && (
        <>
          <SpeakerChips />
          <NoteForm things={things} />
        </>
      )}
      {role === "facilitator" && !live.open && notes.length > 0 && (
        <Button look="main" className="w-fit min-h-10! text-base!" onClick={() => act({ kind: "open", open: true })}>
          {t("workshop.notes.show")}
        </Button>
      )}
      {role !== "screen" || live.open ? (
        <ul className="flex flex-col gap-2" aria-label={live.open ? t("workshop.notes.all") : t("workshop.notes.own")}>
          {seen.map(([id, { text, by, about }]) => (
            <li key={id} className="rounded-lg border border-line bg-surface px-4 py-2 text-lg" data-note={id}>
              <p dir="auto">{text}</p>
              <p className="text-sm text-soft">
                <bdi>{by}</bdi>
                {about !== undefined && (
                  <>
                    {" · "}
                    <bdi>{views?.title(about) ?? about}</bdi>
                  </>
                )}
              </p>
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-2xl text-soft">{t("workshop.notes.silence")}</p>
      )}
    </StepPage>
  );
}
