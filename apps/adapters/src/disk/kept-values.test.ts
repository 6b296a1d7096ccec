// The cache gives back what was put in, to the same build alone, and never fails a command.
import { mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Document } from "@parapet/core";
import { describe, expect, it } from "vitest";
import { KeptValues } from "./kept-values.ts";

const document = (system: string): Document => ({ model: { parapet: 1, system } });
const fresh = () => mkdtempSync(join(tmpdir(), "parapet-cache-"));

describe("kept values", () => {
  it("gives back a document by its revision", () => {
    const cache = new KeptValues<Document>("documents", "1", fresh());
    expect(cache.get("a")).toBeUndefined();
    cache.put("a", document("A"));
    cache.put("b", document("B"));
    expect(cache.get("a")).toEqual(document("A"));
    expect(cache.get("b")).toEqual(document("B"));
  });

  it("gives nothing to another build", () => {
    const folder = fresh();
    new KeptValues<Document>("documents", "1", folder).put("a", document("A"));
    expect(new KeptValues<Document>("documents", "2", folder).get("a")).toBeUndefined();
  });

  it("reads anew what is broken, and bears a folder that cannot be made", () => {
    const folder = fresh();
    writeFileSync(join(folder, "a-1.json"), '{"model":');
    expect(new KeptValues<Document>("documents", "1", folder).get("a")).toBeUndefined();
    writeFileSync(join(folder, "file"), "");
    const cache = new KeptValues<Document>("documents", "1", join(folder, "file", "below"));
    cache.put("a", document("A"));
    expect(cache.get("a")).toBeUndefined();
  });

  it("forgets the oldest", () => {
    const folder = fresh();
    const cache = new KeptValues<Document>("documents", "1", folder);
    for (let i = 0; i < 40; i++) cache.put(`r${i}`, document(String(i)));
    expect(readdirSync(folder).length).toBeLessThanOrEqual(24);
    expect(cache.get("r39")).toEqual(document("39"));
  });
});
