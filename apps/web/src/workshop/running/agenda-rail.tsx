// The agenda while it runs: where we are, what comes, one key to go on.
import { stepReasons } from "@parapet/core";
import { clsx } from "clsx";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { isTyping } from "../../frame/shortcuts.ts";
import { Button } from "../../kit/button.tsx";
import { Problems } from "../../kit/problems.tsx";
import { beforeLeaving } from "../steps/notes/keeping.ts";
import { useKeeping } from "../steps/notes/use-keeping.ts";
import { goToPart } from "./go-to-part.ts";
import { useWorkshop } from "./in-workshop.ts";

export function AgendaRail() {
  const { t } = useTranslation();
  const { workshop, live, role, act } = useWorkshop();
  const agenda = workshop.agenda ?? [];
  const leads = role === "facilitator";
  const last = agenda.length - 1;
  const { problems, show, keep } = useKeeping();
  const goTo = (to: number) => {
    const part = Math.max(0, Math.min(last, to));
    if (part === live.part) return;
    // No note is left behind in a part that is over.
    const first = beforeLeaving(live.silence);
    if (first === "show") show();
    if (first === "keep") keep();
    goToPart(act, agenda, part);
  };
  useEffect(() => {
    if (!leads) return;
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.key === "PageDown" || event.key === "PageUp") {
        event.preventDefault();
        goTo(live.part + (event.key === "PageDown" ? 1 : -1));
      }
    };
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  });
  return (
    <div className="flex flex-col gap-2">
      <ol className="flex flex-col gap-0.5 max-lg:flex-row max-lg:overflow-x-auto">
        {agenda.map(({ title, minutes, step }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of an agenda have no identity but their place
          <li key={`${i} ${step}`} className="max-lg:shrink-0">
            <button
              type="button"
              disabled={!leads}
              aria-current={i === live.part ? "step" : undefined}
              title={stepReasons[step].why}
              onClick={() => goTo(i)}
              className={clsx(
                "flex w-full items-baseline gap-2 rounded-md px-2 py-1.5 text-left disabled:cursor-default",
                i === live.part ? "bg-accent-soft font-medium text-accent" : i < live.part ? "text-faint" : "text-ink",
                leads && i !== live.part && "hover:bg-sunken",
              )}
            >
              <span className="w-6 shrink-0 text-right text-xs text-soft">{minutes}′</span>
              <span className="min-w-0 text-sm max-lg:max-w-40 max-lg:truncate" dir="auto">
                {title}
              </span>
            </button>
          </li>
        ))}
      </ol>
      {leads && live.part < last && (
        <Button look="main" className="w-fit" hint={t("workshop.agenda.key")} onClick={() => goTo(live.part + 1)}>
          {t("workshop.agenda.next")}
        </Button>
      )}
      <Problems problems={problems} />
    </div>
  );
}
