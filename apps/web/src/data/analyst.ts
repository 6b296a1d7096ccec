// Keeps the worker busy with the newest document: what comes while it works replaces what waits. Suppositions are worked out when nothing else is to do.
import type { Analysis, Document, Knowledge } from "@parapet/core";
import type { Effect, FromWorker, Supposition, ToWorker } from "./analysis-worker.ts";
import type { Consequence } from "./consequence.ts";
import { isHeld, released } from "./holding.ts";
import { painted } from "./painted.ts";

interface Supposing {
  readonly supposed: Supposition;
  readonly done: (consequence: Consequence | undefined) => void;
}

type Asked = Omit<Extract<ToWorker, { kind: "analyse" }>, "kind" | "onward">;

/** Who is told what the worker found: first what a change did, then the whole; `newest`: of the document that is shown. */
export interface Listening {
  readonly told: (effect: Effect | undefined) => void;
  readonly analysed: (analysis: Analysis, newest: boolean) => void;
}

/** After a drag what it became is a change within this, in milliseconds. */
const moment = 100;
/** However often the document changes, an analysis is read at least this often, in milliseconds. */
const stale = 1_000;

export class Analyst {
  readonly #worker: Worker;
  readonly #listening: Listening;
  /** What the worker says next. */
  #waitsFor: FromWorker["kind"] | undefined;
  #told = true;
  #next: Asked | undefined;
  /** The analysis that was told and not read yet. */
  #unread: object | undefined;
  /** It is time to read it. */
  #reads = false;
  #lastRead: number | undefined;
  #kept: MessageEvent<FromWorker> | undefined;
  #supposing: Supposing | undefined;
  #suppositions: Supposing[] = [];

  constructor(knowledge: Knowledge, listening: Listening) {
    this.#listening = listening;
    this.#worker = new Worker(new URL("./analysis-worker.ts", import.meta.url), { type: "module" });
    this.#say({ kind: "knowledge", knowledge });
    this.#worker.onmessage = (event: MessageEvent<FromWorker>) => {
      if (this.#waitsFor === "analysed" && isHeld()) void this.#keep(event);
      else this.#hear(event);
    };
  }

  #hear({ data }: MessageEvent<FromWorker>): void {
    this.#waitsFor = undefined;
    if (data.kind === "told") this.#tell(data.effect);
    else if (data.kind === "analysed") this.#listening.analysed(data.analysis, this.#next === undefined);
    else this.#supposing?.done(data.consequence);
    this.#start();
  }

  /** A whole analysis that comes in the middle of a drag is put together after it, unless the document is another one by then. */
  async #keep(event: MessageEvent<FromWorker>): Promise<void> {
    this.#kept = event;
    await calm();
    if (this.#kept !== event) return;
    this.#kept = undefined;
    this.#hear(event);
  }

  #tell(effect: Effect | undefined): void {
    this.#told = this.#next === undefined;
    if (this.#told) this.#listening.told(effect);
    const told = {};
    this.#unread = told;
    // The first one is what the page waits for.
    if (this.#lastRead === undefined) this.#reads = true;
    else void this.#readLater(told);
  }

  /**
   * When what was told is on screen and nothing is dragged any more: that the worker writes a whole analysis down, and the page puts it
   * together, takes its time.
   */
  async #readLater(told: object): Promise<void> {
    await painted();
    await calm();
    if (this.#unread !== told) return;
    this.#reads = true;
    this.#start();
  }

  analyse(document: Document, now: string, feature: string | undefined): void {
    this.#next = { document, now, ...(feature !== undefined && { feature }) };
    if (this.#kept && !isHeld()) {
      this.#kept = undefined;
      this.#waitsFor = undefined;
    }
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
    if (this.#reads || this.#isStale()) this.#read();
    else if (this.#next) this.#analyse(this.#next);
    else this.#suppose(this.#suppositions.shift());
  }

  /** What was told is of a document that is not shown any more: it is read all the same when nothing was for a while. */
  #isStale(): boolean {
    if (!this.#next || !this.#unread || this.#lastRead === undefined || isHeld()) return false;
    return performance.now() - this.#lastRead > stale;
  }

  #read(): void {
    this.#unread = undefined;
    this.#reads = false;
    this.#lastRead = performance.now();
    this.#say({ kind: "read" });
    this.#waitsFor = "analysed";
  }

  #analyse(asked: Asked): void {
    this.#unread = undefined;
    this.#next = undefined;
    this.#say({ kind: "analyse", onward: !this.#told, ...asked });
    this.#waitsFor = "told";
  }

  #suppose(supposing: Supposing | undefined): void {
    this.#supposing = supposing;
    if (!supposing) return;
    this.#say({ kind: "suppose", supposed: supposing.supposed });
    this.#waitsFor = "supposed";
  }

  #say(message: ToWorker): void {
    this.#worker.postMessage(message);
  }
}

/** Resolves when nothing is dragged any more; one drag may follow another within the moment. */
async function calm(): Promise<void> {
  while (isHeld()) {
    await released();
    await passed(moment);
  }
}

function passed(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
