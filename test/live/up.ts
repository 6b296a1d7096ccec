// For tests: `parapet up` as a process of its own, on a scratch copy of an example.
import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../architecture/source-files.ts";

const bundle = join(root, "apps/cli/dist/parapet.cjs");

/** A scratch folder with an example, and git and the cache kept away from this machine's own. */
export class Place {
  readonly folder = mkdtempSync(join(tmpdir(), "parapet-live-"));
  readonly system = join(this.folder, "shop");
  /** No pages: what is tried here needs none, and building them takes longer than all else. */
  readonly env = {
    PATH: process.env.PATH ?? "",
    HOME: this.folder,
    GIT_CONFIG_NOSYSTEM: "1",
    NO_COLOR: "1",
    COLUMNS: "80",
  };

  constructor() {
    cpSync(join(root, "examples/shop"), this.system, { recursive: true, filter: (path) => !path.endsWith(".parapet") });
  }

  /** Starts a workbench; comes back when it listens. */
  async up(...args: string[]): Promise<Up> {
    const all = ["up", this.system, "--port", "0", "--no-open", "--json", "--as", "ann", ...args];
    const process_ = spawn(process.execPath, [bundle, ...all], { env: this.env, stdio: ["ignore", "pipe", "pipe"] });
    return Up.of(process_);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export class Up {
  readonly process: ChildProcess;
  readonly url: string;
  readonly origin: string;
  #cookie = "";

  private constructor(process_: ChildProcess, url: string) {
    this.process = process_;
    this.url = url;
    this.origin = new URL(url).origin;
  }

  static of(started: ChildProcess): Promise<Up> {
    return new Promise((done, failed) => {
      let out = "";
      let err = "";
      started.stderr?.on("data", (data) => {
        err += data;
      });
      started.stdout?.on("data", (data) => {
        out += data;
        const url = /"url": "([^"]+)"/.exec(out)?.[1];
        if (url !== undefined) done(new Up(started, url));
      });
      started.once("exit", (code) => failed(new Error(`parapet up ended with ${code}: ${err}${out}`)));
    });
  }

  async enter(): Promise<void> {
    const answer = await fetch(this.url, { redirect: "manual" });
    this.#cookie = (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  }

  get headers(): Record<string, string> {
    return { cookie: this.#cookie, origin: this.origin, "content-type": "application/json" };
  }

  get(path: string): Promise<Response> {
    return fetch(this.origin + path, { headers: this.headers });
  }

  post(path: string, body: unknown): Promise<Response> {
    return fetch(this.origin + path, { method: "POST", headers: this.headers, body: JSON.stringify(body) });
  }

  /** Ends the process; comes back when it is gone. */
  end(signal: "SIGKILL" | "SIGTERM"): Promise<void> {
    return new Promise((done) => {
      this.process.removeAllListeners("exit");
      this.process.once("exit", () => done());
      this.process.kill(signal);
    });
  }
}
