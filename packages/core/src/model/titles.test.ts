import { expect, test } from "vitest";
import { distinctTitles } from "./titles.ts";

test("things of one kind with the same title are told apart by their ids", () => {
  const points = [
    { id: "a-80", title: "Result port 80" },
    { id: "b-80", title: "Result port 80" },
    { id: "c", title: "Vote" },
  ];
  const elements = [
    { id: "vote", title: "Vote" },
    { id: "db", title: "db" },
    { id: "other", title: "db" },
  ];
  expect(Object.fromEntries(distinctTitles(points, elements))).toEqual({
    "a-80": "Result port 80 (a-80)",
    "b-80": "Result port 80 (b-80)",
    c: "Vote",
    vote: "Vote",
    db: "db",
    other: "db (other)",
  });
});
