import { describe, expect, it } from "vitest";
import { readPositioned } from "../positioned.ts";
import { References } from "./references.ts";
import { DataFinder } from "./schemas.ts";

const components = `
  Order: {type: object, properties: {id: {type: string}, total: {type: number}}}
  Note: {type: object, properties: {id: {type: string}, title: {type: string}, content: {type: string}}}
  OrderPage: {type: object, properties: {content: {type: array, items: {$ref: "#/S/Order"}}, totalPages: {type: integer}}}
  OrderOrNote: {oneOf: [{$ref: "#/S/Order"}, {$ref: "#/S/Note"}]}
  SpecialOrder: {allOf: [{$ref: "#/S/Order"}, {type: object, properties: {why: {type: string}}}]}
  Alias: {allOf: [{$ref: "#/S/Order"}]}
  ApiError: {type: object, properties: {anything: {type: string}}}
  Refused: {type: object, properties: {code: {type: integer}, message: {type: string}}}
  Report: {type: object, properties: {type: {type: string}, title: {type: string}, status: {type: integer}, detail: {type: string}}}
  Orders: {type: array, items: {$ref: "#/S/Order"}}
  Accounts: {type: object, properties: {accounts: {type: array, items: {$ref: "#/S/Note"}}}}
  Cart: {type: object, properties: {id: {type: string}, items: {type: array, items: {$ref: "#/S/Note"}}}}
  Basket: {type: object, properties: {items: {type: array, items: {$ref: "#/S/Note"}}}}
  All: {type: object, properties: {orders: {type: array, items: {$ref: "#/S/Order"}}, notes: {type: array, items: {$ref: "#/S/Note"}}}}
  Shown: {type: object, properties: {data: {type: array, items: {$ref: "#/S/Order"}}}}
  Single: {type: object, properties: {data: {$ref: "#/S/Order"}, meta: {type: object}}}
  Chosen: {type: object, properties: {data: {type: array, items: {$ref: "#/S/Order"}}, colour: {type: string}}}
  Paginated: {type: object, properties: {results: {type: array, items: {$ref: "#/S/Note"}}, next: {type: string}, total: {type: integer}}}
  Everything: {type: object, properties: {colour: {type: string}}}
  CheckoutResponse: {type: object, properties: {order: {$ref: "#/S/Order"}, note: {$ref: "#/S/Note"}}}
  ValidationProblem: {type: object, properties: {fields: {type: object, properties: {why: {type: string}}}}}
  Failed: {type: object, properties: {error: {type: object, properties: {code: {type: string}, message: {type: string}}}}}
  Tree: {type: object, properties: {children: {type: array, items: {$ref: "#/S/Tree"}}, email: {type: string}}}
`;

function found(schema: string): readonly string[] {
  const { root } = readPositioned("a.yaml", `S:${components}\nhere: {schema: ${schema}}\n`);
  if (!root) throw new Error("the sample is not YAML");
  const finder = new DataFinder(new References("a.yaml", root, { technologies: [], file: () => undefined }));
  const here = root.kind === "map" ? root.entries.get("here") : undefined;
  const node = here?.kind === "map" ? here.entries.get("schema") : undefined;
  if (!node) throw new Error("the sample has no schema");
  return finder.find({ schema: { node, at: node.at }, mediaType: "application/json" }, ["subject"]);
}

describe("the data that a body is about", () => {
  it.each([
    ['{$ref: "#/S/Order"}', ["order"]],
    ['{$ref: "#/S/Orders"}', ["order"]],
    ['{type: array, items: {$ref: "#/S/Order"}}', ["order"]],
    ['{$ref: "#/S/OrderPage"}', ["order"]],
    ['{$ref: "#/S/OrderOrNote"}', ["order", "note"]],
    ['{$ref: "#/S/SpecialOrder"}', ["special-order"]],
    ['{$ref: "#/S/Alias"}', ["order"]],
    ['{$ref: "#/S/Note"}', ["note"]],
    ['{$ref: "#/S/Accounts"}', ["note"]],
    ['{$ref: "#/S/Cart"}', ["cart"]],
    ['{$ref: "#/S/Basket"}', ["basket"]],
    ['{$ref: "#/S/Tree"}', ["tree"]],
    ['{$ref: "#/S/All"}', ["order", "note"]],
    ['{$ref: "#/S/Shown"}', ["order"]],
    ['{$ref: "#/S/Single"}', ["order"]],
    ['{$ref: "#/S/Chosen"}', ["chosen"]],
    ['{$ref: "#/S/Paginated"}', ["note"]],
    ['{$ref: "#/S/Everything"}', ["subject"]],
    ['{$ref: "#/S/CheckoutResponse"}', ["order", "note"]],
    ['{$ref: "#/S/ValidationProblem"}', []],
    ['{$ref: "#/S/Failed"}', []],
    ['{$ref: "#/S/ApiError"}', []],
    ['{$ref: "#/S/Refused"}', []],
    ['{$ref: "#/S/Report"}', []],
    ['{type: object, properties: {order: {$ref: "#/S/Order"}}}', ["order"]],
    [
      '{type: object, properties: {orders: {type: array, items: {$ref: "#/S/Order"}}, ordersCount: {type: integer}}}',
      ["order"],
    ],
    ['{type: object, properties: {order: {$ref: "#/S/Order"}, voucher: {type: string}}}', ["subject"]],
    ["{type: object, properties: {colour: {type: string}}}", ["subject"]],
    ["{type: object, properties: {id: {type: string}}}", []],
    ["{type: object, title: Parcel, properties: {colour: {type: string}}}", ["parcel"]],
    ['{type: object, additionalProperties: {$ref: "#/S/Order"}}', ["order"]],
    ["{type: string}", []],
    ["{type: object}", []],
    ["true", []],
  ])("%s is about %j", (schema, keys) => {
    expect(found(schema)).toEqual(keys);
  });
});
