import { describe, expect, test } from "vitest";
import { after, withAnalysis } from "../../testing/examples.ts";
import { type Guided, type GuidedNames, guidedCalls } from "./guided.ts";

const blank = withAnalysis({ model: { parapet: 1, system: "Shop" } });
const names: GuidedNames = {
  user: (user) => `Name of ${user}`,
  zone: (user) => `Zone of ${user}`,
  ours: "Our network",
  kept: "What is kept",
  data: (data) => `Data ${data}`,
  entry: (user) => `Way in of ${user}`,
};
const reset: Guided = {
  feature: "Password reset by mail",
  users: ["customers"],
  app: "Web application",
  data: ["password", "personal"],
  store: "Database",
};

describe("five answers", () => {
  test("become a drawing that shows threats at once, severe ones among them", async () => {
    const { analysis, document } = await after(blank, guidedCalls(reset, names));
    expect(analysis.elements.map(({ id }) => id).sort()).toEqual(["customers", "database", "web-application"]);
    expect(analysis.flows).toHaveLength(2);
    expect(analysis.surface.entryPoints).toHaveLength(1);
    const live = analysis.threats.filter(({ finding }) => finding === "open" || finding === "asked");
    expect(live.length).toBeGreaterThan(10);
    expect(live.some(({ tier }) => tier === "critical" || tier === "high")).toBe(true);
    expect(document.model.features?.["password-reset-by-mail"]?.intake).toMatchObject({ "sign-in-or-rights": "yes" });
  });

  test.each<[string, Partial<Guided>]>([
    ["all users", { users: ["customers", "staff", "system"] }],
    ["nothing kept", { store: "  " }],
    ["names that are no ids", { feature: "قراءة", app: "❤️", store: "<b>" }],
    ["one name for everything", { feature: "Shop", app: "Shop", store: "Shop" }],
    ["names that the drawing takes itself", { app: "Customers", store: "Our network", feature: "Internet" }],
    ["long names", { app: "a".repeat(200), store: "b".repeat(200), feature: "c".repeat(250) }],
    ["the names of the fallbacks", { app: "Database", store: "Application", feature: "Application" }],
  ])("%s are taken", async (_name, change) => {
    const { analysis } = await after(blank, guidedCalls({ ...reset, ...change }, names));
    expect(analysis.elements.length).toBeGreaterThan(1);
    expect(analysis.threats.length).toBeGreaterThan(0);
  });
});
