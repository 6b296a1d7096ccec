// What is dragged, in a layer of its own: a drag moves that layer and draws the flows that it bends; nothing else is drawn again.
import { drawBody, drawLabel, type SceneLabel } from "@parapet/reports/dfd";
import { memo, useLayoutEffect, useMemo, useRef } from "react";
import { useCanvas } from "../canvas-store.ts";
import type { Lifted } from "../pointer/lifting.ts";
import { type Detail, faceAt } from "./detail.ts";
import { Drawn } from "./drawn.tsx";
import { flowForms } from "./flow-layer.tsx";
import { facesOf } from "./front-layer.tsx";
import { MovingLayer, WindowLayer } from "./layer.tsx";
import { layer } from "./layers.ts";
import { merged } from "./merged.ts";
import { Along, Ring } from "./rings.tsx";
import { coverOf, meets } from "./tiles.ts";
import { useDetail, useFarSize, useWindow } from "./use-view.ts";
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
  const box = useRef<HTMLDivElement>(null);
  const detail = useDetail();
  const size = useFarSize();
  const forms = useMemo(() => formsOf(lifted, detail, size), [lifted, detail, size]);
  useLayoutEffect(() => {
    const put = ({ x, y }: { readonly x: number; readonly y: number }) => {
      if (box.current) box.current.style.translate = `${x}px ${y}px 0.01px`;
    };
    put(useCanvas.getState().offset);
    return useCanvas.subscribe(({ offset }, before) => {
      if (offset !== before.offset) put(offset);
    });
  }, []);
  return (
    <MovingLayer moves={box} className={`${layer.dragged} dragged`} aria-hidden="true">
      <rect {...everywhere} fill="transparent" />
      {forms.map((part, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts are always the same ones in the same order
        <Drawn key={i} forms={part} />
      ))}
      {lifted.shapes
        .filter(({ id }) => selected.has(id))
        .map((shape) => (
          <Ring key={shape.key} shape={shape} />
        ))}
    </MovingLayer>
  );
}

/**
 * A rectangle behind all that is lifted, which nobody sees. A browser joins the rectangles of all that is drawn where somebody listens to
 * the wheel, again in each frame in which a layer moves; with this one first there is nothing to join. Those of words are not where the
 * words are, so it reaches far.
 */
const everywhere = { x: -100_000, y: -100_000, width: 200_000, height: 200_000 };

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

function Bending({ lifted, selected }: { readonly lifted: Lifted; readonly selected: ReadonlySet<string> }) {
  const provisional = useCanvas((state) => state.provisional);
  const detail = useDetail();
  const view = useWindow();
  const bent = [...provisional.values()].filter(({ path }) => meets(coverOf(path), view));
  const paths = bent.map(({ path }) => path);
  return (
    <WindowLayer view={view} className={`${layer.dragged} dragged`} aria-hidden="true">
      {paths.map(({ id, key, points }) => selected.has(id) && <Along key={key} points={points} />)}
      <Drawn forms={flowForms(paths, detail)} />
      {detail === "near" &&
        bent.map(({ label: moved }) => {
          const label = moved && lifted.bending.labels.get(moved.of);
          if (!label) return null;
          const { box, key } = moved;
          return <BentLabel key={key} label={label} x={box.x - label.box.x} y={box.y - label.box.y} />;
        })}
    </WindowLayer>
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
