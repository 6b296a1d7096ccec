// Accepted risks on a line of time: a list for who listens, each entry with its bar from acceptance to review for who looks.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { World } from "../../frame/inspector/world.ts";
import { Button } from "../../kit/button.tsx";
import { Empty, Section } from "../../kit/layout.tsx";
import { AcceptForm } from "./accept-form.tsx";
import { AcceptanceRow } from "./acceptance-row.tsx";
import { TimeAxis } from "./time-bar.tsx";
import { timelineOf } from "./timeline.ts";

export function Acceptances({ world }: { readonly world: World }) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const timeline = timelineOf(world.analysis, world.document);
  const waiting = world.analysis.acceptances.length - timeline.rows.length;
  const add = !adding && (
    <Button look="quiet" onClick={() => setAdding(true)}>
      {t("validation.acceptances.add")}
    </Button>
  );
  return (
    <Section title={t("validation.acceptances.title")} note={timeline.rows.length > 0 ? add : undefined}>
      {adding && <AcceptForm threats={[]} world={world} done={() => setAdding(false)} />}
      {waiting > 0 && (
        <p className="mb-1.5 text-xs text-soft">{t("validation.acceptances.waiting", { count: waiting })}</p>
      )}
      {timeline.rows.length === 0 && !adding && <Empty action={add}>{t("validation.acceptances.none")}</Empty>}
      {timeline.rows.length > 0 && (
        <>
          <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
            {timeline.rows.map((row) => (
              <AcceptanceRow key={row.threat} row={row} today={timeline.today} world={world} />
            ))}
          </ul>
          <TimeAxis timeline={timeline} />
        </>
      )}
    </Section>
  );
}
