// The two sights of the matrix: as it stands, which is what the tiers say, and before any control.
import { clsx } from "clsx";
import { useTranslation } from "react-i18next";

const matrixSights = ["standing", "before"] as const;
export type MatrixSight = (typeof matrixSights)[number];

export function Sights({ sight, look }: { readonly sight: MatrixSight; readonly look: (sight: MatrixSight) => void }) {
  const { t } = useTranslation();
  return (
    <fieldset
      aria-label={t("scoring.matrix.sights")}
      className="inline-flex rounded-md border border-line bg-ground p-0.5"
    >
      {matrixSights.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={one === sight}
          onClick={() => look(one)}
          className={clsx(
            "rounded px-2 py-0.5 text-xs font-medium",
            one === sight ? "bg-surface text-ink shadow-sm" : "text-soft hover:text-ink",
          )}
        >
          {t(`scoring.matrix.sight.${one}`)}
        </button>
      ))}
    </fieldset>
  );
}
