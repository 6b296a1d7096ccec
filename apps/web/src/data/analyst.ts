// Keeps the worker busy with the newest document: what comes while it works replaces what waits. Suppositions are worked out when nothing else is to do.
import type { Analysis, Document, Knowledge } from "@parapet/core";
import type { Effect, FromWorker, Supposition, ToWorker } from "./analysis-worker.ts";
import type { Consequence } from "./consequence.ts";
import { isHeld, released } from "./holding.ts";

interface Supposing {
  readonly supposed: Supposition;
  readonly done: (consequence: Consequence | undefined) => void;
}

type Asked = Omit<Extract<ToWorker, { kind: "analyse" }>, "kind" | "turn" | "onward">;

/** Who is told what the worker found: first what a change did, then the whole; `newest`: of the document that is shown. */
export interface Listening {
  readonly told: (effect: Effect | undefined) => void;
  readonly analysed: (analysis: Analysis, newest: boolean) => void;
}

/** After a drag what it became is a change within this, in milliseconds. */
const moment = 100;

export class Analyst {
  readonly #worker: Worker;
  readonly #listening: Listening;
  #turn = 0;
  /** What the worker says next. */
  #waitsFor: FromWorker["kind"] | undefined;
  #told = true;
  #next: Asked | undefined;
  /** An analysis that came while something was dragged. Reading it has it put together from the worker's message, which takes its time. */
  #kept: MessageEvent<FromWorker> | undefined;
  #supposing: Supposing | undefined;
  #suppositions: Supposing[] = [];

  constructor(knowledge: Knowledge, listening: Listening) {
    this.#listening = listening;
    this.#worker = new Worker(new URL("./analysis-worker.ts", import.meta.url), { type: "module" });
    this.#say({ kind: "knowledge", knowledge });
    this.#worker.onmessage = (event: MessageEvent<FromWorker>) => {
      if (this.#waitsFor !== "analysed" || !isHeld()) return this.#read(event.data);
      this.#kept = event;
      void this.#readLater(event);
    };
  }

  #read(data: FromWorker): void {
    if (data.kind === "told") {
      this.#waitsFor = "analysed";
      this.#told = this.#next === undefined;
      if (this.#told) this.#listening.told(data.effect);
      return;
    }
    this.#waitsFor = undefined;
    if (data.kind === "analysed") this.#listening.analysed(data.analysis, this.#next === undefined);
    else this.#supposing?.done(data.consequence);
    this.#start();
  }

  /** When nothing is dragged any more; one drag may follow another within the moment. */
  async #readLater(event: MessageEvent<FromWorker>): Promise<void> {
    do {
      await released();
      await new Promise((done) => setTimeout(done, moment));
    } while (isHeld());
    if (this.#kept !== event) return;
    this.#kept = undefined;
    this.#read(event.data);
  }

  /** What was kept is of a document that is not shown any more: nobody reads it. */
  #forgetKept(): void {
    if (!this.#kept || isHeld()) return;
    this.#kept = undefined;
    this.#waitsFor = undefined;
  }

  analyse(document: Document, now: string, feature: string | undefined): void {
    this.#next = { document, now, ...(feature !== undefined && { feature }) };
    this.#forgetKept();
    this.#start();
  }

  /** What would follow for the newest document. A supposition that nobody waits for any more (see `forget`) is not worked out. */
  suppose(supposed: Supposition): {
    readonly consequence: Promise<Consequence | undefined>;
    readonly forget: () => void;
  } {
    let forget = (): void => undefined;
    const consequence = new Promise<Consequence | undefined>((done) => {
      const waiting = { supposed, done };
      this.#suppositions.push(waiting);
      forget = () => {
        this.#suppositions = this.#suppositions.filter((one) => one !== waiting);
        done(undefined);
      };
    });
    this.#start();
    return { consequence, forget };
  }

  #start(): void {
    if (this.#waitsFor) return;
    if (this.#next) {
      this.#turn += 1;
      this.#say({ kind: "analyse", turn: this.#turn, onward: !this.#told, ...this.#next });
      this.#next = undefined;
      this.#waitsFor = "told";
    } else {
      this.#supposing = this.#suppositions.shift();
      if (!this.#supposing) return;
      this.#say({ kind: "suppose", supposed: this.#supposing.supposed });
      this.#waitsFor = "supposed";
    }
  }

  #say(message: ToWorker): void {
    this.#worker.postMessage(message);
  }
}
