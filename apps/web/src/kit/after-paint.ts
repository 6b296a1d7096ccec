// A value that a part of the page may show one picture later: what answers the hand comes first, and what follows it is never put off for long.
import { useEffect, useState } from "react";
import { painted } from "../data/painted.ts";

/** The value as it was when the page was last painted; of several that come between two pictures, the last. */
export function useAfterPaint<T extends object>(value: T): T {
  const [shown, show] = useState(value);
  useEffect(() => {
    if (value === shown) return;
    let over = false;
    void painted().then(() => over || show(value));
    return () => {
      over = true;
    };
  }, [value, shown]);
  return shown;
}
