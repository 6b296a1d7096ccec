// Notes on the diagram: a small mark with a count on what they are about, and what is pinned to the ground with its words.
import { ViewportPortal } from "@xyflow/react";
import { MessageSquare } from "lucide-react";
import { memo, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useSelect } from "../../data/selection.ts";
import { call, send, useWorkbench } from "../../data/workbench.ts";
import { followInto } from "../../frame/panes.ts";
import { Button } from "../../kit/button.tsx";
import { Person } from "../../kit/person.tsx";
import { selectionOf, titleOf } from "../scene/title-on-canvas.ts";
import type { Drawing } from "../scene/use-drawing.ts";
import { type NoteMark, noteMarks, type PinnedNote, pinnedNotes } from "../tools/notes.ts";

export const NoteLayer = memo(function NoteLayer({ drawing }: { readonly drawing: Drawing }) {
  const document = useWorkbench((state) => state.document);
  const comments = document?.register?.comments;
  // Comments change seldom: what they look like is worked out for them and for the drawing alone.
  const marks = useMemo(
    () => (document && comments ? noteMarks(document, drawing) : []),
    [document, comments, drawing],
  );
  const pinned = useMemo(
    () => (document && comments ? pinnedNotes(document, drawing) : []),
    [document, comments, drawing],
  );
  if (marks.length + pinned.length === 0) return null;
  return (
    <ViewportPortal>
      {marks.map((mark) => (
        <Mark key={mark.on} mark={mark} drawing={drawing} />
      ))}
      {pinned.map((one) => (
        <Pinned key={one.note.id} {...one} />
      ))}
    </ViewportPortal>
  );
});

function Mark({ mark: { on, count, text, at }, drawing }: { readonly mark: NoteMark; readonly drawing: Drawing }) {
  const { t } = useTranslation();
  const select = useSelect();
  const label = t("canvas.note.mark", { count, title: titleOf(drawing, on), text });
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={label}
      title={label}
      data-note={on}
      className="nopan pointer-events-auto absolute top-0 left-0 z-410 flex h-5 items-center gap-0.5 rounded-full border border-accent bg-surface px-1.5 text-2xs font-semibold text-accent shadow-raised"
      style={{ transform: `translate(${at.x - 14}px, ${at.y - 12}px)` }}
      onClick={() => {
        select(selectionOf(drawing, on));
        followInto("inspector", "[data-comments]");
      }}
    >
      <MessageSquare size={10} aria-hidden="true" />
      {count}
    </button>
  );
}

function Pinned({ note, at }: PinnedNote) {
  const { t } = useTranslation();
  return (
    <div
      data-note={note.id}
      className="nopan pointer-events-auto absolute top-0 left-0 z-410 w-44 rounded-md border border-accent/50 bg-accent-soft p-2 text-xs text-ink shadow-raised"
      style={{ transform: `translate(${at.x}px, ${at.y}px)` }}
    >
      <p className="line-clamp-4 whitespace-pre-wrap" dir="auto" title={note.text}>
        {note.text}
      </p>
      <p className="mt-1 flex items-center gap-1 text-2xs text-soft">
        <span className="min-w-0 flex-1 truncate" dir="auto">
          <Person of={note.by} />
        </span>
        <Button
          look="quiet"
          className="min-h-5! px-1! text-2xs!"
          onClick={() =>
            void send(t("inspector.noteSettled", { text: note.text }), call("resolve-comment", { id: note.id }))
          }
        >
          {t("inspector.settle")}
        </Button>
      </p>
    </div>
  );
}
