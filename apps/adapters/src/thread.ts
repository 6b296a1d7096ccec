// Work on another thread: asked by message, answered by message. It is started when it is first asked, and keeps no process alive.
import { parentPort, Worker } from "node:worker_threads";
import { fail, problem, type Result } from "@parapet/core";

interface Asked<A> {
  readonly number: number;
  readonly what: A;
}

interface Answered {
  readonly number: number;
  readonly result: Result<unknown>;
}

/** A thread that runs the bundle at a path; the bundle calls `answerOn`. */
export class Thread<A> {
  readonly #path: string;
  readonly #waiting = new Map<number, (result: Result<unknown>) => void>();
  #worker: Worker | undefined;
  #number = 0;

  constructor(path: string) {
    this.#path = path;
  }

  ask<T>(what: A): Promise<Result<T>> {
    return new Promise((done) => {
      this.#worker ??= this.#start();
      this.#number += 1;
      this.#waiting.set(this.#number, done as (result: Result<unknown>) => void);
      this.#worker.postMessage({ number: this.#number, what } satisfies Asked<A>);
    });
  }

  async end(): Promise<void> {
    await this.#worker?.terminate();
  }

  #start(): Worker {
    const worker = new Worker(this.#path);
    worker.on("message", ({ number, result }: Answered) => {
      this.#waiting.get(number)?.(result);
      this.#waiting.delete(number);
    });
    worker.on("error", (error) => this.#lost(error.message));
    worker.on("exit", () => this.#lost("it ended"));
    worker.unref();
    return worker;
  }

  /** The next one who asks starts another. */
  #lost(why: string): void {
    this.#worker = undefined;
    const result = fail(
      problem("internal", `A thread of the workbench failed: ${why}.`, "Try again, and report this."),
    );
    for (const done of this.#waiting.values()) done(result);
    this.#waiting.clear();
  }
}

/** Answers what the thread is asked; a defect is a problem of the one who asked. */
export function answerOn<A>(answer: (what: A) => Result<unknown> | Promise<Result<unknown>>): void {
  parentPort?.on("message", async ({ number, what }: Asked<A>) => {
    parentPort?.postMessage({ number, result: await answered(answer, what) } satisfies Answered);
  });
}

async function answered<A>(answer: (what: A) => Result<unknown> | Promise<Result<unknown>>, what: A) {
  try {
    return await answer(what);
  } catch (error) {
    const say = `Parapet itself failed: ${(error as Error).stack ?? error}`;
    return fail(problem("internal", say, "Please report this with the model, if it may be shown."));
  }
}
