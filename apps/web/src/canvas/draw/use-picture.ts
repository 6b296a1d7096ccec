// What is drawn of a graph. A small one is routed at once; of a large one plain routes are shown until the router's worker is done.
import {
  type Arrangement,
  arrangedLayout,
  type DiagramGraph,
  following,
  type Overlay,
  type Picture,
  scene,
} from "@parapet/reports/dfd";
import { useEffect, useMemo, useRef, useState } from "react";
import { routedPicture } from "../../data/drawing-engine.ts";
import { released } from "../../data/holding.ts";
import { sharedLayout, sharedScene } from "../scene/sharing.ts";
import { useUnheld } from "../scene/unheld.ts";

/** What a picture is drawn from. */
export interface Subject {
  readonly whole: DiagramGraph;
  readonly graph: DiagramGraph;
  readonly arrangement: Arrangement;
  readonly overlay: Overlay;
  /** Where things stand is not known yet. */
  readonly provisional: boolean;
  /** The first analysis is still to come, and with it another drawing: routing this one would be in vain. */
  readonly awaited: boolean;
}

export interface Drawn extends Subject, Picture {
  /** The router has still to run. */
  readonly settling: boolean;
}

/** Up to so many flows and elements are routed within a frame or two. */
const large = 250;
/** So long nothing changes before the router runs. */
const quiet = 400;

export function isLarge({ elements, flows }: DiagramGraph): boolean {
  return elements.length + flows.length > large;
}

export function usePicture(newest: Subject | undefined): Drawn | undefined {
  const [routed, setRouted] = useState<{ readonly of: Subject; readonly picture: Picture }>();
  const subject = useUnheld(newest);
  const last = useRef<Drawn>(undefined);
  const drawn = useMemo(() => {
    if (!subject) return undefined;
    const { picture, settling } = pictureOf(subject, routed?.of === subject ? routed.picture : undefined, last.current);
    last.current = { ...subject, ...picture, scene: sharedScene(last.current?.scene, picture.scene), settling };
    return last.current;
  }, [subject, routed]);
  const settling = drawn?.settling;
  useEffect(() => {
    if (!subject || !settling || subject.provisional || subject.awaited) return;
    let over = false;
    const later = setTimeout(async () => {
      const picture = await routedPicture(subject);
      if (picture) await released();
      if (picture && !over) setRouted({ of: subject, picture });
    }, quiet);
    return () => {
      over = true;
      clearTimeout(later);
    };
  }, [subject, settling]);
  return drawn;
}

function pictureOf(
  { graph, arrangement, overlay }: Subject,
  routed: Picture | undefined,
  before: Drawn | undefined,
): { readonly picture: Picture; readonly settling: boolean } {
  // What the router found again as it was stays the same; the rest is put together here, so that what follows finds its parts as they were.
  if (routed) {
    const layout = sharedLayout(before?.layout, routed.layout);
    return { picture: following(graph, arrangement, overlay, { ...routed, layout }), settling: false };
  }
  if (!isLarge(graph)) {
    const layout = sharedLayout(before?.layout, arrangedLayout(graph, arrangement));
    return { picture: { layout, scene: scene(graph, layout, overlay) }, settling: false };
  }
  const { isFinal, ...picture } = following(graph, arrangement, overlay, before);
  return { picture, settling: !isFinal || before?.settling !== false };
}
