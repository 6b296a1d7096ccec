// What is typed on the canvas: the name of a new thing, or what flows over a new connection. Enter adds it, Escape lets it be.
import type { Problem } from "@parapet/core";
import { dropTarget } from "@parapet/reports/dfd";
import { ViewportPortal } from "@xyflow/react";
import { memo, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSelect } from "../data/selection.ts";
import { send, useWorkbench } from "../data/workbench.ts";
import { Problems } from "../kit/problems.tsx";
import { commandFor } from "./adding.ts";
import { type Adding, useCanvas } from "./canvas-store.ts";
import { placeCall } from "./dragging.ts";
import { useFocusBefore } from "./focus-canvas.ts";
import type { Drawing } from "./use-drawing.ts";

export const AddBox = memo(function AddBox({ drawing }: { readonly drawing: Drawing }) {
  const adding = useCanvas((state) => state.adding);
  if (!adding) return null;
  return (
    <ViewportPortal>
      <Box key={JSON.stringify(adding)} adding={adding} drawing={drawing} />
    </ViewportPortal>
  );
});

function Box({ adding, drawing }: { readonly adding: Adding; readonly drawing: Drawing }) {
  const { t } = useTranslation();
  const select = useSelect();
  const document = useWorkbench((state) => state.document);
  const [text, setText] = useState("");
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const giveBack = useFocusBefore();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const zone =
    adding.kind === "flow" ? undefined : (adding.zone ?? dropTarget(drawing.graph, drawing.layout, adding.at, []));
  const close = () => {
    useCanvas.setState({ adding: undefined });
    giveBack();
  };
  const add = async () => {
    if (text.trim() === "" || !document) return close();
    const { title, calls, made } = commandFor(adding, text, zone, document, t);
    const place =
      made && adding.kind !== "flow" ? placeCall(drawing, made.id, zone, adding.at, document.diagram?.positions) : [];
    const done = await send(title, ...calls, ...place);
    setProblems(done.ok ? [] : done.problems);
    if (!done.ok) return;
    close();
    if (made) select(made);
    if (made && adding.kind !== "flow" && adding.from !== undefined)
      useCanvas.setState({ adding: { kind: "flow", from: adding.from, to: made.id, at: adding.at } });
  };
  return (
    <div
      className="nodrag nopan pointer-events-auto absolute z-1000 w-64"
      style={{ transform: `translate(${adding.at.x}px, ${adding.at.y}px)` }}
    >
      <form
        className="rounded-lg border border-accent bg-surface p-2 shadow-raised"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <label className="block text-xs text-soft">
          {adding.kind === "flow" ? t("canvas.addFlow") : t("canvas.add", { kind: t(`canvas.kinds.${adding.kind}`) })}
          <input
            ref={input}
            value={text}
            dir="auto"
            list={adding.kind === "flow" ? "canvas-data" : undefined}
            onChange={({ target }) => setText(target.value)}
            onKeyDown={(event) => {
              event.stopPropagation();
              if (event.key === "Escape") close();
            }}
            onBlur={() => text === "" && useCanvas.setState({ adding: undefined })}
            className="mt-1 block w-full rounded-md border border-line bg-ground px-2 py-1 text-sm text-ink"
          />
        </label>
        <datalist id="canvas-data">
          {Object.entries({ ...document?.observed?.data, ...document?.model.data }).map(([id, { title }]) => (
            <option key={id} value={title ?? id} />
          ))}
        </datalist>
        <p className="mt-1 text-xs text-faint">
          {adding.kind === "flow"
            ? t("canvas.addFlowHint")
            : zone === undefined
              ? t("canvas.intoNone")
              : t("canvas.into", { zone: drawing.graph.zones.find(({ id }) => id === zone)?.title ?? zone })}
        </p>
        <Problems problems={problems} />
      </form>
    </div>
  );
}
