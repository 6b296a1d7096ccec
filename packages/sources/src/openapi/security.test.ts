import { describe, expect, it } from "vitest";
import type { Reading } from "../source.ts";
import { openApi } from "./card.ts";
import { familyOf } from "./roles.ts";

/** Reads operations (`"post /a"` → its security, undefined for silence) with a sign-in, a partner's key and perhaps a general need. */
function reading(operations: Readonly<Record<string, unknown>>, general?: unknown, response: object = {}): Reading {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [name, security] of Object.entries(operations)) {
    const [method = "", path = ""] = name.split(" ");
    paths[path] = { ...paths[path], [method]: { security, responses: { 200: { description: "ok", ...response } } } };
  }
  const securitySchemes = {
    signIn: { type: "openIdConnect", openIdConnectUrl: "https://login.example" },
    partnerKey: { type: "apiKey", in: "header", name: "X-Partner-Key" },
  };
  const text = JSON.stringify({ openapi: "3.0.0", security: general, paths, components: { securitySchemes } });
  const { reading: read, problems } = openApi.read(
    { path: "a.json", text },
    { technologies: [], file: () => undefined },
  );
  expect(problems).toEqual([]);
  return read as Reading;
}

const entry = (read: Reading, at: string) =>
  Object.values(read.things["entry-points"] ?? {}).find((each) => each.at === at);
const signIn = [{ signIn: [] }];
const partner = [{ partnerKey: [] }];

describe("an operation that states no security beside others that do", () => {
  const personal = {
    content: { "application/json": { schema: { type: "object", properties: { email: {}, birthDate: {} } } } },
  };

  it.each([
    ["post /documents", {}],
    ["delete /bookings", {}],
    ["get /patients/{id}", {}],
    ["get /patients", personal],
  ])("%s proves nothing, and whether anybody may call is left open", (name, response) => {
    const read = reading({ [name]: undefined, "get /other": signIn }, undefined, response);
    const [method = "", path] = name.split(" ");
    const found = entry(read, `${method.toUpperCase()} ${path}`);
    expect([found?.authentication, found?.access]).toEqual(["none", undefined]);
    expect(read.notes.map((note) => note.say)).toContainEqual(expect.stringContaining("1 operation of a.json state"));
  });

  it.each(["get /doctors", "post /session", "post /v1/sign-in", "post /auth/login"])(
    "%s is meant for everybody",
    (name) => {
      const [method = "", path] = name.split(" ");
      const found = entry(reading({ [name]: undefined, "get /other": signIn }), `${method.toUpperCase()} ${path}`);
      expect([found?.authentication, found?.access]).toEqual(["none", { anonymous: "yes", "api-client": "yes" }]);
    },
  );

  it("says that it is meant by an empty list", () => {
    const found = entry(reading({ "post /documents": [], "get /other": signIn }), "POST /documents");
    expect(found?.access).toEqual({ anonymous: "yes", "api-client": "yes" });
  });
});

describe("who calls by which scheme", () => {
  it("callers that prove themselves differently are different roles", () => {
    const read = reading({ "get /export": signIn, "post /partner": partner, "get /both": [...signIn, ...partner] });
    expect(read.things.roles).toEqual({
      anonymous: { title: "Anonymous" },
      "sign-in-client": { title: "API client (signIn)" },
      "partner-key-client": { title: "API client (partnerKey)" },
    });
    const cells = (at: string) => entry(read, at)?.access;
    expect(cells("GET /export")).toEqual({ anonymous: "no", "sign-in-client": "yes", "partner-key-client": "no" });
    expect(cells("POST /partner")).toEqual({ anonymous: "no", "sign-in-client": "no", "partner-key-client": "yes" });
    expect(cells("GET /both")).toEqual({ anonymous: "no", "sign-in-client": "yes", "partner-key-client": "yes" });
  });

  it("whether the ordinary caller of the file has what an exception asks for is not known", () => {
    const read = reading({ "get /export": undefined, "post /partner": partner }, signIn);
    expect(Object.keys(read.things.roles ?? {})).toEqual(["anonymous", "api-client"]);
    expect(entry(read, "GET /export")?.access).toEqual({ anonymous: "no", "api-client": "yes" });
    expect(entry(read, "POST /partner")?.access).toEqual({ anonymous: "no" });
  });

  it("one scheme for all is one API client", () => {
    const read = reading({ "get /a": partner, "post /b": partner });
    expect(Object.keys(read.things.roles ?? {})).toEqual(["anonymous", "api-client"]);
  });
});

describe("familyOf", () => {
  it.each([
    ["orders:write", "orders-client"],
    ["read:orders", "orders-client"],
    ["orders.read_only", "orders-client"],
    ["https://auth.example.test/auth/drive.readonly", "drive-client"],
    ["read", "read-client"],
    ["***", "api-client"],
    ["user:email", "user-email-client"],
  ])("%s is of the %s", (scope, role) => {
    expect(familyOf(scope)).toBe(role);
  });
});
