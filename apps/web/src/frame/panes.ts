// The panes of the frame: rail, room and inspector. F6 goes round them, and a room says where in it the keyboard belongs.

const panes = ["rail", "room", "inspector"] as const;
export type Pane = (typeof panes)[number];

/** What takes the keyboard when its pane is gone to; without one, the pane itself does. */
export const paneFocus = "data-pane-focus";

/** Puts the keyboard into a pane; false when it is not there. */
export function focusPane(pane: Pane): boolean {
  const whole = document.getElementById(pane);
  const place = whole?.querySelector<HTMLElement>(`[${paneFocus}]`) ?? whole;
  place?.focus({ preventScroll: true });
  return place !== null && place !== undefined;
}

/** Where a link leads to comes a moment later: the keyboard follows once the place that wants it is there, unless it was taken elsewhere. */
export function followInto(pane: Pane, wanted = `[${paneFocus}]`): void {
  const placeIn = () => document.getElementById(pane)?.querySelector<HTMLElement>(wanted);
  const before = document.activeElement;
  const left = placeIn();
  let tries = 0;
  const look = () => {
    const place = placeIn();
    if (document.activeElement !== before && document.activeElement !== document.body) return;
    // The room that is left may still be there for a moment.
    if (place && (place !== left || tries > 10)) place.focus();
    else if (tries++ < 40) setTimeout(look, 50);
  };
  setTimeout(look, 50);
}

/** The next pane that is there, from where the keyboard is. */
export function nextPane(back: boolean): void {
  const now = panes.findIndex((pane) => document.getElementById(pane)?.contains(document.activeElement));
  const step = back ? panes.length - 1 : 1;
  for (let i = 1, at = now; i <= panes.length; i++) {
    at = (Math.max(at, back ? 0 : -1) + step) % panes.length;
    const pane = panes[at];
    if (pane && focusPane(pane)) return;
  }
}
