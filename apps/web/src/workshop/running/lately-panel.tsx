// What the last ten minutes changed, for everyone to see: what came of it together, then each thing that was done.
import { nameOfPerson } from "@parapet/core";
import { useTranslation } from "react-i18next";
import { useWorkshop } from "./in-workshop.ts";
import { latelySentence } from "./lately.ts";
import { useLately } from "./use-lately.ts";

const most = 12;

/** `short`: one line for the projector. */
export function LatelyPanel({ short = false }: { readonly short?: boolean }) {
  const { t } = useTranslation();
  const { document } = useWorkshop();
  const lately = useLately();
  const heard = [...lately.heard].reverse();
  const sentence = latelySentence(t, lately);
  if (short)
    return (
      <p className="text-base" role="status">
        <span className="font-medium">{t("workshop.lately.title")}: </span>
        {sentence} {heard[0] && <bdi className="text-soft">{heard[0].title}</bdi>}
      </p>
    );
  return (
    <div className="flex flex-col gap-1" role="status">
      <p className="text-sm font-medium" data-lately="">
        {sentence}
      </p>
      <ul className="flex flex-col gap-1">
        {heard.slice(0, most).map(({ id, title, by }) => (
          <li key={id} className="line-clamp-2 text-xs text-soft" title={title}>
            <bdi>{title}</bdi> <bdi className="text-faint">{nameOfPerson(document, by)}</bdi>
          </li>
        ))}
      </ul>
      {heard.length > most && (
        <p className="text-xs text-faint">{t("workshop.lately.more", { count: heard.length - most })}</p>
      )}
    </div>
  );
}
