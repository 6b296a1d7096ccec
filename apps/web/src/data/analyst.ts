// Keeps the worker busy with the newest document: what comes while it works replaces what waits. Suppositions are worked out when nothing else is to do.
import type { Document, Knowledge } from "@parapet/core";
import type { FromWorker, Supposed, Supposition, ToWorker } from "./analysis-worker.ts";
import type { Consequence } from "./consequence.ts";

interface Supposing {
  readonly supposed: Supposition;
  readonly done: (consequence: Consequence | undefined) => void;
}

type Asked = Omit<Extract<ToWorker, { kind: "analyse" }>, "kind" | "turn" | "onward">;

export class Analyst {
  readonly #worker: Worker;
  #turn = 0;
  #busy = false;
  #told = true;
  #next: Asked | undefined;
  #supposing: Supposing | undefined;
  #suppositions: Supposing[] = [];

  constructor(knowledge: Knowledge, done: (result: FromWorker, newest: boolean) => void) {
    this.#worker = new Worker(new URL("./analysis-worker.ts", import.meta.url), { type: "module" });
    this.#say({ kind: "knowledge", knowledge });
    this.#worker.onmessage = ({ data }: MessageEvent<FromWorker | Supposed>) => {
      this.#busy = false;
      if (data.kind === "analysed") {
        this.#told = this.#next === undefined;
        done(data, this.#told);
      } else this.#supposing?.done(data.consequence);
      this.#start();
    };
  }

  analyse(document: Document, now: string, feature: string | undefined): void {
    this.#next = { document, now, ...(feature !== undefined && { feature }) };
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
    if (this.#busy) return;
    if (this.#next) {
      this.#turn += 1;
      this.#say({ kind: "analyse", turn: this.#turn, onward: !this.#told, ...this.#next });
      this.#next = undefined;
    } else {
      this.#supposing = this.#suppositions.shift();
      if (!this.#supposing) return;
      this.#say({ kind: "suppose", supposed: this.#supposing.supposed });
    }
    this.#busy = true;
  }

  #say(message: ToWorker): void {
    this.#worker.postMessage(message);
  }
}
