// One layer of the canvas: an SVG in the coordinates of the scene, which the pointer goes through but for what asks for it.
import { ViewportPortal } from "@xyflow/react";
import { clsx } from "clsx";
import type { ComponentProps, ReactNode } from "react";

export function Layer({
  className,
  children,
  ...rest
}: ComponentProps<"svg"> & { readonly className: string; readonly children: ReactNode }) {
  return (
    <ViewportPortal>
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: what has a name in it says so itself; the rest is hidden from readers */}
      <svg
        width="1"
        height="1"
        className={clsx("pointer-events-none absolute top-0 left-0 overflow-visible", className)}
        {...rest}
      >
        {children}
      </svg>
    </ViewportPortal>
  );
}
