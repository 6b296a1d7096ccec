// One workshop, on the whole screen: before it begins, while it runs, and after it.
import { type Document, inFocus, workshopState } from "@parapet/core";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearch } from "wouter";
import { linkTo, useSelection } from "../../data/selection.ts";
import { useWorkbench } from "../../data/workbench.ts";
import { Banners } from "../../frame/banners.tsx";
import { Inspector } from "../../frame/inspector/inspector.tsx";
import { Said } from "../../frame/said.tsx";
import { useShortcuts } from "../../frame/shortcuts.ts";
import { mitigation } from "../../strings/en/mitigation.ts";
import { workshop } from "../../strings/en/workshop.ts";
import { addStrings } from "../../strings/i18n.ts";
import { act, useLive } from "../live.ts";
import { isPaper } from "../papers/paper-link.ts";
import { PaperPage } from "../papers/paper-page.tsx";
import { After } from "./after.tsx";
import { Before } from "./before.tsx";
import { type InWorkshop, type Role, WorkshopContext } from "./in-workshop.ts";
import { presentIn, sinceBegun, whoSpoke } from "./people.ts";
import { Run } from "./run.tsx";
import { useJoin } from "./use-join.ts";
import { WorkshopBar } from "./workshop-bar.tsx";

addStrings({ workshop, mitigation });

export function WorkshopMode({ id }: { readonly id: string }) {
  const document = useWorkbench((state) => state.document) as Document;
  const workshops = document.register?.workshops ?? {};
  const role = useRole();
  const paper = new URLSearchParams(useSearch()).get("paper");
  if (!Object.hasOwn(workshops, id)) return <Missing id={id} />;
  if (isPaper(paper)) return <PaperPage id={id} paper={paper} />;
  return <Mode key={id} id={id} role={role} document={document} />;
}

/** Undo has its key here too; there is nothing to search. */
const noSearch = { search: () => undefined };

/** Who came by a link takes part; `?screen` is for the projector. */
function useRole(): Role {
  const guest = useWorkbench((state) => state.shown?.you?.guest ?? false);
  const screen = new URLSearchParams(useSearch()).has("screen");
  if (screen) return "screen";
  return guest ? "participant" : "facilitator";
}

function Mode({ id, role, document }: { readonly id: string; readonly role: Role; readonly document: Document }) {
  const workshop = document.register?.workshops?.[id];
  const live = useLive(id);
  const recent = useWorkbench((state) => state.shown?.recent);
  const [speakerKey, speak] = useState<string>();
  const selection = useSelection();
  useJoin(id, role);
  useShortcuts(noSearch);
  const [marked, setMarked] = useState<readonly string[]>([]);
  const focusKey = JSON.stringify(workshop?.focus ?? null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a focus is what it says, whichever object says it.
  const focus = useMemo(() => inFocus(document, workshop?.focus), [document, focusKey]);
  if (!workshop) return null;
  const present = presentIn(document, workshop, whoSpoke(workshop, sinceBegun(id, recent ?? []), marked));
  const running: InWorkshop = {
    id,
    workshop,
    document,
    live,
    role,
    focus,
    present,
    speaker: present.find(({ key }) => key === speakerKey),
    speak,
    act: (what) => act(id, what),
    mark: (key) => setMarked((before) => (before.includes(key) ? before : [...before, key])),
  };
  const state = workshopState(workshop);
  return (
    <WorkshopContext value={running}>
      <div className="flex h-full flex-col">
        <WorkshopBar />
        <div className="relative flex min-h-0 flex-1">
          <main id="room" tabIndex={-1} className="flex min-w-0 flex-1 flex-col overflow-y-auto outline-none">
            {role !== "screen" && <Banners />}
            {state === "planned" && <Before />}
            {state === "running" && <Run />}
            {(state === "ended" || state === "signed-off") && <After />}
          </main>
          {selection && role !== "screen" && <Inspector selections={[selection]} />}
          {role !== "screen" && <Said />}
        </div>
      </div>
    </WorkshopContext>
  );
}

function Missing({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const model = useWorkbench((state) => state.model);
  return (
    <main className="mx-auto flex max-w-xl flex-col gap-3 p-8">
      <h1 className="text-lg font-semibold">{t("workshop.missing", { id })}</h1>
      <Link href={linkTo(model, "workshop")} className="text-accent hover:underline">
        {t("workshop.bar.all")}
      </Link>
    </main>
  );
}
