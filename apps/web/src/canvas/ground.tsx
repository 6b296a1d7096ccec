// The dots behind the diagram. The further away one looks the wider apart they are, and from far there are none: a screen full of them is dear to draw.
import { Background, BackgroundVariant, useStore } from "@xyflow/react";
import { gapAt } from "./detail.ts";

export function Ground() {
  const gap = useStore(({ transform: [, , zoom] }) => gapAt(zoom));
  if (gap === undefined) return null;
  return <Background variant={BackgroundVariant.Dots} gap={gap} size={gap / 24} color="var(--line)" />;
}
