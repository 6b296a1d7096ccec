// The host's panel: an invitation by link, QR code or a code that is said aloud; who joined; the door is locked, somebody is sent out.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../kit/button.tsx";
import { copyText } from "../../kit/copy.ts";
import { Problems } from "../../kit/problems.tsx";
import { useWorkshop } from "../running/in-workshop.ts";
import { Qr } from "./qr.tsx";
import { type Guest, type Invitation, type Share, useShare } from "./use-share.ts";

export function SharePanel() {
  const { t } = useTranslation();
  const { id } = useWorkshop();
  const share = useShare(id);
  const { state, invitation, problems } = share;
  if (!state) return <Problems problems={problems} />;
  if (!state.shared) return <p className="text-sm text-soft">{t("workshop.share.alone")}</p>;
  return (
    <div className="flex min-w-0 flex-col gap-2 text-sm">
      {state.readable !== null && <p className="text-xs text-soft">{state.readable}</p>}
      {invitation ? (
        <>
          <Link invitation={invitation} />
          <Guests share={share} />
          <div className="flex flex-wrap gap-1.5">
            <Button aria-pressed={state.locked} onClick={() => share.lock(!state.locked)}>
              {t(state.locked ? "workshop.share.unlock" : "workshop.share.lock")}
            </Button>
            <Button look="quiet" onClick={share.close}>
              {t("workshop.share.close")}
            </Button>
          </div>
          {state.locked && <p role="status">{t("workshop.share.locked")}</p>}
        </>
      ) : (
        <Button className="w-fit" onClick={share.open}>
          {t("workshop.share.open")}
        </Button>
      )}
      <Problems problems={problems} />
    </div>
  );
}

function Link({ invitation: { links, qr, spoken } }: { readonly invitation: Invitation }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState<boolean>();
  const [link = ""] = links;
  return (
    <>
      <div className="w-44 self-center">
        <Qr rows={qr} label={t("workshop.share.qr")} />
      </div>
      <div className="flex gap-1.5">
        <input
          readOnly
          aria-label={t("workshop.share.link")}
          value={link}
          onFocus={({ target }) => target.select()}
          className="min-w-0 flex-1 rounded-md border border-line bg-ground px-2 py-1 font-mono text-xs"
        />
        <Button onClick={() => void copyText(link).then(setCopied)}>
          {copied === true ? t("workshop.share.copied") : t("workshop.share.copy")}
        </Button>
      </div>
      {copied === false && <p className="text-xs text-soft">{t("workshop.share.byHand")}</p>}
      <p className="text-xs text-soft" data-spoken={spoken}>
        {t("workshop.share.aloud", { address: link.replace(/#.*$/, ""), code: spoken })}
      </p>
    </>
  );
}

function Guests({ share: { guests, sendOut } }: { readonly share: Share }) {
  const { t } = useTranslation();
  if (guests.length === 0) return <p className="text-soft">{t("workshop.share.nobody")}</p>;
  return (
    <ul aria-label={t("workshop.share.guests")} className="flex flex-col">
      {guests.map((guest) => (
        <GuestLine key={guest.id} guest={guest} out={() => sendOut(guest.id)} />
      ))}
    </ul>
  );
}

function GuestLine({ guest: { name, connected }, out }: { readonly guest: Guest; readonly out: () => void }) {
  const { t } = useTranslation();
  const shown = t("workshop.people.guest", { name: name ?? "" });
  return (
    <li className="flex items-center gap-2">
      <bdi className="min-w-0 flex-1 truncate" title={shown}>
        {shown}
      </bdi>
      <span className="text-xs text-soft">{t(connected ? "workshop.share.here" : "workshop.share.away")}</span>
      <Button look="quiet" className="text-xs!" aria-label={t("workshop.share.remove", { name: shown })} onClick={out}>
        {t("workshop.share.out")}
      </Button>
    </li>
  );
}
