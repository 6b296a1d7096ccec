// How long a practised person takes for what a script does: the keystroke-level model (Card, Moran, Newell, 1980), beside the time of the machine.
import type { Locator, Page } from "playwright-core";

/** Seconds of each operator: K a key of an average typist, P pointing at something, B pressing or releasing a button, H a hand to the other device, M a thought, W a word that is read. */
export const seconds = { K: 0.28, P: 1.1, B: 0.1, H: 0.4, M: 1.35, W: 0.3 };
type Operator = keyof typeof seconds;
type Device = "mouse" | "keyboard";

/** A hand that does what a person would do, and counts. */
export class Hand {
  readonly #page: Page;
  readonly #counts: Record<Operator, number> = { K: 0, P: 0, B: 0, H: 0, M: 0, W: 0 };
  readonly #began = Date.now();
  #at: Device;

  /** `at`: where the hand is when it begins. */
  constructor(page: Page, at: Device = "mouse") {
    this.#page = page;
    this.#at = at;
  }

  /** Seconds that a person takes for all of it. */
  get person(): number {
    return (Object.keys(seconds) as Operator[]).reduce((sum, one) => sum + this.#counts[one] * seconds[one], 0);
  }

  /** Seconds that the machine has taken since it began: the operator R of the model, counted as if nothing was done meanwhile. */
  get machine(): number {
    return (Date.now() - this.#began) / 1000;
  }

  /** Seconds of person and machine together. */
  get total(): number {
    return this.person + this.machine;
  }

  /** Says what was counted, and writes it to the output. */
  say(what: string): void {
    const counted = (Object.keys(seconds) as Operator[]).map((one) => `${this.#counts[one]} ${one}`).join(", ");
    process.stdout.write(
      `${what}: ${counted} = ${this.person.toFixed(1)} s, and R ${this.machine.toFixed(1)} s of the machine\n`,
    );
  }

  /** Looks for something and presses it. */
  async click(what: Locator): Promise<void> {
    await what.click();
    this.#reach("mouse");
    this.#count({ M: 1, P: 1, B: 2 });
  }

  /** Looks for a field, presses it and types. */
  async type(field: Locator, text: string): Promise<void> {
    await this.click(field);
    await this.keys(text);
  }

  /** Types where the focus is, after a thought about what. */
  async keys(text: string): Promise<void> {
    await this.#page.keyboard.insertText(text);
    this.#reach("keyboard");
    this.#count({ M: 1, K: text.length });
  }

  /** Presses one key. */
  async press(key: string): Promise<void> {
    await this.#page.keyboard.press(key);
    this.#reach("keyboard");
    this.#count({ K: 1 });
  }

  /** Reads so many words, at 200 a minute. */
  read(words: number): void {
    this.#count({ W: words });
  }

  #reach(device: Device): void {
    if (this.#at !== device) this.#count({ H: 1 });
    this.#at = device;
  }

  #count(done: Partial<Record<Operator, number>>): void {
    for (const one of Object.keys(done) as Operator[]) this.#counts[one] += done[one] ?? 0;
  }
}
