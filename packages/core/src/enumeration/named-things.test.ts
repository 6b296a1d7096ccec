// What sentences name: a table of whole words, names of several words, and names within names.
import { describe, expect, test } from "vitest";
import { nameBook, namedThing, namedThings } from "./named-things.ts";

const things = [
  { id: "web", title: "Web" },
  { id: "stripe", title: "Stripe" },
  { id: "stripe-webhook", title: "Stripe webhook" },
  { id: "orders-db", title: "Orders database" },
  { id: "kasse", title: "Öffentliche Kasse" },
  { id: "склад", title: "Склад" },
  { id: "zhifu", title: "支付" },
  { id: "back-office", title: "Admin" },
  { id: "users", title: "Users" },
];
const book = nameBook(things);

describe("a sentence names", () => {
  test.each<[string, readonly string[]]>([
    ["Stripe webhook is called by anybody", ["stripe-webhook"]],
    ["A webhook is called by anybody", []],
    ["The cobweb hangs there", []],
    ["the WEB is slow", ["web"]],
    ["Stripe's side calls the web", ["stripe", "web"]],
    ["Stripe, and then the Stripe webhook", ["stripe-webhook", "stripe"]],
    ["Somebody reads the orders database at night", ["orders-db"]],
    ["Order databases are copied", ["orders-db"]],
    ["The database of orders", []],
    ["the back office is open", ["back-office"]],
    ["die öffentliche KASSE steht still", ["kasse"]],
    ["die o\u0308ffentliche Kasse", ["kasse"]],
    ["на СКЛАД попадает чужой заказ", ["склад"]],
    ["складом пользуются", []],
    ["攻击者绕过支付系统", ["zhifu"]],
    ["users do what they like", []],
    ["web-site", ["web"]],
    ["", []],
  ])("“%s”: %j", (say, ids) => {
    expect(namedThings(say, book)).toEqual(ids);
    expect(namedThing(say, book)).toBe(ids[0]);
  });

  test("all that have the same name", () => {
    const twice = [...things, { id: "web-2", title: "web" }];
    expect(namedThings("the web", nameBook(twice))).toEqual(["web", "web-2"]);
  });

  test("the one thing that is made with a technology, not one of two", () => {
    const store = { id: "plane-minio", title: "plane-minio", technologies: ["minio"] };
    const other = { id: "backups", title: "backups", technologies: ["minio"] };
    expect(namedThings("Anybody reads what MinIO keeps", nameBook([...things, store]))).toEqual(["plane-minio"]);
    expect(namedThings("Anybody reads what MinIO keeps", nameBook([...things, store, other]))).toEqual([]);
  });
});
