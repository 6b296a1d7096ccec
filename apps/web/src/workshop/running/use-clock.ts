// Seconds that go by, for what shows a time.
import { useEffect, useState } from "react";

/** The time of this machine in milliseconds, anew every second. */
export function useClock(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
