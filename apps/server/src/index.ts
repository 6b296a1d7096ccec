// The workbench's server: what `parapet up` starts.

export type { OpenRoom } from "./http/share-routes.ts";
export { writeUnwritten } from "./models/recovering.ts";
export { type Running, type ServerOptions, serve } from "./server.ts";
export type {
  Beginning,
  Compared,
  Drawable,
  Drawn,
  Example,
  Held,
  Known,
  ModelPlace,
  Rediscovered,
  SideWork,
  Workplace,
} from "./workplace.ts";
