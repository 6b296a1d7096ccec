// The name of a group, changed where it stands.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useWorkshop } from "../../running/in-workshop.ts";

export function GroupName({ name, rename }: { readonly name: string; readonly rename: (name: string) => void }) {
  const { t } = useTranslation();
  const { role } = useWorkshop();
  const [text, setText] = useState(name);
  if (role !== "facilitator")
    return (
      <h3 className="text-base font-semibold" dir="auto">
        {name}
      </h3>
    );
  const done = () => {
    const given = text.trim();
    if (given === "" || given === name) setText(name);
    else rename(given);
  };
  return (
    <input
      aria-label={t("workshop.grouping.name")}
      dir="auto"
      maxLength={300}
      value={text}
      onChange={({ target }) => setText(target.value)}
      onBlur={done}
      onKeyDown={({ key, currentTarget }) => {
        if (key === "Enter") currentTarget.blur();
        if (key === "Escape") setText(name);
      }}
      className="w-full rounded-md border border-transparent bg-transparent text-base font-semibold hover:border-line focus:border-line-strong"
    />
  );
}
