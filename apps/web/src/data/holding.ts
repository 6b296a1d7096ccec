// While something is dragged or panned on this page, what can wait waits: what others do is told when that is over.
let held = false;
let waiting: (() => void)[] = [];

/** Says whether something is dragged. */
export function hold(holds: boolean): void {
  held = holds;
  if (held) return;
  const over = waiting;
  waiting = [];
  for (const done of over) done();
}

export function isHeld(): boolean {
  return held;
}

/** Resolves when nothing is dragged. */
export function released(): Promise<void> {
  return held ? new Promise((done) => waiting.push(done)) : Promise.resolve();
}
