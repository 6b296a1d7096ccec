// Large JSON answers: compressed where the client can read that, and not sent again when it has them.
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { FastifyReply, FastifyRequest } from "fastify";

/** Below this, compressing costs more than it saves. */
const worthwhile = 1_400;
const compress = promisify(gzip);

/** An answer that stays as it is for a while: its bytes, compressed once, and the tag that names them. */
export interface Kept {
  readonly tag: string;
  readonly bytes: Buffer;
  readonly gzipped: Buffer;
}

export async function keep(value: unknown): Promise<Kept> {
  const bytes = Buffer.from(JSON.stringify(value), "utf8");
  const tag = `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`;
  return { tag, bytes, gzipped: await compress(bytes, { level: 6 }) };
}

/** Answers with what is kept, or says that the client has it. */
export function sendKept(request: FastifyRequest, reply: FastifyReply, { tag, bytes, gzipped }: Kept): FastifyReply {
  reply.headers({ etag: tag, "cache-control": "no-cache", vary: "accept-encoding" });
  if ((request.headers["if-none-match"] ?? "").split(/,\s*/).includes(tag)) return reply.code(304).send();
  reply.type("application/json; charset=utf-8");
  return readsGzip(request) ? reply.header("content-encoding", "gzip").send(gzipped) : reply.send(bytes);
}

/** Answers with JSON, compressed when that pays. */
export async function sendJson(request: FastifyRequest, reply: FastifyReply, value: unknown): Promise<FastifyReply> {
  return sendText(request, reply, "application/json; charset=utf-8", JSON.stringify(value));
}

/** Answers with a text, compressed when that pays. */
export async function sendText(
  request: FastifyRequest,
  reply: FastifyReply,
  type: string,
  text: string,
): Promise<FastifyReply> {
  const bytes = Buffer.from(text, "utf8");
  reply.type(type).header("vary", "accept-encoding");
  if (bytes.length < worthwhile || !readsGzip(request)) return reply.send(bytes);
  return reply.header("content-encoding", "gzip").send(await compress(bytes, { level: 4 }));
}

function readsGzip(request: FastifyRequest): boolean {
  return /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
}
