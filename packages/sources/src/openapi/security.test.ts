import { describe, expect, it } from "vitest";
import { familyOf } from "./security.ts";

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
