// What the host does about others: opens a workshop for them, sees who joined, locks the door, sends somebody away.
import { problem } from "@parapet/core";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import qrcode from "qrcode-generator";
import * as z from "zod";
import type { Models } from "../models/models.ts";
import type { Sessions } from "../trust/sessions.ts";
import type { SharedRoom, Sharing } from "../trust/sharing.ts";
import { sendJson } from "./json.ts";
import { refuse } from "./problems.ts";
import { parsed } from "./with-model.ts";

export const opening = z.strictObject({ model: z.string().max(200), workshop: z.string().min(1).max(80) });
export const locking = z.strictObject({ locked: z.boolean() });
const named = z.object({ session: z.string().max(100) });

/** A room as the host sees it. */
export interface OpenRoom extends SharedRoom {
  /** Where guests go, one for each way to reach this machine. */
  readonly links: readonly string[];
  /** The first link as the rows of a QR code: 1 is dark. */
  readonly qr: readonly string[];
}

export interface ShareParts {
  readonly sharing: Sharing;
  readonly sessions: Sessions;
  readonly models: Models;
  /** Makes a link to the whole workbench for another browser of the host. */
  readonly link: () => string;
  /** Hears of a room that was opened. */
  readonly opened: (room: OpenRoom) => void;
}

export function shareRoutes(app: FastifyInstance, { sharing, sessions, models, link, opened }: ShareParts): void {
  const byHost =
    (handler: (request: FastifyRequest, reply: FastifyReply) => FastifyReply | Promise<FastifyReply>) =>
    (request: FastifyRequest, reply: FastifyReply) =>
      request.session?.may.includes("administer") ? handler(request, reply) : refuse(reply, [hostAlone], 403);

  app.post(
    "/links",
    byHost((request, reply) => sendJson(request, reply, { url: link() })),
  );

  app.get(
    "/share",
    byHost((request, reply) => sendJson(request, reply, shareState(sharing, sessions, models))),
  );

  app.post(
    "/share",
    byHost(async (request, reply) => {
      const body = parsed(opening, request.body, reply);
      if (!body.ok) return body.reply;
      const { model, workshop } = body.value;
      const found = await models.get(model);
      if (!found.ok) return refuse(reply, found.problems);
      const isNew = !sharing.rooms.some((one) => one.model === model && one.workshop === workshop);
      const room = sharing.open(model, workshop);
      if (!room.ok) return refuse(reply, room.problems);
      const open = openRoom(room.value, sharing);
      if (isNew) opened(open);
      return sendJson(request, reply, open);
    }),
  );

  app.post(
    "/share/lock",
    byHost((request, reply) => {
      const body = parsed(locking, request.body, reply);
      if (!body.ok) return body.reply;
      sharing.locked = body.value.locked;
      return sendJson(request, reply, shareState(sharing, sessions, models));
    }),
  );

  app.post(
    "/share/close",
    byHost((request, reply) => {
      const body = parsed(opening, request.body, reply);
      if (!body.ok) return body.reply;
      sharing.close(body.value.model, body.value.workshop);
      return sendJson(request, reply, shareState(sharing, sessions, models));
    }),
  );

  app.delete(
    "/share/:session",
    byHost((request, reply) => {
      const { session } = named.parse(request.params);
      const isGuest = sessions.guests.some(({ id }) => id === session);
      if (!isGuest)
        return refuse(reply, [problem("nothing-matched", "Nobody here has that session.", "They may have gone.")], 404);
      sessions.end(session);
      return sendJson(request, reply, shareState(sharing, sessions, models));
    }),
  );
}

/** A room with the links that lead to it. The code stands behind #, which browsers send to nobody. */
export function openRoom(room: SharedRoom, { share }: Sharing): OpenRoom {
  const links = (share?.origins ?? []).map((origin) => `${origin}/w/${encodeURIComponent(room.workshop)}#${room.code}`);
  return { ...room, links, qr: links[0] === undefined ? [] : qrRows(links[0]) };
}

function shareState(sharing: Sharing, sessions: Sessions, models: Models): object {
  const { share, locked, rooms } = sharing;
  return {
    shared: share !== undefined,
    edit: share?.edit ?? false,
    readable: share?.readable ?? null,
    locked,
    rooms: rooms.map((room) => openRoom(room, sharing)),
    sessions: sessions.guests.map(({ id, name, model, workshop, since }) => ({
      ...{ id, name, model, workshop },
      since: new Date(since).toISOString(),
      connected: models.isConnected(id),
    })),
  };
}

function qrRows(text: string): readonly string[] {
  const code = qrcode(0, "M");
  code.addData(text);
  code.make();
  const size = code.getModuleCount();
  const at = (row: number, column: number): string => (code.isDark(row, column) ? "1" : "0");
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) => at(row, column)).join(""),
  );
}

const hostAlone = problem(
  "not-permitted",
  "Only the host of this workbench decides who else is in it.",
  "Ask the person who started it.",
);
