// What is done about a threat, all of it: mitigations with their tickets and tests, one more, controls that fit, what was decided.
import type { Threat } from "@parapet/core";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../kit/button.tsx";
import { DecideForm } from "../../../rooms/mitigation/decide-form.tsx";
import { handoff } from "../../../strings/en/handoff.ts";
import { mitigation } from "../../../strings/en/mitigation.ts";
import { validation } from "../../../strings/en/validation.ts";
import { addStrings } from "../../../strings/i18n.ts";
import type { World } from "../world.ts";
import { AddMitigation } from "./add-mitigation.tsx";
import { DecidedLine } from "./decided-line.tsx";
import { FittingControls } from "./fitting-controls.tsx";
import { MitigationLine } from "./mitigation-line.tsx";

addStrings({ mitigation, handoff, validation });

export function ThreatDoing({ threat, world }: { readonly threat: Threat; readonly world: World }) {
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
  const mitigations = world.analysis.mitigations.filter(({ id }) => threat.mitigations?.includes(id));
  return (
    <div className="flex flex-col gap-2 text-sm">
      <DecidedLine threat={threat} world={world} />
      {mitigations.length > 0 && (
        <ul className="flex flex-col gap-1">
          {mitigations.map((one) => (
            <MitigationLine key={one.id} mitigation={one} world={world} />
          ))}
        </ul>
      )}
      <FittingControls
        threat={threat}
        controls={threat.controls.filter((one) => !mitigations.some(({ control }) => control === one))}
        world={world}
      />
      <AddMitigation threat={threat} world={world} />
      <div ref={place}>
        {deciding ? (
          <DecideForm threat={threat} done={() => turn(false)} />
        ) : (
          <Button look="quiet" className="w-fit" onClick={() => turn(true)}>
            {t("inspector.decide")}
          </Button>
        )}
      </div>
    </div>
  );
}
