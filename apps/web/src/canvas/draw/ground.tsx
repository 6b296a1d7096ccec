// The dots behind the diagram. The further away one looks the wider apart they are; behind a large diagram, where nobody aligns by them, there are none.
import { Background, BackgroundVariant, useStore } from "@xyflow/react";
import { gapAt } from "./detail.ts";

export function Ground({ flows }: { readonly flows: number }) {
  const gap = useStore(({ transform: [, , zoom] }) => gapAt(zoom, flows));
  if (gap === undefined) return null;
  return <Background variant={BackgroundVariant.Dots} gap={gap} size={gap / 24} color="var(--line)" />;
}
