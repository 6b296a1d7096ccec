// Whether a view is reviewed as it is now: one line in its head, which opens what changed since and takes a review.
import type { Document } from "@parapet/core";
import { clsx } from "clsx";
import type { TFunction } from "i18next";
import { Popover } from "radix-ui";
import { useDeferredValue, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { usePeople } from "../../../data/people.ts";
import { useWorkbench } from "../../../data/workbench.ts";
import { CriterionMark } from "../../stage-marks.tsx";
import { ReviewPanel } from "./review-panel.tsx";
import { type Reviewed, type ReviewStanding, reviewStanding } from "./review-standing.ts";

export function ReviewControl({ what }: { readonly what: Reviewed }) {
  const { t } = useTranslation();
  const { name } = usePeople();
  const document = useCalm(useWorkbench((state) => state.document));
  const standing = useMemo(() => document && reviewStanding(document, what), [document, what]);
  const [open, setOpen] = useState(() => window.location.hash === `#review-${what}`);
  if (!document || !standing) return null;
  const holds = standing.unreviewed.length === 0 && standing.total > 0;
  return (
    <Popover.Root open={open} onOpenChange={setOpen} modal={false}>
      <Popover.Trigger
        id={`review-${what}`}
        aria-label={`${t(`surface.review.${what}`)}: ${saying(standing, t, name)}`}
        className={clsx(
          "inline-flex min-h-7 items-center gap-1 rounded-md border border-line px-2 text-sm hover:bg-sunken",
          holds ? "text-soft" : "font-medium text-ink",
        )}
      >
        <CriterionMark state={holds ? "done" : "missing"} />
        {saying(standing, t, name)}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="end"
          sideOffset={6}
          collisionPadding={12}
          aria-label={t(`surface.review.${what}`)}
          className="z-40 flex max-h-[70vh] w-[min(26rem,calc(100vw-1.5rem))] flex-col gap-2 overflow-y-auto rounded-lg border border-line bg-surface p-3 shadow-raised"
        >
          <ReviewPanel standing={standing} document={document} done={() => setOpen(false)} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

const large = 300;
/** So long a large model is still before it is held against its reviews. */
const calm = 1_200;

/** Digests of all that is drawn take a moment: the picture comes first, and a large model is left alone while people edit it. */
function useCalm(document: Document | undefined): Document | undefined {
  const now = useDeferredValue(document);
  const [still, setStill] = useState<Document>();
  const isLarge = Object.keys({ ...now?.model.elements, ...now?.observed?.elements }).length > large;
  useEffect(() => {
    if (!isLarge) return;
    const later = setTimeout(() => setStill(now), calm);
    return () => clearTimeout(later);
  }, [now, isLarge]);
  return isLarge ? still : now;
}

function saying({ last, unreviewed, total }: ReviewStanding, t: TFunction, name: (key: string) => string): string {
  if (total === 0) return t("surface.review.nothing");
  if (!last) return t("surface.review.never");
  if (unreviewed.length > 0) return t("surface.review.since", { count: unreviewed.length });
  return t("surface.review.holds", { by: name(last.by), on: last.on });
}
