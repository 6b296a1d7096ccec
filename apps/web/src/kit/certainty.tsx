// Certainty in one language, everywhere: solid, hollow, hatched with a question mark, struck through.
import { useTranslation } from "react-i18next";

export type Certainty = "solid" | "hollow" | "hatched" | "struck";

/** The mark itself, with its meaning as text for who cannot see it; an empty label where the words beside it say the same. */
export function CertaintyMark({ certainty, label }: { readonly certainty: Certainty; readonly label?: string }) {
  const { t } = useTranslation();
  return (
    <span
      {...(label === ""
        ? { "aria-hidden": true }
        : { role: "img", "aria-label": label ?? t(`words.certainty.${certainty}`) })}
      className="inline-flex size-3 shrink-0 items-center justify-center"
    >
      <svg viewBox="0 0 12 12" className="size-3" aria-hidden="true">
        {certainty === "solid" && <circle cx="6" cy="6" r="5" fill="currentColor" />}
        {certainty === "hollow" && (
          <circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
        )}
        {certainty === "hatched" && (
          <>
            <circle
              cx="6"
              cy="6"
              r="4.25"
              fill="none"
              stroke="currentColor"
              strokeWidth="1.5"
              strokeDasharray="2 1.4"
            />
            <path
              d="M4.6 4.8c0-1.9 2.9-1.9 2.9 0 0 1.1-1.4 1.1-1.4 2.2M6.1 8.6v.1"
              fill="none"
              stroke="currentColor"
              strokeWidth="1.1"
              strokeLinecap="round"
            />
          </>
        )}
        {certainty === "struck" && (
          <>
            <circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
            <path d="M1 11 11 1" stroke="currentColor" strokeWidth="1.5" />
          </>
        )}
      </svg>
    </span>
  );
}
