// What the page asks of the engine's worker and when: the worker stands here as the messages that it gets and gives.
import { apply, type Document, type Knowledge } from "@parapet/core";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { FromWorker, ToWorker } from "./analysis-worker.ts";
import { Analyst } from "./analyst.ts";
import { hold } from "./holding.ts";

class Post {
  static last: Post;
  readonly asked: ToWorker[] = [];
  onmessage: ((event: { readonly data: FromWorker }) => void) | undefined;
  constructor() {
    Post.last = this;
  }
  postMessage(message: ToWorker): void {
    this.asked.push(message);
  }
  says(data: FromWorker): void {
    this.onmessage?.({ data });
  }
}

const document = (name: string) => ({ model: { system: name } }) as unknown as Document;
const analysis = "{}";
const effect = {
  sentence: "Opens 1.",
  come: { count: 1, first: [] },
  gone: { count: 0, first: [] },
  turned: { statuses: [], waits: 0, about: false },
};

let heard: string[];
let analyst: Analyst;
let worker: Post;
/** What was asked since the last look, in words. */
const asked = (): readonly string[] =>
  worker.asked.splice(0).map((one) => {
    if (one.kind !== "analyse") return one.kind;
    has = Array.isArray(one.document) ? apply(has as Document, one.document) : (one.document as Document);
    return `analyse ${has.model.system}`;
  });
/** The document that the worker has. */
let has: Document | undefined;
const edit = (name: string) => analyst.analyse(document(name), "2026-11-24", undefined);
const tells = () => worker.says({ kind: "told", effect });
const answers = () => worker.says({ kind: "analysed", analysis });
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("Worker", Post);
  // A page that nobody sees paints nothing: what was told is on screen at once.
  vi.stubGlobal("document", { hidden: true });
  heard = [];
  has = undefined;
  analyst = new Analyst({} as Knowledge, {
    told: (_, upTo) => heard.push(`told ${upTo}`),
    analysed: (_, newest) => heard.push(newest ? "analysed" : "analysed, not the newest"),
  });
  worker = Post.last;
  asked();
});
afterEach(() => {
  hold(false);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Time passes, and the engine is made warm; gives what else was asked. */
async function idle(ms: number): Promise<readonly string[]> {
  const others: string[] = [];
  for (let i = 0; i < ms; i += 50) {
    await pass(50);
    for (const one of asked())
      if (one === "warm") {
        await pass(100);
        worker.says({ kind: "warmed" });
      } else others.push(one);
  }
  return others;
}

/** The page with its first analysis. */
async function opened(): Promise<void> {
  edit("first");
  tells();
  answers();
  expect(asked()).toEqual(["analyse first", "read"]);
  expect(heard.splice(0)).toEqual(["told 1", "analysed"]);
  await pass(5);
}

test("what an edit did is told first; the whole is asked for after that", async () => {
  await opened();
  edit("second");
  tells();
  expect(heard).toEqual(["told 2"]);
  expect(asked()).toEqual(["analyse second"]);
  await pass(0);
  expect(asked()).toEqual(["read"]);
  answers();
  expect(heard).toEqual(["told 2", "analysed"]);
});

test("of documents that come while it works the newest is analysed, and it is told up to which one", async () => {
  await opened();
  expect(["second", "third", "fourth"].map(edit)).toEqual([2, 3, 4]);
  tells();
  expect(heard.splice(0)).toEqual(["told 2"]);
  expect(asked()).toEqual(["analyse second", "analyse fourth"]);
  tells();
  expect(heard).toEqual(["told 4"]);
});

test("while something is dragged nothing whole is read, nor when another drag begins within the moment", async () => {
  await opened();
  edit("second");
  hold(true);
  tells();
  await pass(5_000);
  expect(asked()).toEqual(["analyse second"]);
  hold(false);
  await pass(50);
  hold(true);
  await pass(5_000);
  expect(asked()).toEqual([]);
  hold(false);
  await pass(150);
  expect(asked()).toEqual(["read"]);
});

test("an analysis that comes in the middle of a drag is read after it; not when what was dropped is another document", async () => {
  await opened();
  edit("second");
  tells();
  await pass(0);
  hold(true);
  answers();
  expect(heard).toEqual(["told 2"]);
  hold(false);
  await pass(150);
  expect(heard.splice(0)).toEqual(["told 2", "analysed"]);

  edit("third");
  tells();
  await pass(0);
  hold(true);
  answers();
  hold(false);
  edit("dropped");
  await pass(150);
  expect(heard).toEqual(["told 3"]);
  expect(asked().at(-1)).toBe("analyse dropped");
});

test("however often the document changes, it is read about once a second", async () => {
  await opened();
  let reads = 0;
  for (let i = 0; i < 100; i++) {
    edit(`edit ${i}`);
    edit(`edit ${i} and on`);
    await pass(40);
    for (const one of asked())
      if (one === "read") {
        reads += 1;
        answers();
      } else tells();
  }
  expect(reads).toBeGreaterThanOrEqual(3);
  expect(reads).toBeLessThan(50);
});

test("a supposition is worked out when nothing else is to do, and forgotten when nobody waits for it", async () => {
  await opened();
  edit("second");
  const wanted = analyst.suppose({ feature: "save-card" });
  const unwanted = analyst.suppose({ feature: "other" });
  unwanted.forget();
  expect(await unwanted.consequence).toBeUndefined();
  tells();
  expect(asked()).toEqual(["analyse second", "suppose"]);
  await pass(0);
  worker.says({ kind: "supposed", consequence: undefined });
  expect(await wanted.consequence).toBeUndefined();
  expect(asked()).toEqual(["read"]);
});

test("what takes long to read is read less often, and at last the newest", async () => {
  await opened();
  edit("second");
  tells();
  await pass(2_000);
  answers();
  expect(asked()).toEqual(["analyse second", "read"]);
  heard.splice(0);

  for (const name of ["third", "fourth", "fifth"]) {
    edit(name);
    tells();
    await pass(100);
  }
  expect(heard).toEqual(["told 3", "told 4", "told 5"]);
  expect(asked()).toEqual(["analyse third", "analyse fourth", "analyse fifth"]);
  expect(await idle(4_000)).toEqual([]);
  expect(await idle(1_500)).toEqual(["read"]);
});

describe("while nothing is asked for", () => {
  test("the engine is made warm, a few times, with a pause before each", async () => {
    await opened();
    const said = vi.spyOn(worker, "postMessage");
    expect(await idle(450)).toEqual([]);
    expect(said).not.toHaveBeenCalled();
    expect(await idle(20_000)).toEqual([]);
    expect(said).toHaveBeenCalledTimes(12);
  });

  test.each([
    ["long", 1_500],
    ["no time", 20],
  ])("once, where an analysis takes %s", async (_, ms) => {
    await opened();
    await pass(510);
    expect(asked()).toEqual(["warm"]);
    await pass(ms);
    worker.says({ kind: "warmed" });
    await pass(5_000);
    expect(asked()).toEqual([]);
  });

  test("not before the first analysis is read, and not while something is dragged", async () => {
    edit("first");
    await pass(5_000);
    tells();
    expect(asked()).toEqual(["analyse first", "read"]);
    await pass(5_000);
    expect(asked()).toEqual([]);
    answers();
    hold(true);
    await pass(5_000);
    expect(asked()).toEqual([]);
  });

  test("an edit that comes meanwhile is next", async () => {
    await opened();
    await pass(510);
    edit("second");
    expect(asked()).toEqual(["warm"]);
    worker.says({ kind: "warmed" });
    expect(asked()).toEqual(["analyse second"]);
  });
});
