// The line that says what the last thing did, and takes it back. It goes after a while or with the room; a problem stays until it is put away.

import { clsx } from "clsx";
import { X } from "lucide-react";
import { Fragment, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Effect, Moved } from "../data/analysis-worker.ts";
import { hush, undo, useWorkbench } from "../data/workbench.ts";
import { Button, IconButton } from "../kit/button.tsx";
import { Problems } from "../kit/problems.tsx";
import { useClearSide } from "./use-clear-side.ts";

/** So long it can be read, in milliseconds, since it last said something new or was pointed at. */
const readable = 15_000;

export function SaidLine() {
  const { t } = useTranslation();
  const said = useWorkbench((state) => state.said);
  const line = useRef<HTMLDivElement>(null);
  const [held, setHeld] = useState(false);
  const side = useClearSide(line, said);
  const passes = said !== undefined && !said.working && said.problems.length === 0 && !held;
  useEffect(() => {
    if (!passes || said === undefined) return;
    const timer = setTimeout(hush, readable);
    return () => clearTimeout(timer);
  }, [passes, said]);
  // Put away under the pointer, it hears of no leaving.
  useEffect(() => {
    if (said === undefined) setHeld(false);
  }, [said]);
  if (!said) return null;
  const { title, effect, problems, working, inFiles = false } = said;
  return (
    <div
      ref={line}
      role="status"
      data-said={side}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className={clsx(
        "absolute inset-x-3 z-20 mx-auto flex w-fit max-w-[min(60rem,calc(100%-1.5rem))] items-center gap-3 rounded-lg border border-line bg-surface px-4 py-2 shadow-raised",
        side === "bottom" ? "bottom-3" : "top-3",
      )}
    >
      <div className="min-w-0 text-sm">
        {title !== "" && <span className="font-medium">{title}. </span>}
        {problems.length > 0 && <Problems problems={problems} />}
        {working && <span className="text-soft">{t("frame.said.working")}</span>}
        {effect && (
          <span className="text-soft" data-effect="">
            <Turns effect={effect} />
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

/** The counts, the threats that stand otherwise, what waits; that no threat changes only where nothing was written about one. */
function Turns({ effect: { sentence, turned } }: { readonly effect: Effect }) {
  const { t } = useTranslation();
  const parts = [
    ...(sentence === "" ? [] : [sentence]),
    ...turned.statuses.map(([status, count]) => t("frame.said.turned", { count, status: t(`words.status.${status}`) })),
    ...(turned.waits > 0 ? [t("frame.said.waits", { count: turned.waits })] : []),
  ];
  if (parts.length === 0 && !turned.about) parts.push(t("frame.said.nothing"));
  return <>{parts.join(" ")}</>;
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
