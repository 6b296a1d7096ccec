import { existsSync, readdirSync, readFileSync } from "node:fs";
import { layers, type Observed } from "@parapet/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { combine } from "../combine.ts";
import type { Reading, SourceContext } from "../source.ts";
import { composeName } from "./card.ts";
import { readCompose } from "./read.ts";
import { technologies } from "./samples/technologies.ts";

function contextOf(files: Readonly<Record<string, string>>): SourceContext {
  return { technologies, file: (path) => (Object.hasOwn(files, path) ? files[path] : undefined) };
}

function reading(text: string, files: Readonly<Record<string, string>> = {}, path = "compose.yaml"): Reading {
  const read = readCompose({ path, text }, contextOf({ ...files, [path]: text }));
  expect(read.problems).toEqual([]);
  expectWhole(read.reading as Reading);
  return read.reading as Reading;
}

/** The reading satisfies the schema, and names nothing that it does not hold. */
function expectWhole(each: Reading): void {
  const parsed = layers.observed.schema.safeParse({ parapet: 1, ...each.things });
  expect(parsed.success ? [] : parsed.error.issues).toEqual([]);
  const { observed, notes } = combine([each]);
  expect(notes.filter((note) => /names nothing|that no source shows|id is taken/.test(note.say))).toEqual([]);
  const keys = ["data", "zones", "elements", "flows", "entry-points", "dependencies", "roles"] as const;
  const count = (things: Partial<Observed>) => keys.map((key) => Object.keys(things[key] ?? {}).length);
  expect(count(observed)).toEqual(count(each.things));
}

/** `web>db postgresql`, for each flow. */
function flows(each: Reading): readonly string[] {
  return Object.values(each.things.flows ?? {})
    .map((flow) => `${flow.from}>${flow.to}${flow.protocol ? ` ${flow.protocol}` : ""}`)
    .sort();
}

function says(each: Reading, pattern: RegExp): readonly string[] {
  return each.notes.filter((note) => pattern.test(note.say)).map((note) => `${note.where?.file}:${note.where?.line}`);
}

describe("names of compose files", () => {
  test.each([
    ["compose.yaml", { stem: "compose" }],
    ["deploy/docker-compose.yml", { stem: "docker-compose" }],
    ["docker-compose.prod.yml", { stem: "docker-compose", variant: "prod" }],
    ["docker-compose-dev.yaml", { stem: "docker-compose", variant: "dev" }],
    ["shop.compose.yaml", { stem: "shop.compose" }],
    ["composer.yaml", undefined],
    ["compose.json", undefined],
    ["k8s/deployment.yaml", undefined],
  ])("%s", (path, name) => expect(composeName(path)).toEqual(name));
});

