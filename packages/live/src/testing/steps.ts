// For tests: the moments at which a simulated run may do something else first. One at a time goes on, whichever the dice say.
import type { Dice } from "./dice.ts";

export class Steps {
  readonly #dice: Dice;
  #waiting: (() => void)[] = [];

  constructor(dice: Dice) {
    this.#dice = dice;
  }

  get some(): boolean {
    return this.#waiting.length > 0;
  }

  /** Waits here until the dice come to it; goes on at once so many times in a hundred. */
  at(waits: number): Promise<void> {
    if (!this.#dice.percent(waits)) return Promise.resolve();
    return new Promise((goOn) => this.#waiting.push(goOn));
  }

  /** Lets one go on. */
  one(): void {
    const at = this.#dice.roll(this.#waiting.length);
    const [goOn] = this.#waiting.splice(at, 1);
    goOn?.();
  }

  /** Comes back when everything that could go on has: only steps wait now. */
  rest(): Promise<void> {
    return new Promise((done) => setImmediate(done));
  }
}
