// The rail: the eight rooms in four groups by question, each with a ring of what is done and the first thing missing to leave it.
import { type StageView, stageState, workflow } from "@parapet/core";
import { clsx } from "clsx";
import { memo, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { linkTo, type Selection, useSelections } from "../data/selection.ts";
import { useWorkbench } from "../data/workbench.ts";
import { useAfterPaint } from "../kit/after-paint.ts";
import { Ring } from "../kit/ring.tsx";
import type { RoomId } from "../rooms/rooms.tsx";

const groups = [
  ["building", ["scoping", "decomposition"]],
  ["wrong", ["enumeration", "scoring"]],
  ["doing", ["mitigation", "handoff"]],
  ["well", ["validation", "maintenance"]],
] as const;

export const Rail = memo(function Rail({ room }: { readonly room: RoomId }) {
  const { t } = useTranslation();
  const model = useWorkbench((state) => state.model);
  const stages = useWorkbench((state) => state.analysis?.stages);
  // Where the links lead to is not looked at in the moment of selecting.
  const [selection] = useAfterPaint(useSelections());
  return (
    <nav
      id="rail"
      tabIndex={-1}
      aria-label={t("frame.rail")}
      className="col-start-1 row-start-3 flex gap-1 overflow-x-auto border-t border-line bg-surface p-1 md:row-start-2 md:flex-col md:gap-3 md:overflow-y-auto md:border-t-0 md:border-r md:p-3"
    >
      <div className="contents md:block">
        <RailLink room="overview" current={room} href={linkTo(model, "overview")} label={t("frame.overview")} />
        <RailLink room="workshop" current={room} href={linkTo(model, "workshop")} label={t("frame.workshop")} />
        <RailLink room="report" current={room} href={linkTo(model, "report/summary")} label={t("frame.report")} />
      </div>
      {groups.map(([question, rooms]) => (
        <div key={question} className="contents md:block">
          <p className="mb-1 hidden px-2 text-xs font-medium text-faint md:block">{t(`frame.question.${question}`)}</p>
          <ul className="contents md:block">
            {rooms.map((id) => (
              <li key={id} className="contents md:block">
                <StageLink
                  id={id}
                  current={room}
                  stage={stages?.find((stage) => stage.id === id)}
                  selection={selection}
                />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
});

interface StageLinkProps {
  readonly id: StageView["id"];
  readonly current: RoomId;
  readonly stage: StageView | undefined;
  /** Goes along into the room. */
  readonly selection: Selection | undefined;
}

function StageLink({ id, current, stage, selection }: StageLinkProps) {
  const { t } = useTranslation();
  const model = useWorkbench((state) => state.model);
  const total = workflow.find((one) => one.id === id)?.exit.length ?? 0;
  const done = stage?.done.length ?? 0;
  const missing = stage ? stage.missing.length + stage.more : 0;
  const state = stage ? stageState(stage) : "not-reached";
  const note = state === "waits" ? t("frame.stage.waits", { count: missing }) : t(`frame.stage.${state}`);
  const first = stage?.missing[0]?.say;
  return (
    <RailLink
      room={id}
      current={current}
      href={linkTo(model, id, selection)}
      label={t(`frame.room.${id}`)}
      ring={<Ring done={done} total={total} label={t("frame.stage.done", { done, total })} />}
      note={note}
      {...(first !== undefined && { hint: t("frame.stage.first", { say: first }) })}
    />
  );
}

interface RailLinkProps {
  /** The reports are pages of their own, beside the rooms. */
  readonly room: RoomId | "report";
  readonly current: RoomId;
  readonly href: string;
  readonly label: string;
  readonly ring?: React.ReactNode;
  readonly note?: string;
  readonly hint?: string;
}

function RailLink({ room, current, href, label, ring, note, hint }: RailLinkProps) {
  const here = room === current;
  const link = useRef<HTMLAnchorElement>(null);
  // The bar of a phone is wider than the phone: where one is has to be in sight.
  useEffect(() => {
    const bar = link.current?.closest("nav");
    if (here && bar && link.current)
      bar.scrollLeft = link.current.offsetLeft - (bar.clientWidth - link.current.offsetWidth) / 2;
  }, [here]);
  return (
    <Link
      ref={link}
      href={href}
      title={hint}
      aria-current={here ? "page" : undefined}
      className={clsx(
        "flex shrink-0 items-center gap-2 rounded-md px-2 py-1.5 transition-colors duration-100",
        here ? "bg-accent-soft text-accent" : "text-ink hover:bg-sunken",
      )}
    >
      {ring}
      <span className="min-w-0">
        <span className="block text-sm font-medium leading-5">{label}</span>
        {note !== undefined && (
          <span className={clsx("hidden text-2xs leading-4 md:block", here ? "text-accent" : "text-faint")}>
            {note}
          </span>
        )}
      </span>
    </Link>
  );
}
