// Decomposition: from files to a graph, who reaches what, what a port too many costs, and reviews that a change voids.
import type { Analysis } from "@parapet/core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { build, Story } from "./cli.ts";

let fresh: Story;
let shop: Story;
beforeAll(() => {
  build();
  fresh = new Story("shop", { sources: true });
  shop = new Story("shop");
});
afterAll(() => {
  fresh.end();
  shop.end();
});

const byId = <T extends { readonly id: string }>(list: readonly T[], id: string): T | undefined =>
  list.find((one) => one.id === id);

test("init draws what the files show, and analysis needs no edit", () => {
  fresh.ok("init", ".", "--name", "Online shop");
  expect(fresh.read("threat-model/model.yaml")).not.toContain("elements:");
  const { elements, flows, zones, surface } = fresh.analysis();
  expect(byId(elements, "checkout-api")).toMatchObject({ kind: "process", technologies: ["node", "fastify"] });
  expect(byId(elements, "orders-db")).toMatchObject({ kind: "data-store", zone: "data" });
  expect(byId(zones, "data")).toMatchObject({ in: "shop-containers" });
  expect(byId(flows, "checkout-api-to-orders-db")).toMatchObject({
    from: "checkout-api",
    to: "orders-db",
    protocol: "postgresql",
  });
  expect(byId(flows, "internet-caller-to-edge")?.crossing).toEqual(["internet", "shop-containers"]);
  expect(byId(surface.entryPoints, "place-order")).toMatchObject({
    on: "checkout-api",
    at: "POST /orders",
    authentication: "session",
  });
  expect(surface.dependencies.map(({ id }) => id)).toContain("api-cardpath-example-service");
});

test("init does not write over a threat model", () => {
  expect(fresh.refused("init", ".")).not.toEqual([]);
});

test("a role without a cell in the access matrix is asked, and one answer settles its group", () => {
  const cells = () =>
    shop.analysis().surface.access.filter(({ role, access }) => role === "courier" && access === "unknown");
  shop.ok("role", "courier", "--title", "Courier");
  const open = cells();
  expect(open.length).toBe(shop.analysis().surface.entryPoints.length);
  const ofApi = open.filter(({ entryPoint }) => entryPoint === "place-order" || entryPoint === "show-order");
  expect(new Set(ofApi.map(({ question }) => question)).size).toBe(1);
  const questions = [...new Set(open.map(({ question }) => question as string))];
  expect(questions.length).toBeLessThan(open.length);
  shop.ok("answer", ...questions, "no");
  expect(cells()).toEqual([]);
});

test("access and authentication are told apart; conditions are kept", () => {
  const { access, entryPoints, privileged } = shop.analysis().surface;
  const cell = (role: string, entryPoint: string) =>
    access.find((one) => one.role === role && one.entryPoint === entryPoint);
  expect(cell("api-client", "show-order")).toMatchObject({ access: "when", condition: "placed the order" });
  expect(cell("support", "back-office-port-8080-from-local")).toMatchObject({ access: "yes" });
  expect(byId(entryPoints, "back-office-port-8080-from-local")).toMatchObject({
    authentication: "oidc-mfa",
    exposure: "internal",
  });
  expect(privileged).toEqual(["back-office-port-8080-from-local", "host-shell", "merge-to-main"]);
});

test("a segment names what crosses it without being listed", () => {
  const { segments } = shop.analysis().surface;
  expect(segments.map(({ zone, notAllowed }) => ({ zone, notAllowed }))).toEqual([
    { zone: "data", notAllowed: ["mail-worker-to-invoices"] },
  ]);
  shop.edit(
    "threat-model/model.yaml",
    "      - mail-worker-to-queue\n",
    "      - mail-worker-to-queue\n      - mail-worker-to-invoices\n",
  );
  expect(shop.analysis().surface.segments[0]?.notAllowed).toEqual([]);
});

test("a port too many: discovery proposes it, the surface grows, a reduction says what removing it takes off", () => {
  const before = shop.analysis().surface.score;
  shop.edit(
    "compose.yaml",
    "      - orders:/var/lib/postgresql/data\n",
    '      - orders:/var/lib/postgresql/data\n    ports:\n      - "5432:5432"\n',
  );
  const proposed = JSON.stringify(shop.ok("discover", "--dry-run"));
  expect(proposed).toContain("5432");
  expect(shop.analysis().surface.score).toBe(before);
  shop.ok("discover", "--accept");
  const { surface } = shop.analysis();
  const point = surface.entryPoints.find(({ on }) => on === "orders-db");
  expect(point).toMatchObject({ exposure: "internet-anonymous", weight: 10 });
  expect(surface.score).toBe(before + 10);
  expect(surface.reductions).toMatchObject([
    { id: `hide-store@${point?.id}`, removes: 10, entryPoints: [point?.id], loses: [] },
  ]);
});

test("a feature shows what it would add before anybody builds it", () => {
  const added = shop.ok("surface", "--feature", "saved-cards");
  expect(JSON.stringify(added)).toContain("card-vault");
  const without = shop.analysis();
  const withIt = shop.analysis("--feature", "saved-cards");
  expect(byId(without.elements, "card-vault")).toBeUndefined();
  expect(byId(withIt.elements, "card-vault")).toBeDefined();
  expect(withIt.surface.score - without.surface.score).toBe(5);
  const more = (a: Analysis) => a.threats.filter(({ id }) => id.endsWith("@card-vault")).length;
  expect(more(without)).toBe(0);
  expect(more(withIt)).toBeGreaterThan(3);
});

test("a change voids the reviews of what it touched, and a review by an engineer of the team restores them", () => {
  const needs = shop.analysis().stages.find(({ id }) => id === "decomposition")?.missing ?? [];
  expect(needs.map(({ id }) => id)).toEqual(["review-diagram", "review-surface"]);
  expect(needs.map(({ say }) => say).join()).toMatch(/orders-db.* changed since the last review/);
  shop.as = "noor";
  shop.ok("review", "diagram");
  expect(shop.missing("decomposition")).toContain("review-diagram");
  shop.as = "ravi";
  shop.ok("review", "diagram", "--note", "One port too many");
  shop.ok("review", "surface");
  expect(shop.missing("decomposition")).toEqual([]);
  shop.as = "ann";
});

test("answering a question voids neither review", () => {
  const { questions } = shop.analysis();
  const own = questions.find(({ id }) => id.startsWith("detects-tampering@"))?.id as string;
  shop.ok("answer", own, "no");
  expect(shop.missing("decomposition")).toEqual([]);
});
