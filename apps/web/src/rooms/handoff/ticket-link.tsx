// Where the ticket stands: its address or key, followed with a click; pasting an address links it.
import type { Ticket } from "@parapet/core";
import { ExternalLink, Pencil } from "lucide-react";
import { type ClipboardEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSending } from "../../data/heard.ts";
import { call } from "../../data/workbench.ts";
import { IconButton } from "../../kit/button.tsx";
import { Problems } from "../../kit/problems.tsx";
import { isAddress, lastPart } from "./address.ts";

export function TicketLink({ ticket }: { readonly ticket: Pick<Ticket, "id" | "title" | "link"> }) {
  const { t } = useTranslation();
  const { id, title, link } = ticket;
  const { problems, sending } = useSending();
  const [editing, setEditing] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const label = t("handoff.ticket.link", { title });
  const save = async (given: string) => {
    const text = given.trim();
    if (text === "" || text === link) setEditing(false);
    else if (await sending(t("handoff.ticket.linked", { title }), call("link-ticket", { id, ticket: text })))
      setEditing(false);
  };
  const pasted = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData("text/plain").trim();
    if (!isAddress(text)) return;
    event.preventDefault();
    void save(text);
  };
  if (link !== undefined && !editing)
    return (
      <span className="flex min-w-0 items-center gap-1 text-xs">
        {isAddress(link) ? (
          <a
            href={link}
            target="_blank"
            rel="noopener noreferrer"
            className="flex min-w-0 items-center gap-1 text-accent hover:underline"
            title={link}
          >
            <ExternalLink size={12} className="shrink-0" aria-hidden="true" />
            <span className="truncate">{lastPart(link)}</span>
          </a>
        ) : (
          <span className="truncate" title={link} dir="auto">
            {link}
          </span>
        )}
        <IconButton label={label} onClick={() => setEditing(true)}>
          <Pencil size={12} />
        </IconButton>
      </span>
    );
  return (
    <span className="min-w-0">
      <input
        ref={field}
        aria-label={label}
        placeholder={t("handoff.ticket.linkHere")}
        defaultValue={link ?? ""}
        dir="auto"
        onPaste={pasted}
        onBlur={({ target }) => void save(target.value)}
        onKeyDown={({ key, currentTarget }) => {
          if (key === "Enter") currentTarget.blur();
          if (key === "Escape") setEditing(false);
        }}
        className="w-full min-w-0 rounded-md border border-line bg-surface px-1.5 py-0.5 text-xs"
      />
      <Problems problems={problems} />
    </span>
  );
}
