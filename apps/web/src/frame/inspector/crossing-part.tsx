// The crossing of a flow in the inspector: its borders with what each says, what guards the way across, and the threats that ask about it.
import { useTranslation } from "react-i18next";
import { useSelect } from "../../data/selection.ts";
import { useCommand } from "../../data/use-command.ts";
import { call } from "../../data/workbench.ts";
import { Button } from "../../kit/button.tsx";
import { CertaintyMark } from "../../kit/certainty.tsx";
import { Problems } from "../../kit/problems.tsx";
import { allow } from "../../rooms/decomposition/surface/segments.ts";
import { type Border, type Crossing, certaintyOfBorder } from "./crossing.ts";
import { FactLines } from "./fact-lines.tsx";
import { thingOf } from "./subject.ts";
import { ThreatLines } from "./threat-lines.tsx";
import type { World } from "./world.ts";

export function CrossingPart({
  flow,
  crossing: { borders, guards, threats },
  world,
}: {
  readonly flow: string;
  readonly crossing: Crossing;
  readonly world: World;
}) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-col gap-2 text-sm">
      <ul className="flex flex-col gap-1.5">
        {borders.map((border) => (
          <BorderLine key={border.zone} border={border} flow={flow} world={world} />
        ))}
      </ul>
      <h4 className="text-xs font-medium text-soft">{t("inspector.crossing.guards")}</h4>
      {guards.length === 0 ? (
        <p className="text-xs text-faint">{t("inspector.crossing.noGuard")}</p>
      ) : (
        <FactLines facts={guards} />
      )}
      <h4 className="text-xs font-medium text-soft">{t("inspector.crossing.asks", { count: threats.length })}</h4>
      <ThreatLines threats={threats} />
    </div>
  );
}

function BorderLine({
  border: { zone, way, says },
  flow,
  world,
}: {
  readonly border: Border;
  readonly flow: string;
  readonly world: World;
}) {
  const { t } = useTranslation();
  const select = useSelect();
  const { problems, run } = useCommand();
  const title = world.views.title(zone);
  const open = () => {
    const allows = (thingOf(world.document, zone)?.value.allows ?? []) as readonly string[];
    const { name, input } = allow(zone, [...allows, flow]);
    void run(t("inspector.crossing.allowed", { zone: title }), call(name, input));
  };
  return (
    <li className="flex items-start gap-2">
      <span className="pt-1">
        <CertaintyMark certainty={certaintyOfBorder(says)} label="" />
      </span>
      <span className="min-w-0 flex-1">
        {t(`inspector.crossing.way.${way}`)}{" "}
        <button
          type="button"
          className="text-accent hover:underline"
          dir="auto"
          onClick={() => select({ kind: "zone", id: zone })}
        >
          {title}
        </button>
        <span className="block text-xs text-faint">{t(`inspector.crossing.says.${says}`)}</span>
        <Problems problems={problems} />
      </span>
      {says === "forbids" && <Button onClick={open}>{t("inspector.crossing.allow")}</Button>}
    </li>
  );
}
