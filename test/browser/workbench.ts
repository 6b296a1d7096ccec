// For journeys: the workbench on a copy of an example, and pages in Chromium that fail on any violation of the security policy or error.
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { expect } from "vitest";
import { startUp, type Up } from "./up.ts";

const root = join(import.meta.dirname, "../..");

/** Journeys run where there is a Chromium; `npm test` names it. */
export const chromiumPath = process.env.PARAPET_CHROMIUM;
/** The day on which the examples are looked at. */
export const day = "2026-11-24";

const viewport = { width: 1440, height: 900 };

/** For how long a journey waits for what comes, in milliseconds: on a machine that is busy with other tests no journey fails on the time that something took, only on what never comes. */
const patience = 90_000;

/** Expects something of a page that comes a moment later. */
export function eventually<T>(look: () => T | Promise<T>) {
  return expect.poll(look, { timeout: patience });
}

/** How another machine calls this one: a name that is no secure context. Chromium is told that it is this machine. */
const outsideName = hostname().includes(".") ? hostname().toLowerCase() : `${hostname().toLowerCase()}.local`;

/** A workbench that runs on a copy of an example, which is a repository of its own. */
export interface RunningWorkbench {
  /** The folder of the copied system. */
  readonly folder: string;
  readonly address: string;
  /** The address under that other name, for who comes over the network. */
  readonly outside: string;
  /** The model's address in the workbench. */
  readonly at: (room: string) => string;
  /** A page of somebody who came by a link of their own. */
  readonly enter: (options?: BrowserContextOptions) => Promise<Journey>;
  /** A page of somebody who has no session. */
  readonly stranger: (options?: BrowserContextOptions) => Promise<Journey>;
  readonly git: (...args: readonly string[]) => string;
  /** Ends the server as a machine ends that loses its power. */
  readonly kill: () => Promise<void>;
  /** Starts it again, at the same address. */
  readonly again: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** A page with what went wrong on it. */
export interface Journey {
  readonly page: Page;
  /** Fails when a policy was violated, a script failed, or the page is wider than the window. */
  readonly isClean: () => Promise<void>;
}

/** Fails like `isClean` in windows as small as a phone and a tablet, in the dark too; leaves the large one. */
export async function isCleanAt(widths: readonly number[], { page, isClean }: Journey): Promise<void> {
  await page.emulateMedia({ colorScheme: "dark" });
  for (const width of [...widths, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await isClean();
  }
  await page.emulateMedia({ colorScheme: "light" });
}

/** How a workbench for a journey differs from the usual one. */
export interface Otherwise {
  /** What is done to the copy before anything is committed or served. */
  readonly prepare?: (folder: string) => void;
  /** Scroll bars that take room, as on many desktops. */
  readonly classicScrollbars?: boolean;
}

/** Starts `parapet up` on a copy of an example. Needs a Chromium. */
export async function startWorkbench(
  name = "shop",
  more: readonly string[] = [],
  { prepare, classicScrollbars = false }: Otherwise = {},
): Promise<RunningWorkbench> {
  const temporary = mkdtempSync(join(tmpdir(), "parapet-journey-"));
  const folder = join(temporary, name);
  cpSync(join(root, "examples", name), folder, { recursive: true });
  prepare?.(folder);
  const git = (...args: readonly string[]): string =>
    execFileSync("git", ["-c", "user.name=Ann", "-c", "user.email=ann@shop.example", ...args], {
      cwd: folder,
      encoding: "utf8",
    });
  git("init", "--quiet", "--initial-branch=main");
  git("config", "user.name", "Ann");
  git("config", "user.email", "ann@shop.example");
  git("add", "--all");
  git("commit", "--quiet", "--message", "Begin");
  const [started, browser] = await both(startUp([folder, "--now", day, ...more]), browserWith(classicScrollbars));
  const { link } = started;
  let up = started;
  const { port } = new URL(link);
  const address = new URL(link).origin;
  const contexts: BrowserContext[] = [];
  const context = async (options?: BrowserContextOptions): Promise<BrowserContext> => {
    const made = await browser.newContext(options);
    contexts.push(made);
    return made;
  };
  const first = await context();
  await first.request.get(link);
  const storageState = await first.storageState();
  return {
    folder,
    address,
    outside: `http://${outsideName}:${port}`,
    at: (room) => `${address}/m/${name}/${room}`,
    enter: async (options) => journey(await context({ viewport, storageState, ...options })),
    stranger: async (options) => journey(await context({ viewport, ...options })),
    git,
    kill: () => up.end("SIGKILL"),
    again: async () => {
      up = await startUp([folder, "--now", day, ...more, "--port", port]);
    },
    close: async () => {
      await Promise.all(contexts.map((one) => one.close()));
      await up.end("SIGTERM");
      rmSync(temporary, { recursive: true, force: true });
    },
  };
}

/** The browsers of this worker: its files share them one after the other, and each has contexts of its own. */
const browsers = new Map<boolean, Browser>();

async function browserWith(classicScrollbars: boolean): Promise<Browser> {
  const running = browsers.get(classicScrollbars);
  if (running?.isConnected()) return running;
  const browser = await launch(classicScrollbars);
  browsers.set(classicScrollbars, browser);
  return browser;
}

function launch(classicScrollbars: boolean): Promise<Browser> {
  return chromium.launch({
    ...(chromiumPath ? { executablePath: chromiumPath } : {}),
    ...(classicScrollbars && { ignoreDefaultArgs: ["--hide-scrollbars"] }),
    args: [
      ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-sync"],
      `--host-resolver-rules=MAP ${outsideName} 127.0.0.1`,
    ],
  });
}

/** Both at once; when the browser fails, the workbench is not left behind. */
async function both(starting: Promise<Up>, launching: Promise<Browser>): Promise<[Up, Browser]> {
  const [up, browser] = await Promise.allSettled([starting, launching]);
  if (up.status === "fulfilled" && browser.status === "fulfilled") return [up.value, browser.value];
  if (up.status === "fulfilled") await up.value.end("SIGKILL");
  throw up.status === "rejected" ? up.reason : (browser as PromiseRejectedResult).reason;
}

async function journey(context: BrowserContext): Promise<Journey> {
  const wrong: string[] = [];
  await context.exposeFunction("parapetViolation", (said: string) => wrong.push(said));
  await context.addInitScript(
    `document.addEventListener("securitypolicyviolation", (event) =>
      parapetViolation(event.violatedDirective + " violated by " + event.blockedURI + " in " + event.sourceFile));`,
  );
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  page.on("pageerror", (error) => wrong.push(error.message));
  return {
    page,
    isClean: async () => {
      expect(wrong).toEqual([]);
      const wider = await page.evaluate<number>("document.documentElement.scrollWidth - innerWidth");
      expect(wider, "the page scrolls to the side").toBeLessThanOrEqual(0);
    },
  };
}
