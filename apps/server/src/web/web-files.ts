// The built web application: its files, and its page for every address that is nothing else.
import { existsSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import { problem } from "@parapet/core";
import type { FastifyInstance, FastifyReply } from "fastify";
import { refuse } from "../http/problems.ts";

/** Serves the application from a folder; without one, its page says what is missing. */
export async function webFiles(app: FastifyInstance, folder: string | undefined): Promise<void> {
  if (folder === undefined || !existsSync(join(folder, "index.html"))) {
    app.setNotFoundHandler((request, reply) => {
      if (request.method !== "GET" || !wantsPage(request.headers.accept)) return noAddress(reply, request.url);
      return reply.type("text/html; charset=utf-8").send(notBuilt);
    });
    return;
  }
  // The files that there are now; what an upgrade of Parapet brings while the workbench runs is looked for when it is asked for.
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    preCompressed: true,
    dotfiles: "deny",
    cacheControl: false,
    // Names in assets/ change with their content: a browser keeps what it has.
    setHeaders: (reply, path) => {
      const fixed = path.startsWith(join(folder, "assets"));
      reply.header("cache-control", fixed ? "private, max-age=31536000, immutable" : "no-cache");
    },
  });
  const guest = existsSync(join(folder, "guest.html")) ? "guest.html" : "index.html";
  app.get("/w/:workshop", { config: { for: "anybody-when-shared" } }, (_request, reply) => reply.sendFile(guest));
  app.setNotFoundHandler((request, reply) => {
    if (request.method !== "GET") return noAddress(reply, request.url);
    const later = cameLater(folder, request.url);
    if (later !== undefined) return reply.sendFile(later);
    if (!wantsPage(request.headers.accept)) return noAddress(reply, request.url);
    if (!existsSync(join(folder, "index.html"))) return reply.type("text/html; charset=utf-8").send(notBuilt);
    return reply.sendFile("index.html");
  });
}

/** The file that lies in assets/ by now and did not when the workbench began. */
function cameLater(folder: string, url: string): string | undefined {
  const path = /^\/(assets\/\w[\w.-]*)(\?|$)/.exec(url)?.[1];
  return path !== undefined && existsSync(join(folder, path)) ? path : undefined;
}

function wantsPage(accept: string | undefined): boolean {
  return accept?.includes("text/html") === true;
}

function noAddress(reply: FastifyReply, url: string): FastifyReply {
  const path = url.split("?")[0]?.slice(0, 200) ?? "";
  return refuse(reply, [problem("file-missing", `There is nothing at ${path}.`, "See /docs for what there is.")], 404);
}

const notBuilt =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>Parapet</title><h1>Parapet</h1><p>The workbench runs, but its pages are not built. Its addresses are described at <a href="/docs">/docs</a>.</p></html>\n';
