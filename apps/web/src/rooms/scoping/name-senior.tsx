// Names the senior engineer of the owning team: one of those who take part, or somebody new.
import type { Document } from "@parapet/core";
import { useTranslation } from "react-i18next";
import { goToSpot } from "../../data/arrive.ts";
import { useCommand } from "../../data/use-command.ts";
import { call } from "../../data/workbench.ts";
import { BareChoice } from "../../kit/bare-fields.tsx";
import { Button } from "../../kit/button.tsx";
import { Problems } from "../../kit/problems.tsx";

export function NameSenior({ model }: { readonly model: Document["model"] }) {
  const { t } = useTranslation();
  const { run, problems } = useCommand();
  const team = model.scope?.team;
  const people = Object.entries(model.participants ?? {});
  const name = async (id: string) => {
    const person = model.participants?.[id];
    const set = (field: string, value: string) => call("set-field", { id, of: "participants", field, value });
    await run(
      t("scoping.leaving.didSenior", { name: person?.name ?? id }),
      set("senior", "yes"),
      ...(person?.job === "engineer" || person?.job === "architect" ? [] : [set("job", "engineer")]),
      ...(team === undefined || person?.team === team ? [] : [set("team", team)]),
    );
  };
  return (
    <div id="senior-engineer" className="flex flex-wrap items-center gap-2 text-sm">
      <span className="text-soft">{t("scoping.leaving.senior", { team: team ?? t("scoping.leaving.anyTeam") })}</span>
      {people.length > 0 && (
        <BareChoice
          label={t("scoping.leaving.seniorPick")}
          none={t("scoping.leaving.seniorPick")}
          value=""
          choices={people.map(([id, person]) => [id, person.name ?? id])}
          choose={(id) => void name(id)}
        />
      )}
      <Button className="text-xs!" onClick={() => goToSpot("participants")}>
        {t("scoping.people.add")}
      </Button>
      <Problems problems={problems} />
    </div>
  );
}
