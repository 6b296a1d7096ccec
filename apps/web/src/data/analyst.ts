// Keeps the worker busy with the newest document: what comes while it works replaces what waits. Suppositions are worked out when nothing else is to do.
import { type Analysis, type Document, difference, type Knowledge } from "@parapet/core";
import type { Effect, FromWorker, Supposition, ToWorker } from "./analysis-worker.ts";
import type { Consequence } from "./consequence.ts";
import { isHeld, released } from "./holding.ts";
import { painted } from "./painted.ts";

interface Supposing {
  readonly supposed: Supposition;
  readonly done: (consequence: Consequence | undefined) => void;
}

type Asked = Omit<Extract<ToWorker, { kind: "analyse" }>, "kind" | "document"> & {
  readonly document: Document;
  readonly number: number;
};

/** Who is told what the worker found: first what changes did, up to which document, then the whole; `newest`: of the document that is shown. */
export interface Listening {
  readonly told: (effect: Effect | undefined, upTo: number) => void;
  readonly analysed: (analysis: Analysis, newest: boolean) => void;
}

/** After a drag what it became is a change within this, in milliseconds. */
const moment = 100;
/**
 * After so many analyses that nobody asked for one is fast, each when nothing was asked for in as many milliseconds. One that takes less
 * than `quick` milliseconds is fast already, and one that takes more than `most` runs its loops often enough within itself.
 */
const warming = { runs: 12, pause: 500, quick: 50, most: 1_000 };
/**
 * However often the document changes, an analysis is read once in this time, in milliseconds, or in that many times what reading the last one
 * took: of a large model it must not be all that the page does.
 */
const stale = { least: 1_000, times: 4 };

export class Analyst {
  readonly #worker: Worker;
  readonly #listening: Listening;
  /** What the worker says next. */
  #waitsFor: FromWorker["kind"] | undefined;
  /** How many documents there were, and which of them the worker has: its number, and itself. */
  #documents = 0;
  #works = 0;
  #given: Document | undefined;
  #next: Asked | undefined;
  /** The analysis that was told and not read yet. */
  #unread: object | undefined;
  /** It is time to read it. */
  #reads = false;
  #lastRead: { readonly asked: number; took: number } | undefined;
  #kept: MessageEvent<FromWorker> | undefined;
  #supposing: Supposing | undefined;
  #suppositions: Supposing[] = [];
  #warmed = 0;
  #warmsSince = 0;
  #rests: ReturnType<typeof setTimeout> | undefined;

  constructor(knowledge: Knowledge, listening: Listening) {
    this.#listening = listening;
    this.#worker = new Worker(new URL("./analysis-worker.ts", import.meta.url), { type: "module" });
    this.#say({ kind: "knowledge", knowledge });
    this.#worker.onmessage = (event: MessageEvent<FromWorker>) => {
      // What an event holds is put together when it is first looked at: nothing of a large one is while something is dragged.
      const reads = this.#waitsFor === "analysed";
      if (reads && this.#lastRead) this.#lastRead.took = performance.now() - this.#lastRead.asked;
      if (reads && isHeld()) void this.#keep(event);
      else this.#hear(event);
    };
  }

  #hear({ data }: MessageEvent<FromWorker>): void {
    this.#waitsFor = undefined;
    if (data.kind === "told") this.#tell(data.effect);
    else if (data.kind === "analysed") this.#put(data.analysis);
    else if (data.kind === "supposed") this.#supposing?.done(data.consequence);
    else this.#isWarmer();
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

  #put(analysis: string): void {
    const begun = performance.now();
    this.#listening.analysed(JSON.parse(analysis) as Analysis, this.#next === undefined);
    if (this.#lastRead) this.#lastRead.took += performance.now() - begun;
  }

  #tell(effect: Effect | undefined): void {
    this.#listening.told(effect, this.#works);
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
    const { asked = 0, took = 0 } = this.#lastRead ?? {};
    const rest = asked + stale.times * took - performance.now();
    if (rest > 0) await passed(rest).then(calm);
    if (this.#unread !== told) return;
    this.#reads = true;
    this.#start();
  }

  /** Asks for the analysis of a document, and gives its number. */
  analyse(document: Document, now: string, feature: string | undefined): number {
    this.#documents += 1;
    this.#next = { number: this.#documents, document, now, ...(feature !== undefined && { feature }) };
    if (this.#kept && !isHeld()) {
      this.#kept = undefined;
      this.#waitsFor = undefined;
    }
    this.#start();
    return this.#documents;
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
    else {
      this.#suppose(this.#suppositions.shift());
      if (!this.#supposing) this.#rest();
    }
  }

  /** What was told is of a document that is not shown any more: it is read all the same when nothing was for a while. */
  #isStale(): boolean {
    if (!this.#next || !this.#unread || this.#lastRead === undefined || isHeld()) return false;
    const { asked, took } = this.#lastRead;
    return performance.now() - asked > Math.max(stale.least, stale.times * took);
  }

  #read(): void {
    this.#unread = undefined;
    this.#reads = false;
    this.#lastRead = { asked: performance.now(), took: 0 };
    this.#say({ kind: "read" });
    this.#waitsFor = "analysed";
  }

  #analyse({ number, document, ...asked }: Asked): void {
    const given = this.#given ? difference(this.#given, document) : document;
    this.#given = document;
    this.#unread = undefined;
    this.#next = undefined;
    this.#works = number;
    this.#say({ kind: "analyse", document: given, ...asked });
    this.#waitsFor = "told";
  }

  #suppose(supposing: Supposing | undefined): void {
    this.#supposing = supposing;
    if (!supposing) return;
    this.#say({ kind: "suppose", supposed: supposing.supposed });
    this.#waitsFor = "supposed";
  }

  /** Nothing is asked for. */
  #rest(): void {
    clearTimeout(this.#rests);
    if (this.#lastRead === undefined || this.#warmed === warming.runs) return;
    this.#rests = setTimeout(() => this.#warm(), warming.pause);
  }

  #warm(): void {
    if (this.#waitsFor || isHeld()) return;
    this.#warmed += 1;
    this.#warmsSince = performance.now();
    this.#say({ kind: "warm" });
    this.#waitsFor = "warmed";
  }

  #isWarmer(): void {
    const took = performance.now() - this.#warmsSince;
    if (took < warming.quick || took > warming.most) this.#warmed = warming.runs;
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
