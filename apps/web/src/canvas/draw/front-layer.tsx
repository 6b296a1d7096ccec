// What lies in front: the tabs of zones and the labels of flows.
import { drawFace, drawLabel, type SceneLabel, type SceneShape } from "@parapet/reports/dfd";
import { memo, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useCanvas } from "../canvas-store.ts";
import { type Detail, farFaces } from "./detail.ts";
import { Drawn } from "./drawn.tsx";
import { presses } from "./flow-layer.tsx";
import { Layer } from "./layer.tsx";
import { layer } from "./layers.ts";
import { merged } from "./merged.ts";
import type { Tile } from "./tiles.ts";
import { useDetail, useFarSize, useLeft, useTiles } from "./use-view.ts";
import { idOf } from "./zone-layer.tsx";

export interface FrontLayerProps {
  readonly zones: readonly SceneShape[];
  readonly labels: readonly SceneLabel[];
  readonly descriptions: ReadonlyMap<string, string>;
  readonly selected: ReadonlySet<string>;
  readonly choose: (flow: string, more: boolean) => void;
}

export const FrontLayer = memo(function FrontLayer(props: FrontLayerProps) {
  const { t } = useTranslation();
  const detail = useDetail();
  return (
    <Layer className={layer.front} role="group" aria-label={t("canvas.flows")}>
      <Faces zones={props.zones} detail={detail} />
      {detail === "near" && <Labels {...props} />}
    </Layer>
  );
});

function Faces({ zones, detail }: { readonly zones: readonly SceneShape[]; readonly detail: Detail }) {
  const lifted = useCanvas((state) => state.lifted?.ids);
  const size = useFarSize();
  const left = useLeft(zones, lifted, idOf);
  const forms = useMemo(() => facesOf(left, detail, size), [left, detail, size]);
  return <Drawn forms={forms} />;
}

/** The tabs of zones; from far, the names alone. */
export function facesOf(zones: readonly SceneShape[], detail: Detail, size: number): ReturnType<typeof merged> {
  return detail === "far" ? farFaces(zones, size) : merged(zones.flatMap(drawFace));
}

function Labels({ labels, ...rest }: FrontLayerProps) {
  const tiles = useTiles(labels, boxOf);
  return tiles.map((tile) => <LabelTile key={tile.key} tile={tile} {...rest} />);
}

function boxOf({ box }: SceneLabel): SceneLabel["box"] {
  return box;
}

const LabelTile = memo(function LabelTile({
  tile,
  descriptions,
  selected,
  choose,
}: Omit<FrontLayerProps, "labels" | "zones"> & { readonly tile: Tile<SceneLabel> }) {
  const lifted = useCanvas((state) => state.lifted?.flows);
  const left = useLeft(tile.things, lifted, flowOf);
  const forms = useMemo(() => merged(left.flatMap(drawLabel)), [left]);
  return (
    <>
      <Drawn forms={forms} />
      {left.map((label) => (
        <Hit
          key={label.key}
          label={label}
          description={descriptions.get(label.of) ?? ""}
          selected={selected.has(label.of)}
          choose={choose}
        />
      ))}
    </>
  );
});

export function flowOf({ of }: SceneLabel): string {
  return of;
}

interface HitProps {
  readonly label: SceneLabel;
  readonly description: string;
  readonly selected: boolean;
  readonly choose: FrontLayerProps["choose"];
}

const Hit = memo(function Hit({ label, description, selected, choose }: HitProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button cannot stand in a drawing
    <rect
      {...label.box}
      className="shape-hit flow-label nopan"
      role="button"
      tabIndex={-1}
      aria-label={description}
      aria-pressed={selected}
      data-label={label.of}
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => choose(label.of, event.shiftKey || event.ctrlKey || event.metaKey)}
      onKeyDown={(event) => presses(event) && choose(label.of, event.shiftKey)}
    />
  );
});
