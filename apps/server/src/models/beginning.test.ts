// The first run: a folder without a model, and the ways to begin one.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { compose } from "../../../cli/src/testing/cli.ts";
import { Workbench } from "../testing/workbench.ts";

let workbench: Workbench;
let cookie: string;
afterEach(() => workbench.close());

async function emptyFolder(): Promise<string> {
  const folder = join(mkdtempSync(join(tmpdir(), "parapet-begin-")), "web-shop");
  mkdirSync(folder);
  writeFileSync(join(folder, "compose.yaml"), compose);
  workbench = await Workbench.on(folder);
  cookie = await workbench.cookie();
  return folder;
}

const get = async (path: string) => (await fetch(workbench.origin + path, { headers: { cookie } })).json();
const begin = (body: object) =>
  fetch(`${workbench.origin}/models`, {
    method: "POST",
    headers: { cookie, "content-type": "application/json" },
    body: JSON.stringify(body),
  });

test("from what the files show: zones, elements and flows are there at once", async () => {
  const folder = await emptyFolder();
  expect(await get("/models")).toEqual([]);
  const begun = await begin({ from: "files" });
  expect(await begun.json()).toEqual({ id: "web-shop" });
  expect(await get("/models")).toMatchObject([{ id: "web-shop", system: "Web shop" }]);
  const { document } = (await get("/models/web-shop")) as { document: { observed: { elements: object } } };
  expect(Object.keys(document.observed.elements)).toContain("db");
  expect(existsSync(join(folder, "threat-model/observed.yaml"))).toBe(true);
  const again = await begin({ from: "blank" });
  expect(again.status).toBe(422);
  expect(((await again.json()) as { detail: string }).detail).toContain("There is a threat model already");
  expect(await (await begin({ from: "blank", name: "payments" })).json()).toEqual({ id: "payments" });
  expect(((await get("/models")) as { id: string }[]).map(({ id }) => id)).toEqual(["web-shop", "payments"]);
});

test("from files that show nothing: what was looked for is said, and nothing is written", async () => {
  const folder = await emptyFolder();
  writeFileSync(join(folder, "compose.yaml"), "services: {}\n");
  const detail = async () => {
    const refused = await begin({ from: "files" });
    expect(refused.status).toBe(422);
    return ((await refused.json()) as { detail: string }).detail;
  };
  expect(await detail()).toBe(
    "compose.yaml in web-shop: read, and nothing of a system is in there. Looked for: Docker Compose; OpenAPI and Swagger descriptions. No model was begun.",
  );
  rmSync(join(folder, "compose.yaml"));
  expect(await detail()).toMatch(/^There is no file in web-shop to read\. Looked for: Docker Compose;/);
  writeFileSync(join(folder, "notes.txt"), "nothing");
  expect(await detail()).toMatch(/^1 file in web-shop, and none of a kind that is read\./);
  expect(await get("/models")).toEqual([]);
  expect(existsSync(join(folder, "threat-model"))).toBe(false);
});

test("from questions alone, under the name that it is given", async () => {
  const folder = await emptyFolder();
  await begin({ from: "blank", system: "Card payments" });
  expect(await get("/models")).toMatchObject([{ system: "Card payments" }]);
  expect(existsSync(join(folder, "threat-model/observed.yaml"))).toBe(false);
  const answer = await fetch(`${workbench.origin}/models/web-shop/commands/add-zone`, {
    method: "POST",
    headers: { cookie, "content-type": "application/json" },
    body: JSON.stringify({ input: { id: "internet", kind: "internet" } }),
  });
  expect(answer.status).toBe(200);
  await get("/models/web-shop/written");
  expect(readFileSync(join(folder, "threat-model/model.yaml"), "utf8")).toContain("internet:");
});

test("from a worked example, beside others under names of their own", async () => {
  await emptyFolder();
  expect(await get("/examples")).toContainEqual({ name: "shop", title: "Online shop" });
  expect(await (await begin({ from: "example", example: "shop", name: "look-around" })).json()).toEqual({
    id: "look-around",
  });
  expect(await (await begin({ from: "blank", name: "ours" })).json()).toEqual({ id: "ours" });
  const listed = (await get("/models")) as { id: string; open: number }[];
  expect(listed.map(({ id }) => id)).toEqual(["look-around", "ours"]);
  expect(listed[0]?.open).toBeGreaterThan(10);
  expect((await begin({ from: "example", example: "../../etc", name: "x" })).status).toBe(422);
  expect((await begin({ from: "blank", name: "../x" })).status).toBe(422);
});
