// The bar of a workshop: what it is, the clock, the doors to the projector view and back.
import { workshopState } from "@parapet/core";
import { ArrowLeft, Megaphone, Presentation } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "wouter";
import { linkTo } from "../../data/selection.ts";
import { useWorkbench } from "../../data/workbench.ts";
import { Button } from "../../kit/button.tsx";
import { focusText } from "../focus.ts";
import { useWorkshop } from "./in-workshop.ts";
import { PartClock } from "./part-clock.tsx";

export function WorkshopBar() {
  const { t } = useTranslation();
  const model = useWorkbench((state) => state.model);
  const { id, workshop, document, role, act } = useWorkshop();
  const [path] = useLocation();
  const running = workshopState(workshop) === "running";
  const subtitle = `${t(`workshop.kind.${workshop.kind}`)} · ${focusText(t, document, workshop.focus)}`;
  return (
    <header className="flex min-w-0 flex-wrap items-center gap-x-4 gap-y-1 border-b border-line bg-surface px-4 py-2">
      {role !== "screen" && (
        <Link
          href={linkTo(model, "workshop")}
          aria-label={t("workshop.bar.all")}
          title={t("workshop.bar.all")}
          className="inline-flex size-8 items-center justify-center rounded-md text-soft hover:bg-sunken"
        >
          <ArrowLeft size={18} />
        </Link>
      )}
      <div className="min-w-0 flex-1 basis-52">
        <h1 className="truncate text-lg font-semibold leading-6" title={workshop.title}>
          <bdi>{workshop.title}</bdi>
        </h1>
        <p className="truncate text-sm text-soft" title={subtitle}>
          {subtitle}
        </p>
      </div>
      {running && <PartClock />}
      {role === "facilitator" && (
        <div className="flex flex-wrap items-center gap-1">
          {running && (
            <Button onClick={() => act({ kind: "bring", place: path })} title={t("workshop.bar.bringSay")}>
              <Megaphone size={15} aria-hidden="true" />
              {t("workshop.bar.bring")}
            </Button>
          )}
          <a
            href={`${linkTo(model, `workshop/${encodeURIComponent(id)}`)}?screen`}
            target="_blank"
            rel="noreferrer"
            className="inline-flex min-h-7 items-center gap-1.5 rounded-md border border-line-strong/50 px-2.5 text-sm font-medium hover:bg-sunken"
          >
            <Presentation size={15} aria-hidden="true" />
            {t("workshop.bar.screen")}
          </a>
        </div>
      )}
    </header>
  );
}