describe("references make flows", () => {
  const db =
    "\n  db:\n    image: postgres:16\n  cache:\n    image: redis:7\n  queue:\n    image: rabbitmq\n  api:\n    image: example/api\n";
  test.each([
    ["a URL", "DATABASE_URL: postgres://u:p@db:5432/x", ["web>db postgresql"]],
    ["a JDBC URL", "URL: jdbc:postgresql://db:5432/x", ["web>db postgresql"]],
    ["a URL with several hosts", "BROKERS: amqp://u:p@queue:5672,api:5672", ["web>api amqp", "web>queue amqp"]],
    ["a host", "DB_HOST: db", ["web>db postgresql"]],
    ["a list of hosts", "REDIS_NODES: cache, api", ["web>api", "web>cache redis"]],
    ["host and port", "UPSTREAM: api:8080", ["web>api"]],
    ["a connection string", "DSN: Server=db;Port=5432;User Id=x", ["web>db postgresql"]],
    ["a libpq string", "DSN: user=x host=db port=5432", ["web>db postgresql"]],
    ["a Go MySQL string", "DSN: u:p@tcp(db:3306)/x", ["web>db postgresql"]],
    ["an encrypted scheme", "CACHE: rediss://cache:6379", ["web>cache rediss"]],
    ["an address with a path", "API_URL: http://api:8080/v1", ["web>api http"]],
    ["capitals", "API_URL: HTTP://API:8080/v1", ["web>api http"]],
    ["camel case", "apiHost: api", ["web>api"]],
    ["a default of a variable", "API_URL: ${API_URL:-http://api}", ["web>api http"]],
    ["another service's name as a plain value", "DB_NAME: db", []],
    ["a type that is a name", "STORAGE: cache", []],
    ["an image", "WORKER_IMAGE: api:3000", []],
    ["who may call", "CORS_ORIGIN: http://api:3000", []],
    ["itself", "SELF_HOST: web", []],
    ["the machine", "API_URL: http://localhost:3000", []],
    ["a time", "AT: 12:30", []],
    ["an outside service", "STRIPE_URL: https://api.stripe.com/v1", ["web>api-stripe-com https"]],
    ["an outside host", "SMTP_HOST: smtp.mail.example", ["web>smtp-mail-example"]],
    ["an outside database", "DATABASE_URL: postgres://u:p@db.cloud.example/x", ["web>db-cloud-example postgresql"]],
    ["the system's own address", "PUBLIC_URL: https://shop.example", []],
    ["the host machine", "API_URL: http://host.docker.internal:9000", ["web>service-on-the-host http"]],
  ])("%s", (_name, setting, expected) => {
    expect(
      flows(reading(`services:\n  web:\n    image: example/web\n    environment:\n      ${setting}${db}`)),
    ).toEqual(expected);
  });

  test.each([
    ["a URL in a command", 'command: ["run", "--url=http://api:80"]', ["web>api http"]],
    ["host and port in a command", "command: wait-for db:5432 -- run", ["web>db postgresql"]],
    ["a host option", "command: run --db-host db", ["web>db postgresql"]],
    ["a host option in a list", 'command: ["--db-host", "db"]', ["web>db postgresql"]],
    ["a plain word in a command", "command: run api worker", []],
    ["links", "links: [api]", ["web>api"]],
    ["depends_on alone is no flow", "depends_on: [db, api]", []],
    ["a health check is no flow", "healthcheck: {test: [CMD, curl, 'http://api:80']}", []],
  ])("%s", (_name, line, expected) => {
    expect(flows(reading(`services:\n  web:\n    image: example/web\n    ${line}${db}`))).toEqual(expected);
  });

  test("by alias, container name, host name and address", () => {
    const each = reading(
      "services:\n  a:\n    image: x\n    environment: [U1=http://one, U2=http://two, U3=http://three, 'DNS=172.20.0.2#53']\n  b: {image: x, container_name: one}\n  c: {image: x, hostname: two}\n  d: {image: x, networks: {default: {aliases: [three]}}}\n  e: {image: x, networks: {default: {ipv4_address: 172.20.0.2}}}\n",
    );
    expect(flows(each)).toEqual(["a>b http", "a>c http", "a>d http", "a>e"]);
    expect(each.things.elements?.b?.aliases).toEqual(["one"]);
  });

  test("services that share no network are noted", () => {
    const each = reading(
      "services:\n  a: {image: x, networks: [n], environment: {U: 'http://b'}}\n  b: {image: x, networks: [m]}\nnetworks: {n: , m: }\n",
    );
    expect(flows(each)).toEqual(["a>b http"]);
    expect(says(each, /share no network/)).toEqual(["compose.yaml:2"]);
  });

  test("a proxy finds services by their labels", () => {
    const text =
      "services:\n  edge: {image: 'traefik:3'}\n  web:\n    image: x\n    labels:\n      - traefik.http.routers.web.rule=Host(`a.example`)\n  off:\n    image: x\n    labels: {traefik.enable: 'false'}\n";
    expect(flows(reading(text))).toEqual(["edge>web http"]);
  });

  test("an outside service is a dependency of its users", () => {
    const each = reading(
      "services:\n  a:\n    image: x\n    environment: {U: 'https://api.stripe.com'}\n  b:\n    image: x\n    environment: {U: 'https://api.stripe.com/v2'}\n",
    );
    expect(each.things.dependencies?.["api-stripe-com-service"]).toEqual({
      kind: "external-service",
      title: "api.stripe.com",
      element: "api-stripe-com",
      "used-by": ["a", "b"],
      seen: ["compose.yaml:4", "compose.yaml:7"],
    });
    expect(each.things.elements?.["api-stripe-com"]).toMatchObject({
      kind: "external-entity",
      zone: "third-parties",
      technologies: ["stripe"],
    });
    expect(each.things.zones?.["third-parties"]?.kind).toBe("third-party");
  });
});

