// The part of the diagram that is seen: told to the others, and taken over from who is followed.
import { useOnViewportChange, useReactFlow, useStore, type Viewport } from "@xyflow/react";
import { useCallback, useEffect } from "react";
import { useFollowedPeer } from "../../data/following.ts";
import { present } from "../../data/workbench.ts";

export function SharedView() {
  const flow = useReactFlow();
  // The inspector takes width from the diagram: what was in the middle of it is not any more.
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const peer = useFollowedPeer();
  const view = peer?.presence.room === "decomposition" ? peer.presence.view : undefined;
  const isFollowing = peer !== undefined;
  const tell = useCallback(
    ({ x, y, zoom }: Viewport) => {
      const round = (value: number) => Math.round(value * 10) / 10;
      const middle = { x: round((width / 2 - x) / zoom), y: round((height / 2 - y) / zoom), zoom };
      if (!isFollowing) present({ view: middle });
    },
    [width, height, isFollowing],
  );
  useOnViewportChange({ onEnd: tell });
  useEffect(() => {
    // Whoever follows from elsewhere finds the diagram as it is seen here.
    const later = setTimeout(() => tell(flow.getViewport()), 400);
    return () => clearTimeout(later);
  }, [flow, tell]);
  const { x, y, zoom } = view ?? {};
  useEffect(() => {
    if (x === undefined || y === undefined || zoom === undefined || width === 0) return;
    void flow.setViewport({ x: width / 2 - x * zoom, y: height / 2 - y * zoom, zoom });
  }, [flow, x, y, zoom, width, height]);
  return null;
}
