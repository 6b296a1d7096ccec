// The line that says what the last thing did, and takes it back. It stays readable until the next one.
import { X } from "lucide-react";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import type { Moved } from "../data/analysis-worker.ts";
import { hush, undo, useWorkbench } from "../data/workbench.ts";
import { Button, IconButton } from "../kit/button.tsx";
import { Problems } from "../kit/problems.tsx";

export function SaidLine() {
  const { t } = useTranslation();
  const said = useWorkbench((state) => state.said);
  if (!said) return null;
  const { title, effect, problems, working, inFiles = false } = said;
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
            <MovedThreats name={t("frame.said.come")} moved={effect.come} />
            <MovedThreats name={t("frame.said.gone")} moved={effect.gone} />
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

/** Threats by their titles; the id, by which commands know one, is told on top of it. */
function MovedThreats({ name, moved: { count, first } }: { readonly name: string; readonly moved: Moved }) {
  if (count === 0) return null;
  return (
    <>
      {" "}
      {name}{" "}
      {first.map(({ id, title }, i) => (
        <Fragment key={id}>
          {i > 0 && "; "}
          <bdi title={id} data-threat={id}>
            {title}
          </bdi>
        </Fragment>
      ))}
      {count > first.length ? ` +${count - first.length}` : ""}
    </>
  );
}
