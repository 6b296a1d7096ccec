// What is typed on the canvas: the name of a new thing, or what flows over a new connection. Enter adds it, Escape lets it be.
import { type Document, elementKinds, type Problem } from "@parapet/core";
import { dropTarget } from "@parapet/reports/dfd";
import { ViewportPortal } from "@xyflow/react";
import type { TFunction } from "i18next";
import { memo, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSelect } from "../../data/selection.ts";
import { send, useWorkbench } from "../../data/workbench.ts";
import { Problems } from "../../kit/problems.tsx";
import { type Adding, useCanvas } from "../canvas-store.ts";
import { useAtPoint } from "../draw/use-view.ts";
import { useFocusBefore } from "../keys/focus-canvas.ts";
import { placeCall } from "../pointer/dragging.ts";
import type { Drawing } from "../scene/use-drawing.ts";
import { commandFor, groupFor } from "./adding.ts";
import { sharedHome } from "./arranging.ts";

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
  const [text, setText] = useState((adding.kind !== "flow" && adding.text) || "");
  const [kind, setKind] = useState(adding.kind);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [unnamed, setUnnamed] = useState(false);
  const atPoint = useAtPoint();
  const giveBack = useFocusBefore();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const zone =
    adding.kind === "flow" ? undefined : (adding.zone ?? dropTarget(drawing.graph, drawing.layout, adding.at, []));
  const close = () => {
    useCanvas.setState({ adding: undefined });
    giveBack();
  };
  const wanted = (now: Document) => {
    if (adding.kind !== "flow" && adding.around) return groupFor(drawing, adding.around, text.trim(), now, t);
    const of = adding.kind === "flow" || kind === "flow" ? adding : { ...adding, kind };
    const { made, calls, ...rest } = commandFor(of, text, zone, now, t);
    const isPlaced = made && adding.kind !== "flow";
    const place = isPlaced ? placeCall(drawing, made.id, zone, adding.at, now.diagram?.positions) : [];
    return { ...rest, made, calls: [...calls, ...place] };
  };
  const add = async () => {
    // A connection that was drawn is not dropped without a word.
    if (text.trim() === "" && adding.kind === "flow") return setUnnamed(true);
    if (text.trim() === "" || !document) return close();
    const { title, calls, made } = wanted(document);
    const done = await send(title, ...calls);
    setProblems(done.ok ? [] : done.problems);
    if (!done.ok) return;
    close();
    if (made) select(made);
    if (made && adding.kind !== "flow" && adding.from !== undefined)
      useCanvas.setState({ adding: { kind: "flow", from: adding.from, to: made.id, at: adding.at } });
  };
  return (
    <div className="nodrag nopan pointer-events-auto absolute z-1000 w-64" style={atPoint(adding.at)}>
      <form
        className="rounded-lg border border-accent bg-surface p-2 shadow-raised"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <label className="block text-xs text-soft">
          {labelOf(adding, t)}
          <input
            ref={input}
            value={text}
            dir="auto"
            list={adding.kind === "flow" ? "canvas-data" : undefined}
            onChange={({ target }) => {
              setText(target.value);
              setUnnamed(false);
            }}
            onKeyDown={(event) => {
              event.stopPropagation();
              if (event.key === "Escape") close();
            }}
            onBlur={() => text === "" && useCanvas.setState({ adding: undefined })}
            className="mt-1 block w-full rounded-md border border-line bg-ground px-2 py-1 text-sm text-ink"
          />
        </label>
        {adding.kind !== "flow" && (adding.text !== undefined || adding.from !== undefined) && (
          <KindChoice kind={kind} choose={setKind} />
        )}
        <datalist id="canvas-data">
          {Object.entries({ ...document?.observed?.data, ...document?.model.data }).map(([id, { title }]) => (
            <option key={id} value={title ?? id} />
          ))}
        </datalist>
        <p className="mt-1 text-xs text-faint">{hintOf(adding, zone, drawing, t)}</p>
        {unnamed && (
          <p role="alert" className="mt-1 text-xs text-critical">
            {t("canvas.addFlowNamed")}
          </p>
        )}
        <Problems problems={problems} />
      </form>
    </div>
  );
}

/** Which kind of element it is, where that was not said before. */
function KindChoice({
  kind,
  choose,
}: {
  readonly kind: Adding["kind"];
  readonly choose: (kind: Adding["kind"]) => void;
}) {
  const { t } = useTranslation();
  return (
    <fieldset className="mt-1 flex flex-wrap gap-x-3">
      <legend className="sr-only">{t("canvas.kind")}</legend>
      {elementKinds.map((one) => (
        <label key={one} className="flex items-center gap-1 text-xs">
          <input type="radio" name="canvas-kind" checked={kind === one} onChange={() => choose(one)} />
          {t(`canvas.kinds.${one}`)}
        </label>
      ))}
    </fieldset>
  );
}

function labelOf(adding: Adding, t: TFunction): string {
  if (adding.kind === "flow") return t("canvas.addFlow");
  if (adding.around) return t("canvas.arrange.name", { count: adding.around.length });
  return adding.from === undefined ? t("canvas.add", { kind: t(`canvas.kinds.${adding.kind}`) }) : t("canvas.newFrom");
}

function hintOf(adding: Adding, zone: string | undefined, { graph }: Drawing, t: TFunction): string {
  if (adding.kind === "flow") return t("canvas.addFlowHint");
  const home = adding.around ? sharedHome(graph, adding.around) : zone;
  if (home === undefined) return adding.around ? t("canvas.arrange.outer") : t("canvas.intoNone");
  return t("canvas.into", { zone: graph.zones.find(({ id }) => id === home)?.title ?? home });
}
