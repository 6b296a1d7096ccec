// The tray: what was not accepted, with the reason and what happened meanwhile. It stays until the person has dealt with it.
import type { TrayItem } from "@parapet/live";
import { useTranslation } from "react-i18next";
import { usePeople } from "../data/people.ts";
import { settle, useWorkbench } from "../data/workbench.ts";
import { Button } from "../kit/button.tsx";
import { Problems } from "../kit/problems.tsx";

const none: readonly TrayItem[] = [];

export function Tray() {
  const { t } = useTranslation();
  const tray = useWorkbench((state) => state.shown?.tray ?? none);
  if (tray.length === 0) return null;
  return (
    <details open className="border-b border-line bg-high-soft px-5 py-2">
      <summary className="text-sm font-semibold">{t("frame.tray.open", { count: tray.length })}</summary>
      <ul className="mt-2 flex flex-col gap-2">
        {tray.map((item) => (
          <TrayLine key={item.id} item={item} />
        ))}
      </ul>
    </details>
  );
}

function TrayLine({ item }: { readonly item: TrayItem }) {
  const { t } = useTranslation();
  const people = usePeople();
  return (
    <li className="flex flex-wrap items-start gap-3 rounded-md border border-line bg-surface px-3 py-2">
      <div className="min-w-0 flex-1">
        <p className="text-sm font-medium">{item.title}</p>
        <Problems problems={item.problems} />
        {item.missed.slice(0, 3).map(({ id, by, title }) => (
          <p key={id} className="text-xs text-soft">
            {t("frame.tray.missed", { by: people.name(by), title })}
          </p>
        ))}
      </div>
      {item.kind === "send" && <Button onClick={() => void settle(item.id, "repeat")}>{t("frame.tray.repeat")}</Button>}
      <Button look="quiet" onClick={() => void settle(item.id, "forget")}>
        {t("frame.tray.forget")}
      </Button>
    </li>
  );
}