describe("published ports", () => {
  const entries = (each: Reading) =>
    Object.entries(each.things["entry-points"] ?? {}).map(
      ([id, entry]) =>
        `${id} ${entry.kind} ${entry.at} ${(entry.via ?? []).map((flow) => each.things.flows?.[flow]?.from).join()}`,
    );
  test.each([
    ["short", "example/x", "['8080:80']", ["web-port-80 api port 8080 internet-caller"]],
    ["a number", "example/x", "[8080]", ["web-port-8080 api port 8080 (host port chosen at start) internet-caller"]],
    ["no quotes", "example/x", "[22:22]", ["web-port-22 api port 22 internet-caller"]],
    ["loopback", "example/x", "['127.0.0.1:8080:80']", ["web-port-80-from-host api port 8080 host-user"]],
    ["loopback, IPv6", "example/x", "['[::1]:8080:80']", ["web-port-80-from-host api port 8080 host-user"]],
    ["all interfaces, said", "example/x", "['0.0.0.0:8080:80']", ["web-port-80 api port 8080 internet-caller"]],
    [
      "a private address",
      "example/x",
      "['192.168.1.4:8080:80']",
      ["web-port-80-from-local api port 8080 local-network-caller"],
    ],
    ["a range", "example/x", "['3000-3002:3000-3002']", ["web-port-3000-3002 api port 3000-3002 internet-caller"]],
    [
      "one port published twice",
      "example/x",
      "['80:5000', '5000:5000']",
      ["web-port-5000 api port 80, 5000 internet-caller"],
    ],
    ["two protocols", "example/x", "['53:53/udp', '53:53']", ["web-port-53 api port 53 (udp, tcp) internet-caller"]],
    [
      "long",
      "example/x",
      "[{target: 80, published: '8080', host_ip: 127.0.0.1}]",
      ["web-port-80-from-host api port 8080 host-user"],
    ],
    ["a variable", "example/x", "['${PORT:-9000}:80']", ["web-port-80 api port 9000 internet-caller"]],
    ["a site", "wordpress", "['80:80']", ["web-port-80 web port 80 internet-caller"]],
    ["an administration tool", "adminer", "['8080:8080']", ["web-port-8080 admin port 8080 internet-caller"]],
    ["a broker", "rabbitmq:4", "['5672:5672']", ["web-port-5672 queue port 5672 internet-caller"]],
    [
      "a debugger beside the service",
      "example/x",
      "['80:80', '9229:9229']",
      ["web-port-80 api port 80 internet-caller", "web-port-9229 admin port 9229 internet-caller"],
    ],
    ["nonsense", "example/x", "['a:b:c', {published: 1}]", []],
  ])("%s", (_name, image, ports, expected) => {
    expect(entries(reading(`services:\n  web:\n    image: ${image}\n    ports: ${ports}\n`))).toEqual(expected);
  });

  test("expose is no entry point", () => {
    const each = reading("services:\n  web: {image: x, expose: ['80']}\n");
    expect(each.things["entry-points"]).toBeUndefined();
    expect(each.things.zones).not.toHaveProperty("internet");
    expect(each.things.elements?.web?.ports).toEqual(["80"]);
  });

  test("the caller, its zone and the assumption stand with it", () => {
    const each = reading("services:\n  web:\n    image: x\n    ports: ['443:8443']\n");
    expect(each.things.elements?.["internet-caller"]).toMatchObject({
      kind: "external-entity",
      title: "Internet caller",
      zone: "internet",
      seen: "compose.yaml:4",
    });
    expect(each.things.zones?.internet).toEqual({ kind: "internet", title: "Internet", seen: "compose.yaml:4" });
    expect(each.things["entry-points"]?.["web-port-8443"]?.authentication).toBeUndefined();
    expect(flows(each)).toEqual(["internet-caller>web https"]);
    expect(says(each, /assumed reachable from the internet/)).toEqual(["compose.yaml:4"]);
  });
});

