import { describe, expect, test } from "vitest";
import { discover } from "../discover.ts";
import { isForTests } from "./for-tests.ts";

test.each([
  ["docker-compose.yml", false],
  ["docker-compose.prod.yml", false],
  ["docker-compose.test.yml", true],
  ["docker-compose-e2e.yaml", true],
  ["compose.ci.local.yaml", true],
  ["cypress/compose.yaml", true],
  ["services/api/__tests__/compose.yaml", true],
  ["integration-tests/docker-compose.yml", true],
  ["tests/fixtures/compose.yaml", true],
  ["dev/docker-compose.yml", true],
  [".devcontainer/compose.yaml", true],
  ["develop/compose.yaml", false],
  ["device/compose.yaml", false],
  ["test-lab/compose.yaml", false],
  ["latest/compose.yaml", false],
  ["speed-test-service/compose.yaml", false],
])("%s: %s", (path, expected) => expect(isForTests(path)).toBe(expected));

describe("what only starts tests", () => {
  const deployed = { path: "compose.yaml", text: "services: {web: {image: nginx}}" };
  const tests = { path: "cypress/compose.yaml", text: "services: {runner: {image: cypress/included}}" };

  test("is left out beside what runs, and said with what to do", () => {
    const { observed, notes, leftOut } = discover([deployed, tests], { technologies: [] });
    expect(Object.keys(observed.elements ?? {})).toEqual(["web"]);
    expect(leftOut).toEqual(["cypress/compose.yaml"]);
    expect(notes.map(({ where, say }) => `${where?.file} ${say}`)).toContain(
      "cypress/compose.yaml Left out, since its name or folder says that it is for tests or development; rename it if it is what runs",
    );
  });

  test("a description among tests is left out beside the one of the service", () => {
    const api = (path: string) => ({
      path,
      text: `openapi: 3.0.0\ninfo: {title: ${path}}\npaths: {"/${path}": {get: {responses: {}}}}`,
    });
    const { leftOut } = discover([deployed, api("api/openapi.yaml"), api("api/tests/fixtures/openapi.yaml")], {
      technologies: [],
    });
    expect(leftOut).toEqual(["api/tests/fixtures/openapi.yaml"]);
  });

  test("is read when nothing else is there", () => {
    const { observed, leftOut } = discover([tests], { technologies: [] });
    expect(Object.keys(observed.elements ?? {})).toEqual(["runner"]);
    expect(leftOut).toEqual([]);
  });
});
