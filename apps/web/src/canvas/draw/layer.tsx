// One layer of the canvas: an SVG in the coordinates of the scene, which the pointer goes through but for what asks for it.
import type { Box } from "@parapet/reports/dfd";
import { ViewportPortal } from "@xyflow/react";
import { clsx } from "clsx";
import type { ComponentProps, ReactNode, Ref } from "react";

type SheetProps = ComponentProps<"svg"> & { readonly className: string; readonly children: ReactNode };

export function Layer(props: SheetProps) {
  return (
    <ViewportPortal>
      <Sheet {...props} />
    </ViewportPortal>
  );
}

/** A layer in a box that moves as a whole: an SVG that is moved by itself sets all of its words anew each time. */
export function MovingLayer({ moves, className, ...rest }: SheetProps & { readonly moves: Ref<HTMLDivElement> }) {
  return (
    <ViewportPortal>
      <div ref={moves} className={clsx("pointer-events-none absolute top-0 left-0", className)}>
        <Sheet className="" {...rest} />
      </div>
    </ViewportPortal>
  );
}

/** A layer of what is seen and no more: what changes in every frame is drawn anew no further than the window reaches. */
export function WindowLayer({
  view: { x, y, width, height },
  className,
  ...rest
}: SheetProps & { readonly view: Box }) {
  const place = { left: x, top: y };
  return (
    <ViewportPortal>
      <Sheet
        className={clsx("overflow-hidden!", className)}
        style={place}
        viewBox={`${x} ${y} ${width} ${height}`}
        {...rest}
        width={width}
        height={height}
      />
    </ViewportPortal>
  );
}

function Sheet({ className, children, ...rest }: SheetProps) {
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: what has a name in it says so itself; the rest is hidden from readers
    <svg
      width="1"
      height="1"
      className={clsx("pointer-events-none absolute top-0 left-0 overflow-visible", className)}
      {...rest}
    >
      {children}
    </svg>
  );
}