describe("zones", () => {
  test("no networks: the default network, named after the project or folder", () => {
    expect(Object.keys(reading("services: {web: {image: x}}").things.zones ?? {})).toEqual(["default-network"]);
    expect(Object.keys(reading("name: shop\nservices: {web: {image: x}}").things.zones ?? {})).toEqual([
      "shop-network",
    ]);
    expect(Object.keys(reading("services: {web: {image: x}}", {}, "pay/compose.yaml").things.zones ?? {})).toEqual([
      "pay-network",
    ]);
  });

  test("a service on several networks lives round them and is also on each", () => {
    const { zones, elements } = reading(
      "services:\n  web: {image: x, networks: [front, back]}\n  api: {image: x, networks: [back]}\nnetworks: {front: , back: {internal: true}}\n",
    ).things;
    expect(elements?.web).toMatchObject({ zone: "containers", "also-on": ["front", "back"] });
    expect(elements?.api).toMatchObject({ zone: "back" });
    expect(zones?.back).toMatchObject({
      in: "containers",
      facts: { "limits-egress": { value: "yes", seen: "compose.yaml:4" } },
    });
    expect(zones?.front).toEqual({ kind: "private-network", in: "containers", seen: "compose.yaml:4" });
  });

  test("the host's network, another service's network, and none", () => {
    const { elements, zones } = reading(
      "services:\n  a: {image: x, network_mode: host}\n  b: {image: x, network_mode: 'service:a'}\n  c: {image: x, network_mode: none}\n",
    ).things;
    expect([elements?.a?.zone, elements?.b?.zone, elements?.c?.zone]).toEqual(["host", "host", undefined]);
    expect(zones?.host?.kind).toBe("host");
  });

  test("a network with a service's name", () => {
    const { elements, zones } = reading("services: {web: {image: x, networks: [web]}}\nnetworks: {web: }").things;
    expect(elements?.web?.zone).toBe("web-network");
    expect(zones?.["web-network"]?.title).toBe("web");
  });
});

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
    ["restart: always", "is-container", "yes compose.yaml:2"],
  ])("%s → %s", (line, name, expected) => expect(fact(line, name)).toBe(expected));

  test("no value of a secret leaves the file", () => {
    const text =
      "services:\n  web:\n    image: x\n    environment:\n      DB_PASSWORD: hunter22\n      URL: http://me:hunter22@api.example.org/hunter22\n      TOKEN: ${T}\n    command: run --password hunter22 http://u:hunter22@db/\n";
    const each = reading(text, { ".env": "T=hunter22\nKEY=1\n" });
    expect(JSON.stringify(each)).not.toContain("hunter22");
    expect(says(each, /secret/)).toEqual(["compose.yaml:5", "compose.yaml:6"]);
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
});

