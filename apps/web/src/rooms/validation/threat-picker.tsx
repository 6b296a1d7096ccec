// Picks a threat that is not closed by a part of its name: Enter takes the first that fits.
import { closedStatuses } from "@parapet/core";
import { clsx } from "clsx";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { World } from "../../frame/inspector/world.ts";
import { TierChip } from "../../kit/chips.tsx";
import { TextField } from "../../kit/field.tsx";

const offered = 6;

export function ThreatPicker({
  picked,
  pick,
  world,
}: {
  readonly picked: string | undefined;
  readonly pick: (id: string) => void;
  readonly world: World;
}) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const wanted = text.trim().toLowerCase();
  const fits = world.views.threats
    .filter(({ id, title, status }) => !closedStatuses.has(status) && `${title} ${id}`.toLowerCase().includes(wanted))
    .slice(0, offered);
  return (
    <fieldset className="col-span-full flex min-w-0 flex-col gap-1">
      <legend className="sr-only">{t("validation.accept.threat")}</legend>
      <TextField
        label={t("validation.accept.threat")}
        placeholder={t("validation.accept.threatHelp")}
        value={text}
        onValue={setText}
        autoFocus
        onKeyDown={(event) => {
          if (event.key !== "Enter" || !fits[0]) return;
          event.preventDefault();
          pick(fits[0].id);
        }}
      />
      {fits.length === 0 && <p className="text-xs text-faint">{t("validation.accept.none")}</p>}
      {fits.map(({ id, title, tier }) => (
        <label
          key={id}
          className={clsx(
            "flex min-w-0 items-center gap-2 rounded px-1 py-0.5 text-sm hover:bg-sunken",
            picked === id && "bg-accent-soft",
          )}
        >
          <input type="radio" name="threat" value={id} checked={picked === id} onChange={() => pick(id)} />
          <TierChip tier={tier} />
          <span className="min-w-0 truncate" title={title} dir="auto">
            {title}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
