// The frame round every room: rail at the left, top bar, the room, the inspector at the right, and one line that says what a change did.
import { lazy, type ReactNode, Suspense, useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSelections } from "../data/selection.ts";
import { useAfterPaint } from "../kit/after-paint.ts";
import type { RoomId } from "../rooms/rooms.tsx";
import { Banners } from "./banners.tsx";
import { InspectorPlace } from "./inspector/place.tsx";
import { frameParts } from "./later.ts";
import { Palette } from "./palette.tsx";
import { FollowLine } from "./people.tsx";
import { Rail } from "./rail.tsx";
import { SafePage } from "./safe-page.tsx";
import { Said } from "./said.tsx";
import { useShortcuts } from "./shortcuts.ts";
import { TopBar } from "./top-bar.tsx";

const Inspector = lazy(async () => ({ default: await frameParts.inspector() }));

export function Frame({ room, children }: { readonly room: RoomId; readonly children: ReactNode }) {
  const { t } = useTranslation();
  const [searching, setSearching] = useState(false);
  // The room answers first; the inspector follows.
  const chosen = useSelections();
  const selections = useAfterPaint(chosen);
  const [first, ...others] = selections;
  const search = useCallback(() => setSearching(true), []);
  useShortcuts({ search });
  return (
    <div className="grid h-full grid-cols-1 grid-rows-[auto_minmax(0,1fr)_auto] md:grid-cols-[13.5rem_minmax(0,1fr)] md:grid-rows-[auto_minmax(0,1fr)]">
      <a
        href="#room"
        className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:m-2 focus:rounded focus:bg-surface focus:p-2"
      >
        {t("frame.skip")}
      </a>
      <TopBar search={search} />
      <Rail room={room} />
      <div className="relative col-start-1 row-start-2 flex min-w-0 md:col-start-2">
        <div className="relative flex min-w-0 flex-1">
          <main id="room" tabIndex={-1} className="relative flex min-w-0 flex-1 flex-col overflow-y-auto">
            <FollowLine />
            <Banners />
            <SafePage place={room}>{children}</SafePage>
          </main>
          <Said />
        </div>
        {first && (
          <SafePage place={first.id}>
            <Suspense fallback={<InspectorPlace />}>
              <Inspector selections={[first, ...others]} behind={selections !== chosen} />
            </Suspense>
          </SafePage>
        )}
      </div>
      <Palette open={searching} close={() => setSearching(false)} />
    </div>
  );
}
