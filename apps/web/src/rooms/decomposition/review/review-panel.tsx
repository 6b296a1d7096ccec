// What changed since a review, thing by thing, and the form that records the next one.
import { type Document, isTeamEngineer, teamEngineers } from "@parapet/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { usePeople } from "../../../data/people.ts";
import { useCommand } from "../../../data/use-command.ts";
import { useViews } from "../../../data/views.ts";
import { call, useWorkbench } from "../../../data/workbench.ts";
import { BareChoice, BareText } from "../../../kit/bare-fields.tsx";
import { Button } from "../../../kit/button.tsx";
import { Problems } from "../../../kit/problems.tsx";
import type { ReviewStanding } from "./review-standing.ts";
import { ThingLink } from "./thing-link.tsx";

const listed = 40;

interface ReviewPanelProps {
  readonly standing: ReviewStanding;
  readonly document: Document;
  readonly done: () => void;
}

export function ReviewPanel({ standing, document, done }: ReviewPanelProps) {
  const { t } = useTranslation();
  const people = usePeople();
  const views = useViews();
  const { what, last, unreviewed, total, said } = standing;
  const named = last && { ...last, by: people.name(last.by) };
  return (
    <>
      <h2 className="text-sm font-semibold">{t(`surface.review.${what}`)}</h2>
      {last && named && (
        <p className="text-xs text-soft">
          {unreviewed.length === 0 ? t("surface.review.holds", named) : t("surface.review.sinceWhen", named)}
          {last.note && <span dir="auto">: “{last.note}”</span>}
        </p>
      )}
      {unreviewed.length > 0 && last && (
        <ul className="flex flex-col gap-0.5">
          {unreviewed.slice(0, listed).map(({ id, how }) => (
            <li key={id} className="flex items-baseline gap-2 text-sm">
              <span className="w-14 shrink-0 text-xs text-faint">{t(`surface.review.how.${how}`)}</span>
              <ThingLink id={id} name={views?.title(id) ?? id} document={document} gone={how === "gone"} />
            </li>
          ))}
          {unreviewed.length > listed && (
            <li className="text-xs text-faint">{t("surface.review.more", { count: unreviewed.length - listed })}</li>
          )}
        </ul>
      )}
      {said.map(({ by, recordedBy, on }) => (
        <p key={by} className="text-xs text-soft">
          {t("surface.review.said", { by: people.name(by), recordedBy: people.name(recordedBy), on })}
        </p>
      ))}
      {total > 0 && <NewReview standing={standing} document={document} done={done} />}
    </>
  );
}

function NewReview({ standing: { what }, document, done }: ReviewPanelProps) {
  const { t } = useTranslation();
  const people = usePeople();
  const { run, problems } = useCommand();
  const you = useWorkbench((state) => state.shown?.you?.name ?? "");
  const engineers = [...teamEngineers(document)].filter(([id]) => id !== you);
  const own = isTeamEngineer(document, you);
  const [by, setBy] = useState("");
  const [note, setNote] = useState("");
  const review = async () => {
    const input = { ...(note.trim() !== "" && { note: note.trim() }), ...(by !== "" && { "said-by": by }) };
    const title = t("surface.review.did", { what: t(`surface.review.what.${what}`) });
    if (await run(title, call(`review-${what}`, input))) done();
  };
  return (
    <form
      className="flex flex-col gap-2 border-t border-line pt-2"
      onSubmit={(event) => {
        event.preventDefault();
        void review();
      }}
    >
      {!own && <p className="text-xs text-soft">{t("surface.review.noEngineer")}</p>}
      <BareText label={t("surface.review.note")} value={note} onChange={({ target }) => setNote(target.value)} />
      <div className="flex flex-wrap items-center gap-2">
        {engineers.length > 0 && (
          <BareChoice
            label={t("surface.review.by")}
            value={by === "" ? "me" : by}
            choices={[["me", t("surface.review.me")], ...engineers.map(([id]) => [id, people.name(id)] as const)]}
            choose={(id) => setBy(id === "me" ? "" : id)}
          />
        )}
        <Button type="submit" look="main">
          {by === "" ? t("surface.review.write") : t("surface.review.writeSaid", { by: people.name(by) })}
        </Button>
      </div>
      <Problems problems={problems} />
    </form>
  );
}
