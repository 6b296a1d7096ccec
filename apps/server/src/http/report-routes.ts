// Artifacts and the diagram, made from the model as it is now.
import { createHash } from "node:crypto";
import { problem } from "@parapet/core";
import { type ReportFile, reports } from "@parapet/reports";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import * as z from "zod";
import type { Models } from "../models/models.ts";
import { sendJson, sendText } from "./json.ts";
import { refuse } from "./problems.ts";
import { parsed, withModel } from "./with-model.ts";

const named = z.object({ artifact: z.string() });
export const fileQuery = z.object({ file: z.string().max(300).optional() });

const types: Readonly<Record<string, string>> = {
  html: "text/html",
  md: "text/markdown",
  svg: "image/svg+xml",
  json: "application/json",
  csv: "text/csv",
  feature: "text/plain",
  drawio: "application/xml",
};

export function reportRoutes(app: FastifyInstance, models: Models): void {
  app.get(
    "/models/:id/reports",
    withModel(models, (request, reply) =>
      sendJson(request, reply, { reports: reports.map(({ id, title, member }) => ({ id, title, member })) }),
    ),
  );

  app.get(
    "/models/:id/reports/:artifact",
    withModel(models, async (request, reply, model) => {
      const { artifact } = named.parse(request.params);
      const query = parsed(fileQuery, request.query, reply);
      if (!query.ok) return query.reply;
      if (!reports.some(({ id }) => id === artifact)) return refuse(reply, [noArtifact(artifact)], 404);
      const files = await models.workplace.side.artifact(model.held, artifact);
      if (!files.ok) return refuse(reply, files.problems);
      const { file } = query.value;
      const only = file ?? mainFile(files.value, request.headers.accept);
      if (only === undefined) return sendJson(request, reply, { files: files.value });
      const found = files.value.find(({ path }) => path === only);
      return found ? sendFile(request, reply, found.path, found.text) : refuse(reply, [noFile(only, artifact)], 404);
    }),
  );

  for (const ending of ["svg", "drawio"] as const)
    app.get(
      `/models/:id/diagram.${ending}`,
      withModel(models, async (request, reply, model) => {
        const drawn = await models.workplace.side.draw(model.held);
        if (!drawn.ok) return refuse(reply, drawn.problems);
        return sendFile(request, reply, `diagram.${ending}`, drawn.value[ending]);
      }),
    );

  app.get(
    "/models/:id/diagram.png",
    withModel(models, async (_request, reply, model) => {
      const drawn = await models.workplace.side.picture(model.held);
      return drawn.ok ? reply.type("image/png").send(Buffer.from(drawn.value)) : refuse(reply, drawn.problems);
    }),
  );
}

/** The file that an artifact is, or the page of it where a browser asks; several are listed to programs. */
function mainFile(files: readonly ReportFile[], accept: string | undefined): string | undefined {
  const pages = files.filter(({ path }) => path.endsWith(".html"));
  const meant = accept?.includes("text/html") === true && pages.length === 1 ? pages : files;
  return meant.length === 1 ? meant[0]?.path : undefined;
}

/** A generated page is a document of its own: it may hold its own style and script, and load nothing. */
function sendFile(request: FastifyRequest, reply: FastifyReply, path: string, text: string): Promise<FastifyReply> {
  const ending = path.slice(path.lastIndexOf(".") + 1);
  if (ending === "html" || ending === "svg") reply.header("content-security-policy", pagePolicy(text));
  return sendText(request, reply, `${types[ending] ?? "text/plain"}; charset=utf-8`, text);
}

/** Allows exactly the style and script that stand in a page. */
function pagePolicy(page: string): string {
  const hashes = (tag: string): string =>
    [...page.matchAll(new RegExp(`<${tag}\\b[^>]*>([\\s\\S]*?)</${tag}>`, "g"))]
      .map(([, inside = ""]) => ` 'sha256-${createHash("sha256").update(inside).digest("base64")}'`)
      .join("");
  return `default-src 'none'; img-src data:; style-src 'self'${hashes("style")}; script-src 'self'${hashes("script")}; base-uri 'none'; form-action 'none'; frame-ancestors 'self'`;
}

function noArtifact(id: string) {
  return problem(
    "not-in-list",
    `There is no artifact ${id}.`,
    `There are: ${reports.map((one) => one.id).join(", ")}.`,
  );
}

function noFile(path: string, artifact: string) {
  return problem(
    "file-missing",
    `${artifact} has no file ${path}.`,
    "Ask for the artifact without a file to see which it has.",
  );
}
