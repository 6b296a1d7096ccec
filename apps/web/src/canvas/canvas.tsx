// The canvas: the scene of the diagram, drawn live. Everything that is done to it is a command.
import "@xyflow/react/dist/style.css";
import "./canvas.css";
import { type Overlay, type Scene, type SceneShape, sceneIndex } from "@parapet/reports/dfd";
import { ReactFlow, ReactFlowProvider, SelectionMode, useKeyPress, useReactFlow } from "@xyflow/react";
import { clsx } from "clsx";
import { type ReactNode, useEffect, useLayoutEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useSelections } from "../data/selection.ts";
import { useWorkbench } from "../data/workbench.ts";
import { paneFocus } from "../frame/panes.ts";
import { canvas } from "../strings/en/canvas.ts";
import { addStrings } from "../strings/i18n.ts";
import { endDrag, useCanvas } from "./canvas-store.ts";
import { DragLayer } from "./draw/drag-layer.tsx";
import { Hatches } from "./draw/drawn.tsx";
import { ElementLayer } from "./draw/element-layer.tsx";
import { FlowLayer } from "./draw/flow-layer.tsx";
import { FoldLayer } from "./draw/fold-layer.tsx";
import { FrontLayer } from "./draw/front-layer.tsx";
import { GateLayer } from "./draw/gate-layer.tsx";
import { Ground } from "./draw/ground.tsx";
import { Handles } from "./draw/handles.tsx";
import { extentOf, nodeTypes } from "./draw/layers.ts";
import { NoteLayer } from "./draw/note-layer.tsx";
import { Rings, SelectedFlows } from "./draw/rings.tsx";
import { SeenLayer } from "./draw/seen-layer.tsx";
import { FlowCount } from "./draw/use-view.ts";
import { ZoneLayer } from "./draw/zone-layer.tsx";
import { CursorLine, CursorRing } from "./keys/cursor.tsx";
import { arrives, canvasMark, isDrawing, useKeyboardOnEmpty } from "./keys/focus-canvas.ts";
import { Help } from "./keys/help.tsx";
import { useCanvasKeys } from "./keys/use-canvas-keys.ts";
import { Peers } from "./people/peers.tsx";
import { SharedView } from "./people/shared-view.tsx";
import { usePointer } from "./pointer/use-pointer.ts";
import { fitting } from "./scene/fitting.ts";
import { sharedList } from "./scene/sharing.ts";
import { type Drawing, useDrawing } from "./scene/use-drawing.ts";
import type { ViewOfDiagram } from "./scene/view-of-diagram.ts";
import { AddBox } from "./tools/add-box.tsx";
import { ArrangeBar } from "./tools/arrange-bar.tsx";
import { ChooseBox } from "./tools/choose-box.tsx";
import { NoteBox } from "./tools/note-box.tsx";
import { Outline } from "./tools/outline.tsx";
import { PhoneTools, usePhone } from "./tools/phone.tsx";
import { Toolbar } from "./tools/toolbar.tsx";
import { useClipboard } from "./tools/use-clipboard.ts";

addStrings({ canvas });

