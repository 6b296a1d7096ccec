import { describe, expect, test } from "vitest";
import type { Reading } from "../source.ts";
import { flows, reading, says } from "./testing/reading.ts";

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
    ["datagrams", "example/x", "['10000:10000/udp']", ["web-port-10000 undefined port 10000 (udp) internet-caller"]],
    ["datagrams of a site", "wordpress", "['53:53/udp']", ["web-port-53 undefined port 53 (udp) internet-caller"]],
    ["HTTP/3", "example/x", "['443:443/udp']", ["web-port-443 api port 443 (udp) internet-caller"]],
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
    [
      "a broker and its management",
      "rabbitmq:4",
      "['5672:5672', 15672]",
      [
        "web-port-5672 queue port 5672 internet-caller",
        "web-port-15672 admin port 15672 (host port chosen at start) internet-caller",
      ],
    ],
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
