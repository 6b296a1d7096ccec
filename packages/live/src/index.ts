// Live editing: one room orders what several people do to a document, replicas follow it optimistically. Pure: no sockets, no clock, no disk.
export type { Waiting } from "./pending.ts";
export type { CatchUp, Engine, Happened, Journal, Outcome, RoomParts, Sender } from "./ports.ts";
export { readClient } from "./reading.ts";
export { Replica } from "./replica.ts";
export type { ReplicaParts, SendOptions, Shelf, Shown, TrayItem } from "./replica-parts.ts";
export { Room } from "./room.ts";
export {
  type Entry,
  type FromClient,
  type FromServer,
  fromClient,
  maxFrame,
  type Peer,
  type Presence,
  presence,
  protocol,
  type Refusal,
  refusals,
  type You,
} from "./wire.ts";
