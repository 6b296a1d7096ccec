// The analysis runs unchanged in a browser: core and the engine layer in a worker in Chromium give the bytes that Node gives.
import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { analyse, layerNames, layers } from "@parapet/core";
import { readDocument } from "@parapet/core/files";
import { build } from "esbuild";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const chromiumPath = process.env.PARAPET_CHROMIUM;
const now = "2026-11-24";
const engineLayer = readFileSync(join(root, "packages/knowledge/dist/engine.json"), "utf8");

function shop() {
  const folder = join(root, "examples/shop/threat-model");
  const files = new Map<string, string>();
  for (const layer of layerNames) {
    const path = join(folder, layers[layer].file);
    if (existsSync(path)) files.set(layers[layer].file, readFileSync(path, "utf8"));
  }
  const read = readDocument(files);
  if (!read.ok) throw new Error(read.problems.map((problem) => problem.say).join("\n"));
  return read.value;
}

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import { analyse } from "@parapet/core";
        self.onmessage = ({ data }) => {
          const analysis = analyse(data.document, data.knowledge, { now: data.now });
          self.postMessage(JSON.stringify(analysis));
        };`,
      resolveDir: root,
    },
    bundle: true,
    write: false,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2023",
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
}

/** What the page offers: the analysis of a message, made in a worker. */
interface Page {
  readonly analyse: (message: object) => Promise<string>;
}

const pageScript = `
  globalThis.analyse = (message) => new Promise((resolve, reject) => {
    const worker = new Worker("/worker.js", { type: "module" });
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = (error) => reject(new Error(error.message));
    worker.postMessage(message);
  });`;

describe.skipIf(!chromiumPath)("core in Chromium", () => {
  let server: Server;
  let browser: Browser;
  let worker: string;

  beforeAll(async () => {
    worker = await bundle();
    server = createServer((request, response) => {
      const script = { "/worker.js": worker, "/page.js": pageScript }[request.url ?? ""];
      // The strictest policy that the workbench will be served with: no eval, no inline script.
      response.setHeader("content-security-policy", "default-src 'self'; script-src 'self'");
      response.setHeader("content-type", script ? "text/javascript" : "text/html");
      response.end(script ?? `<!doctype html><title>Parapet</title><script src="/page.js"></script>`);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const args = [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--disable-background-networking",
      "--disable-sync",
    ];
    browser = await chromium.launch({ executablePath: chromiumPath as string, args });
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  it("gives the same bytes as Node, under a strict content security policy", async () => {
    const document = shop();
    const knowledge = JSON.parse(engineLayer);
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const inBrowser = await page.evaluate((data) => (globalThis as unknown as Page).analyse(data), {
      document,
      knowledge,
      now,
    });
    expect(inBrowser).toBe(JSON.stringify(analyse(document, knowledge, { now })));
  }, 60_000);

  it("needs an engine layer of at most 100 KB and a small bundle", () => {
    const kilobytes = (text: string) => gzipSync(text).length / 1000;
    console.log(
      `engine layer ${kilobytes(engineLayer).toFixed(1)} KB gzip, core ${kilobytes(worker).toFixed(1)} KB gzip`,
    );
    expect(kilobytes(engineLayer)).toBeLessThanOrEqual(100);
  });
});
