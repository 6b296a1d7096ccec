// The pages: what lies in their folder and nothing else, compressed where that was prepared, kept where names change with content.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { scratchCopy, Workbench } from "../testing/workbench.ts";

const root = mkdtempSync(join(tmpdir(), "parapet-pages-"));
const pages = join(root, "pages");
let workbench: Workbench;
let cookie: string;

beforeAll(async () => {
  mkdirSync(join(pages, "assets"), { recursive: true });
  writeFileSync(join(root, "outside.txt"), "no");
  writeFileSync(join(pages, "index.html"), "<!doctype html><title>App</title>");
  writeFileSync(join(pages, "guest.html"), "<!doctype html><title>Guest</title>");
  writeFileSync(join(pages, ".secret"), "no");
  writeFileSync(join(pages, "assets/app-1.js"), "export const app = 1;");
  writeFileSync(join(pages, "assets/app-1.js.gz"), gzipSync("export const app = 1;"));
  workbench = await Workbench.on(scratchCopy("assistant"), { web: pages });
  cookie = await workbench.cookie();
});
afterAll(async () => {
  await workbench.close();
  rmSync(root, { recursive: true, force: true });
});

/** Node's plain client: it sends the path as it is. */
function ask(
  path: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; text: string; headers: Record<string, unknown> }> {
  const { port } = workbench.running;
  return new Promise((done, failed) => {
    request({ host: "127.0.0.1", port, path, headers: { host: `127.0.0.1:${port}`, cookie, ...headers } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("end", () =>
        done({
          status: answer.statusCode ?? 0,
          text: Buffer.concat(parts).toString("latin1"),
          headers: answer.headers,
        }),
      );
    })
      .on("error", failed)
      .end();
  });
}

const navigation = { accept: "text/html,application/xhtml+xml,*/*;q=0.8" };

test.each([
  ["/", "App"],
  ["/m/assistant/scoping", "App"],
  ["/m/assistant/decomposition/db?x=1", "App"],
  ["/w/first-look", "Guest"],
])("%s is a page", async (path, title) => {
  const { status, text, headers } = await ask(path, navigation);
  expect(status).toBe(200);
  expect(text).toContain(`<title>${title}</title>`);
  expect(headers["cache-control"]).toBe("no-cache");
  expect(headers["content-security-policy"]).toContain("script-src 'self';");
});

test("a file with a name of its own is kept for good, and comes compressed to who reads that", async () => {
  const plain = await ask("/assets/app-1.js");
  expect(plain.text).toBe("export const app = 1;");
  expect(plain.headers["cache-control"]).toContain("immutable");
  expect(plain.headers["content-type"]).toContain("javascript");
  const { headers } = await ask("/assets/app-1.js", { "accept-encoding": "gzip" });
  expect(headers["content-encoding"]).toBe("gzip");
  expect(headers["content-type"]).toContain("javascript");
});

test.each([
  "/../outside.txt",
  "/..%2foutside.txt",
  "/%2e%2e/outside.txt",
  "/..%5coutside.txt",
  "/assets/../../outside.txt",
  "/.secret",
  "/assets/a%00",
  "/%zz",
  "/absent.js",
  "//etc/passwd",
  "/models/assistant/nothing",
])("%s is not there", async (path) => {
  const { status, text } = await ask(path);
  expect([400, 404]).toContain(status);
  expect(text).not.toBe("no");
});

test("pages that an upgrade replaces while the workbench runs are served as they are now", async () => {
  writeFileSync(join(pages, "index.html"), "<!doctype html><title>App</title><script src=/assets/app-2.js></script>");
  writeFileSync(join(pages, "assets/app-2.js"), "export const app = 2;");
  rmSync(join(pages, "assets/app-1.js"));
  rmSync(join(pages, "assets/app-1.js.gz"));
  expect((await ask("/", navigation)).text).toContain("app-2.js");
  expect(await ask("/assets/app-2.js")).toMatchObject({ status: 200, text: "export const app = 2;" });
  const gone = await ask("/assets/app-1.js");
  expect(gone.status).toBe(404);
  expect(gone.headers["cache-control"]).toBe("no-store");
  rmSync(join(pages, "index.html"));
  expect((await ask("/m/assistant/scoping", navigation)).text).toContain("its pages are not built");
});
