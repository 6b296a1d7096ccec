// What lies in front: the tabs of zones and the labels of flows. They move with what is dragged.
import { drawFace, drawLabel, type SceneLabel, type SceneShape } from "@parapet/reports/dfd";
import { ViewportPortal } from "@xyflow/react";
import { memo, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useCanvas } from "./canvas-store.ts";
import { Drawn } from "./drawn.tsx";
import { presses } from "./flow-layer.tsx";

export interface FrontLayerProps {
  readonly zones: readonly SceneShape[];
  readonly labels: readonly SceneLabel[];
  readonly descriptions: ReadonlyMap<string, string>;
  readonly selected: ReadonlySet<string>;
  readonly choose: (flow: string, more: boolean) => void;
}

export const FrontLayer = memo(function FrontLayer({ zones, labels, descriptions, selected, choose }: FrontLayerProps) {
  const { t } = useTranslation();
  return (
    <ViewportPortal>
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing is no fieldset */}
      <svg
        width="1"
        height="1"
        role="group"
        aria-label={t("canvas.flows")}
        className="pointer-events-none absolute top-0 left-0 z-300 overflow-visible"
      >
        {zones.map((shape) => (
          <Face key={shape.key} shape={shape} />
        ))}
        {labels.map((label) => (
          <Label
            key={label.key}
            label={label}
            description={descriptions.get(label.of) ?? ""}
            selected={selected.has(label.of)}
            choose={choose}
          />
        ))}
      </svg>
    </ViewportPortal>
  );
});

const Face = memo(function Face({ shape }: { readonly shape: SceneShape }) {
  const by = useCanvas((state) => state.moved.get(shape.id));
  const forms = useMemo(() => drawFace(shape), [shape]);
  return (
    <g transform={by && `translate(${by.x} ${by.y})`}>
      <Drawn forms={forms} />
    </g>
  );
});

interface LabelProps {
  readonly label: SceneLabel;
  readonly description: string;
  readonly selected: boolean;
  readonly choose: FrontLayerProps["choose"];
}

const Label = memo(function Label({ label, description, selected, choose }: LabelProps) {
  const moved = useCanvas((state) => state.provisional.get(label.of));
  const shown = moved?.label ?? label;
  const forms = useMemo(() => drawLabel(shown), [shown]);
  const { x, y, width, height } = shown.box;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button cannot stand in a drawing
    <g
      role="button"
      tabIndex={-1}
      aria-label={description}
      aria-pressed={selected}
      className="flow-label"
      data-label={label.of}
      onClick={(event) => choose(label.of, event.shiftKey || event.ctrlKey || event.metaKey)}
      onKeyDown={(event) => presses(event) && choose(label.of, event.shiftKey)}
    >
      <Drawn forms={forms} />
      {selected && (
        <rect
          x={x - 2}
          y={y - 2}
          width={width + 4}
          height={height + 4}
          rx={5}
          fill="none"
          className="stroke-accent"
          strokeWidth={2}
        />
      )}
    </g>
  );
});
