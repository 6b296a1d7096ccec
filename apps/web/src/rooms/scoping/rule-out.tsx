// What most systems have and this model does not name: it is drawn, or ruled out with a reason.
import type { Need } from "@parapet/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { linkTo } from "../../data/selection.ts";
import { useCommand } from "../../data/use-command.ts";
import { call, useWorkbench } from "../../data/workbench.ts";
import { BareText } from "../../kit/bare-fields.tsx";
import { Button } from "../../kit/button.tsx";
import { Problems } from "../../kit/problems.tsx";
import { placeOfNeed } from "../overview/place-of-need.ts";

export function RuleOut({ need }: { readonly need: Need }) {
  const { t } = useTranslation();
  const model = useWorkbench((state) => state.model);
  const { run, problems } = useCommand();
  const [why, setWhy] = useState("");
  const rule = () => {
    return run(
      t("scoping.leaving.didNot", { what: need.say }),
      call("answer-question", { ids: [need.id], value: "no", why: why.trim() }),
    );
  };
  return (
    <form
      id={placeOfNeed(need).spot}
      className="flex flex-wrap items-center gap-1.5 text-sm"
      onSubmit={(event) => {
        event.preventDefault();
        if (why.trim() !== "") void rule();
      }}
    >
      <span className="w-full text-soft" dir="auto">
        {need.say}
      </span>
      <Button type="submit" className="text-xs!">
        {t("scoping.leaving.not")}
      </Button>
      <BareText
        label={t("scoping.leaving.notWhy")}
        value={why}
        required
        onChange={({ target }) => setWhy(target.value)}
        className="min-w-24 flex-1 text-xs!"
      />
      <Link href={linkTo(model, "decomposition")} className="text-xs font-medium text-accent hover:underline">
        {t("scoping.leaving.there")}
      </Link>
      <Problems problems={problems} />
    </form>
  );
}
