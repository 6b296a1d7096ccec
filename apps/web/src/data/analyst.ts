// Keeps the worker busy with the newest document and nothing else: what comes while it works replaces what waits.
import type { Document, Knowledge } from "@parapet/core";
import type { FromWorker, ToWorker } from "./analysis-worker.ts";

type Asked = Omit<Extract<ToWorker, { kind: "analyse" }>, "kind" | "turn">;

export class Analyst {
  readonly #worker: Worker;
  #turn = 0;
  #busy = false;
  #next: Asked | undefined;

  constructor(knowledge: Knowledge, done: (result: FromWorker, newest: boolean) => void) {
    this.#worker = new Worker(new URL("./analysis-worker.ts", import.meta.url), { type: "module" });
    this.#say({ kind: "knowledge", knowledge });
    this.#worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      this.#busy = false;
      done(data, this.#next === undefined);
      this.#start();
    };
  }

  analyse(document: Document, now: string, feature: string | undefined): void {
    this.#next = { document, now, ...(feature !== undefined && { feature }) };
    this.#start();
  }

  #start(): void {
    if (this.#busy || !this.#next) return;
    this.#busy = true;
    this.#turn += 1;
    this.#say({ kind: "analyse", turn: this.#turn, ...this.#next });
    this.#next = undefined;
  }

  #say(message: ToWorker): void {
    this.#worker.postMessage(message);
  }
}
