// Begins a workshop: it is written down that it began, and its first part is on.
import type { Problem, Workshop } from "@parapet/core";
import { useTranslation } from "react-i18next";
import { useSending } from "../../data/heard.ts";
import { call } from "../../data/workbench.ts";
import { act } from "../live.ts";
import { goToPart } from "./go-to-part.ts";

export function useBegin(
  id: string,
  { title, agenda = [] }: Workshop,
): {
  readonly problems: readonly Problem[];
  readonly busy: boolean;
  /** At an instant; true when it began. */
  readonly begin: (now: number) => Promise<boolean>;
} {
  const { t } = useTranslation();
  const { problems, busy, sending } = useSending();
  const begin = async (now: number) => {
    const when = new Date(now).toISOString();
    const begun = await sending(t("workshop.before.begun", { title }), call("start-workshop", { workshop: id, when }));
    if (!begun) return false;
    act(id, { kind: "join" });
    goToPart((what) => act(id, what), agenda, 0);
    return true;
  };
  return { problems, busy, begin };
}
