// After a workshop: what came of it, its minutes, and the signature of a senior engineer of the owning team.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../data/use-command.ts";
import { call, useWorkbench } from "../../data/workbench.ts";
import { Button } from "../../kit/button.tsx";
import { Problems } from "../../kit/problems.tsx";
import { paperLink } from "../papers.ts";
import { useWorkshop } from "./in-workshop.ts";
import { Outcome } from "./outcome.tsx";
import { People } from "./people-panel.tsx";

export function After() {
  const { t } = useTranslation();
  const model = useWorkbench((state) => state.model);
  const { id, workshop, role } = useWorkshop();
  const { run, problems } = useCommand();
  const [note, setNote] = useState("");
  const signed = workshop["signed-off"];
  const sign = () =>
    void run(
      t("workshop.signOff.signed", { title: workshop.title }),
      call("sign-off-workshop", { workshop: id, ...(note.trim() !== "" && { note }) }),
    );
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-5 p-6">
      <h2 className="text-2xl font-semibold">{t("workshop.signOff.what")}</h2>
      <Outcome />
      <People />
      <a
        className="w-fit text-accent hover:underline"
        href={paperLink(model, id, "minutes")}
        target="_blank"
        rel="noreferrer"
      >
        {t("workshop.list.minutes")}
      </a>
      {signed && <p className="text-lg">{t("workshop.signOff.by", { by: signed.by, on: signed.on })}</p>}
      {!signed && role === "facilitator" && (
        <div className="flex flex-col gap-2">
          <label className="flex flex-col gap-1 text-sm text-soft">
            {t("workshop.signOff.note")}
            <textarea
              value={note}
              rows={2}
              dir="auto"
              onChange={({ target }) => setNote(target.value)}
              className="rounded-md border border-line-strong/50 bg-surface px-2 py-1 text-base text-ink"
            />
          </label>
          <Button look="main" className="w-fit" onClick={sign}>
            {t("workshop.signOff.sign")}
          </Button>
        </div>
      )}
      <Problems problems={problems} />
    </div>
  );
}
