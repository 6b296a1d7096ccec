// Opens the team's tracker with the ticket filled in; beside a ticket that is linked already it is no longer the main thing. What is too long for an address goes to the clipboard.
import { type Ticket, ticketUrl } from "@parapet/core";
import { clsx } from "clsx";
import { ExternalLink } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useWorkbench } from "../../data/workbench.ts";
import { ByHand } from "../../kit/by-hand.tsx";
import { copyAtOnce } from "../../kit/copy.ts";

export function OpenInTracker({ ticket }: { readonly ticket: Ticket }) {
  const { t } = useTranslation();
  const policy = useWorkbench((state) => state.document?.policy);
  const [state, setState] = useState<"idle" | "copied" | "by-hand">("idle");
  const filled = ticketUrl(ticket, policy);
  if (!filled) return <p className="w-full text-xs text-soft">{t("handoff.ticket.noTracker")}</p>;
  const { url, body } = filled;
  const linked = ticket.link !== undefined;
  const copy = () => {
    if (body !== undefined) setState(copyAtOnce(body) ? "copied" : "by-hand");
  };
  return (
    <>
      <a
        href={url}
        target="_blank"
        rel="noopener noreferrer"
        onClick={copy}
        className={clsx(
          "inline-flex min-h-7 items-center gap-1.5 rounded-md px-2.5 text-sm font-medium",
          linked ? "text-soft hover:bg-sunken hover:text-ink" : "bg-accent text-on-accent hover:opacity-90",
        )}
      >
        <ExternalLink size={14} aria-hidden="true" />
        {t(linked ? "handoff.ticket.another" : "handoff.ticket.open")}
      </a>
      <span role="status" className="text-xs text-soft">
        {state === "copied" && t("handoff.ticket.openCopied")}
      </span>
      {state === "by-hand" && body !== undefined && <ByHand text={body} />}
    </>
  );
}
