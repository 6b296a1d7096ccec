// A scene as one SVG that is looked at and clicked, not edited: layer by layer, from back to front.
import {
  type Box,
  drawBody,
  drawFace,
  drawFlow,
  drawLabel,
  type Scene,
  type SceneLabel,
  type ScenePath,
  type SceneShape,
  tabKey,
} from "@parapet/reports/dfd";
import { clsx } from "clsx";
import { Fragment, type ReactNode } from "react";
import { Drawn, Hatches } from "../../canvas/draw/drawn.tsx";
import { type Selection, useSelect } from "../../data/selection.ts";

const margin = 16;
const tallest = "26rem";

export function SceneDrawn({
  scene,
  box,
  label,
  large,
}: {
  readonly scene: Scene;
  /** The part that is shown; the whole when absent. */
  readonly box: Box | undefined;
  readonly label: string;
  /** At its own size, in a frame that scrolls; else it fits in. */
  readonly large: boolean;
}) {
  const { x, y, width, height } = box ?? { ...scene.origin, width: scene.width, height: scene.height };
  const changed = new Set(scene.paths.flatMap(({ id, change }) => (change ? [id] : [])));
  const byKey = new Map<string, ReactNode>([
    ...scene.shapes.map((shape) => [shape.key, <Body key="body" shape={shape} />] as const),
    ...scene.shapes.flatMap((shape) => (shape.tab ? [[tabKey(shape), <Tab key="tab" shape={shape} />] as const] : [])),
    ...scene.paths.map((path) => [path.key, <Flow key="flow" path={path} />] as const),
    ...scene.labels.map((one) => [one.key, <Label key="label" label={one} dim={!changed.has(one.of)} />] as const),
  ]);
  return (
    <>
      <Hatches />
      <svg
        role="img"
        aria-label={label}
        viewBox={`${x - margin} ${y - margin} ${width + 2 * margin} ${height + 2 * margin}`}
        className={clsx("parapet-canvas block", large ? "max-w-none" : "mx-auto h-auto w-full")}
        style={large ? { width: width + 2 * margin, height: height + 2 * margin } : { maxHeight: tallest }}
      >
        {scene.layers.map(({ name, keys }) => (
          <g key={name}>
            {keys.map((key) => (
              <Fragment key={key}>{byKey.get(key)}</Fragment>
            ))}
          </g>
        ))}
      </svg>
    </>
  );
}

/** Opens the thing in the inspector. The list below the drawing does the same for who works by keys. */
function useOpening(selection: Selection, gone: boolean) {
  const select = useSelect();
  return gone ? {} : { onClick: () => select(selection), className: "cursor-pointer" };
}

const pale = 0.45;

function Body({ shape }: { readonly shape: SceneShape }) {
  return shape.kind === "zone" ? <Zone shape={shape} /> : <Element shape={shape} />;
}

function Element({ shape }: { readonly shape: SceneShape }) {
  const opening = useOpening({ kind: "element", id: shape.id }, shape.change === "removed");
  return (
    <g opacity={shape.change ? 1 : pale} {...opening}>
      <title>{shape.description}</title>
      <Drawn forms={drawBody(shape)} />
      <Drawn forms={drawFace(shape)} />
    </g>
  );
}

function Zone({ shape }: { readonly shape: SceneShape }) {
  return (
    <g opacity={shape.change ? 1 : 0.8}>
      <Drawn forms={drawBody(shape)} />
    </g>
  );
}

function Tab({ shape }: { readonly shape: SceneShape }) {
  const opening = useOpening({ kind: "zone", id: shape.id }, shape.change === "removed");
  return (
    <g opacity={shape.change ? 1 : 0.7} {...opening}>
      <title>{shape.description}</title>
      <Drawn forms={drawFace(shape)} />
    </g>
  );
}

function Flow({ path }: { readonly path: ScenePath }) {
  const opening = useOpening({ kind: "flow", id: path.id }, path.change === "removed");
  return (
    <g opacity={path.change ? 1 : pale} {...opening}>
      <title>{path.description}</title>
      <Drawn forms={drawFlow(path)} />
    </g>
  );
}

function Label({ label, dim }: { readonly label: SceneLabel; readonly dim: boolean }) {
  return (
    <g opacity={dim ? pale : 1} pointerEvents="none">
      <Drawn forms={drawLabel(label)} />
    </g>
  );
}
