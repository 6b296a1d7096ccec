// The bodies of zones, behind everything. The pointer goes through them but for their border and their tab.
import type { SceneShape } from "@parapet/reports/dfd";
import { memo, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useCanvas } from "../canvas-store.ts";
import type { PointerHandlers } from "../pointer/use-pointer.ts";
import { Drawn } from "./drawn.tsx";
import { Layer } from "./layer.tsx";
import { layer } from "./layers.ts";
import { useDetail, useLeft } from "./use-view.ts";
import { zoneForms } from "./zone-forms.ts";

const border = 16;

export interface ZoneLayerProps {
  /** Outer zones before what lies in them. */
  readonly zones: readonly SceneShape[];
  readonly selected: ReadonlySet<string>;
  readonly pointer: PointerHandlers;
}

export const ZoneLayer = memo(function ZoneLayer({ zones, selected, pointer }: ZoneLayerProps) {
  const lifted = useCanvas((state) => state.lifted?.ids);
  const left = useLeft(zones, lifted, idOf);
  const detail = useDetail();
  const forms = useMemo(() => zoneForms(left, detail), [left, detail]);
  return (
    <Layer className={layer.zone} {...pointer.shapes}>
      <Drawn forms={forms} />
      <Target zones={zones} />
      {zones.map((shape) => (
        <Grab key={shape.key} shape={shape} selected={selected.has(shape.id)} />
      ))}
    </Layer>
  );
});

export function idOf({ id }: { readonly id: string }): string {
  return id;
}

/** What takes hold of a zone. It stays while the zone is dragged: the pointer is its. */
const Grab = memo(function Grab({ shape, selected }: { readonly shape: SceneShape; readonly selected: boolean }) {
  const { id, box, tab = box, title, description } = shape;
  return (
    <g data-id={id} className="zone-grab nopan">
      <rect {...box} fill="none" stroke="transparent" strokeWidth={border} pointerEvents="stroke" />
      {/* biome-ignore lint/a11y/useSemanticElements: a button cannot stand in a drawing */}
      <rect
        {...tab}
        fill="transparent"
        pointerEvents="all"
        role="button"
        tabIndex={-1}
        aria-pressed={selected}
        aria-label={`${title}: ${description}`}
      />
    </g>
  );
});

/** The zone that a drop would move things into. */
function Target({ zones }: { readonly zones: readonly SceneShape[] }) {
  const { t } = useTranslation();
  const target = useCanvas((state) => state.target);
  const zone = target ? zones.find(({ id }) => id === target) : undefined;
  if (!zone) return null;
  const { x, y, width, height } = zone.box;
  return (
    <g data-target={zone.id}>
      <rect {...zone.box} rx={4} className="fill-accent-soft stroke-accent" fillOpacity={0.6} strokeWidth={3} />
      <text
        x={x + width / 2}
        y={y + height - 10}
        textAnchor="middle"
        fontSize={12}
        className="fill-accent font-semibold"
      >
        {t("canvas.dropHere", { zone: zone.title })}
      </text>
    </g>
  );
}
