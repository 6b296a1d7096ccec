// How a caller proves who they are, in the words of the knowledge.
import { nameOfValue } from "@parapet/core";
import { useTranslation } from "react-i18next";
import { useWorkbench } from "../../../data/workbench.ts";

export function useProofWords(): (authentication: string) => string {
  const { t } = useTranslation();
  const knowledge = useWorkbench((state) => state.knowledge);
  return (value) =>
    value === "unknown"
      ? t("surface.authentication.unknown")
      : nameOfValue(knowledge ?? { pools: [] }, "authentication", value);
}
