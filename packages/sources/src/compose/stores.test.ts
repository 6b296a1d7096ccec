import { describe, expect, test } from "vitest";
import { flows, reading } from "./testing/reading.ts";

describe("stores", () => {
  test.each([
    ["a database owns its volume", "db: {image: postgres, volumes: ['v:/var/lib/postgresql/data']}", [], undefined],
    ["a process's volume", "web: {image: x, volumes: ['v:/data']}", ["web>v file"], undefined],
    [
      "a shared volume",
      "a: {image: x, volumes: ['v:/data']}\n  b: {image: x, volumes: ['v:/data:ro']}",
      ["a>v file", "b>v file"],
      undefined,
    ],
    [
      "a database's volume mounted by another",
      "db: {image: postgres, volumes: ['v:/d']}\n  b: {image: x, volumes: ['v:/d:ro']}",
      ["b>db file"],
      undefined,
    ],
    ["installed packages", "web: {image: x, volumes: ['v:/app/node_modules']}", [], undefined],
    ["source code of the host", "web: {image: x, volumes: ['./src:/app/src', '/app/tmp']}", [], undefined],
    [
      "an uploads folder of the host",
      "web: {image: x, volumes: ['./static/uploads:/app/uploads']}",
      ["web>uploads file"],
      undefined,
    ],
    ["a folder of Windows", "web: {image: x, volumes: ['C:\\src:/app/src']}", [], undefined],
    [
      "the runtime's socket",
      "web: {image: x, volumes: ['/var/run/docker.sock:/var/run/docker.sock:ro']}",
      ["web>container-runtime unix-socket"],
      "yes",
    ],
  ])("%s", (_name, service, expected, controls) => {
    const each = reading(`services:\n  ${service}\nvolumes: {v: }\n`);
    expect(flows(each)).toEqual(expected);
    expect((each.things.elements?.web?.facts?.["controls-its-host"] as { value: string } | undefined)?.value).toBe(
      controls,
    );
  });
});
