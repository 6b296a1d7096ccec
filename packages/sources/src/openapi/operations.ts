// The operations of an OpenAPI document, whatever its version: what can be called, with what, and what comes back.
import { type Problem, problem } from "@parapet/core";
import { type At, child, itemsOf, type PositionedNode, textOf } from "../positioned.ts";
import { entries, type Located, type References, under } from "./references.ts";

/** A schema that goes in or comes out, with the media type that it is said for. */
export interface Content {
  readonly schema?: Located;
  readonly mediaType: string;
}

export interface Operation {
  /** A webhook or callback is sent by the system and received by whoever subscribed. */
  readonly origin: "path" | "webhook" | "callback";
  /** The operation and name that a callback belongs to. */
  readonly within?: string;
  readonly method: string;
  readonly path: string;
  readonly at: At;
  readonly operationId?: string;
  readonly summary?: string;
  readonly deprecated: boolean;
  readonly tags: readonly string[];
  /** The operation's own `security`; undefined when it says none. */
  readonly security?: Located;
  readonly parameters: number;
  readonly requests: readonly Content[];
  readonly responses: readonly Content[];
  /** True when a response of success is described (with or without content). */
  readonly describesResponse: boolean;
}

const operationLimit = 3000;

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"] as const;

/** All operations in the order of the file: paths first, each with its callbacks, then webhooks. */
export function operationsOf(root: PositionedNode, references: References, notes: Problem[]): readonly Operation[] {
  const reader = new OperationReader(references, child(root, "consumes"));
  reader.items("path", child(root, "paths"));
  reader.items("webhook", child(root, "webhooks"));
  if (reader.dropped > 0) {
    const say = `${root.at.file} describes ${operationLimit + reader.dropped} operations; the first ${operationLimit} were read`;
    notes.push(problem("source-note", say, "Split the file by area.", root.at));
  }
  return reader.operations;
}

type Place = Pick<Operation, "origin" | "path" | "within">;

class OperationReader {
  readonly operations: Operation[] = [];
  dropped = 0;
  readonly #references: References;
  /** Callbacks may lead back to themselves through references; each callback item is read once per operation. */
  #depth = 0;
  readonly #consumes: PositionedNode | undefined;

  constructor(references: References, consumes: PositionedNode | undefined) {
    this.#references = references;
    this.#consumes = consumes;
  }

  items(origin: Operation["origin"], paths: PositionedNode | undefined, within?: string): void {
    for (const [path, located] of entries(paths)) {
      if (path.startsWith("x-")) continue;
      const item = this.#references.resolve(located);
      if (item) this.#item({ origin, path, ...(within === undefined ? {} : { within }) }, item);
    }
  }

