// The workbench's server: builds it, listens, ends it.
import fastifyCookie from "@fastify/cookie";
import fastifyRateLimit from "@fastify/rate-limit";
import fastifyWebsocket from "@fastify/websocket";
import { ok, type Problem, problem, type Result } from "@parapet/core";
import { maxFrame } from "@parapet/live";
import fastify, { type FastifyInstance } from "fastify";
import { apiRoutes } from "./http/api-routes.ts";
import { commandRoutes } from "./http/command-routes.ts";
import { guard } from "./http/guard.ts";
import { refuse } from "./http/problems.ts";
import { proposalRoutes } from "./http/proposal-routes.ts";
import { readingRoutes } from "./http/reading-routes.ts";
import { reportRoutes } from "./http/report-routes.ts";
import { revisionRoutes } from "./http/revision-routes.ts";
import { sessionRoutes } from "./http/session-routes.ts";
import { type OpenRoom, openRoom, shareRoutes } from "./http/share-routes.ts";
import { liveRoute } from "./live/live-route.ts";
import { Models } from "./models/models.ts";
import { Addresses } from "./trust/addresses.ts";
import { Sessions } from "./trust/sessions.ts";
import { type Share, Sharing } from "./trust/sharing.ts";
import { webFiles } from "./web/web-files.ts";
import type { Workplace } from "./workplace.ts";

export interface ServerOptions {
  readonly workplace: Workplace;
  /** 0 takes a free one. */
  readonly port: number;
  /** Hears of every address, so that the description can be held against them. */
  readonly routed?: (method: string, path: string) => void;
  readonly tls?: { readonly cert: Buffer; readonly key: Buffer };
  /** The address of a tunnel or proxy in front. */
  readonly publicUrl?: string;
  /** How this machine may be called besides its loopback names: where others reach it. */
  readonly names?: readonly string[];
  /** Lets others in: listens on the network. */
  readonly share?: {
    /** Guests have the whole workbench, whoever can read it on the way, and may edit. */
    readonly edit: boolean;
    /** Hears of a room that was opened for others. */
    readonly opened: (room: OpenRoom) => void;
  };
}

/** A server that runs. */
export interface Running {
  readonly port: number;
  /** A new address that makes one session, once. */
  readonly link: () => string;
  /** Opens all models, so that nobody else writes them; gives what keeps one from being opened. */
  readonly open: () => Promise<readonly Problem[]>;
  /** Opens a workshop for others: the one of this name, or the one that runs, or the next one that is planned. */
  readonly invite: (workshop?: string) => Promise<Result<OpenRoom>>;
  /** Who can read what guests send; undefined when nobody can, or nothing is shared. */
  readonly readable: string | undefined;
  readonly close: () => Promise<void>;
}

const loopback = "127.0.0.1";

/** Starts the workbench. Throws what listening throws: a port that is taken has the code EADDRINUSE. */
export async function serve(options: ServerOptions): Promise<Running> {
  const { workplace, port, tls, share } = options;
  const app = appWith(options);
  await app.register(fastifyCookie);
  await app.register(fastifyWebsocket, { options: { maxPayload: maxFrame } });
  // The port is known once the server listens, and all that depends on it is asked then.
  const portNow = (): number => (app.server.address() as { port: number } | null)?.port ?? port;
  const sessions = new Sessions(workplace.sessions);
  const sharing = new Sharing(share && sharedBy(options, portNow), sessions);
  const models = new Models(workplace, () => ({ port: portNow(), secret: sessions.machine, tls: tls !== undefined }));
  const own = tls ? `https://${options.names?.[0] ?? loopback}` : `http://${loopback}`;
  const link = (): string => `${own}:${portNow()}/session?token=${sessions.link()}`;
  let addresses = addressesOf(options, port);
  const guarding = { sessions, sharing, addresses: () => addresses, cookie: () => `parapet-${portNow()}` };
  guard(app, guarding);
  app.addHook("onRoute", ({ method, url }) => options.routed?.(String(method), url));
  await limits(app);
  whatGoesWrong(app);
  sessionRoutes(app, guarding, tls !== undefined);
  shareRoutes(app, { sharing, sessions, models, link, opened: (room) => share?.opened(room) });
  readingRoutes(app, models);
  commandRoutes(app, models);
  revisionRoutes(app, models);
  proposalRoutes(app, models);
  reportRoutes(app, models);
  liveRoute(app, models);
  apiRoutes(app, workplace.version);
  await webFiles(app, workplace.web);
  sessions.onEnd((session) => models.remove(session));
  await app.listen({ port, host: share ? "0.0.0.0" : loopback });
  addresses = addressesOf(options, portNow());
  return {
    port: portNow(),
    link,
    open: () => models.openAll(),
    invite: async (wanted) => {
      const next = await models.nextWorkshop(wanted);
      const room = next.ok ? sharing.open(next.value.model, next.value.workshop) : next;
      return room.ok ? ok(openRoom(room.value, sharing)) : room;
    },
    readable: sharing.share?.readable,
    close: async () => {
      await models.close();
      await app.close();
    },
  };
}

