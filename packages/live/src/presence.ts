// Who is here and where, as a client knows it from messages alone. What passes (a pointer, a drag, who is writing) goes out by itself, without a clock.
import type { FromServer, Peer, Presence } from "./wire.ts";

/** Everybody else who is here, and how many answers of the server ago they last said where. */
export interface Peers {
  readonly list: readonly Peer[];
  readonly ages: Readonly<Record<string, number>>;
}

export const nobody: Peers = { list: [], ages: {} };

/** After so many answers to our own calls for a sign of life, what passes is over: the other's page sleeps or is gone. */
const lasting = 2;

/** The peers after a message; the same object when it says nothing about them. */
export function peersAfter(peers: Peers, message: FromServer): Peers {
  switch (message.kind) {
    case "welcome":
      return { list: sorted(message.peers), ages: {} };
    case "peer":
      return {
        list: sorted([...others(peers, message.peer.session), message.peer]),
        ages: without(peers.ages, message.peer.session),
      };
    case "left":
      return has(peers, message.session)
        ? { list: others(peers, message.session), ages: without(peers.ages, message.session) }
        : peers;
    case "entry":
      return dropped(peers, message.entry.session);
    case "pong":
      return older(peers);
    default:
      return peers;
  }
}

/** A drag ends with the command that it becomes. */
function dropped(peers: Peers, session: string): Peers {
  const isDragging = peers.list.some((peer) => peer.session === session && peer.presence.drag !== undefined);
  if (!isDragging) return peers;
  const list = peers.list.map((peer) => (peer.session === session ? withPresence(peer, ["drag"]) : peer));
  return { ...peers, list };
}

function older(peers: Peers): Peers {
  if (peers.list.length === 0) return peers;
  const ages = Object.fromEntries(peers.list.map(({ session }) => [session, (peers.ages[session] ?? 0) + 1]));
  const isOver = ({ session, presence }: Peer): boolean =>
    (ages[session] ?? 0) >= lasting && passing.some((key) => presence[key] !== undefined);
  const list = peers.list.some(isOver)
    ? peers.list.map((peer) => (isOver(peer) ? withPresence(peer, passing) : peer))
    : peers.list;
  return { list, ages };
}

const passing = ["pointer", "drag", "typing", "bring"] as const satisfies readonly (keyof Presence)[];

function withPresence(peer: Peer, gone: readonly (keyof Presence)[]): Peer {
  const left = Object.entries(peer.presence).filter(([key]) => !(gone as readonly string[]).includes(key));
  return { ...peer, presence: Object.fromEntries(left) };
}

function has({ list }: Peers, session: string): boolean {
  return list.some((peer) => peer.session === session);
}

function others({ list }: Peers, session: string): readonly Peer[] {
  return list.filter((peer) => peer.session !== session);
}

function without(ages: Peers["ages"], session: string): Peers["ages"] {
  return Object.fromEntries(Object.entries(ages).filter(([key]) => key !== session));
}

function sorted(list: readonly Peer[]): readonly Peer[] {
  return [...list].sort((a, b) => (a.session < b.session ? -1 : 1));
}
