// What every address below /models/:id shares: finding the model, or saying that there is none.
import { problem } from "@parapet/core";
import type { FastifyReply, FastifyRequest } from "fastify";
import * as z from "zod";
import type { Models } from "../models/models.ts";
import type { OpenModel } from "../models/open-model.ts";
import { refuse } from "./problems.ts";

const params = z.object({ id: z.string() });

type Handler = (request: FastifyRequest, reply: FastifyReply, model: OpenModel) => Promise<FastifyReply> | FastifyReply;

/** A handler that is given the model which the address names. */
export function withModel(models: Models, handler: Handler) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const { id } = params.parse(request.params);
    // Guests are here for one model; of others they hear nothing, not even whether they are there.
    const { session } = request;
    if (session?.guest && session.model !== id) return refuse(reply, [elsewhere], 403);
    const model = await models.get(id);
    return model.ok ? handler(request, reply, model.value) : refuse(reply, model.problems);
  };
}

/** What a part of a request is read as, or the answer that says what is wrong with it. */
export function parsed<S extends z.ZodType>(
  schema: S,
  value: unknown,
  reply: FastifyReply,
): { readonly ok: true; readonly value: z.infer<S> } | { readonly ok: false; readonly reply: FastifyReply } {
  const read = schema.safeParse(value);
  if (read.success) return { ok: true, value: read.data };
  const problems = read.error.issues.map(({ path, message }) =>
    problem("bad-argument", `${path.join(".") || "The request"} is not as it should be: ${message}.`, "See /docs.", {
      path: path.map(String),
    }),
  );
  return { ok: false, reply: refuse(reply, problems, 400) };
}

const elsewhere = problem(
  "not-permitted",
  "You were invited to another model.",
  "Open the link of the invitation again.",
);
