// Who says what is written down next: one of those who are here, or who works at this page.
import { clsx } from "clsx";
import { useTranslation } from "react-i18next";
import { useWorkbench } from "../../data/workbench.ts";
import { useWorkshop } from "../running/in-workshop.ts";

export function SpeakerChips() {
  const { t } = useTranslation();
  const { role, present, speaker, speak, mark } = useWorkshop();
  const you = useWorkbench(({ shown }) => shown?.you?.by ?? shown?.you?.name);
  const here = present.filter(({ left, speaks }) => left === undefined && speaks !== you);
  if (role !== "facilitator" || here.length === 0) return null;
  const choices = [{ key: undefined, name: t("workshop.people.me") }, ...here];
  return (
    <fieldset className="flex flex-wrap items-center gap-1.5">
      <legend className="sr-only">{t("workshop.people.saidBy")}</legend>
      <span className="mr-1 text-sm text-soft" aria-hidden="true">
        {t("workshop.people.saidBy")}
      </span>
      {choices.map(({ key, name }) => (
        <button
          key={key ?? ""}
          type="button"
          aria-pressed={speaker?.key === key}
          onClick={() => {
            speak(key);
            if (key !== undefined) mark(key);
          }}
          className={clsx(
            "max-w-40 truncate rounded-full border px-3 py-0.5 text-sm",
            speaker?.key === key ? "border-accent bg-accent-soft text-accent" : "border-line text-soft hover:bg-sunken",
          )}
        >
          <bdi>{name}</bdi>
        </button>
      ))}
    </fieldset>
  );
}
