// Where the keyboard is on the diagram: a ring round the thing, and a line that says what it is. Both are there for who walks by keys.
import { ViewportPortal } from "@xyflow/react";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { useSelections } from "../../data/selection.ts";
import { useCanvas } from "../canvas-store.ts";
import { boxOf } from "../scene/reveal.ts";
import type { Drawing } from "../scene/use-drawing.ts";

const room = 7;

export const CursorRing = memo(function CursorRing({ drawing }: { readonly drawing: Drawing }) {
  const at = useSelections().at(-1);
  const box = at && boxOf(drawing, at.id);
  if (!box) return null;
  return (
    <ViewportPortal>
      <div
        className="cursor-ring pointer-events-none absolute top-0 left-0 z-400"
        style={{
          transform: `translate(${box.x - room}px, ${box.y - room}px)`,
          width: box.width + 2 * room,
          height: box.height + 2 * room,
        }}
        data-cursor={at.id}
      />
    </ViewportPortal>
  );
});

/** What a screen reader hears at each step, and who sees it reads: the thing under the keyboard, and how to go on. */
export const CursorLine = memo(function CursorLine({ drawing }: { readonly drawing: Drawing }) {
  const { t } = useTranslation();
  const walking = useCanvas((state) => state.walking);
  const connectFrom = useCanvas((state) => state.connectFrom);
  const at = useSelections().at(-1);
  const { shapes, paths } = drawing.scene;
  const thing = at && (shapes.find(({ id }) => id === at.id) ?? paths.find(({ id }) => id === at.id));
  const from = shapes.find(({ id }) => id === connectFrom)?.title;
  return (
    <p className="cursor-line" data-cursor-line="">
      <span aria-live="polite">
        {walking && thing ? t("canvas.walk.at", { title: thing.title, description: thing.description }) : ""}
        {from !== undefined && ` ${t("canvas.walk.connecting", { from })}`}
      </span>{" "}
      <span className="text-faint">{walking ? t("canvas.walk.keys") : t("canvas.walk.enter")}</span>
    </p>
  );
});
