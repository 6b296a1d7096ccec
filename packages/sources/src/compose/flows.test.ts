import { describe, expect, test } from "vitest";
import { flows, reading, says } from "./testing/reading.ts";

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
    ["the name that the service itself has", "KC_HOSTNAME: login.shop.example", []],
    ["its own name as an address", "KC_HOSTNAME_ADMIN_URL: https://admin.shop.example", []],
    ["a name of its own, as a site", "SITE_HOSTNAME: shop.example", []],
    ["another's name", "SMTP_HOSTNAME: smtp.mail.example", ["web>smtp-mail-example"]],
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

describe("client libraries", () => {
  const web = "services:\n  web: {build: app}\n";
  test.each([
    ["a store that one service runs", "requirements.txt", "# x\nredis==5\n", "a: {image: redis}", ["web>a redis"]],
    ["a store that two services run", "requirements.txt", "redis\n", "a: {image: redis}\n  b: {image: redis}", []],
    ["a store that nobody runs", "requirements.txt", "redis\n", "a: {image: x}", []],
    [
      "Maven",
      "pom.xml",
      "<dependency>\n<groupId>a.redis</groupId>\n<artifactId>redis</artifactId>",
      "a: {image: redis}",
      ["web>a redis"],
    ],
    [
      "Maven, by group and artifact",
      "pom.xml",
      "<groupId>org.pg</groupId>\n<artifactId>Driver</artifactId>",
      "a: {image: postgres}",
      ["web>a postgresql"],
    ],
    ["Gradle", "build.gradle", "implementation 'org.pg:driver:1.0'", "a: {image: postgres}", ["web>a postgresql"]],
    ["an outside service", "package.json", '{"dependencies": {"stripe": "1"}}', "a: {image: x}", ["web>stripe https"]],
    [
      "a collector calls those who use its library",
      "package.json",
      '{"dependencies": {"prom-client": "1"}}',
      "a: {image: prometheus}",
      ["a>web http"],
    ],
  ])("%s", (_name, manifest, text, other, expected) => {
    const each = reading(`${web}  ${other}\n`, { [`app/${manifest}`]: text });
    expect(flows(each)).toEqual(expected);
    for (const flow of Object.values(each.things.flows ?? {})) {
      expect(flow.seen).toMatch(new RegExp(`^app/${manifest}:[0-9]+$`));
      expect(flow.description).toMatch(/^Guessed: /);
    }
  });

  test("an outside service that a setting names too is drawn once", () => {
    const text = "services:\n  web: {build: app, environment: {PAY_URL: 'https://api.stripe.com'}}\n";
    const each = reading(text, { "app/package.json": '{"dependencies": {"stripe": "1"}}' });
    expect(flows(each)).toEqual(["web>api-stripe-com https"]);
  });
});

describe("settings files", () => {
  const app = "  app: {image: x}\n  other: {image: x}\n";
  test.each([
    ["mounted", "web: {image: nginx, volumes: ['./n.conf:/etc/n.conf']}", "n.conf", "a;\nproxy_pass http://app:80;", 2],
    ["in a mounted folder", "web: {image: x, volumes: ['./conf:/etc/conf']}", "conf/nginx.conf", "server app;", 1],
    ["copied by the Dockerfile", "web: {build: web}", "web/site.conf", "fastcgi_pass app:9000;", 1],
    [
      "copied to a name that tells what it is",
      "web: {build: web}",
      "web/Caddyfile.ce",
      "x\nreverse_proxy /a/* app:80",
      2,
    ],
    ["mounted at a name that tells what it is", "web: {image: x, volumes: ['./n:/etc/n.conf']}", "n", "server app;", 1],
    ["at the usual place", "web: {build: web}", "web/src/main/resources/application.yml", "x:\n  host: app", 2],
    ["with a default", "web: {build: web}", "web/src/main/resources/application.yml", "u: http://${A:app}:80", 1],
  ])("%s", (_name, service, path, text, line) => {
    const files = {
      "web/Dockerfile": "FROM nginx\nCOPY site.conf /etc/nginx/conf.d/\nCOPY Caddyfile.ce /etc/caddy/Caddyfile\n",
      [path]: text,
    };
    const each = reading(`services:\n  ${service}\n${app}`, files);
    expect(Object.keys(each.things.flows ?? {})).toEqual(["web-to-app"]);
    expect(each.things.flows?.["web-to-app"]?.seen).toBe(`${path}:${line}`);
  });

  test("Caddy hands on over clear HTTP where it names no scheme", () => {
    const web = "services:\n  web: {image: x, volumes: ['./Caddyfile:/etc/caddy/Caddyfile']}\n";
    const text = "reverse_proxy /a/* app:80\nreverse_proxy https://other:443\n";
    expect(flows(reading(`${web}${app}`, { Caddyfile: text }))).toEqual(["web>app http", "web>other https"]);
  });

  test("comments, and names of no service, are passed over", () => {
    const text = "# http://app\n; http://app\nx: http://elsewhere.example\nname: app\n";
    expect(
      flows(reading(`services:\n  web: {image: x, volumes: ['./a.ini:/a.ini']}\n${app}`, { "a.ini": text })),
    ).toEqual([]);
  });

  test("what a configuration server keeps for the services that it serves", () => {
    const text =
      "services:\n  config: {build: config}\n  orders: {build: orders}\n  registry: {image: x}\n  db: {image: postgres}\n";
    const each = reading(text, {
      "config/pom.xml": "<artifactId>spring-cloud-config-server</artifactId>",
      "config/src/main/resources/shared/orders.yml": "url: jdbc:postgresql://db/x\n",
      "config/src/main/resources/shared/application.yml": "\nurl: http://registry:8761\n",
    });
    expect(flows(each)).toEqual(["orders>db postgresql", "orders>registry http"]);
  });
});
