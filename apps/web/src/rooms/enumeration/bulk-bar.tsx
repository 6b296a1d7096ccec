// What is done to all selected threats at once: one command each, so that one undo takes it back.
import type { Problem } from "@parapet/core";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { usePeople } from "../../data/people.ts";
import { call, send } from "../../data/workbench.ts";
import { Button } from "../../kit/button.tsx";
import { PeopleList } from "../../kit/person.tsx";
import { Problems } from "../../kit/problems.tsx";

export function BulkBar({ ids, done }: { readonly ids: readonly string[]; readonly done: () => void }) {
  const { t } = useTranslation();
  const [owner, setOwner] = useState("");
  const { keyOf } = usePeople();
  const list = useId();
  const [due, setDue] = useState("");
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const field = "rounded-md border border-line-strong/50 bg-surface px-2 py-1 text-sm";
  const run = async (title: string, name: string, input: object) => {
    const ran = await send(title, call(name, { threats: ids, ...input }));
    setProblems(ran.ok ? [] : ran.problems);
    if (ran.ok) done();
  };
  const count = ids.length;
  return (
    <div className="mb-2 flex flex-wrap items-center gap-2 rounded-md bg-accent-soft px-3 py-1.5 text-sm">
      <span className="font-medium">{t("enumeration.register.selected", { count })}</span>
      <input
        aria-label={t("enumeration.register.assign")}
        placeholder={t("enumeration.register.assign")}
        list={list}
        dir="auto"
        value={owner}
        onChange={({ target }) => setOwner(target.value)}
        className={`${field} w-32`}
      />
      <PeopleList id={list} />
      <input
        aria-label={t("enumeration.register.due")}
        type="date"
        value={due}
        onChange={({ target }) => setDue(target.value)}
        className={field}
      />
      <Button
        disabled={owner === "" && due === ""}
        onClick={() =>
          void run(t("enumeration.register.assigned", { count }), "assign-threat", {
            ...(owner !== "" && { owner: keyOf(owner) }),
            ...(due !== "" && { due }),
          })
        }
      >
        {t("enumeration.register.apply")}
      </Button>
      <Button onClick={() => void run(t("enumeration.register.confirmed", { count }), "confirm-score", {})}>
        {t("enumeration.register.confirm")}
      </Button>
      <Button look="quiet" onClick={done}>
        {t("enumeration.register.unselect")}
      </Button>
      <Problems problems={problems} />
    </div>
  );
}
