// Silent brainstorm: everybody writes alone, and nobody sees the notes of others until all are shown. Then they are in the model.
import { useTranslation } from "react-i18next";
import { useViews } from "../../../data/views.ts";
import { Button } from "../../../kit/button.tsx";
import { Problems } from "../../../kit/problems.tsx";
import { useWorkshop } from "../../running/in-workshop.ts";
import { SpeakerChips } from "../speaker-chips.tsx";
import { StepPage } from "../step-page.tsx";
import { thingsIn } from "../things-in.ts";
import { useBoard } from "../use-board.ts";
import { noteCount } from "./keeping.ts";
import { NoteForm } from "./note-form.tsx";
import { NoteList } from "./note-list.tsx";
import { useKeeping } from "./use-keeping.ts";

export function BrainstormStep() {
  const { t } = useTranslation();
  const { workshop, role, live, focus } = useWorkshop();
  const views = useViews();
  const things = views ? thingsIn(views.analysis, focus) : [];
  useBoard({ kind: "notes", title: t("workshop.notes.ask"), things: [...things] });
  const kept = Object.entries(workshop.notes ?? {}).map(([id, note]) => ({ id, ...note }));
  const { silence } = live;
  return (
    <StepPage>
      {silence?.phase === "silent" && (
        <>
          <Count counts={silence.counts} />
          {role === "screen" ? (
            <p className="text-3xl text-soft">{t("workshop.notes.silence")}</p>
          ) : (
            <>
              <SpeakerChips />
              <NoteForm things={things} />
              <NoteList label={t("workshop.notes.own")} notes={live.own} own />
            </>
          )}
        </>
      )}
      {role === "facilitator" && <Leading />}
      {role === "participant" && !silence && <p className="text-xl text-soft">{t("workshop.notes.wait")}</p>}
      {silence?.phase !== "silent" && (
        <NoteList label={t("workshop.notes.all")} notes={[...kept, ...(silence?.notes ?? [])]} />
      )}
    </StepPage>
  );
}

function Count({ counts }: { readonly counts: Readonly<Record<string, number>> }) {
  const { t } = useTranslation();
  const count = noteCount({ counts });
  const people = t("workshop.notes.writers", { count: Object.keys(counts).length });
  return (
    <p className="text-xl" role="status" data-note-count={count}>
      {t("workshop.notes.count", { count, people })}
    </p>
  );
}

/** Begins the silence and shows all notes at once; what is shown is written down. */
function Leading() {
  const { t } = useTranslation();
  const { live, act } = useWorkshop();
  const { problems, show, keep } = useKeeping();
  const { silence } = live;
  const count = noteCount(silence);
  const big = "w-fit min-h-10! text-base!";
  return (
    <>
      {!silence && (
        <Button look="main" className={big} onClick={() => act({ kind: "open-silence" })}>
          {t("workshop.notes.begin")}
        </Button>
      )}
      {silence?.phase === "silent" && count > 0 && (
        <Button look="main" className={big} onClick={show}>
          {t("workshop.notes.show")}
        </Button>
      )}
      {silence?.phase === "shown" && problems.length > 0 && (
        <Button look="main" className={big} onClick={keep}>
          {t("workshop.notes.keep")}
        </Button>
      )}
      <Problems problems={problems} />
    </>
  );
}
