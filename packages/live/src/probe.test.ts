import { test } from "vitest";
import { simulate } from "./testing/simulator.ts";

test("probe", async () => {
  const t = performance.now();
  const c = process.cpuUsage();
  const from = Number(process.env.FROM ?? 0),
    n = Number(process.env.N ?? 40);
  const sum: any = {};
  let bad = 0;
  for (let s = from; s < from + n; s++) {
    const r = await simulate(s);
    for (const k in r.counts) sum[k] = (sum[k] ?? 0) + (r.counts as any)[k];
    if (r.wrong.length) {
      bad++;
      if (bad < 6) console.log(s, r.wrong.slice(0, 3));
    }
  }
  const u = process.cpuUsage(c);
  console.log(bad, sum, (performance.now() - t) / n, "ms each; cpu", (u.user + u.system) / 1000 / n);
}, 1200000);
