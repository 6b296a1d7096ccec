import type { Document } from "@parapet/core";
import { expect, test } from "vitest";
import { hostOf } from "./host.ts";

const document: Document = { model: { parapet: 1, system: "Shop", participants: { ann: { name: "Ann" } } } };

test("the host is asked once for many pointers, again when people change, and again after a while", () => {
  let asked = 0;
  let now = 0;
  const host = hostOf(
    ({ model }) => {
      asked += 1;
      return Object.keys(model.participants ?? {})[0] ?? "nobody";
    },
    () => now,
  );
  for (let i = 0; i < 1000; i++) host({ ...document, model: { ...document.model, system: `Shop ${i}` } });
  expect([host(document), asked]).toEqual(["ann", 1]);
  const other: Document = { model: { ...document.model, participants: { bo: { name: "Bo" } } } };
  expect([host(other), asked]).toEqual(["bo", 2]);
  now = 9_999;
  expect([host(other), asked]).toEqual(["bo", 2]);
  now = 10_000;
  expect([host(other), asked]).toEqual(["bo", 3]);
});
