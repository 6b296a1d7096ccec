// A criterion in words: its name, given – when – then, and how it is tested.
import { clsx } from "clsx";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ended } from "../answer.ts";
import type { CriterionWords } from "./step-titles.ts";

export function CriterionText({
  words: { name, text, parts },
  className,
  children,
}: {
  readonly words: CriterionWords;
  readonly className?: string;
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <div className={clsx("min-w-0 text-sm", className)} dir="auto">
      <p>
        <span className="font-medium">{name}</span> {children}
      </p>
      {text !== undefined && <p className="text-soft">{text}</p>}
      {parts && <p className="text-soft">{t("validation.criterion.given", { ...parts, then: ended(parts.then) })}</p>}
      {parts && <p className="text-xs text-faint">{t("validation.criterion.verify", { verify: parts.verify })}</p>}
    </div>
  );
}
