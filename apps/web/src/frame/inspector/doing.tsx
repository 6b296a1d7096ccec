// What is done about a selection: mitigations with their state, and for a threat the controls that remove it, structural first.
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { linkTo, type Selection, useSelect } from "../../data/selection.ts";
import { call, send, useWorkbench } from "../../data/workbench.ts";
import { Button } from "../../kit/button.tsx";
import { CertaintyMark } from "../../kit/certainty.tsx";
import { followInto } from "../panes.ts";
import type { World } from "./world.ts";

export function Doing({ selection, world }: { readonly selection: Selection; readonly world: World }) {
  const { t } = useTranslation();
  const { kind, id } = selection;
  const threat = kind === "threat" ? world.views.threat.get(id) : undefined;
  const mitigations = world.analysis.mitigations.filter((one) =>
    threat ? threat.mitigations?.includes(one.id) : one.on.includes(id) || one.id === id || one.control === id,
  );
  const acceptance = world.analysis.acceptances.find((one) => one.threat === id);
  const nothing = mitigations.length === 0 && !acceptance && !threat;
  return (
    <div className="flex flex-col gap-2 text-sm">
      {nothing && <p className="text-xs text-faint">{t("inspector.none.doing")}</p>}
      {acceptance && (
        <p>
          {t("words.status.accepted")}: {acceptance.owner}, {acceptance.review} ({acceptance.state}). {acceptance.why}
        </p>
      )}
      <ul className="flex flex-col gap-1">
        {mitigations.map((one) => (
          <li key={one.id} className="flex items-start gap-2">
            <span className="pt-1">
              <CertaintyMark
                certainty={one.state === "verified" ? "solid" : one.state === "failed" ? "struck" : "hollow"}
                label=""
              />
            </span>
            <span className="min-w-0 flex-1">
              {one.title} <span className="text-xs text-faint">{t(`inspector.state.${one.state}`)}</span>
              <span className="block text-xs text-faint">
                {one.owner ?? t("inspector.nobody")} · {one.due ?? t("inspector.noDate")}
              </span>
            </span>
          </li>
        ))}
      </ul>
      {threat && (
        <Controls
          threat={threat.id}
          controls={threat.controls.filter((one) => !mitigations.some(({ control }) => control === one))}
          world={world}
        />
      )}
    </div>
  );
}

function Controls({
  threat,
  controls,
  world,
}: {
  readonly threat: string;
  readonly controls: readonly string[];
  readonly world: World;
}) {
  const { t } = useTranslation();
  const select = useSelect();
  const model = useWorkbench((state) => state.model);
  const known = controls.flatMap((id) => world.knowledge.controls.find((one) => one.id === id) ?? []);
  return (
    <>
      <ul className="flex flex-col gap-1">
        {known.map(({ id, title, level, effort }) => (
          <li key={id} className="flex items-start gap-2">
            <button
              type="button"
              className="min-w-0 flex-1 text-left hover:underline"
              onClick={() => select({ kind: "control", id })}
            >
              {title}
              <span className="block text-xs text-faint">
                {t(`inspector.level.${level}`)} · {t(`inspector.effort.${effort}`)}
              </span>
            </button>
            <Button
              onClick={() =>
                void send(
                  t("inspector.chosen", { control: title, threat }),
                  call("choose-mitigation", { control: id, threats: [threat] }),
                )
              }
            >
              {t("inspector.choose")}
            </Button>
          </li>
        ))}
      </ul>
      <Link
        className="text-sm text-accent hover:underline"
        href={linkTo(model, "mitigation", { kind: "threat", id: threat })}
        onClick={() => followInto("room")}
      >
        {t("inspector.decide")}
      </Link>
    </>
  );
}
