// Whether a part of the page has so much room: for what styles cannot decide, such as the height of rows that are not drawn.
import { type RefObject, useEffect, useState } from "react";

/** True while the element is at least so many pixels wide; true until it is measured. */
export function useIsWide(element: RefObject<HTMLElement | null>, from: number): boolean {
  const [isWide, setWide] = useState(true);
  useEffect(() => {
    const measured = element.current;
    if (!measured) return;
    const watch = new ResizeObserver(() => setWide(measured.clientWidth >= from));
    watch.observe(measured);
    return () => watch.disconnect();
  }, [element, from]);
  return isWide;
}
