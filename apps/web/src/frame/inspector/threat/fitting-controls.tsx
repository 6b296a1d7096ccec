// The controls that remove or prevent a threat, structural first, or that may meet its words; each chosen with one press.
import { callsToChoose } from "@parapet/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useSelect } from "../../../data/selection.ts";
import { send } from "../../../data/workbench.ts";
import { Button } from "../../../kit/button.tsx";
import type { World } from "../world.ts";
import type { CardThreat } from "./card-threat.ts";
import { proposedControls } from "./proposed-controls.ts";

export function FittingControls({ threat, world }: { readonly threat: CardThreat; readonly world: World }) {
  const { t } = useTranslation();
  const select = useSelect();
  const offered = useMemo(() => proposedControls(threat, world), [threat, world]);
  const known = offered.flatMap((id) => world.knowledge.controls.find((one) => one.id === id) ?? []);
  if (known.length === 0) return null;
  const choose = (control: string, title: string) =>
    send(
      t("inspector.chosen", { control: title, threat: threat.title }),
      ...callsToChoose(world.document, { control, threats: [threat.id], on: [threat.subject] }),
    );
  return (
    <div>
      {threat.rule === "by-hand" && <p className="mb-1 text-xs text-faint">{t("inspector.mayFit")}</p>}
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
            <Button onClick={() => void choose(id, title)}>{t("inspector.choose")}</Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