function appWith({ tls, publicUrl }: ServerOptions): FastifyInstance {
  const options = {
    bodyLimit: 4 * maxFrame,
    requestTimeout: 30_000,
    routerOptions: { maxParamLength: 300 },
    // A proxy on this machine says whose request it passes on: wrong codes are counted by that.
    ...(publicUrl !== undefined && { trustProxy: "loopback" }),
  };
  const app = tls ? fastify({ ...options, https: tls }) : fastify(options);
  app.server.maxConnections = mostConnections;
  return app as unknown as FastifyInstance;
}

/** More connections at once are turned away. */
const mostConnections = 1_000;

/** How many requests one session, or one address without a session, may make. */
async function limits(app: FastifyInstance): Promise<void> {
  await app.register(fastifyRateLimit, {
    max: (request) => (request.session?.guest === false ? 6_000 : 600),
    timeWindow: 60_000,
    keyGenerator: (request) => request.session?.id ?? request.ip,
    errorResponseBuilder: () => Object.assign(new Error("Too many requests."), { statusCode: 429 }),
  });
}

function addressesOf({ tls, names = [], publicUrl }: ServerOptions, port: number): Addresses {
  return new Addresses({ port, names, tls: tls !== undefined, publicUrl });
}

/** Where others reach the workbench, and who can read what they send. */
function sharedBy({ share, tls, names = [], publicUrl }: ServerOptions, port: () => number): Share {
  const scheme = tls ? "https" : "http";
  const isEncrypted = publicUrl?.startsWith("https:") === true || (tls !== undefined && publicUrl === undefined);
  return {
    edit: share?.edit ?? false,
    get origins() {
      const own = names.map((name) => `${scheme}://${name}:${port()}`);
      return publicUrl === undefined ? own : [new URL(publicUrl).origin, ...own];
    },
    readable: isEncrypted
      ? undefined
      : "Whoever is on the same network can read what guests send and see: it is not encrypted.",
  };
}

/** Answers what no handler foresaw, without telling the inside of it. */
function whatGoesWrong(app: FastifyInstance): void {
  app.setErrorHandler((error: Error & { statusCode?: number; code?: string }, _request, reply) => {
    const { statusCode = 500 } = error;
    if (statusCode === 413)
      return refuse(
        reply,
        [problem("file-too-large", "That is more than is read at once.", "Send less at a time.")],
        413,
      );
    if (statusCode === 429) return refuse(reply, [tooMany], 429);
    if (statusCode < 500)
      return refuse(
        reply,
        [problem("bad-argument", `The request cannot be read: ${error.message}.`, "See /docs.")],
        statusCode,
      );
    process.stderr.write(`${error.stack ?? error.message}\n`);
    return refuse(
      reply,
      [problem("internal", "Parapet itself failed on this.", "Look at what parapet up printed, and report it.")],
      500,
    );
  });
}

const tooMany = problem("not-permitted", "Too many requests came from here.", "Wait a minute and go on.");