describe("technologies", () => {
  test.each([
    ["by image", "{image: 'registry.example:5000/a/postgres:16'}", ["postgresql"], "data-store"],
    ["by name, as a guess", "{image: example/redismod}", undefined, "process"],
    ["of an unknown image", "{image: example/thing}", undefined, "process"],
    ["by the stage that is built", "{build: {context: app, target: run}}", ["node", "express"], "process"],
    ["by the last stage", "{build: app}", ["nginx", "express"], "process"],
    ["a build outside", "{build: ../other}", undefined, "process"],
  ])("%s", (_name, service, expected, kind) => {
    const files = {
      "app/Dockerfile": "FROM node:22 AS build\nFROM build AS run\nFROM nginx\n",
      "app/package.json": '{"dependencies": {"express": "5"}, "devDependencies": {"redis": "5"}}',
    };
    const element = reading(`services:\n  web: ${service}\n`, files).things.elements?.web;
    expect([element?.technologies, element?.kind]).toEqual([expected, kind]);
  });

  test("a store is guessed by its name, and said so", () => {
    const each = reading("services:\n  redis: {image: example/redismod}\n  orders-db: {image: example/thing}\n");
    expect(each.things.elements?.redis).toMatchObject({ kind: "data-store", technologies: ["redis"] });
    expect(each.things.elements?.["orders-db"]?.kind).toBe("data-store");
    expect(says(each, /by its name/)).toEqual(["compose.yaml:2", "compose.yaml:3"]);
  });

  test("a client library is a guessed flow only when one service serves it", () => {
    const files = { "app/requirements.txt": "# x\nredis==5\n" };
    const web = "services:\n  web: {build: app}\n  a: {image: redis}\n";
    expect(flows(reading(web, files))).toEqual(["web>a redis"]);
    expect(says(reading(web, files), /client library/)).toEqual(["app/requirements.txt:2"]);
    expect(flows(reading(`${web}  b: {image: redis}\n`, files))).toEqual([]);
  });

  test("build contexts name their element", () => {
    const each = reading(
      "services:\n  a: {build: ./app}\n  b: {build: app/, ports: ['80:80']}\n  c: {build: .}\n",
      {},
      "deploy/compose.yaml",
    );
    expect(each.contexts).toEqual({ "deploy/app": "b", deploy: "c" });
  });
});

