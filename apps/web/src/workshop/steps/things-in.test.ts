import { nameBook, namedThing } from "@parapet/core";
import { expect, test } from "vitest";
import { thingsIn } from "./things-in.ts";

type Given = Parameters<typeof thingsIn>[0];

const analysis = {
  elements: [
    { id: "plane-minio", title: "Uploads", technologies: ["minio"] },
    { id: "api", title: "API", technologies: [] },
  ],
  flows: [{ id: "api-to-uploads", title: "Upload" }],
  zones: [],
  surface: { entryPoints: [] },
} as unknown as Given;

test("a note goes to what its words name: a title, or what one thing alone is made with", () => {
  const book = nameBook(thingsIn(analysis, undefined));
  expect(namedThing("MinIO is open to the internet", book)).toBe("plane-minio");
  expect(namedThing("anybody calls the API", book)).toBe("api");
});

test("only what is in focus can be named", () => {
  expect(thingsIn(analysis, new Set(["api"])).map(({ id }) => id)).toEqual(["api"]);
});
