// How the scene is looked at right now, told coarsely: what depends on it is drawn anew only when that says something else.

import type { Box } from "@parapet/reports/dfd";
import { useStore } from "@xyflow/react";
import { createContext, useContext, useMemo, useRef } from "react";
import { boxSeen, type Detail, detailAt, farSize, seenAt } from "./detail.ts";
import { meets, type Tile, tilesOf } from "./tiles.ts";

/** How many flows the picture has: what is worth drawing depends on it. */
export const FlowCount = createContext(0);

export function useDetail(): Detail {
  const flows = useContext(FlowCount);
  return useStore(({ transform: [, , zoom] }) => detailAt(zoom, flows));
}

/** The size of words that are read from far. */
export function useFarSize(): number {
  return useStore(({ transform: [, , zoom] }) => farSize(zoom));
}

/** Puts a box of words on a point of the scene in the size that it has elsewhere on the page, at whatever zoom. */
export function useAtPoint(): (at: { readonly x: number; readonly y: number }) => {
  readonly transform: string;
  readonly transformOrigin: string;
} {
  const zoom = useStore(({ transform: [, , now] }) => now);
  return ({ x, y }) => ({ transform: `translate(${x}px, ${y}px) scale(${1 / zoom})`, transformOrigin: "0 0" });
}

/** The part of the scene that is seen, with room round it. */
function useSeen(): Box {
  const seen = useStore(({ transform, width, height }) => seenAt(transform, { width, height }));
  return useMemo(() => boxSeen(seen), [seen]);
}

/** The part of the scene that is in the window, in whole units. */
export function useWindow(): Box {
  const transform = useStore((state) => state.transform);
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  return useMemo(() => {
    const [x, y, zoom] = transform;
    const [left, top] = [Math.floor(-x / zoom), Math.floor(-y / zoom)];
    return {
      x: left,
      y: top,
      width: Math.ceil((width - x) / zoom) - left,
      height: Math.ceil((height - y) / zoom) - top,
    };
  }, [transform, width, height]);
}

/** So few things are all drawn, wherever one looks. */
const fewThings = 300;

/** Things in tiles, and of these the ones that are seen. */
export function useTiles<T>(things: readonly T[], boxOf: (thing: T) => Box): readonly Tile<T>[] {
  const last = useRef<readonly Tile<T>[]>([]);
  const seen = useSeen();
  const tiles = useMemo(() => {
    last.current = tilesOf(things, boxOf, last.current);
    return last.current;
  }, [things, boxOf]);
  const all = things.length <= fewThings;
  return useMemo(() => (all ? tiles : tiles.filter((tile) => meets(tile.box, seen))), [all, tiles, seen]);
}

/** The things less those that are lifted; the very same list where none is. */
export function useLeft<T>(things: readonly T[], lifted: ReadonlySet<string> | undefined, idOf: (thing: T) => string) {
  return useMemo(() => {
    const gone = lifted && things.some((thing) => lifted.has(idOf(thing)));
    return gone ? things.filter((thing) => !lifted.has(idOf(thing))) : things;
  }, [things, lifted, idOf]);
}
