// What can be dragged of a scene, as nodes. Members of a zone are its children, so that dragging it takes them along.
import type { Scene, SceneShape } from "@parapet/reports/dfd";
import type { CanvasNode } from "./nodes.tsx";

/** Back to front as the layers of the scene are: bodies of zones, flows, elements, then tabs and labels. */
export const layer = { zone: 0, flow: 100, element: 200, front: 300 } as const;

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
    } else nodes.push({ ...base, type: "element", zIndex: layer.element, data: { shape } });
  }
  return nodes;
}

function placed(shape: SceneShape, shapes: ReadonlyMap<string, SceneShape>, selected: ReadonlySet<string>) {
  const { id, box, parent, title, description } = shape;
  const home = parent === undefined ? undefined : shapes.get(parent);
  return {
    id,
    position: { x: box.x - (home?.box.x ?? 0), y: box.y - (home?.box.y ?? 0) },
    width: box.width,
    height: box.height,
    selected: selected.has(id),
    ariaLabel: `${title}. ${description}`,
    ...(home && { parentId: home.id }),
  };
}

/** The nodes of `after`, each as the very object that it was before where nothing of it changed. */
export function sharedNodes(before: readonly CanvasNode[], after: readonly CanvasNode[]): CanvasNode[] {
  const known = new Map(before.map((node) => [node.id, node]));
  return after.map((node) => {
    const old = known.get(node.id);
    return old && isSame(old, node) ? old : node;
  });
}

function isSame(a: CanvasNode, b: CanvasNode): boolean {
  return (
    a.data.shape === b.data.shape &&
    a.selected === b.selected &&
    a.parentId === b.parentId &&
    a.position.x === b.position.x &&
    a.position.y === b.position.y
  );
}
