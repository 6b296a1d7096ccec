// Live editing: one room orders what several people do to a document, replicas follow it optimistically. Pure: no sockets, no clock, no disk.
export type { Bounds } from "./history.ts";
export { shortPresence } from "./limits.ts";
export type { Waiting } from "./pending.ts";
export type { CatchUp, Engine, Happened, Journal, Outcome, RoomParts, Sender } from "./ports.ts";
export { nobody, type Peers, peersAfter } from "./presence.ts";
export { readClient } from "./reading.ts";
export { Replica } from "./replica.ts";
export type { ReplicaParts, SendOptions, Shelf, Shown, TrayItem } from "./replica-parts.ts";
export { Room } from "./room.ts";
export { personOf } from "./who.ts";
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
export { readAct, type WorkshopAct } from "./workshop/acts.ts";
export { keepVote, type VoteView } from "./workshop/ballot.ts";
export type { Board } from "./workshop/board.ts";
export { keepNotes, type NoteView, type SilenceView } from "./workshop/silence.ts";
export type { Timer } from "./workshop/timer.ts";
export {
  type Acted,
  type Attending,
  type OwnState,
  WorkshopRoom,
  type WorkshopRoomParts,
  type WorkshopState,
} from "./workshop/workshop-room.ts";
