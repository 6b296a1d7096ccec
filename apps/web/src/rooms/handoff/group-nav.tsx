// Features and components, each with how many of its criteria are met and how much is missing.
import { clsx } from "clsx";
import { useTranslation } from "react-i18next";
import { Ring } from "../../kit/ring.tsx";
import type { Completeness } from "./completeness.ts";
import { type Group, kindOfGroup, nameOfGroup } from "./groups.ts";

export interface GroupNavProps {
  readonly groups: readonly { readonly group: Group; readonly completeness: Completeness }[];
  readonly chosen: string;
  readonly choose: (id: string) => void;
}

export function GroupNav({ groups, chosen, choose }: GroupNavProps) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t("handoff.groups")} className="min-w-0">
      <ul className="flex max-h-72 flex-col gap-0.5 overflow-y-auto @3xl:sticky @3xl:top-3 @3xl:max-h-[calc(100vh-9rem)]">
        {groups.map(({ group, completeness }) => (
          <li key={`${group.kind} ${group.id}`}>
            <button
              type="button"
              aria-current={group.id === chosen ? "true" : undefined}
              onClick={() => choose(group.id)}
              className={clsx(
                "flex w-full items-center gap-2 rounded-md px-2 py-1.5 text-left",
                group.id === chosen ? "bg-accent-soft text-accent" : "hover:bg-sunken",
              )}
            >
              <Ring
                done={completeness.met}
                total={completeness.required}
                label={t("handoff.criteria", { met: completeness.met, total: completeness.required })}
              />
              <span className="min-w-0">
                <span className="block truncate text-sm font-medium" title={nameOfGroup(group, t)} dir="auto">
                  {nameOfGroup(group, t)}
                </span>
                <span className={clsx("block text-2xs", group.id === chosen ? "text-accent" : "text-faint")}>
                  {kindOfGroup(group, t)} ·{" "}
                  {completeness.complete
                    ? t("handoff.complete")
                    : t("handoff.missingCount", { count: completeness.missing.length })}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
