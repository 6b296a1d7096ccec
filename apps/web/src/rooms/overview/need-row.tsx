// One thing that somebody has to do, with the way to the place where it is done.
import type { Need } from "@parapet/core";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { useWorkbench } from "../../data/workbench.ts";
import { Monogram } from "../../frame/monogram.tsx";
import { hrefOfPlace, placeOfNeed } from "./place-of-need.ts";
import { useWho } from "./who.ts";

export function NeedRow({ need, quiet = false }: { readonly need: Need; readonly quiet?: boolean }) {
  const { t } = useTranslation();
  const who = useWho();
  const model = useWorkbench((state) => state.model);
  const { member, say, from, risk } = need;
  return (
    <li className={quiet ? "flex items-start gap-3 py-1 text-sm" : "flex items-start gap-3 px-3 py-2.5 text-sm"}>
      {!quiet && <Monogram member={member} />}
      <span className="min-w-0 flex-1" dir="auto">
        {say}
        <span className="ml-2 text-xs text-faint">
          {[t(`frame.room.${need.stage}`), who(from), risk > 0 && t("overview.holds", { risk: Math.round(risk) })]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </span>
      <Link className="shrink-0 font-medium text-accent hover:underline" href={hrefOfPlace(model, placeOfNeed(need))}>
        {t("overview.go")}
      </Link>
    </li>
  );
}
