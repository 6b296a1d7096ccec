// Which page an address shows: the list of models, or a model in one of its rooms.
import { lazy, Suspense, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Redirect, Route, Switch, useParams } from "wouter";
import { useFollowing, usePresence } from "./data/following.ts";
import { inPlace, openModel, useWorkbench } from "./data/workbench.ts";
import { Frame } from "./frame/frame.tsx";
import { frameParts } from "./frame/later.ts";
import { Problems } from "./kit/problems.tsx";
import { isArtifact } from "./reports/artifacts.ts";
import { isRoom, Room, warmRooms } from "./rooms/rooms.tsx";
import { useBrought } from "./workshop/running/use-brought.ts";

const Models = lazy(async () => ({ default: await frameParts.models() }));

const WorkshopMode = lazy(async () => ({
  default: (await import("./workshop/running/workshop-mode.tsx")).WorkshopMode,
}));

const ReportPage = lazy(async () => ({ default: (await import("./reports/report-page.tsx")).ReportPage }));

export function App() {
  return (
    <Switch>
      <Route path="/" component={Models} />
      <Route path="/m/:model/:room?/:part?" component={Model} />
      <Route>
        <Redirect to="/" replace />
      </Route>
    </Switch>
  );
}

/** A model: opened once, whichever room is shown. */
function Model() {
  const { model = "", room = "overview", part } = useParams<{ model: string; room?: string; part?: string }>();
  const opened = useWorkbench((state) => state.model);
  const state = useWorkbench((bench) => bench.state);
  useEffect(() => {
    if (opened !== model) void openModel(model);
  }, [model, opened]);
  const analysed = useWorkbench((bench) => bench.analysis !== undefined);
  useEffect(() => {
    if (analysed) void warmRooms();
  }, [analysed]);
  useEffect(() => inPlace(`${model}/${room}/${part ?? ""}`), [model, room, part]);
  useBrought();
  usePresence();
  useFollowing();
  if (state !== "open") return <Opening />;
  if (room === "workshop" && part !== undefined)
    return (
      <Suspense fallback={<Opening />}>
        <WorkshopMode id={part} />
      </Suspense>
    );
  if (room === "report")
    return (
      <Suspense fallback={<Opening />}>
        <ReportPage artifact={part !== undefined && isArtifact(part) ? part : "summary"} />
      </Suspense>
    );
  return <Frame room={isRoom(room) ? room : "overview"}>{<Room room={isRoom(room) ? room : "overview"} />}</Frame>;
}

function Opening() {
  const { t } = useTranslation();
  const problems = useWorkbench((bench) => bench.problems);
  const lost = useWorkbench((bench) => bench.state === "lost");
  return (
    <main className="mx-auto flex max-w-xl flex-col gap-3 p-8">
      <h1 className="text-lg font-semibold">{lost ? t("frame.lost") : t("frame.opening")}</h1>
      <Problems problems={problems} />
    </main>
  );
}
