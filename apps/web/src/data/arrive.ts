// Arriving at a spot: an address may name a part of its page; it is brought into view, its first control takes the focus, and it is marked for a moment.
import { useEffect } from "react";
import { useLocation } from "wouter";
import { useLocationProperty } from "wouter/use-browser-location";

/** A room loads when it is first entered: so long its spot is waited for. */
const patience = 5_000;
const markedFor = 1_600;
const controls = "input, select, textarea, button, a[href], summary, [tabindex]";

/** Brings a spot of this page into view and focuses its first control. False when the page has no such spot. */
export function goToSpot(spot: string): boolean {
  const place = document.getElementById(spot);
  if (!place) return false;
  place.scrollIntoView({ block: "center" });
  const control = place.matches(controls) ? place : place.querySelector<HTMLElement>(controls);
  control?.focus({ preventScroll: true });
  place.dataset.arrived = "";
  setTimeout(() => delete place.dataset.arrived, markedFor);
  return true;
}

/** Goes to the spot that the address names, as soon as the page has it. */
export function useArrive(): void {
  const [path] = useLocation();
  const hash = useLocationProperty(
    () => window.location.hash,
    () => "",
  );
  // The same spot in another room is another arrival.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    const spot = decoded(hash.slice(1));
    if (spot === "" || goToSpot(spot)) return;
    const watch = new MutationObserver(() => goToSpot(spot) && watch.disconnect());
    watch.observe(document.body, { childList: true, subtree: true });
    const end = setTimeout(() => watch.disconnect(), patience);
    return () => {
      watch.disconnect();
      clearTimeout(end);
    };
  }, [path, hash]);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
