// The elements, tile by tile: forms of one look are one path, and each element is a button for the pointer and the keyboard.
import { drawBody, type SceneShape } from "@parapet/reports/dfd";
import { memo, useMemo } from "react";
import { useCanvas } from "../canvas-store.ts";
import type { PointerHandlers } from "../pointer/use-pointer.ts";
import { type Detail, faceAt } from "./detail.ts";
import { Drawn } from "./drawn.tsx";
import { Layer } from "./layer.tsx";
import { layer } from "./layers.ts";
import { merged } from "./merged.ts";
import type { Tile } from "./tiles.ts";
import { useDetail, useLeft, useTiles } from "./use-view.ts";
import { idOf } from "./zone-layer.tsx";

export interface ElementLayerProps {
  readonly elements: readonly SceneShape[];
  readonly selected: ReadonlySet<string>;
  readonly pointer: PointerHandlers;
}

export const ElementLayer = memo(function ElementLayer({ elements, selected, pointer }: ElementLayerProps) {
  const detail = useDetail();
  const tiles = useTiles(elements, boxOf);
  return (
    <Layer className={layer.element} {...pointer.shapes}>
      {tiles.map((tile) => (
        <Elements key={tile.key} tile={tile} detail={detail} />
      ))}
      {tiles.map((tile) => (
        <Hits key={tile.key} tile={tile} selected={selected} />
      ))}
    </Layer>
  );
});

export function boxOf({ box }: SceneShape): SceneShape["box"] {
  return box;
}

export interface TileProps {
  readonly tile: Tile<SceneShape>;
  readonly detail: Detail;
}

const Elements = memo(function Elements({ tile, detail }: TileProps) {
  const lifted = useCanvas((state) => state.lifted?.ids);
  const left = useLeft(tile.things, lifted, idOf);
  const forms = useMemo(
    () => [...merged(left.flatMap(drawBody)), ...merged(left.flatMap((shape) => faceAt(shape, detail)))],
    [left, detail],
  );
  return <Drawn forms={forms} />;
});

const Hits = memo(function Hits({
  tile,
  selected,
}: {
  readonly tile: Tile<SceneShape>;
  readonly selected: ReadonlySet<string>;
}) {
  return tile.things.map((shape) => <Hit key={shape.key} shape={shape} selected={selected.has(shape.id)} />);
});

const Hit = memo(function Hit({ shape, selected }: { readonly shape: SceneShape; readonly selected: boolean }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button cannot stand in a drawing
    <rect
      {...shape.box}
      data-id={shape.id}
      className="shape-hit nopan"
      role="button"
      tabIndex={-1}
      aria-pressed={selected}
      aria-label={`${shape.title}: ${shape.description}`}
    />
  );
});
