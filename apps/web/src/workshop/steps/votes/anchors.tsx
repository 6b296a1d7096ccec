// What the values of a scale mean.
import type { Factor } from "@parapet/core";
import { clsx } from "clsx";

export function Anchors({ factor, small = false }: { readonly factor: Factor; readonly small?: boolean }) {
  return (
    <dl className={clsx("grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5", small ? "text-sm" : "text-xl")}>
      {Object.entries(factor.anchors).map(([at, say]) => (
        <div key={at} className="contents">
          <dt className="text-right font-semibold">{at}</dt>
          <dd className="text-soft">{say}</dd>
        </div>
      ))}
    </dl>
  );
}
