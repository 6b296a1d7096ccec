// How smooth the canvas is: frames while an element and an outer zone are dragged, and while the picture is panned, in a real Chromium.
// node bench/canvas.mjs [elements] [flows] [zones]; needs PARAPET_CHROMIUM or /usr/bin/chromium. Prints figures; asserts nothing.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

const [elements = 500, flows = 1000, zones = 50] = process.argv.slice(2).map(Number);
const root = "/work/wt-web";
const folder = mkdtempSync(join(tmpdir(), "parapet-canvas-"));
mkdirSync(join(folder, "threat-model"));
writeFileSync(join(folder, "threat-model/model.yaml"), modelText());
writeFileSync(join(folder, "threat-model/diagram.yaml"), diagramText());

/** Zones three deep: one in ten stands alone, three lie in it, and two in each of these. */
function parentOf(zone) {
  const place = zone % 10;
  if (place === 0) return undefined;
  return zone - place + (place <= 3 ? 0 : 1 + ((place - 4) % 3));
}

function modelText() {
  const kinds = ["process", "data-store", "external-entity"];
  const lines = ["parapet: 1", "system: Large system", "zones:"];
  for (let i = 0; i < zones; i++) {
    const parent = parentOf(i);
    lines.push(`  zone-${i}: {title: Zone ${i}${parent === undefined ? "" : `, in: zone-${parent}`}}`);
  }
  lines.push("elements:");
  for (let i = 0; i < elements; i++)
    lines.push(`  element-${i}: {title: Service number ${i}, kind: ${kinds[i % 3]}, zone: zone-${i % zones}}`);
  lines.push("flows:");
  for (let i = 0; i < flows; i++) {
    const from = i % elements;
    const to = (from + (i < elements ? zones : 7 + (i % 3))) % elements;
    lines.push(`  flow-${i}: {title: Message ${i}, from: element-${from}, to: element-${to}, protocol: https}`);
  }
  return `${lines.join("\n")}\n`;
}

/** Outer zones in a row, so that the picture is the one of a person who placed things. */
function diagramText() {
  const lines = ["parapet: 1", "positions:"];
  for (let i = 0; i < zones; i += 10) lines.push(`  zone-${i}: {x: ${(i / 10) * 2600}, y: 0}`);
  return `${lines.join("\n")}\n`;
}

const server = spawn(join(root, "parapet"), ["up", folder, "--port", "0", "--no-open", "--now", "2026-11-24"]);
const link = await new Promise((found) => {
  let text = "";
  server.stdout.on("data", (part) => {
    text += part;
    const url = /http\S+token=\S+/.exec(text)?.[0];
    if (url) found(url);
  });
});
const browser = await chromium.launch({
  executablePath: process.env.PARAPET_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-sync"],
});
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
page.on("pageerror", (error) => process.stderr.write(`${error.message}\n`));
await page.goto(link);
const [{ id }] = await (await page.request.get(new URL("/models", link).href)).json();
const opened = performance.now();
await page.goto(new URL(`/m/${id}/decomposition`, link).href);
await page.waitForSelector(".react-flow__node-element", { timeout: 60_000 });
console.log(
  `opens in ${Math.round(performance.now() - opened)} ms (${elements} elements, ${flows} flows, ${zones} zones)`,
);
await page.waitForTimeout(4_000);

/** Times between frames while something happens, in milliseconds. */
const cdp = await page.context().newCDPSession(page);
async function frames(during) { const ev=[]; const h=(e)=>ev.push(...e.value); cdp.on("Tracing.dataCollected",h); await cdp.send("Tracing.start",{categories:"devtools.timeline,cc,viz,blink"}); let r; try { r= await frames0(during);} finally { const done=new Promise(r=>cdp.once("Tracing.tracingComplete",r)); await cdp.send("Tracing.end"); await done; cdp.off("Tracing.dataCollected",h); const m=new Map(); for(const e of ev) if(e.ph==="X"&&e.dur) { const x=m.get(e.name)??[0,0]; x[0]+=e.dur/1000; x[1]++; m.set(e.name,x);} console.log([...m].sort((a,b)=>b[1][0]-a[1][0]).slice(0,28).map(([k,[d,n]])=>k+" "+d.toFixed(0)+"ms x"+n).join("\n  ")); } return r; }
async function frames0(during) {
  await page.evaluate(() => {
    window.frameTimes = [];
    let last = performance.now();
    const next = (now) => {
      window.frameTimes.push(now - last);
      last = now;
      window.frameLoop = requestAnimationFrame(next);
    };
    window.frameLoop = requestAnimationFrame(next);
  });
  await during();
  const times = await page.evaluate(() => {
    cancelAnimationFrame(window.frameLoop);
    return window.frameTimes.slice(1);
  });
  times.sort((a, b) => a - b);
  const at = (share) => (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(1);
  return `${times.length} frames, median ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(1)} ms`;
}

async function drag(from, steps = 60) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (let i = 1; i <= steps; i++) {
    await page.mouse.move(from.x + i * 2, from.y + Math.sin(i / 6) * 40);
    await page.waitForTimeout(8);
  }
}

async function centre(locator) {
  const box = await locator.boundingBox();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

console.log("idle:", await frames(() => page.waitForTimeout(1_000)));
const element = page.locator(".react-flow__node-element").nth(Math.floor(elements / 3));
await page.keyboard.press("f");
await page.waitForTimeout(800);
console.log("dragging an element:", await frames(async () => drag(await centre(element))));
await page.mouse.up();
await page.waitForTimeout(2_000);
const tab = page.locator(".react-flow__node-zone[data-id=zone-0] rect.zone-grab").last();
console.log("dragging an outer zone:", await frames(async () => drag(await centre(tab))));
await page.mouse.up();
await page.waitForTimeout(2_000);
console.log(
  "panning:",
  await frames(async () => {
    await page.mouse.move(700, 850);
    await page.keyboard.down("Space");
    await drag({ x: 700, y: 850 });
    await page.mouse.up();
    await page.keyboard.up("Space");
  }),
);
if (process.env.SHOT) await page.screenshot({ path: process.env.SHOT });
await browser.close();
server.kill();
rmSync(folder, { recursive: true, force: true });
