import { describe, expect, test } from "vitest";
import { reading, says } from "./testing/reading.ts";

describe("facts", () => {
  const fact = (line: string, name: string, image = "x") => {
    const value = reading(`services:\n  web:\n    image: ${image}\n    ${line}\n`).things.elements?.web?.facts?.[name];
    return typeof value === "object" ? `${value.value} ${value.seen}` : value;
  };
  test.each([
    ["privileged: true", "controls-its-host", "yes compose.yaml:4"],
    ["pid: host", "controls-its-host", "yes compose.yaml:4"],
    ["cap_add: [SYS_ADMIN]", "controls-its-host", "yes compose.yaml:4"],
    ["cap_add: [NET_BIND_SERVICE]", "controls-its-host", undefined],
    ["volumes: ['/:/host']", "controls-its-host", "yes compose.yaml:4"],
    ["volumes: ['/:/host:ro']", "controls-its-host", undefined],
    ["user: root", "runs-unprivileged", "no compose.yaml:4"],
    ["user: '0:0'", "runs-unprivileged", "no compose.yaml:4"],
    ["user: '1000'", "runs-unprivileged", "yes compose.yaml:4"],
    ["user: '${USER_ID}'", "runs-unprivileged", undefined],
    ["read_only: true", "confined", undefined],
    ["read_only: true\n    cap_drop: [ALL]", "confined", "yes compose.yaml:4"],
    ["privileged: true", "confined", "no compose.yaml:4"],
    ["security_opt: ['seccomp:unconfined']", "confined", "no compose.yaml:4"],
    ["environment: {DB_PASSWORD: hunter22}", "keeps-secrets-in-store", "no compose.yaml:4"],
    ["environment: ['API_KEY=abcd']", "keeps-secrets-in-store", "no compose.yaml:4"],
    ["environment: {URL: 'http://u:p@other/'}", "keeps-secrets-in-store", "no compose.yaml:4"],
    ["environment: {DB_PASSWORD: '${DB_PASSWORD}'}", "keeps-secrets-in-store", undefined],
    ["environment: {DB_PASSWORD: '${DB_PASSWORD:-hunter22}'}", "keeps-secrets-in-store", "no compose.yaml:4"],
    ["environment: {DB_PASSWORD_FILE: /run/secrets/db}", "keeps-secrets-in-store", undefined],
    ["environment: {DB_PASSWORD: /run/secrets/db}", "keeps-secrets-in-store", undefined],
    ["environment: {PASSWORD_MIN_LENGTH: '12'}", "keeps-secrets-in-store", undefined],
    ["environment: {API_KEY_RATE_LIMIT: 60/minute}", "keeps-secrets-in-store", undefined],
    ["environment: {TOKEN_LIFETIME: 15m}", "keeps-secrets-in-store", undefined],
    ["restart: always", "is-container", "yes compose.yaml:2"],
  ])("%s → %s", (line, name, expected) => expect(fact(line, name)).toBe(expected));

  test("no value of a secret leaves the file", () => {
    const text =
      "services:\n  web:\n    image: x\n    environment:\n      DB_PASSWORD: hunter22\n      URL: http://me:hunter22@api.example.org/hunter22\n      TOKEN: ${T}\n    command: run --password hunter22 http://u:hunter22@db/\n";
    const each = reading(text, { ".env": "T=hunter22\nKEY=1\n" });
    expect(JSON.stringify(each)).not.toContain("hunter22");
    expect(says(each, /^2 secrets stand in files: web DB_PASSWORD \(line 5\), web URL \(line 6\)$/)).toEqual([
      "compose.yaml:5",
    ]);
  });

  test("all secrets share one note, which counts beyond a dozen", () => {
    const lines = Array.from({ length: 15 }, (_, i) => `      P${i}_PASSWORD: hunter2${i}\n`).join("");
    const each = reading(`services:\n  web:\n    image: x\n    environment:\n${lines}`);
    expect(says(each, /secret/)).toHaveLength(1);
    expect(says(each, /^15 secrets stand in files: web P0_PASSWORD \(line 5\), .* and 3 more$/)).toHaveLength(1);
    expect(says(reading("services:\n  web: {image: x}\n"), /secret/)).toEqual([]);
  });

  test("an image is a dependency; only a digest verifies it, and latest does not", () => {
    const images = [
      "a: {image: 'r.example:5000/team/img:1.2'}",
      "b: {image: 'nginx'}",
      "c: {image: 'redis:latest'}",
      `d: {image: 'mysql@sha256:${"0".repeat(64)}'}`,
    ];
    const found = reading(`services:\n  ${images.join("\n  ")}\n`).things.dependencies ?? {};
    expect(
      Object.entries(found).map(([id, each]) => [
        id,
        each.title,
        each.version,
        (each.facts?.["verifies-components"] as { value: string } | undefined)?.value,
      ]),
    ).toEqual([
      ["img-image", "r.example:5000/team/img", "1.2", undefined],
      ["nginx-image", "nginx", undefined, "no"],
      ["redis-image", "redis", "latest", "no"],
      ["mysql-image", "mysql", undefined, "yes"],
    ]);
  });

  test("images that carry the services' names after one prefix are the team's own", () => {
    const text = "services:\n  api: {image: team/shop-api}\n  web: {image: team/shop-web}\n  ui: {image: kafka-ui}\n";
    expect(Object.keys(reading(text).things.dependencies ?? {})).toEqual(["kafka-ui-image"]);
  });
});
