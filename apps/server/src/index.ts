// The workbench's server: what `parapet up` starts.

export type { OpenRoom } from "./http/share-routes.ts";
export { writeUnwritten } from "./models/recovering.ts";
export { type Running, type ServerOptions, serve } from "./server.ts";
export type { Beginning, Drawn, Example, Known, ModelPlace, Opened, Rediscovered, Workplace } from "./workplace.ts";
