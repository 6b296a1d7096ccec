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
