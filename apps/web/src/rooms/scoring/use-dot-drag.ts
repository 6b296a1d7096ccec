// Dragging a dot to another cell with a pointer of any kind. The dot follows by itself; nothing is drawn again until it is dropped.
import type { Cell } from "@parapet/core";
import { type PointerEvent, useRef, useState } from "react";
import { cellOfKey } from "./matrix.ts";

/** So far a pointer may stray before a press becomes a drag. */
const slack = 5;

interface Drag {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  moved: boolean;
}

export interface DotDrag {
  /** The dot that is being dragged, and the cell under it. */
  readonly id: string | undefined;
  readonly over: string | undefined;
  /** True when the press that just ended was a drag: it is no click. */
  readonly wasDrag: () => boolean;
  readonly handlers: (id: string) => {
    readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
    readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
    readonly onPointerUp: (event: PointerEvent<HTMLElement>) => void;
    readonly onPointerCancel: (event: PointerEvent<HTMLElement>) => void;
  };
}

export function useDotDrag(dropped: (id: string, cell: Cell) => void): DotDrag {
  const drag = useRef<Drag | undefined>(undefined);
  const last = useRef(false);
  const [id, setId] = useState<string>();
  const [over, setOver] = useState<string>();
  const end = (element: HTMLElement) => {
    element.style.removeProperty("transform");
    drag.current = undefined;
    setId(undefined);
    setOver(undefined);
  };
  return {
    id,
    over,
    wasDrag: () => last.current,
    handlers: (dot) => ({
      onPointerDown: (event) => {
        last.current = false;
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { id: dot, x: event.clientX, y: event.clientY, moved: false };
      },
      onPointerMove: ({ currentTarget, clientX, clientY }) => {
        const now = drag.current;
        if (!now) return;
        const [dx, dy] = [clientX - now.x, clientY - now.y];
        if (!now.moved && Math.hypot(dx, dy) < slack) return;
        now.moved = true;
        currentTarget.style.transform = `translate(${dx}px, ${dy}px)`;
        setId(now.id);
        setOver(cellUnder(clientX, clientY));
      },
      onPointerUp: ({ currentTarget, clientX, clientY }) => {
        const now = drag.current;
        last.current = now?.moved === true;
        const cell = cellUnder(clientX, clientY);
        end(currentTarget);
        if (now?.moved && cell !== undefined) dropped(now.id, cellOfKey(cell));
      },
      onPointerCancel: ({ currentTarget }) => end(currentTarget),
    }),
  };
}

function cellUnder(x: number, y: number): string | undefined {
  const cell = document.elementsFromPoint(x, y).find((one) => one instanceof HTMLElement && one.dataset.cell);
  return cell instanceof HTMLElement ? cell.dataset.cell : undefined;
}
