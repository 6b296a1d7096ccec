// The server describes itself: for programs and for people. Made once, when somebody asks.
import type { FastifyInstance } from "fastify";
import { docsPage, docsSheet } from "../api/docs-page.ts";
import { openApi } from "../api/openapi.ts";
import { type Kept, keep, sendKept, sendText } from "./json.ts";

export function apiRoutes(app: FastifyInstance, version: string): void {
  let description: Promise<Kept> | undefined;
  let page: Promise<string> | undefined;
  app.get("/openapi.json", async (request, reply) => {
    description ??= openApi(version).then(keep);
    return sendKept(request, reply, await description);
  });
  app.get("/docs", async (request, reply) => {
    page ??= docsPage(version);
    return sendText(request, reply, "text/html; charset=utf-8", await page);
  });
  app.get("/docs.css", (request, reply) => sendText(request, reply, "text/css; charset=utf-8", docsSheet));
}
