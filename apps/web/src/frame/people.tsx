// Who is here and where. Pressing a person follows them: this page goes where theirs goes, until something is done here.
import type { Peer } from "@parapet/live";
import { lazy, Suspense, useRef } from "react";
import { useTranslation } from "react-i18next";
import { follow, followMark, useFollowed, useFollowedPeer } from "../data/following.ts";
import { usePeople } from "../data/people.ts";
import { useViews } from "../data/views.ts";
import { useWorkbench } from "../data/workbench.ts";
import { inkOf } from "./inks.ts";
import { frameParts } from "./later.ts";
import { SafePage } from "./safe-page.tsx";
import { nameOf, whereOf } from "./whereabouts.ts";

const shown = 4;

const Everybody = lazy(async () => ({ default: await frameParts.everybody() }));

export function People() {
  const { t } = useTranslation();
  const people = usePeople();
  const you = useWorkbench((state) => state.shown?.you);
  const yours = people.name(you?.name ?? "");
  const others = useOthers();
  const count = 1 + others.length;
  return (
    <div className="flex items-center gap-1" {...{ [followMark]: "" }}>
      <ul aria-label={t("frame.people.here", { count })} className="flex items-center -space-x-1">
        <li
          title={t("frame.people.you", { name: yours })}
          className="flex size-7 items-center justify-center rounded-full border-2 border-surface bg-accent-soft text-2xs font-semibold text-accent"
        >
          {initials(yours)}
        </li>
        {others.slice(0, shown).map((peer) => (
          <li key={peer.session}>
            <Face peer={peer} />
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <SafePage>
          <Suspense>
            <Everybody others={others} />
          </Suspense>
        </SafePage>
      )}
    </div>
  );
}

/** The others as long as they say nothing new of their name, room and selection: where their pointers are is nothing for here. */
function useOthers(): readonly Peer[] {
  const kept = useRef<readonly Peer[]>([]);
  return useWorkbench(({ peers, shown }) => {
    const others = peers.filter(({ session }) => session !== shown?.you?.session);
    const before = kept.current;
    const same = others.length === before.length && others.every((peer, i) => isPlaced(peer, before[i] as Peer));
    if (!same) kept.current = others;
    return kept.current;
  });
}

/** True when two say the same of who somebody is and where. */
function isPlaced(a: Peer, b: Peer): boolean {
  const told = ({ session, name, guest, presence: { room, selected = [] } }: Peer) =>
    [session, name, guest, room, ...selected].join(" ");
  return a === b || told(a) === told(b);
}

function Face({ peer }: { readonly peer: Peer }) {
  const { t } = useTranslation();
  const people = usePeople();
  const views = useViews();
  const isFollowed = useFollowed((state) => state.session === peer.session);
  const label = t("frame.people.follow", { name: nameOf(peer, t, people.name), where: whereOf(peer, views, t) });
  return (
    <button
      type="button"
      aria-label={label}
      aria-pressed={isFollowed}
      title={label}
      onClick={() => follow(isFollowed ? undefined : peer.session)}
      className="flex size-7 items-center justify-center rounded-full border-2 border-surface text-2xs font-semibold text-white aria-pressed:outline-2 aria-pressed:outline-focus"
      style={{ background: inkOf(peer.session) }}
    >
      {initials(nameOf(peer, t, people.name))}
    </button>
  );
}

/** Says who is followed, and how it ends. */
export function FollowLine() {
  const { t } = useTranslation();
  const people = usePeople();
  const peer = useFollowedPeer();
  if (!peer) return null;
  return (
    <p role="status" className="border-b border-accent bg-accent-soft px-5 py-1 text-sm text-accent">
      {t("frame.people.following", { name: nameOf(peer, t, people.name) })}
    </p>
  );
}

function initials(name: string): string {
  return name.slice(0, 2).toUpperCase();
}
