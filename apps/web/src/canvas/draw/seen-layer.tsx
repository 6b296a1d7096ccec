// Where things were seen, on demand: the file and line beside each thing that a source shows.
import { effective } from "@parapet/core";
import { memo, useMemo } from "react";
import { useWorkbench } from "../../data/workbench.ts";
import { placeText } from "../../frame/inspector/subject.ts";
import { useCanvas } from "../canvas-store.ts";
import type { Drawing } from "../scene/use-drawing.ts";
import { Layer } from "./layer.tsx";
import { layer } from "./layers.ts";
import { useDetail } from "./use-view.ts";

const size = 9;
const longest = 34;

export const SeenLayer = memo(function SeenLayer({ drawing }: { readonly drawing: Drawing }) {
  const shown = useCanvas((state) => state.seen);
  const document = useWorkbench((state) => state.document);
  const detail = useDetail();
  const places = useMemo(() => {
    if (!shown || !document) return [];
    const { elements, flows, zones } = effective(document);
    const seenOf = (id: string) => (elements.get(id) ?? flows.get(id) ?? zones.get(id))?.value.seen;
    const { scene } = drawing;
    return [
      ...scene.shapes.map(({ id, box, tab }) => ({ id, box: tab ?? box })),
      ...scene.labels.map(({ of, box }) => ({ id: of, box })),
    ].flatMap(({ id, box }) => {
      const seen = seenOf(id);
      return seen === undefined ? [] : [{ id, box, text: shortened(placeText(seen)) }];
    });
  }, [shown, document, drawing]);
  if (places.length === 0 || detail !== "near") return null;
  return (
    <Layer className={layer.front}>
      {places.map(({ id, box, text }) => (
        <text
          key={id}
          x={box.x + box.width / 2}
          y={box.y + box.height + size + 1}
          fontSize={size}
          textAnchor="middle"
          className="seen-at fill-ink-muted"
          data-seen={id}
        >
          {text}
        </text>
      ))}
    </Layer>
  );
});

/** The end of a place tells more than its beginning. */
function shortened(text: string): string {
  return text.length <= longest ? text : `…${text.slice(1 - longest)}`;
}
