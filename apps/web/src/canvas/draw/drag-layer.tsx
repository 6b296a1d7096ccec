// What is dragged, in a layer of its own: a drag moves that layer and draws the flows that it bends; nothing else is drawn again.
import { drawBody, drawLabel, type SceneLabel } from "@parapet/reports/dfd";
import { memo, useLayoutEffect, useMemo, useRef } from "react";
import { useCanvas } from "../canvas-store.ts";
import type { Lifted } from "../pointer/lifting.ts";
import { type Detail, faceAt } from "./detail.ts";
import { Drawn } from "./drawn.tsx";
import { flowForms } from "./flow-layer.tsx";
import { facesOf } from "./front-layer.tsx";
import { Layer } from "./layer.tsx";
import { layer } from "./layers.ts";
import { merged } from "./merged.ts";
import { Along, Ring } from "./rings.tsx";
import { useDetail, useFarSize } from "./use-view.ts";
import { zoneForms } from "./zone-forms.ts";

export const DragLayer = memo(function DragLayer({ selected }: { readonly selected: ReadonlySet<string> }) {
  const lifted = useCanvas((state) => state.lifted);
  if (!lifted) return null;
  return (
    <>
      <Moving lifted={lifted} selected={selected} />
      <Bending lifted={lifted} selected={selected} />
    </>
  );
});

function Moving({ lifted, selected }: { readonly lifted: Lifted; readonly selected: ReadonlySet<string> }) {
  const group = useRef<SVGSVGElement>(null);
  const detail = useDetail();
  const size = useFarSize();
  const forms = useMemo(() => formsOf(lifted, detail, size), [lifted, detail, size]);
  useLayoutEffect(() => {
    const put = ({ x, y }: { readonly x: number; readonly y: number }) => {
      if (group.current) group.current.style.transform = `translate(${x}px, ${y}px)`;
    };
    put(useCanvas.getState().offset);
    return useCanvas.subscribe(({ offset }, before) => {
      if (offset !== before.offset) put(offset);
    });
  }, []);
  return (
    <Layer ref={group} className={`${layer.dragged} dragged`} aria-hidden="true">
      {forms.map((part, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts are always the same ones in the same order
        <Drawn key={i} forms={part} />
      ))}
      {lifted.shapes
        .filter(({ id }) => selected.has(id))
        .map((shape) => (
          <Ring key={shape.key} shape={shape} />
        ))}
    </Layer>
  );
}

/** All that is lifted, back to front. */
function formsOf({ shapes, along, labels }: Lifted, detail: Detail, size: number) {
  const zones = shapes.filter(({ kind }) => kind === "zone");
  const elements = shapes.filter(({ kind }) => kind !== "zone");
  return [
    zoneForms(zones, detail),
    flowForms(along, detail),
    merged(elements.flatMap(drawBody)),
    merged(elements.flatMap((shape) => faceAt(shape, detail))),
    facesOf(zones, detail, size),
    detail === "near" ? merged(labels.flatMap(drawLabel)) : [],
  ];
}

/** More labels than this are left out while their flows bend. */
const mostLabels = 30;

function Bending({ lifted, selected }: { readonly lifted: Lifted; readonly selected: ReadonlySet<string> }) {
  const provisional = useCanvas((state) => state.provisional);
  const detail = useDetail();
  const bent = [...provisional.values()];
  const labels = detail === "near" && bent.length <= mostLabels ? bent.flatMap(({ label }) => label ?? []) : [];
  return (
    <Layer className={`${layer.dragged} dragged`} aria-hidden="true">
      {bent.map(({ path }) => selected.has(path.id) && <Along key={path.key} points={path.points} />)}
      <Drawn
        forms={flowForms(
          bent.map(({ path }) => path),
          detail,
        )}
      />
      {labels.map(({ key, of, box }) => {
        const label = lifted.bending.labels.get(of);
        return label && <BentLabel key={key} label={label} x={box.x - label.box.x} y={box.y - label.box.y} />;
      })}
    </Layer>
  );
}

/** A label where it is while its flow bends. Its words are moved, not set again: setting words anew has all of the page drawn again. */
function BentLabel({ label, x, y }: { readonly label: SceneLabel; readonly x: number; readonly y: number }) {
  const forms = useMemo(() => {
    const { leader: _, ...own } = label;
    return merged(drawLabel(own));
  }, [label]);
  return (
    <g transform={`translate(${x} ${y})`}>
      <Drawn forms={forms} />
    </g>
  );
}
