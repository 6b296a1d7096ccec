// The gate marks where flows cross borders explain themselves: under the pointer in a card, pressed in the inspector.
import type { Scene, SceneGate } from "@parapet/reports/dfd";
import { ViewportPortal } from "@xyflow/react";
import { memo, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useSelect } from "../../data/selection.ts";
import { crossingOf } from "../../frame/inspector/crossing.ts";
import { useWorld } from "../../frame/inspector/world.ts";
import { followInto } from "../../frame/panes.ts";
import { type GateAt, useCanvas } from "../canvas-store.ts";
import { Layer } from "./layer.tsx";
import { layer } from "./layers.ts";
import type { Tile } from "./tiles.ts";
import { useAtPoint, useDetail, useTiles } from "./use-view.ts";

interface Gate extends GateAt {
  readonly key: string;
  readonly title: string;
}

/** What can be hit is a little larger than the mark. */
const half = 9;

export const GateLayer = memo(function GateLayer({ scene }: { readonly scene: Scene }) {
  const detail = useDetail();
  const gates = useMemo(() => {
    const titles = new Map(scene.shapes.map(({ id, title }) => [id, title]));
    return scene.paths.flatMap(({ id, gates: own }) =>
      own.map(
        ({ zone, at }: SceneGate): Gate => ({
          key: `${id} ${zone}`,
          title: titles.get(zone) ?? zone,
          flow: id,
          zone,
          at,
        }),
      ),
    );
  }, [scene.paths, scene.shapes]);
  const isLifted = useCanvas((state) => state.lifted !== undefined);
  if (detail !== "near" || isLifted) return null;
  return (
    <>
      <Layer className={layer.handles}>
        <Gates gates={gates} />
      </Layer>
      <GateCard />
    </>
  );
});

function Gates({ gates }: { readonly gates: readonly Gate[] }) {
  return useTiles(gates, boxOf).map((tile) => <GateTile key={tile.key} tile={tile} />);
}

function boxOf({ at }: Gate) {
  return { x: at.x - half, y: at.y - half, width: 2 * half, height: 2 * half };
}

const GateTile = memo(function GateTile({ tile }: { readonly tile: Tile<Gate> }) {
  const { t } = useTranslation();
  const select = useSelect();
  return tile.things.map((gate) => (
    // biome-ignore lint/a11y/useSemanticElements: a button cannot stand in a drawing
    <rect
      key={gate.key}
      {...boxOf(gate)}
      className="shape-hit nopan"
      role="button"
      tabIndex={-1}
      aria-label={t("canvas.gate", { zone: gate.title })}
      data-gate={gate.key}
      onMouseDown={(event) => event.preventDefault()}
      onPointerEnter={() => useCanvas.setState({ gate })}
      onPointerLeave={() => useCanvas.setState({ gate: undefined })}
      onClick={() => {
        select({ kind: "flow", id: gate.flow });
        followInto("inspector", "[data-part=crossing]");
      }}
      onKeyDown={() => undefined}
    />
  ));
});

/** What the gate under the pointer says. */
function GateCard() {
  const { t } = useTranslation();
  const gate = useCanvas((state) => state.gate);
  const atPoint = useAtPoint();
  const world = useWorld();
  const crossing = gate && world && crossingOf(gate.flow, world);
  if (!crossing) return null;
  const { borders, guards, threats } = crossing;
  const live = threats.filter(({ finding }) => finding === "open" || finding === "asked").length;
  return (
    <ViewportPortal>
      <div
        role="tooltip"
        className="pointer-events-none absolute top-0 left-0 z-1000 w-64 rounded-lg border border-line bg-surface p-2 text-xs text-ink shadow-raised"
        style={atPoint({ x: gate.at.x + 12, y: gate.at.y + 12 })}
      >
        <p className="font-semibold" dir="auto">
          {world.views.title(gate.flow)}
        </p>
        <ul>
          {borders.map(({ zone, way, says }) => (
            <li key={zone} className={zone === gate.zone ? "font-medium" : "text-soft"}>
              {t(`inspector.crossing.way.${way}`)} {world.views.title(zone)}: {t(`inspector.crossing.says.${says}`)}
            </li>
          ))}
        </ul>
        <p className="mt-1 text-soft">
          {guards.length === 0
            ? t("inspector.crossing.noGuard")
            : t("inspector.crossing.guardedBy", {
                facts: guards.map(({ fact }) => fact.replaceAll("-", " ")).join(", "),
              })}
        </p>
        <p className="text-soft">{t("inspector.crossing.live", { count: live })}</p>
      </div>
    </ViewportPortal>
  );
}
