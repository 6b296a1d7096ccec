// Who answers for an assumption, and the day on which it is looked at again.
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { usePeople } from "../../data/people.ts";
import { useCommand } from "../../data/use-command.ts";
import { call } from "../../data/workbench.ts";
import { BareDay, BareText } from "../../kit/bare-fields.tsx";
import { PeopleList } from "../../kit/person.tsx";
import { Problems } from "../../kit/problems.tsx";
import type { Assumption } from "./assumptions.ts";

interface OwningProps {
  readonly id: string;
  readonly assumption: Assumption;
  readonly now: string;
}

/** Two quiet fields that save when they are left. */
export function Owning({ id, assumption, now }: OwningProps) {
  const { t } = useTranslation();
  const { run, problems } = useCommand();
  const { owner = "", review = "", text } = assumption;
  const { shown, keyOf } = usePeople();
  const list = useId();
  const held = shown(owner);
  const own = (change: { readonly owner: string } | { readonly review: string }) =>
    void run(t("scoping.assumptions.didOwn", { text }), call("own-assumption", { id, ...change }));
  return (
    <>
      <BareText
        key={`owner ${held}`}
        label={t("scoping.assumptions.owner")}
        placeholder={t("scoping.assumptions.noOwner")}
        list={list}
        defaultValue={held}
        className="-ml-2 w-32 border-transparent! bg-transparent! text-xs! hover:border-line-strong!"
        onBlur={({ target }) => target.value.trim() !== held && own({ owner: keyOf(target.value.trim()) })}
        onKeyDown={({ key, currentTarget }) => key === "Enter" && currentTarget.blur()}
      />
      <BareDay
        key={`review ${review}`}
        label={t("scoping.assumptions.review")}
        defaultValue={review}
        min={now}
        className="w-30 border-transparent! bg-transparent! text-xs! hover:border-line-strong!"
        onBlur={({ target }) => target.value !== "" && target.value !== review && own({ review: target.value })}
      />
      <PeopleList id={list} />
      <Problems problems={problems} />
    </>
  );
}
