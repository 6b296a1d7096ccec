// Where a page opens its socket to a model's room.
import type { FastifyInstance } from "fastify";
import * as z from "zod";
import type { Models } from "../models/models.ts";
import type { Session } from "../trust/sessions.ts";

const params = z.object({ id: z.string() });

export function liveRoute(app: FastifyInstance, models: Models): void {
  app.register(async (scope) => {
    scope.get("/models/:id/live", { websocket: true, config: { for: "guests" } }, (socket, request) => {
      // What arrives while the model is opened waits: nothing is heard before the room is there.
      socket.pause();
      socket.on("error", () => undefined);
      const session = request.session as Session;
      const { id } = params.parse(request.params);
      if (session.guest && session.model !== id) {
        socket.close(4003, "You were invited to another model.");
        return;
      }
      models.get(id).then(
        (model) => {
          if (model.ok) model.value.hall.enter(socket, session, request.whole);
          else socket.close(4004, model.problems[0]?.say.slice(0, 100));
          socket.resume();
        },
        () => socket.close(1011, "The model cannot be opened."),
      );
    });
  });
}
