// The canvas: the scene of the diagram, drawn live. Everything that is done to it is a command.
import "@xyflow/react/dist/style.css";
import "./canvas.css";
import { type Overlay, sceneIndex } from "@parapet/reports/dfd";
import {
  Background,
  BackgroundVariant,
  ConnectionMode,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
  useReactFlow,
  useStore,
} from "@xyflow/react";
import { clsx } from "clsx";
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Selection, useSelect, useSelections } from "../data/selection.ts";
import { useWorkbench } from "../data/workbench.ts";
import { paneFocus } from "../frame/panes.ts";
import { AddBox } from "./add-box.tsx";
import { useCanvas } from "./canvas-store.ts";
import { ChooseBox } from "./choose-box.tsx";
import { CursorLine, CursorRing } from "./cursor.tsx";
import { Hatches } from "./drawn.tsx";
import { FlowLayer } from "./flow-layer.tsx";
import { arrives, canvasMark, isDrawing } from "./focus-canvas.ts";
import { FrontLayer } from "./front-layer.tsx";
import { Help } from "./help.tsx";
import { type CanvasNode, nodeTypes } from "./nodes.tsx";
import { Outline } from "./outline.tsx";
import { PeerPointers } from "./peer-pointers.tsx";
import { nodesOf, sharedNodes } from "./to-nodes.ts";
import { Toolbar } from "./toolbar.tsx";
import { useCanvasKeys } from "./use-canvas-keys.ts";
import { type Drawing, useDrawing } from "./use-drawing.ts";
import { useHandlers } from "./use-handlers.ts";
import type { ViewOfDiagram } from "./view-of-diagram.ts";

const severalKeys = ["Shift", "Control", "Meta"];
const fitting = { padding: 0.08, maxZoom: 1.1 };

export interface CanvasProps {
  readonly overlay?: Overlay;
  /** Shown instead of the view that is chosen on the canvas. */
  readonly view?: ViewOfDiagram;
}

export function Canvas({ overlay, view: given }: CanvasProps) {
  const { t } = useTranslation();
  const heat = useCanvas((state) => state.heat);
  const viewId = useCanvas((state) => state.view);
  const view = useWorkbench((state) => (viewId === undefined ? undefined : state.document?.diagram?.views?.[viewId]));
  const drawing = useDrawing(given ?? view, heat, overlay);
  if (!drawing) return <p className="p-5 text-soft">{t("canvas.layingOut")}</p>;
  return (
    <ReactFlowProvider>
      <Live drawing={drawing} />
    </ReactFlowProvider>
  );
}

function Live({ drawing }: { readonly drawing: Drawing }) {
  const { t } = useTranslation();
  const flow = useReactFlow();
  const select = useSelect();
  const selections = useSelections();
  const outline = useCanvas((state) => state.outline);
  const far = useCanvas((state) => state.far);
  const ids = useMemo(() => new Set(selections.map(({ id }) => id)), [selections]);
  const index = useMemo(() => sceneIndex(drawing.scene), [drawing.scene]);
  const [nodes, setNodes] = useState<CanvasNode[]>(() => nodesOf(drawing.scene, ids));
  const dragging = useRef(false);
  const zones = useMemo(() => drawing.scene.shapes.filter(({ kind }) => kind === "zone"), [drawing.scene]);
  const descriptions = useMemo(
    () => new Map(drawing.scene.paths.map(({ id, title, description }) => [id, `${title}. ${description}`])),
    [drawing.scene],
  );
  const choose = useCallback(
    (id: string, more: boolean) =>
      select(...(more ? selections.filter((one) => one.id !== id) : []), flowSelection(id)),
    [select, selections],
  );
  useEffect(() => {
    // What others do never interrupts a running drag: it is drawn when the drag is over.
    if (!dragging.current) setNodes((before) => sharedNodes(before, nodesOf(drawing.scene, ids)));
  }, [drawing.scene, ids]);
  useEffect(() => {
    if (drawing.provisional) return;
    const later = setTimeout(() => void flow.fitView(fitting), 60);
    return () => clearTimeout(later);
  }, [drawing.provisional, flow]);
  const keys = useCanvasKeys(drawing);

  const handlers = useHandlers({ drawing, index, selections, ids, setNodes, dragging });

  return (
    <section
      className={clsx("parapet-canvas relative flex min-h-0 flex-1", far && "far")}
      onKeyDown={keys}
      aria-label={t("canvas.label")}
    >
      <Hatches />
      <Plane>
        <ReactFlow
          nodes={nodes}
          nodeTypes={nodeTypes}
          {...handlers}
          selectNodesOnDrag={false}
          connectionMode={ConnectionMode.Loose}
          connectionRadius={30}
          selectionMode={SelectionMode.Full}
          multiSelectionKeyCode={severalKeys}
          panActivationKeyCode="Space"
          deleteKeyCode={null}
          disableKeyboardA11y
          elevateNodesOnSelect={false}
          zIndexMode="manual"
          onlyRenderVisibleElements={drawing.scene.shapes.length > 300}
          nodesFocusable={false}
          fitView
          fitViewOptions={fitting}
          minZoom={0.05}
          maxZoom={2.5}
        >
          <Background variant={BackgroundVariant.Dots} gap={24} size={1} color="var(--line)" />
          <FlowLayer paths={drawing.scene.paths} selected={ids} choose={choose} />
          <FrontLayer
            zones={zones}
            labels={drawing.scene.labels}
            descriptions={descriptions}
            selected={ids}
            choose={choose}
          />
          <Far />
          <PeerPointers />
          <CursorRing drawing={drawing} />
        </ReactFlow>
        <Toolbar drawing={drawing} />
        {drawing.provisional && (
          <p
            role="status"
            className="absolute bottom-3 left-3 z-10 rounded-md border border-line bg-surface px-3 py-1 text-sm text-soft"
          >
            {t("canvas.layingOut")}
          </p>
        )}
        <AddBox drawing={drawing} />
        <ChooseBox drawing={drawing} />
        <CursorLine drawing={drawing} />
        <Help />
      </Plane>
      {outline && <Outline drawing={drawing} />}
    </section>
  );
}

/** The drawing itself: one stop of the keyboard, which then walks by keys of its own. */
function Plane({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div
      className="canvas-plane relative min-w-0 flex-1"
      role="application"
      aria-label={t("canvas.drawing")}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the drawing is worked on by keys
      tabIndex={0}
      onFocus={arrives}
      onPointerDownCapture={({ currentTarget, target }) => {
        if (isDrawing(target)) currentTarget.focus({ preventScroll: true });
      }}
      {...{ [canvasMark]: "", [paneFocus]: "" }}
    >
      {children}
    </div>
  );
}

/** Seen from far, labels and counts are left out: nobody can read them there. */
function Far() {
  const far = useStore(({ transform: [, , zoom] }) => zoom < 0.28);
  useEffect(() => useCanvas.setState({ far }), [far]);
  return null;
}

function flowSelection(id: string): Selection {
  return { kind: "flow", id };
}
