// The inspector: whatever is selected opens here, in every room, with the same parts in the same order.
import { X } from "lucide-react";
import { type KeyboardEvent, lazy, Suspense, type SyntheticEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import { type Selection, useSelect } from "../../data/selection.ts";
import { useWorkbench } from "../../data/workbench.ts";
import { IconButton } from "../../kit/button.tsx";
import { useKeptFocus } from "../../kit/kept-focus.ts";
import { enumeration } from "../../strings/en/enumeration.ts";
import { scoring } from "../../strings/en/scoring.ts";
import { addStrings } from "../../strings/i18n.ts";
import { focusPane } from "../panes.ts";
import { isTyping } from "../shortcuts.ts";
import { crossingOf } from "./crossing.ts";
import { CrossingPart } from "./crossing-part.tsx";
import { Doing } from "./doing.tsx";
import { FactLines } from "./fact-lines.tsx";
import { History } from "./history.tsx";
import { inspectorParts } from "./later.ts";
import { Part } from "./part.tsx";
import { InspectorPlace } from "./place.tsx";
import { SayThreat } from "./say-threat.tsx";
import { Several } from "./several.tsx";
import { factsAbout, questionsAbout, threatsAbout } from "./subject.ts";
import { justWritten } from "./threat/card-threat.ts";
import { ThreatLines } from "./threat-lines.tsx";
import { titleOf } from "./title-of.ts";
import { Unknown } from "./unknown.tsx";
import { What } from "./what.tsx";
import { useWorld, type World } from "./world.ts";

addStrings({ enumeration, scoring });

const AssumptionsOf = lazy(async () => ({ default: await inspectorParts.assumptionsOf() }));

interface InspectorProps {
  readonly selections: readonly [Selection, ...Selection[]];
  /** Something else is selected already, and is shown in a moment: nothing may be done to what stands here. */
  readonly behind?: boolean;
}

export function Inspector({ selections, behind = false }: InspectorProps) {
  const { t } = useTranslation();
  const select = useSelect();
  const world = useWorld();
  // What was asked for a moment ago may not have changed the document yet.
  const fresh = useWorkbench((state) => state.fresh && state.said?.working !== true);
  const pane = useRef<HTMLElement>(null);
  const kept = useKeptFocus(pane);
  if (!world) return <InspectorPlace />;
  const [selection] = selections;
  const several = selections.length > 1;
  return (
    <aside
      id="inspector"
      ref={pane}
      {...kept}
      // Whether what stands here is of the document as it is, or the engine is still to say.
      data-fresh={fresh && !behind}
      aria-busy={behind}
      {...(behind && refusing)}
      tabIndex={-1}
      onKeyDown={leaves}
      aria-label={t("frame.inspector")}
      className="flex w-full shrink-0 flex-col overflow-y-auto border-l border-line bg-surface pb-16 max-md:absolute max-md:inset-x-0 max-md:bottom-0 max-md:z-10 max-md:max-h-[70%] max-md:border-t md:w-92"
    >
      <header className="sticky top-0 z-10 flex items-start gap-2 border-b border-line bg-surface px-4 py-3">
        <div className="min-w-0 flex-1">
          <p className="text-xs text-faint">{t(several ? "inspector.all.together" : `words.kind.${selection.kind}`)}</p>
          <h2 className="font-semibold leading-5" dir="auto">
            {several ? t("inspector.several", { count: selections.length }) : titleOf(selection, world)}
          </h2>
        </div>
        <IconButton label={t("frame.closeInspector")} onClick={() => select()}>
          <X size={16} />
        </IconButton>
      </header>
      {several ? (
        <Several selections={selections} world={world} />
      ) : (
        <Parts key={`${selection.kind}:${selection.id}`} selection={selection} world={world} />
      )}
    </aside>
  );
}

/** Lets nothing be done. */
const refusing = { onClickCapture: refuse, onChangeCapture: refuse, onSubmitCapture: refuse };

function refuse(event: SyntheticEvent): void {
  event.preventDefault();
  event.stopPropagation();
}

/** Escape gives the keyboard back to the room; the selection stays. */
function leaves(event: KeyboardEvent): void {
  if (event.key !== "Escape" || event.defaultPrevented || isTyping(event.target)) return;
  event.preventDefault();
  focusPane("room");
}

/** What a threat can be about by itself. */
function isThing({ kind }: Selection): boolean {
  return kind === "element" || kind === "flow" || kind === "zone";
}

function Parts({ selection, world }: { readonly selection: Selection; readonly world: World }) {
  const crossing = selection.kind === "flow" ? crossingOf(selection.id, world) : undefined;
  const facts = factsAbout(selection, world);
  const threats = threatsAbout(selection, world);
  const questions = questionsAbout(selection, world);
  const { id, kind } = selection;
  const threat = kind === "threat" ? (world.views.threat.get(id) ?? justWritten(world.document, id)) : undefined;
  const title = titleOf(selection, world);
  return (
    <>
      <Part name="is">
        <What selection={selection} world={world} />
      </Part>
      {crossing && (
        <Part name="crossing" count={crossing.borders.length}>
          <CrossingPart flow={selection.id} crossing={crossing} world={world} />
        </Part>
      )}
      <Part
        name="facts"
        said={threat ? "because" : "facts"}
        count={facts.length}
        below={
          threat && (
            <Suspense>
              <AssumptionsOf threat={threat} world={world} />
            </Suspense>
          )
        }
      >
        <FactLines facts={facts} />
      </Part>
      {(!threat || threats.length > 0) && (
        <Part
          name="wrong"
          said={threat ? "elsewhere" : "wrong"}
          count={threats.length}
          below={isThing(selection) && <SayThreat key={id} subject={id} title={title} />}
        >
          <ThreatLines threats={threats} {...(threat && { first: 2 })} />
        </Part>
      )}
      <Part name="unknown" count={questions.length}>
        <Unknown questions={questions} />
      </Part>
      <Part name="doing">
        <Doing selection={selection} world={world} />
      </Part>
      <Part name="history">
        <History selection={selection} world={world} />
      </Part>
    </>
  );
}
