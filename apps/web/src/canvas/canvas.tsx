// The canvas: the scene of the diagram, drawn live. Everything that is done to it is a command.
import "@xyflow/react/dist/style.css";
import "./canvas.css";
import { type Overlay, sceneIndex } from "@parapet/reports/dfd";
import {
  applyNodeChanges,
  Background,
  BackgroundVariant,
  type Connection,
  ConnectionMode,
  type NodeChange,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
  useReactFlow,
  useStore,
} from "@xyflow/react";
import { clsx } from "clsx";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Selection, useSelect, useSelections } from "../data/selection.ts";
import { present, send, useWorkbench } from "../data/workbench.ts";
import { AddBox } from "./add-box.tsx";
import { endDrag, useCanvas } from "./canvas-store.ts";
import { dropped, follow, offsets } from "./dragging.ts";
import { Hatches } from "./drawn.tsx";
import { FlowLayer } from "./flow-layer.tsx";
import { FrontLayer } from "./front-layer.tsx";
import { Help } from "./help.tsx";
import { type CanvasNode, nodeTypes } from "./nodes.tsx";
import { Outline } from "./outline.tsx";
import { PeerPointers } from "./peer-pointers.tsx";
import { selectionOf, titleOf } from "./title-on-canvas.ts";
import { nodesOf } from "./to-nodes.ts";
import { Toolbar } from "./toolbar.tsx";
import { useCanvasKeys } from "./use-canvas-keys.ts";
import { type Drawing, useDrawing } from "./use-drawing.ts";

export interface CanvasProps {
  readonly overlay?: Overlay;
}