describe("files that belong together", () => {
  const base =
    "services:\n  web:\n    image: x\n    ports: ['80:80']\n    environment: {A_HOST: db, B: '1'}\n  db: {image: postgres}\n";
  test("the override lies over the base", () => {
    const over = "services:\n  web:\n    ports: ['81:81']\n    environment: [A_HOST=cache]\n  cache: {image: redis}\n";
    const each = reading(base, { "compose.override.yaml": over });
    expect(flows(each)).toEqual(["internet-caller>web", "internet-caller>web http", "web>cache redis"]);
    expect(Object.values(each.things["entry-points"] ?? {}).map((entry) => entry.seen)).toEqual([
      "compose.yaml:4",
      "compose.override.yaml:3",
    ]);
    const own = readCompose({ path: "compose.override.yaml", text: over }, contextOf({ "compose.yaml": base }));
    expect(own.reading?.things).toEqual({});
    expect(own.reading?.notes).toHaveLength(1);
  });

  test("reset and override take away", () => {
    const each = reading(base, {
      "compose.override.yaml": "services:\n  web:\n    ports: !reset []\n    environment: !override {B_HOST: db}\n",
    });
    expect(flows(each)).toEqual(["web>db postgresql"]);
  });

  test("a variant is read over its base, and combined with it each thing stands once", () => {
    const prod = "services:\n  web:\n    privileged: true\n  log: {image: x, environment: {TO_HOST: db}}\n";
    const files = { "docker-compose.yml": base, "docker-compose.prod.yml": prod };
    const [a, b] = Object.entries(files).map(([path, text]) => reading(text, files, path)) as [Reading, Reading];
    const both = combine([a, b]).observed;
    expect(Object.keys(both.elements ?? {})).toEqual(["db", "internet-caller", "log", "web"]);
    expect(both.elements?.web?.facts?.["controls-its-host"]).toMatchObject({
      value: "yes",
      seen: "docker-compose.prod.yml:3",
    });
    expect(Object.keys(both.flows ?? {})).toEqual(["internet-caller-to-web", "log-to-db", "web-to-db"]);
  });

  test("extends, in the same file and in another", () => {
    const text =
      "services:\n  web:\n    extends: {service: common}\n    environment: {B_HOST: two}\n  other: {extends: {file: ../shared.yaml, service: far}}\n  common: {image: x, environment: {A_HOST: one}}\n  one: {image: x}\n  two: {image: x}\n  lost: {extends: nowhere}\n";
    const each = reading(text, { "shared.yaml": "services: {far: {image: postgres}}" }, "sub/compose.yaml");
    expect(flows(each)).toEqual(["common>one", "web>one", "web>two"]);
    expect(each.things.elements?.other?.technologies).toEqual(["postgresql"]);
    expect(says(each, /not followed/)).toEqual(["sub/compose.yaml:9"]);
  });

  test("a service that extends itself ends", () => {
    expect(says(reading("services:\n  a: {image: x, extends: a}\n"), /too many steps/)).toHaveLength(1);
  });

  test("the first form, with services at the top", () => {
    expect(flows(reading("web:\n  image: x\n  links: [db]\ndb:\n  image: postgres\n"))).toEqual(["web>db postgresql"]);
  });

  test("env files, with places of their own", () => {
    const each = reading("services:\n  web: {image: x, env_file: [web.env, gone.env]}\n  db: {image: postgres}\n", {
      "web.env": "# x\nexport DB_HOST='db'\nDB_PASSWORD=abc\n",
    });
    expect(each.things.flows?.["web-to-db"]?.seen).toBe("web.env:2");
    expect(says(each, /secret/)).toEqual(["web.env:3"]);
  });
});

describe("the sample shop", () => {
  const folder = new URL("./samples/shop/", import.meta.url);
  const file = (path: string) =>
    existsSync(new URL(path, folder)) && !path.endsWith("/") ? safe(new URL(path, folder)) : undefined;
  const each = readCompose({ path: "compose.yaml", text: file("compose.yaml") ?? "" }, { technologies, file })
    .reading as Reading;

  test("flows", () => {
    expectWhole(each);
    expect(flows(each)).toEqual([
      "api>api-payments-example https",
      "api>cache redis",
      "api>db postgresql",
      "api>uploads file",
      "backup>db file",
      "host-user>db postgresql",
      "internet-caller>mail",
      "internet-caller>proxy http",
      "internet-caller>proxy https",
      "proxy>api http",
      "worker>cache redis",
      "worker>container-runtime unix-socket",
      "worker>db postgresql",
      "worker>uploads file",
    ]);
  });

  test("every thing and every stated fact says where it is seen", () => {
    for (const key of ["zones", "elements", "flows", "entry-points", "dependencies"] as const) {
      for (const [id, thing] of Object.entries(each.things[key] ?? {})) {
        expect([id, ...[thing.seen].flat()]).toEqual([
          id,
          expect.stringMatching(/:[1-9][0-9]*$/),
          ...[thing.seen].flat().slice(1),
        ]);
        for (const fact of Object.values(thing.facts ?? {})) expect(fact).toHaveProperty("seen");
      }
    }
  });

  test("the same input gives the same bytes", () => {
    const again = readCompose(
      { path: "compose.yaml", text: file("compose.yaml") ?? "" },
      { technologies, file },
    ).reading;
    expect(JSON.stringify(again)).toBe(JSON.stringify(each));
  });
});

function safe(url: URL): string | undefined {
  try {
    return readFileSync(url, "utf8");
  } catch {
    return undefined;
  }
}

