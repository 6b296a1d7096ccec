// The workbench's server: builds it, listens, ends it.
import fastifyCookie from "@fastify/cookie";
import fastifyWebsocket from "@fastify/websocket";
import { type Problem, problem } from "@parapet/core";
import { maxFrame } from "@parapet/live";
import fastify, { type FastifyInstance } from "fastify";
import { commandRoutes } from "./http/command-routes.ts";
import { guard } from "./http/guard.ts";
import { hostRoutes } from "./http/host-routes.ts";
import { refuse } from "./http/problems.ts";
import { proposalRoutes } from "./http/proposal-routes.ts";
import { readingRoutes } from "./http/reading-routes.ts";
import { reportRoutes } from "./http/report-routes.ts";
import { revisionRoutes } from "./http/revision-routes.ts";
import { sessionRoutes } from "./http/session-routes.ts";
import { liveRoute } from "./live/live-route.ts";
import { Models } from "./models/models.ts";
import { Addresses, loopbackNames } from "./trust/addresses.ts";
import { Sessions } from "./trust/sessions.ts";
import { webFiles } from "./web/web-files.ts";
import type { Workplace } from "./workplace.ts";

export interface ServerOptions {
  readonly workplace: Workplace;
  /** 0 takes a free one. */
  readonly port: number;
}

/** A server that runs. */
export interface Running {
  readonly port: number;
  /** A new address that makes one session, once. */
  readonly link: () => string;
  /** Opens all models, so that nobody else writes them; gives what keeps one from being opened. */
  readonly open: () => Promise<readonly Problem[]>;
  readonly close: () => Promise<void>;
}

const loopback = "127.0.0.1";

/** Starts the workbench on this machine. Throws what listening throws: a port that is taken has the code EADDRINUSE. */
export async function serve({ workplace, port }: ServerOptions): Promise<Running> {
  const app = fastify({ bodyLimit: 4 * maxFrame, requestTimeout: 30_000, routerOptions: { maxParamLength: 300 } });
  const sessions = new Sessions();
  let addresses = new Addresses(port, loopbackNames);
  const portNow = (): number => (app.server.address() as { port: number } | null)?.port ?? port;
  const models = new Models(workplace, () => ({ port: portNow(), secret: sessions.machine }));
  const link = (): string => `http://${loopback}:${portNow()}/session?token=${sessions.link()}`;
  const guarding = { sessions, addresses: () => addresses, cookie: () => `parapet-${portNow()}` };
  await app.register(fastifyCookie);
  await app.register(fastifyWebsocket, { options: { maxPayload: maxFrame } });
  guard(app, guarding);
  whatGoesWrong(app);
  sessionRoutes(app, guarding, false);
  hostRoutes(app, link);
  readingRoutes(app, models);
  commandRoutes(app, models);
  revisionRoutes(app, models);
  proposalRoutes(app, models);
  reportRoutes(app, models);
  liveRoute(app, models);
  await webFiles(app, workplace.web);
  await app.listen({ port, host: loopback });
  addresses = new Addresses(portNow(), loopbackNames);
  return {
    port: portNow(),
    link,
    open: () => models.openAll(),
    close: async () => {
      await models.close();
      await app.close();
    },
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
