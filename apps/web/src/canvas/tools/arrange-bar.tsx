// With several things selected: lining them up, and making a zone of them.
import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalDistributeCenter,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalDistributeCenter,
  BoxSelect,
  type LucideIcon,
} from "lucide-react";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { useSelections } from "../../data/selection.ts";
import { Button, IconButton } from "../../kit/button.tsx";
import { align, group } from "../keys/arranging.ts";
import { placedIds } from "../keys/context.ts";
import type { Drawing } from "../scene/use-drawing.ts";
import { type Alignment, alignments } from "./alignment.ts";

const icons: Readonly<Record<Alignment, LucideIcon>> = {
  left: AlignStartVertical,
  centre: AlignCenterVertical,
  right: AlignEndVertical,
  top: AlignStartHorizontal,
  middle: AlignCenterHorizontal,
  bottom: AlignEndHorizontal,
  "spread-across": AlignHorizontalDistributeCenter,
  "spread-down": AlignVerticalDistributeCenter,
};

export const ArrangeBar = memo(function ArrangeBar({ drawing }: { readonly drawing: Drawing }) {
  const { t } = useTranslation();
  const selections = useSelections();
  const count = placedIds({ selections, drawing }).length;
  if (count < 2) return null;
  return (
    <div
      role="toolbar"
      aria-label={t("canvas.arrange.label", { count })}
      className="flex flex-wrap items-center gap-0.5 rounded-lg border border-line bg-surface p-1 shadow-raised"
    >
      <span className="px-2 text-sm text-soft">{t("canvas.arrange.label", { count })}</span>
      {alignments.map((how) => {
        const Icon = icons[how];
        return (
          <IconButton
            key={how}
            label={t(`canvas.arrange.${how}`)}
            onClick={() => align(how, { drawing, selections, t })}
            disabled={how.startsWith("spread") && count < 3}
          >
            <Icon size={16} aria-hidden="true" />
          </IconButton>
        );
      })}
      <Button look="quiet" hint="G" onClick={() => group({ drawing, selections })}>
        <BoxSelect size={14} aria-hidden="true" />
        {t("canvas.arrange.group")}
      </Button>
    </div>
  );
});
