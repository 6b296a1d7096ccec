// A control in the list: what it takes away, what it is chosen for, what else it would help against; it opens where it stands.
import type { ControlCase } from "@parapet/core";
import { clsx } from "clsx";
import type { TFunction } from "i18next";
import { ChevronDown, ChevronRight } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { usePeople } from "../../data/people.ts";
import { useWorld } from "../../frame/inspector/world.ts";
import { ControlDetail } from "./control-detail.tsx";

export interface ControlRowProps {
  readonly of: ControlCase;
  readonly places: readonly number[];
  /** The most that a control of the list takes away: the scale of the bars. */
  readonly most: number;
  readonly alone: boolean;
  readonly isOpen: boolean;
  readonly turn: () => void;
}

export function ControlRow({ of, places, most, alone, isOpen, turn }: ControlRowProps) {
  const { t } = useTranslation();
  const world = useWorld();
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isOpen) row.current?.scrollIntoView({ block: "nearest" });
  }, [isOpen]);
  const people = usePeople();
  const { control, title, level, effort, platform, mitigations } = of;
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  return (
    <li ref={row} data-control={control} className="scroll-mt-4 border-b border-line last:border-b-0">
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={turn}
        className={clsx(
          "grid w-full grid-cols-[1rem_minmax(0,1fr)] items-center gap-x-2 gap-y-0.5 px-3 py-2 text-left hover:bg-sunken @2xl:grid-cols-[1rem_minmax(0,1fr)_8.5rem_11rem]",
          isOpen && "bg-sunken",
        )}
      >
        <Chevron size={14} aria-hidden="true" />
        <span className="min-w-0">
          <span className="text-sm font-medium">{title}</span>
          {mitigations.length > 0 && (
            <span className="ml-2 rounded-full bg-accent-soft px-1.5 text-2xs font-medium text-accent">
              {t("mitigation.list.isChosen")}
            </span>
          )}
          {places.length > 0 && (
            <span
              className="ml-2 text-xs text-faint"
              title={t("mitigation.list.place", { numbers: places.join(", ") })}
            >
              {places.join(", ")}
            </span>
          )}
          <span className="block text-xs text-soft">
            {t(`inspector.level.${level}`)} · {t(`inspector.effort.${effort}`)}
            {platform && ` · ${platformText(t, people.name, platform)}`}
            {alone && <strong className="font-medium text-critical"> · {t("mitigation.list.alone")}</strong>}
          </span>
        </span>
        <span className="col-start-2 @2xl:col-start-auto">
          <RemovesBar of={of} most={most} />
        </span>
        <span className="col-start-2 text-xs text-soft @2xl:col-start-auto">{countsText(t, of)}</span>
      </button>
      {isOpen && world?.texts && <ControlDetail of={of} world={{ ...world, texts: world.texts }} />}
    </li>
  );
}

function platformText(
  t: TFunction,
  name: (key: string) => string,
  { title, owner }: NonNullable<ControlCase["platform"]>,
): string {
  return owner === undefined
    ? t("mitigation.list.platformNobody", { title })
    : t("mitigation.list.platform", { title, owner: name(owner) });
}

function countsText(t: TFunction, { chosen, open, asked, mitigations }: ControlCase): string {
  return [
    mitigations.length > 0 && chosen.length === 0 && t("mitigation.list.settled"),
    chosen.length > 0 && t("mitigation.list.chosenFor", { count: chosen.length }),
    open.length > 0 && t("mitigation.list.openFor", { count: open.length }),
    asked.length > 0 && t("mitigation.list.askedFor", { count: asked.length }),
  ]
    .filter((part) => part !== false)
    .join(" · ");
}

/** Filled for what it is chosen for, framed for what it would add, hatched for what is asked. */
function RemovesBar({ of: { removes, adds, mayRemove }, most }: Pick<ControlRowProps, "of" | "most">) {
  const { t } = useTranslation();
  const share = (risk: number) => `${most <= 0 ? 0 : (risk / most) * 100}%`;
  const say = [
    removes > 0 && t("mitigation.list.removes", { risk: Math.round(removes) }),
    adds > 0 && t("mitigation.list.adds", { risk: Math.round(adds) }),
    mayRemove > 0 && t("mitigation.list.mayRemove", { risk: Math.round(mayRemove) }),
  ].filter((part) => part !== false);
  const open = Math.round(removes + adds);
  return (
    <span className="flex items-center gap-2" title={say.join("; ")}>
      <span className="flex h-2.5 w-20 overflow-hidden rounded-xs bg-sunken text-accent" aria-hidden="true">
        <span className="h-full bg-accent" style={{ width: share(removes) }} />
        <span className={clsx("h-full border-accent", adds > 0 && "border-2")} style={{ width: share(adds) }} />
        <span className="hatched h-full" style={{ width: share(mayRemove) }} />
      </span>
      <span className="text-xs">
        <span className="sr-only">{say.join("; ")}</span>
        <span aria-hidden="true">{open > 0 ? `−${open}` : mayRemove > 0 ? `−${Math.round(mayRemove)} ?` : "0"}</span>
      </span>
    </span>
  );
}
