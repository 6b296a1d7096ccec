// The few pages that the server makes itself. Nothing in them comes from a request.
import type { Problem } from "@parapet/core";
import type { FastifyReply } from "fastify";

/** A page that says what is wrong and what to do. */
export function page(reply: FastifyReply, status: number, { say, fix }: Pick<Problem, "say" | "fix">): FastifyReply {
  return reply
    .code(status)
    .type("text/html; charset=utf-8")
    .send(whole(`<h1>Parapet</h1><p>${say}</p><p>${fix}</p>`));
}

/** A page that goes on by itself: what follows comes from a page of this origin. */
export function onward(reply: FastifyReply): FastifyReply {
  return reply
    .type("text/html; charset=utf-8")
    .send(whole('<p><a href="/">Go on to the workbench</a></p>', '<meta http-equiv="refresh" content="0;url=/">'));
}

function whole(body: string, head = ""): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">${head}<title>Parapet</title></head><body>${body}</body></html>\n`;
}