describe("hostile input", () => {
  test.each([
    ["empty", ""],
    ["a list", "- a\n"],
    ["a scalar", "hello"],
    ["broken", "services: [\n"],
    ["deep", `services: ${"[".repeat(3000)}`],
  ])("%s gives one problem", (_name, text) => {
    const read = readCompose({ path: "compose.yaml", text }, contextOf({}));
    expect(read.reading).toBeUndefined();
    expect(read.problems).toHaveLength(1);
  });

  test("more than 2,000 services are noted, and many are read in time", () => {
    const text = `services:\n${Array.from({ length: 2100 }, (_, i) => `  s${i}: {image: x, environment: {A_HOST: s${i + 1}}}`).join("\n")}\n`;
    const started = performance.now();
    const each = readCompose({ path: "compose.yaml", text }, contextOf({})).reading;
    expect(Object.keys(each?.things.elements ?? {})).toHaveLength(2000);
    expect(each?.notes.some((note) => /first 2000/.test(note.say))).toBe(true);
    expect(performance.now() - started).toBeLessThan(5000);
  });

  const word = fc.constantFrom(
    "web",
    "db",
    "x",
    "1",
    "",
    "constructor",
    "__proto__",
    "${X:-${Y}}",
    "$$",
    "a:b:c",
    "80:80",
    "http://db:1/",
    "/var/run/docker.sock:/s",
    "v:/d",
    "null",
    "[",
    "é",
    "a".repeat(300),
  );
  const tree = fc.letrec((tie) => ({
    node: fc.oneof(
      { depthSize: "small" },
      word,
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie("node"), { maxLength: 3 }),
      fc.dictionary(word, tie("node"), { maxKeys: 4 }),
    ),
  })).node;
  const key = fc.constantFrom(
    "image",
    "build",
    "ports",
    "environment",
    "networks",
    "volumes",
    "command",
    "links",
    "depends_on",
    "extends",
    "labels",
    "user",
    "network_mode",
    "env_file",
    "expose",
    "cap_add",
    "privileged",
    "container_name",
  );
  const project = fc.record(
    {
      services: fc.dictionary(word, fc.oneof(tree, fc.dictionary(key, tree)), { maxKeys: 5 }),
      networks: tree,
      volumes: tree,
      name: tree,
    },
    { requiredKeys: ["services"] },
  );

  test("any structure gives a whole reading or problems", () => {
    fc.assert(
      fc.property(project, (value) => {
        const read = readCompose(
          { path: "a/compose.yaml", text: JSON.stringify(value) },
          contextOf({ "a/.env": "X=web\nY" }),
        );
        expect(read.problems.filter((each) => each.code === "internal")).toEqual([]);
        if (read.reading) expectWhole(read.reading);
      }),
      { numRuns: 400 },
    );
  });

  test("any cut of a real file gives a whole reading or problems", () => {
    const text = safe(new URL("./samples/shop/compose.yaml", import.meta.url)) ?? "";
    fc.assert(
      fc.property(
        fc.nat(text.length),
        fc.nat(text.length),
        fc.constantFrom("", "[", "&a ", "*a", "\t", "\u0000", "'"),
        (from, to, put) => {
          const read = readCompose(
            { path: "compose.yaml", text: text.slice(0, from) + put + text.slice(Math.max(from, to)) },
            contextOf({}),
          );
          expect(read.problems.filter((each) => each.code === "internal")).toEqual([]);
          if (read.reading) expectWhole(read.reading);
        },
      ),
      { numRuns: 300 },
    );
  });
});

const corpus = new URL("../../../../../shared/corpus/system/compose/", import.meta.url);
describe.skipIf(!existsSync(corpus))("compose files of real projects", () => {
  test.each(existsSync(corpus) ? readdirSync(corpus).filter((name) => composeName(name)) : [])("%s", (name) => {
    const each = reading(readFileSync(new URL(name, corpus), "utf8"), {}, name);
    expect(Object.keys(each.things.elements ?? {}).length).toBeGreaterThan(0);
  });
});