  #item(place: Place, item: Located): void {
    const shared = itemsOf(child(item.node, "parameters"));
    for (const [key, operation] of entries(item.node)) {
      const method = key.toLowerCase();
      if ((methods as readonly string[]).includes(method)) this.#operation({ ...place, method }, operation, shared);
    }
    for (const [key, operation] of entries(child(item.node, "additionalOperations"))) {
      this.#operation({ ...place, method: key.toLowerCase().slice(0, 20) }, operation, shared);
    }
  }

  #operation(place: Place & { readonly method: string }, located: Located, shared: readonly PositionedNode[]): void {
    const { node, at } = located;
    if (node.kind !== "map") return;
    if (this.operations.length >= operationLimit) {
      this.dropped++;
      return;
    }
    const parameters = this.#parameters([...shared, ...itemsOf(child(node, "parameters"))]);
    const body = this.#old(parameters, child(node, "consumes") ?? this.#consumes);
    const security = under(node, "security");
    const operationId = textOf(child(node, "operationId"));
    const summary = textOf(child(node, "summary"));
    const responses = this.#successes(node);
    this.operations.push({
      ...place,
      at,
      ...(operationId ? { operationId } : {}),
      ...(summary ? { summary } : {}),
      deprecated: textOf(child(node, "deprecated")) === "true",
      tags: itemsOf(child(node, "tags"))
        .flatMap((tag) => textOf(tag) ?? [])
        .slice(0, 5),
      ...(security ? { security } : {}),
      parameters: parameters.filter((parameter) => !isBody(parameter)).length,
      requests: [...body, ...this.#contents(under(node, "requestBody"))],
      responses: responses.flatMap((response) => this.#contents(response)),
      describesResponse: responses.length > 0,
    });
    this.#callbacks(child(node, "callbacks"), `${place.method} ${place.path}`);
  }

  #callbacks(callbacks: PositionedNode | undefined, of: string): void {
    if (this.#depth >= 2) return;
    this.#depth++;
    for (const [name, located] of entries(callbacks)) {
      const callback = this.#references.resolve(located);
      if (callback) this.items("callback", callback.node, `${of} ${name}`);
    }
    this.#depth--;
  }

  #parameters(list: readonly PositionedNode[]): readonly Located[] {
    return list.slice(0, 200).flatMap((node) => this.#references.resolve({ node, at: node.at }) ?? []);
  }

  /** Swagger 2.0: bodies stand among the parameters. Form fields together are one body. */
  #old(parameters: readonly Located[], consumes: PositionedNode | undefined): readonly Content[] {
    const out: Content[] = [];
    const said = itemsOf(consumes).flatMap((type) => textOf(type)?.toLowerCase() ?? []);
    const mediaTypes = said.length > 0 ? said.slice(0, 20) : ["application/json"];
    const fields = parameters.filter((parameter) => textOf(child(parameter.node, "in")) === "formData");
    for (const parameter of parameters) {
      const schema = textOf(child(parameter.node, "in")) === "body" ? under(parameter.node, "schema") : undefined;
      if (schema) for (const mediaType of mediaTypes) out.push({ schema, mediaType });
    }
    const first = fields[0];
    if (first) {
      const files = fields.some((field) => textOf(child(field.node, "type")) === "file");
      out.push({
        schema: formOf(fields, first.at),
        mediaType: files ? "multipart/form-data" : "application/x-www-form-urlencoded",
      });
    }
    return out;
  }

  #successes(operation: PositionedNode): readonly Located[] {
    const all = entries(child(operation, "responses"));
    const good = all.filter(([code]) => /^2/.test(code));
    return (good.length > 0 ? good : all.filter(([code]) => code === "default")).flatMap(
      ([, response]) => this.#references.resolve(response) ?? [],
    );
  }

  /** The contents of a request body or response: `content` by media type (3.x), or `schema` (2.0). */
  #contents(located: Located | undefined): readonly Content[] {
    const body = located && this.#references.resolve(located);
    if (!body) return [];
    const direct = under(body.node, "schema");
    if (direct) return [{ schema: direct, mediaType: "application/json" }];
    return entries(child(body.node, "content"))
      .slice(0, 20)
      .map(([mediaType, media]) => {
        const schema = under(this.#references.resolve(media)?.node, "schema") ?? under(media.node, "itemSchema");
        return { mediaType: mediaType.toLowerCase(), ...(schema ? { schema } : {}) };
      });
  }
}

function isBody(parameter: Located): boolean {
  const where = textOf(child(parameter.node, "in"));
  return where === "body" || where === "formData";
}

/** Form fields of Swagger 2.0 as the object schema that they amount to. */
function formOf(fields: readonly Located[], at: At): Located {
  const named = fields.flatMap((field) => {
    const name = textOf(child(field.node, "name"));
    return name === undefined ? [] : [[name, field] as const];
  });
  const properties: PositionedNode = {
    kind: "map",
    at,
    entries: new Map(named.map(([name, field]) => [name, field.node])),
    keys: new Map(named.map(([name, field]) => [name, field.node.at])),
  };
  return {
    at,
    node: { kind: "map", at, entries: new Map([["properties", properties]]), keys: new Map([["properties", at]]) },
  };
}
