// A note that is typed on the canvas: Enter says it, Shift Enter begins a line, Escape lets it be.
import type { Problem } from "@parapet/core";
import { dropTarget } from "@parapet/reports/dfd";
import { ViewportPortal } from "@xyflow/react";
import { memo, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { call, send } from "../../data/workbench.ts";
import { Problems } from "../../kit/problems.tsx";
import { type Noting, useCanvas } from "../canvas-store.ts";
import { useAtPoint } from "../draw/use-view.ts";
import { useFocusBefore } from "../keys/focus-canvas.ts";
import { titleOf } from "../scene/title-on-canvas.ts";
import type { Drawing } from "../scene/use-drawing.ts";
import { pinAt } from "./notes.ts";

export const NoteBox = memo(function NoteBox({ drawing }: { readonly drawing: Drawing }) {
  const noting = useCanvas((state) => state.noting);
  if (!noting) return null;
  return (
    <ViewportPortal>
      <Box key={JSON.stringify(noting)} noting={noting} drawing={drawing} />
    </ViewportPortal>
  );
});

function Box({ noting: { about, at }, drawing }: { readonly noting: Noting; readonly drawing: Drawing }) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const atPoint = useAtPoint();
  const giveBack = useFocusBefore();
  const input = useRef<HTMLTextAreaElement>(null);
  useEffect(() => input.current?.focus(), []);
  const close = () => {
    useCanvas.setState({ noting: undefined });
    giveBack();
  };
  const title = about === undefined ? t("canvas.note.ground") : titleOf(drawing, about);
  const say = async () => {
    if (text.trim() === "") return close();
    const pin = about === undefined && pinAt(drawing, at, dropTarget(drawing.graph, drawing.layout, at, []));
    const input = { about: about ?? "model", text: text.trim(), ...(pin && { at: pin }) };
    const done = await send(t("inspector.commented", { title }), call("add-comment", input));
    setProblems(done.ok ? [] : done.problems);
    if (done.ok) close();
  };
  return (
    <div
      className="nodrag nopan pointer-events-auto absolute z-1000 w-64 rounded-lg border border-accent bg-surface p-2 shadow-raised"
      style={atPoint(at)}
    >
      <label className="block text-xs text-soft">
        {t("canvas.note.on", { title })}
        <textarea
          ref={input}
          value={text}
          dir="auto"
          rows={2}
          onChange={({ target }) => setText(target.value)}
          onKeyDown={(event) => {
            event.stopPropagation();
            if (event.key === "Escape") close();
            if (event.key !== "Enter" || event.shiftKey) return;
            event.preventDefault();
            void say();
          }}
          onBlur={() => text === "" && useCanvas.setState({ noting: undefined })}
          className="mt-1 block w-full rounded-md border border-line bg-ground px-2 py-1 text-sm text-ink"
        />
      </label>
      <p className="mt-1 text-xs text-faint">{t("canvas.note.keys")}</p>
      <Problems problems={problems} />
    </div>
  );
}