export function Canvas({ overlay }: CanvasProps) {
  const { t } = useTranslation();
  const heat = useCanvas((state) => state.heat);
  const viewId = useCanvas((state) => state.view);
  const view = useWorkbench((state) => (viewId === undefined ? undefined : state.document?.diagram?.views?.[viewId]));
  const drawing = useDrawing(view, heat, overlay);
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
  const stored = useWorkbench((state) => state.document?.diagram?.positions);
  const ids = useMemo(() => new Set(selections.map(({ id }) => id)), [selections]);
  const index = useMemo(() => sceneIndex(drawing.scene), [drawing.scene]);
  const [nodes, setNodes] = useState<CanvasNode[]>(() => nodesOf(drawing.scene, ids));
  const dragging = useRef(false);
  const zones = useMemo(() => drawing.scene.shapes.filter(({ kind }) => kind === "zone"), [drawing.scene]);
  const descriptions = useMemo(
    () => new Map(drawing.scene.paths.map(({ id, description }) => [id, description])),
    [drawing.scene],
  );
  const choose = useCallback(
    (id: string, more: boolean) =>
      select(...(more ? selections.filter((one) => one.id !== id) : []), flowSelection(id)),
    [select, selections],
  );
  useEffect(() => {
    // What others do never interrupts a running drag: it is drawn when the drag is over.
    if (!dragging.current) setNodes(nodesOf(drawing.scene, ids));
  }, [drawing.scene, ids]);
  useEffect(() => {
    if (drawing.provisional) return;
    const later = setTimeout(() => void flow.fitView({ padding: 0.08, maxZoom: 1.1 }), 60);
    return () => clearTimeout(later);
  }, [drawing.provisional, flow]);
  const keys = useCanvasKeys(drawing);

  const changed = useCallback(
    (changes: NodeChange<CanvasNode>[]) => {
      const marks = changes.filter((change) => change.type === "select");
      if (marks.length > 0) select(...selectionAfter(selections, marks, drawing));
      const rest = changes.filter((change) => change.type === "position" || change.type === "dimensions");
      if (rest.length > 0) setNodes((all) => applyNodeChanges(rest, all));
    },
    [select, selections, drawing],
  );

  const pointerOf = (event: React.MouseEvent | React.TouchEvent | MouseEvent | TouchEvent) => {
    const at = "clientX" in event ? event : event.changedTouches[0];
    return flow.screenToFlowPosition({ x: at?.clientX ?? 0, y: at?.clientY ?? 0 });
  };
  const drop = async (event: React.MouseEvent | MouseEvent | TouchEvent, dragged: readonly CanvasNode[]) => {
    const moved = offsets(dragged, drawing);
    const calls = dropped(moved, pointerOf(event), drawing, stored);
    dragging.current = false;
    present({ room: "decomposition", selected: [...ids] });
    const names = Object.keys(moved).map((id) => titleOf(drawing, id));
    const done =
      calls.length === 0
        ? undefined
        : await send(t("canvas.moved", { things: names.slice(0, 3).join(", ") }), ...calls);
    endDrag();
    if (!done?.ok) setNodes(nodesOf(drawing.scene, ids));
  };
  const connect = ({ source, target }: Connection) => {
    const [a, b] = [drawing.layout.elements[source], drawing.layout.elements[target]];
    if (!a || !b || source === target) return;
    const at = { x: (a.x + a.width / 2 + b.x + b.width / 2) / 2, y: (a.y + a.height / 2 + b.y + b.height / 2) / 2 };
    useCanvas.setState({ adding: { kind: "flow", from: source, to: target, at } });
  };

  return (
    <div
      className={clsx("parapet-canvas relative flex min-h-0 flex-1", far && "far")}
      onKeyDown={keys}
      role="application"
      aria-label={t("canvas.label")}
    >
      <Hatches />
      <div className="relative min-w-0 flex-1">
        <ReactFlow
          nodes={nodes}
          nodeTypes={nodeTypes}
          onNodesChange={changed}
          onNodeDragStart={() => {
            dragging.current = true;
          }}
          onNodeDrag={(event, _, dragged) => {
            const moved = offsets(dragged, drawing);
            follow(moved, pointerOf(event), drawing, index);
            sharePointer(pointerOf(event), moved);
          }}
          onNodeDragStop={(event, _, dragged) => void drop(event, dragged)}
          onNodeClick={(event, node) => {
            if (!event.shiftKey && !event.ctrlKey && !event.metaKey) select(selectionOf(drawing, node.id));
          }}
          onPaneClick={() => select()}
          onPaneMouseMove={(event) => sharePointer(pointerOf(event))}
          onConnectStart={() => useCanvas.setState({ connecting: true })}
          onConnectEnd={() => useCanvas.setState({ connecting: false })}
          selectNodesOnDrag={false}
          onConnect={connect}
          connectionMode={ConnectionMode.Loose}
          connectionRadius={30}
          selectionMode={SelectionMode.Full}
          multiSelectionKeyCode={["Shift", "Control", "Meta"]}
          panActivationKeyCode="Space"
          deleteKeyCode={null}
          disableKeyboardA11y
          elevateNodesOnSelect={false}
          zIndexMode="manual"
          onlyRenderVisibleElements={drawing.scene.shapes.length > 300}
          nodesFocusable
          fitView
          fitViewOptions={{ padding: 0.08, maxZoom: 1.1 }}
          minZoom={0.05}
          maxZoom={2.5}
          proOptions={{ hideAttribution: false }}
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
        <Help />
      </div>
      {outline && <Outline drawing={drawing} />}
    </div>
  );
}

/** Seen from far, labels and counts are left out: nobody can read them there. */
function Far() {
  const far = useStore(({ transform: [, , zoom] }) => zoom < 0.28);
  useEffect(() => useCanvas.setState({ far }), [far]);
  return null;
}

let lastShared = 0;

/** Tells the others where the pointer is, and what it drags: at most every 50 ms. */
function sharePointer(
  pointer: { x: number; y: number },
  drag?: Readonly<Record<string, { x: number; y: number }>>,
): void {
  const now = performance.now();
  if (now - lastShared < 50) return;
  lastShared = now;
  present({ room: "decomposition", pointer, ...(drag && { drag: { ...drag } }) });
}

function flowSelection(id: string): Selection {
  return { kind: "flow", id };
}

function selectionAfter(
  before: readonly Selection[],
  marks: readonly { id: string; selected: boolean }[],
  drawing: Drawing,
): readonly Selection[] {
  const left = new Map(before.map((one) => [one.id, one]));
  for (const { id, selected } of marks) {
    const meant = selectionOf(drawing, id);
    if (selected) left.set(meant.id, meant);
    else left.delete(meant.id);
  }
  return [...left.values()];
}
