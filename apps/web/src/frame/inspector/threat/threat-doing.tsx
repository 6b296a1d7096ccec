// What is done about a threat, all of it: mitigations with their tickets and tests, one more, controls that fit, what was decided.
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../kit/button.tsx";
import { DecideForm } from "../../../rooms/mitigation/decide-form.tsx";
import { handoff } from "../../../strings/en/handoff.ts";
import { mitigation } from "../../../strings/en/mitigation.ts";
import { scoring } from "../../../strings/en/scoring.ts";
import { validation } from "../../../strings/en/validation.ts";
import { addStrings } from "../../../strings/i18n.ts";
import type { World } from "../world.ts";
import { AddMitigation } from "./add-mitigation.tsx";
import type { CardThreat } from "./card-threat.ts";
import { DecidedLine } from "./decided-line.tsx";
import { FittingControls } from "./fitting-controls.tsx";
import { MitigationLine } from "./mitigation-line.tsx";
import { ThreatOwner } from "./threat-owner.tsx";

addStrings({ mitigation, handoff, validation, scoring });

export function ThreatDoing({ threat, world }: { readonly threat: CardThreat; readonly world: World }) {
  const { t } = useTranslation();
  const [deciding, setDeciding] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const turned = useRef(false);
  const turn = (open: boolean) => {
    turned.current = true;
    setDeciding(open);
  };
  // What had the keyboard goes: it is given to what comes in its place.
  useEffect(() => {
    if (turned.current) place.current?.querySelector<HTMLElement>(deciding ? "input:checked" : "button")?.focus();
  }, [deciding]);
  // What was written down a moment ago is not worked out yet: what is to be typed can be typed.
  const worked = world.views.threat.get(threat.id);
  const mitigations = world.analysis.mitigations.filter(({ id }) => threat.mitigations?.includes(id));
  return (
    <div className="flex flex-col gap-2 text-sm">
      {worked && <DecidedLine threat={worked} world={world} />}
      {mitigations.length > 0 && (
        <ul className="flex flex-col gap-1">
          {mitigations.map((one) => (
            <MitigationLine key={one.id} mitigation={one} world={world} />
          ))}
        </ul>
      )}
      <FittingControls threat={threat} world={world} />
      <AddMitigation threat={threat} world={world} />
      {worked && <ThreatOwner threat={worked} />}
      <div ref={place}>
        {worked && deciding && <DecideForm threat={worked} done={() => turn(false)} />}
        {worked && !deciding && (
          <Button look="quiet" className="w-fit" onClick={() => turn(true)}>
            {t("inspector.decide")}
          </Button>
        )}
      </div>
    </div>
  );
}
