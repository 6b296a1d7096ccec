// The thread that reads and writes the files of models.
import { parentPort } from "node:worker_threads";
import { fail, problem, type Result } from "@parapet/core";
import { type Answered, type Asked, Files } from "./model-disk.ts";

const files = new Files();

parentPort?.on("message", ({ number, folder, act }: Asked) => {
  parentPort?.postMessage({ number, result: done(folder, act) } satisfies Answered);
});

function done(folder: string, act: Asked["act"]): Result<unknown> {
  try {
    return files.do(folder, act);
  } catch (error) {
    return fail(problem("internal", `Parapet itself failed: ${(error as Error).message}.`, "Report this."));
  }
}
