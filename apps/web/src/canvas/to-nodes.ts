// The scene as nodes and edges. Members of a zone are its children, so that dragging it takes them along. Back to front as the scene's layers say.
import type { Scene, SceneLabel, SceneShape } from "@parapet/reports/dfd";
import type { FlowEdge } from "./flow-edge.tsx";
import type { CanvasNode } from "./nodes.tsx";

const layer = { zone: 0, flow: 100, element: 200, front: 300 } as const;

/** The pointer goes through to what lies behind. */
const passes = { pointerEvents: "none" } as const;

/** Nodes of a scene; outer zones before what lies in them. */
export function nodesOf(scene: Scene, selected: ReadonlySet<string>): CanvasNode[] {
  const shapes = new Map(scene.shapes.map((shape) => [shape.key, shape]));
  const nodes: CanvasNode[] = [];
  for (const shape of scene.shapes) {
    const base = placed(shape, shapes, selected);
    if (shape.kind === "zone") {
      nodes.push({
        ...base,
        type: "zone",
        zIndex: layer.zone + shape.depth,
        dragHandle: ".zone-grab",
        style: passes,
        data: { shape },
      });
      nodes.push({ ...faceOf(shape), zIndex: layer.front, data: { shape } });
    } else nodes.push({ ...base, type: "element", zIndex: layer.element, data: { shape } });
  }
  return [...nodes, ...scene.labels.map((label) => labelNode(label, selected))];
}

function placed(shape: SceneShape, shapes: ReadonlyMap<string, SceneShape>, selected: ReadonlySet<string>) {
  const { id, box, parent, description } = shape;
  const home = parent === undefined ? undefined : shapes.get(parent);
  return {
    id,
    position: { x: box.x - (home?.box.x ?? 0), y: box.y - (home?.box.y ?? 0) },
    width: box.width,
    height: box.height,
    selected: selected.has(id),
    ariaLabel: description,
    ...(home && { parentId: home.id }),
  };
}

/** The tab and counts of a zone: in front, moved with it, and never in the way of the pointer. */
function faceOf({ id, box }: SceneShape) {
  return {
    id: `face:${id}`,
    type: "face" as const,
    parentId: id,
    position: { x: 0, y: 0 },
    width: box.width,
    height: box.height,
    style: passes,
    selectable: false,
    draggable: false,
    focusable: false,
  };
}

function labelNode(label: SceneLabel, selected: ReadonlySet<string>): CanvasNode {
  const { of, box } = label;
  return {
    id: `label:${of}`,
    type: "label",
    position: { x: box.x, y: box.y },
    width: box.width,
    height: box.height,
    zIndex: layer.front,
    draggable: false,
    focusable: false,
    selectable: true,
    selected: selected.has(of),
    data: { label },
  };
}

/** Flows of a scene as edges between their ends. */
export function edgesOf(scene: Scene, selected: ReadonlySet<string>): FlowEdge[] {
  return scene.paths.map((path) => ({
    id: path.id,
    type: "flow",
    source: path.from,
    target: path.to,
    sourceHandle: "right",
    targetHandle: "right",
    zIndex: layer.flow,
    selected: selected.has(path.id),
    ariaLabel: path.description,
    data: { path },
  }));
}
