// Routes of large diagrams, worked out in a worker: the newest question is answered, those that it overtook are not.
import type { Picture } from "@parapet/reports/dfd";
import type { DrawingAnswer, DrawingAsked } from "./drawing-worker.ts";

type Question = Omit<DrawingAsked, "turn">;
interface Waiting {
  readonly question: Question;
  readonly done: (picture: Picture | undefined) => void;
}

let worker: Worker | undefined;
let turn = 0;
let asked: Waiting | undefined;
let next: Waiting | undefined;

/** The picture with its routes; undefined when another one was asked for before this one was begun. */
export function routedPicture(question: Question): Promise<Picture | undefined> {
  return new Promise((done) => {
    next?.done(undefined);
    next = { question, done };
    start();
  });
}

function start(): void {
  if (asked || !next) return;
  worker ??= begun();
  asked = next;
  next = undefined;
  turn += 1;
  worker.postMessage({ turn, ...asked.question } satisfies DrawingAsked);
}

function begun(): Worker {
  const made = new Worker(new URL("./drawing-worker.ts", import.meta.url), { type: "module" });
  made.onmessage = ({ data }: MessageEvent<DrawingAnswer>) => finish(data.turn === turn ? data.picture : undefined);
  made.onerror = () => finish(undefined);
  return made;
}

function finish(picture: Picture | undefined): void {
  asked?.done(picture);
  asked = undefined;
  start();
}
