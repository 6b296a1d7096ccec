// The timer of a workshop. Instants are milliseconds, given by whoever has a clock.

/** A timer that runs out at `ends`, or is paused with so many milliseconds left. */
export interface Timer {
  readonly label?: string;
  readonly seconds: number;
  readonly ends?: number;
  readonly left?: number;
}

export function started(seconds: number, label: string | undefined, now: number): Timer {
  return { seconds, ...(label !== undefined && { label }), ends: now + seconds * 1_000 };
}

/** Stops for a while; a timer that has run out has nothing left. */
export function paused({ ends, ...timer }: Timer, now: number): Timer {
  return ends === undefined ? timer : { ...timer, left: Math.max(0, ends - now) };
}

export function resumed({ left, ...timer }: Timer, now: number): Timer {
  return left === undefined ? timer : { ...timer, ends: now + left };
}
