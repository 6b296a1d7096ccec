import { describe, expect, it } from "vitest";
import { isBareAddress, isSomebody, kindsOfProperty, kindsOfThing } from "./kinds.ts";

describe("kindsOfProperty", () => {
  it.each([
    ["cardNumber", "string", undefined, ["payment-card"]],
    ["credit_card", "object", undefined, ["payment-card"]],
    ["CVV", "string", undefined, ["payment-card"]],
    ["cardId", "string", undefined, []],
    ["email", "string", undefined, ["personal"]],
    ["contact", "string", "email", ["personal"]],
    ["firstName", "string", undefined, ["personal"]],
    ["name", "string", undefined, []],
    ["shippingAddress", "object", undefined, ["personal"]],
    ["street", "string", undefined, ["personal"]],
    ["streetName", "string", undefined, ["personal"]],
    ["walletAddress", "string", undefined, []],
    ["birthDate", "string", "date", ["personal"]],
    ["password", "string", undefined, ["credential"]],
    ["passwordChangedAt", "string", undefined, []],
    ["hasPassword", "boolean", undefined, []],
    ["accessToken", "string", undefined, ["credential"]],
    ["next_page_token", "string", undefined, []],
    ["max_tokens", "integer", undefined, []],
    ["token", "integer", undefined, []],
    ["clientSecret", "string", undefined, ["credential"]],
    ["sessionToken", "string", undefined, ["credential", "session"]],
    ["diagnosis", "string", undefined, ["health"]],
    ["patientId", "string", undefined, ["health"]],
    ["iban", "string", undefined, ["financial"]],
    ["religion", "string", undefined, ["special-category"]],
    ["system_prompt", "string", undefined, ["prompt"]],
  ])("%s (%s, %s): %j", (name, type, format, kinds) => {
    expect([...kindsOfProperty(name, type, format)].sort()).toEqual(kinds);
  });
});

describe("an address that says no more", () => {
  it.each([
    ["address", true],
    ["Addresses", true],
    ["addressId", false],
    ["walletAddress", false],
  ])("%s: %s", (name, bare) => {
    expect(isBareAddress(name)).toBe(bare);
  });

  it.each([
    ["order", true],
    ["booking customer", true],
    ["train station", false],
    ["pool", false],
    ["border", false],
  ])("is somebody's in %s: %s", (thing, somebody) => {
    expect(isSomebody(thing.split(" "))).toBe(somebody);
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
