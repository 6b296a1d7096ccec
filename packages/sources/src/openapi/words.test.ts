import { describe, expect, it } from "vitest";
import { singular, subjectOf, subjectOfPath, wordsOf } from "./words.ts";

describe("names as words", () => {
  it.each([
    ["createOrder", "create order"],
    ["HTTPServerError", "http server error"],
    ["order_items-v2", "order items v2"],
    ["Größe", "größe"],
    ["", ""],
  ])("%j → %j", (name, words) => {
    expect(wordsOf(name).join(" ")).toBe(words);
  });

  it.each([
    ["CreateOrderRequest", "order"],
    ["OrderDTO", "order"],
    ["Request", "request"],
    ["com.example.shop.OrderResponse", "order"],
    ["Page«OrderDto»", "order"],
    ["OrderItem", "order item"],
    ["ListResponse", "response"],
  ])("%s is about %j", (name, subject) => {
    expect(subjectOf(name).join(" ")).toBe(subject);
  });

  it.each([
    ["/v1/orders/{id}", "order"],
    ["/orders/{id}/line-items", "line item"],
    ["/v2/{id}", ""],
    ["/companies", "company"],
    ["/status", "status"],
    ["/boxes", "box"],
    ["/sizes", "size"],
  ])("%s is about %j", (path, subject) => {
    expect(subjectOfPath(path).join(" ")).toBe(subject);
  });

  it("leaves short and unclear words alone", () => {
    expect(["bus", "gas", "address", "news"].map(singular)).toEqual(["bus", "gas", "address", "news"]);
  });
});
