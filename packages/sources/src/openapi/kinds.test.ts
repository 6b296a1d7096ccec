import { describe, expect, it } from "vitest";
import { kindsOfProperty, kindsOfThing } from "./kinds.ts";

describe("kindsOfProperty", () => {
  it.each([
    ["cardNumber", "string", undefined, "order", ["payment-card"]],
    ["credit_card", "object", undefined, "order", ["payment-card"]],
    ["CVV", "string", undefined, "order", ["payment-card"]],
    ["cardId", "string", undefined, "board", []],
    ["email", "string", undefined, "order", ["personal"]],
    ["contact", "string", "email", "order", ["personal"]],
    ["firstName", "string", undefined, "pet", ["personal"]],
    ["name", "string", undefined, "pet", []],
    ["shippingAddress", "object", undefined, "order", ["personal"]],
    ["addresses", "array", undefined, "customer", ["personal"]],
    ["address", "string", undefined, "train station", []],
    ["address", "object", undefined, "order", ["personal"]],
    ["address", "string", undefined, "pool", []],
    ["street", "string", undefined, "parcel", ["personal"]],
    ["streetName", "string", undefined, "parcel", ["personal"]],
    ["walletAddress", "string", undefined, "account", []],
    ["birthDate", "string", "date", "person", ["personal"]],
    ["password", "string", undefined, "user", ["credential"]],
    ["passwordChangedAt", "string", undefined, "user", []],
    ["hasPassword", "boolean", undefined, "user", []],
    ["accessToken", "string", undefined, "login", ["credential"]],
    ["next_page_token", "string", undefined, "list", []],
    ["max_tokens", "integer", undefined, "completion", []],
    ["token", "integer", undefined, "completion", []],
    ["clientSecret", "string", undefined, "app", ["credential"]],
    ["sessionToken", "string", undefined, "login", ["credential", "session"]],
    ["diagnosis", "string", undefined, "visit", ["health"]],
    ["patientId", "string", undefined, "visit", ["health"]],
    ["iban", "string", undefined, "payment", ["financial"]],
    ["religion", "string", undefined, "person", ["special-category"]],
    ["system_prompt", "string", undefined, "assistant", ["prompt"]],
  ])("%s (%s, %s) of a %s: %j", (name, type, format, thing, kinds) => {
    expect([...kindsOfProperty(name, type, format, thing.split(" "))].sort()).toEqual(kinds);
  });
});

describe("kindsOfThing", () => {
  it.each([
    ["audit event", ["audit-log"]],
    ["patient record", ["health"]],
    ["customer", ["personal"]],
    ["access token", ["credential"]],
    ["payment card", ["payment-card"]],
    ["order", []],
  ])("%s: %j", (title, kinds) => {
    expect(kindsOfThing(title.split(" "))).toEqual(kinds);
  });
});