const severalKeys = ["Shift", "Control", "Meta"];

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
  const selections = useSelections();
  const outline = useCanvas((state) => state.outline);
  const panning = useKeyPress("Space");
  const ids = useMemo(() => new Set(selections.map(({ id }) => id)), [selections]);
  const { scene } = drawing;
  const index = useMemo(() => sceneIndex(scene), [scene]);
  const nodes = useMemo(() => extentOf(scene), [scene]);
  const zones = useThose(scene.shapes, isZone);
  const elements = useThose(scene.shapes, isElement);
  const descriptions = useMemo(
    () => new Map(scene.paths.map(({ id, title, description }) => [id, `${title}. ${description}`])),
    [scene.paths],
  );
  useLayoutEffect(() => dropIn(scene), [scene]);
  useEffect(() => {
    if (drawing.provisional) return;
    const later = setTimeout(() => void flow.fitView(fitting), 60);
    return () => clearTimeout(later);
  }, [drawing.provisional, flow]);
  // A pan that a change of room cuts short ends with it.
  useEffect(() => () => useCanvas.setState({ moving: false }), []);
  useKeyboardOnEmpty(drawing.graph.elements.length + drawing.graph.zones.length === 0);
  const keys = useCanvasKeys(drawing);
  const clips = useClipboard(drawing);
  const pointer = usePointer({ drawing, index, selections, ids });
  const phone = usePhone();

  return (
    <section
      className={clsx("parapet-canvas relative flex min-h-0 flex-1", panning && "panning")}
      onKeyDown={keys}
      {...clips}
      aria-label={t("canvas.label")}
      data-drawing={drawing.provisional || drawing.settling ? "provisional" : "settled"}
    >
      <Hatches />
      <Plane>
        <ReactFlow
          nodes={nodes}
          nodeTypes={nodeTypes}
          {...pointer.pane}
          nodesDraggable={false}
          nodesConnectable={false}
          nodesFocusable={false}
          selectionMode={SelectionMode.Full}
          multiSelectionKeyCode={severalKeys}
          panActivationKeyCode="Space"
          // On a phone a finger moves the drawing from anywhere, also from what lies in it.
          noPanClassName={phone ? "stays" : "nopan"}
          onMoveStart={(event) => event && useCanvas.setState({ moving: true })}
          onMoveEnd={() => useCanvas.setState({ moving: false })}
          deleteKeyCode={null}
          disableKeyboardA11y
          zIndexMode="manual"
          fitView
          fitViewOptions={fitting}
          minZoom={0.02}
          maxZoom={2.5}
        >
          <Ground flows={scene.paths.length} />
          <FlowCount value={scene.paths.length}>
            <ZoneLayer zones={zones} selected={ids} pointer={pointer} />
            <SelectedFlows scene={scene} selected={ids} />
            <FlowLayer paths={scene.paths} drawing={drawing} />
            <ElementLayer elements={elements} selected={ids} pointer={pointer} />
            <FrontLayer
              zones={zones}
              labels={scene.labels}
              descriptions={descriptions}
              selected={ids}
              choose={pointer.choose}
            />
            <Rings scene={scene} selected={ids} />
            <Handles elements={elements} selected={ids} pointer={pointer} />
            <FoldLayer shapes={scene.shapes} graph={drawing.graph} />
            <DragLayer selected={ids} />
            <GateLayer scene={scene} />
            <SeenLayer drawing={drawing} />
            <NoteLayer drawing={drawing} />
          </FlowCount>
          <Peers drawing={drawing} />
          <SharedView />
          <CursorRing drawing={drawing} />
        </ReactFlow>
        <div className="pointer-events-none absolute inset-x-3 top-3 z-10 flex flex-col items-start gap-2 *:pointer-events-auto max-md:hidden">
          <Toolbar drawing={drawing} />
          <ArrangeBar drawing={drawing} />
        </div>
        {drawing.provisional && (
          <p
            role="status"
            className="absolute bottom-3 left-3 z-10 rounded-md border border-line bg-surface px-3 py-1 text-sm text-soft"
          >
            {t("canvas.layingOut")}
          </p>
        )}
        <AddBox drawing={drawing} />
        <NoteBox drawing={drawing} />
        <ChooseBox drawing={drawing} />
        <CursorLine drawing={drawing} />
        <Help />
      </Plane>
      {outline && <Outline drawing={drawing} />}
      <PhoneTools />
    </section>
  );
}

function isZone({ kind }: SceneShape): boolean {
  return kind === "zone";
}

function isElement(shape: SceneShape): boolean {
  return !isZone(shape);
}

/** Some of the shapes, as the list of before where they are the same: a new element is no change of the zones. */
function useThose(shapes: Scene["shapes"], belongs: (shape: SceneShape) => boolean): Scene["shapes"] {
  const before = useRef<Scene["shapes"]>(undefined);
  return useMemo(() => {
    before.current = sharedList(before.current, shapes.filter(belongs));
    return before.current;
  }, [shapes, belongs]);
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
        currentTarget.dataset.pressed = "";
        if (isDrawing(target)) currentTarget.focus({ preventScroll: true });
      }}
      // Who presses with the pointer sees where it is; who uses keys sees where they are.
      onKeyDownCapture={({ currentTarget }) => delete currentTarget.dataset.pressed}
      onBlur={({ currentTarget }) => delete currentTarget.dataset.pressed}
      {...{ [canvasMark]: "", [paneFocus]: "" }}
    >
      {children}
    </div>
  );
}

/** A scene has what was dropped in its place: the layer of the drag is put away before it is painted. A running drag goes on. */
function dropIn(_: Scene): void {
  if (!useCanvas.getState().held) endDrag();
}
