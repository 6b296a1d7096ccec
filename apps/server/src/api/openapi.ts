// The description of the server as OpenAPI 3.1, from the list of its addresses and the cards and inputs of all commands.
import { type CommandCard, commands } from "@parapet/core";
import * as z from "zod";
import { problems } from "./answers.ts";
import { type Operation, operations } from "./operations.ts";

type Json = Record<string, unknown>;

/** A command with the schema of its input. */
export interface DescribedCommand {
  readonly card: CommandCard;
  readonly input: Json;
}

/** All commands with their inputs as JSON Schema. */
export async function describedCommands(): Promise<readonly DescribedCommand[]> {
  return Promise.all(
    commands.map(async ({ card, load }) => ({ card, input: jsonSchema((await load()).body.input, "input") })),
  );
}

/** The OpenAPI document. The same sources give the same document. */
export async function openApi(version: string): Promise<Json> {
  const paths: Record<string, Json> = {};
  const schemas: Json = {};
  const described = await describedCommands();
  const add = (path: string, method: string, operation: Json): void => {
    paths[path] = { ...paths[path], [method]: lifted(operation, schemas, `${operation.operationId}`) };
  };
  for (const operation of operations) {
    if (operation.path.endsWith("/commands/{name}"))
      for (const command of described)
        add(operation.path.replace("{name}", command.card.name), "post", ofCommand(operation, command));
    else add(operation.path, operation.method, ofOperation(operation));
  }
  schemas.Problems = lifted(jsonSchema(problems, "output"), schemas, "Problems");
  return {
    openapi: "3.1.0",
    info: {
      title: "Parapet",
      version,
      description:
        "The workbench of a folder: everything reads, and every change is a command. Problems come as application/problem+json with the codes and words of the command line.",
    },
    security: [{ session: [] }, { machine: [] }],
    tags: [...new Set(operations.map(({ group }) => group))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        session: {
          ...{ type: "apiKey", in: "cookie", name: "parapet-PORT" },
          description: "From the link that parapet up prints.",
        },
        machine: {
          ...{ type: "http", scheme: "bearer" },
          description: "For programs of the same user: the secret in .parapet/up.json.",
        },
      },
      schemas,
    },
  };
}

/**
 * A value with its own definitions laid among the components, where references are looked for. One that has no name of its own is called
 * after its owner.
 */
function lifted(value: Json, schemas: Json, owner: string): Json {
  const nameOf = (name: string): string => (name.startsWith("__") ? `${owner}${name.replace("__schema", "-")}` : name);
  const walk = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(walk);
    if (typeof part !== "object" || part === null) return part;
    const { $defs, ...rest } = part as Json & { $defs?: Json };
    for (const [name, schema] of Object.entries($defs ?? {})) schemas[nameOf(name)] = walk(schema);
    return Object.fromEntries(
      Object.entries(rest).map(([key, inside]) => [
        key,
        key === "$ref" && typeof inside === "string"
          ? inside.replace(/^#\/\$defs\/(.*)$/, (_, name: string) => `#/components/schemas/${nameOf(name)}`)
          : walk(inside),
      ]),
    );
  };
  return walk(value) as Json;
}

function ofOperation(operation: Operation): Json {
  const { method, path, group, summary, body } = operation;
  return {
    operationId: `${method} ${path}`.replace(/[^A-Za-z]+/g, "-").replace(/-$/, ""),
    tags: [group],
    summary,
    parameters: [...pathParameters(path), ...queryParameters(operation)],
    ...(body && { requestBody: requestBody(jsonSchema(body, "input")) }),
    responses: responses(operation),
  };
}

/** One command: the general body with the command's own input in it. */
function ofCommand(operation: Operation, { card, input }: DescribedCommand): Json {
  const { $defs, ...own } = input;
  const whole = jsonSchema(operation.body as z.ZodType, "input") as { properties: Json; required?: string[] };
  const body = {
    ...whole,
    properties: { ...whole.properties, input: own },
    required: ["input"],
    ...($defs ? { $defs } : {}),
  };
  return {
    operationId: card.name,
    tags: [operation.group],
    summary: card.title,
    description: `Stage ${card.stage}; needs the permission to ${card.permission}.`,
    parameters: pathParameters(operation.path.replace("{name}", card.name)),
    requestBody: requestBody(body),
    responses: responses(operation),
    "x-parapet": card,
  };
}

function requestBody(schema: Json): Json {
  return { required: true, content: { "application/json": { schema } } };
}

function responses({ answer, type, status = 200, summary }: Operation): Json {
  const content = type
    ? { content: { [type]: { schema: { type: "string" } } } }
    : answer && { content: { "application/json": { schema: jsonSchema(answer, "output") } } };
  return {
    [status]: { description: summary, ...content },
    default: {
      description: "What went wrong, and what to do about it",
      content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problems" } } },
    },
  };
}

function pathParameters(path: string): readonly Json[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
}

function queryParameters({ query }: Operation): readonly Json[] {
  if (!query) return [];
  const { properties = {}, required = [] } = jsonSchema(query, "input") as { properties?: Json; required?: string[] };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: "query",
    required: required.includes(name),
    schema,
  }));
}

/** A schema that stands on its own, wherever it is put. */
function jsonSchema(schema: z.ZodType, io: "input" | "output"): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any", reused: "inline" }) as Json;
  return rest;
}
