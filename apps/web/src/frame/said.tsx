// The place of the line that says what the last thing did; the line itself loads beside the work on the page.
import { lazy, Suspense } from "react";
import { useWorkbench } from "../data/workbench.ts";
import { frameParts } from "./later.ts";

const SaidLine = lazy(async () => ({ default: await frameParts.saidLine() }));

export function Said() {
  const isSaid = useWorkbench(({ said }) => said !== undefined);
  return (
    isSaid && (
      <Suspense>
        <SaidLine />
      </Suspense>
    )
  );
}
