// The line that says what the last thing did, and takes it back. It stays readable until the next one.
import { X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { hush, undo, useWorkbench } from "../data/workbench.ts";
import { Button, IconButton } from "../kit/button.tsx";
import { Problems } from "../kit/problems.tsx";

const named = 3;

export function SaidLine() {
  const { t } = useTranslation();
  const said = useWorkbench((state) => state.said);
  if (!said) return null;
  const { title, effect, problems, working, inFiles = false } = said;
  const ids = (all: readonly string[]) =>
    all.slice(0, named).join(", ") + (all.length > named ? ` +${all.length - named}` : "");
  return (
    <div
      role="status"
      data-said=""
      className="absolute inset-x-3 bottom-3 z-20 mx-auto flex w-fit max-w-[min(60rem,calc(100%-1.5rem))] items-center gap-3 rounded-lg border border-line bg-surface px-4 py-2 shadow-raised"
    >
      <div className="min-w-0 text-sm">
        {title !== "" && <span className="font-medium">{title}. </span>}
        {problems.length > 0 && <Problems problems={problems} />}
        {working && <span className="text-soft">{t("frame.said.working")}</span>}
        {effect && (
          <span className="text-soft" data-effect="">
            {effect.sentence === "" ? t("frame.said.nothing") : effect.sentence}
            {effect.come.length > 0 && ` ${t("frame.said.come", { ids: ids(effect.come) })}`}
            {effect.gone.length > 0 && ` ${t("frame.said.gone", { ids: ids(effect.gone) })}`}
          </span>
        )}
      </div>
      {problems.length === 0 && !inFiles && (
        <Button look="quiet" className="shrink-0" onClick={() => void undo()}>
          {t("words.undo")}
        </Button>
      )}
      <IconButton label={t("frame.said.hush")} onClick={hush}>
        <X size={16} />
      </IconButton>
    </div>
  );
}
