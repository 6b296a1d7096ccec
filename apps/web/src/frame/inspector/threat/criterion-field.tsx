// How a mitigation in own words is tested, with an example: what the threat says is tried. The arrow to the right takes it, and typing replaces it.
import { type RefObject, useLayoutEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { BareText } from "../../../kit/bare-fields.tsx";
import { Key } from "../../../kit/button.tsx";
import type { CardThreat } from "./card-threat.ts";

interface CriterionFieldProps {
  readonly threat: CardThreat;
  readonly value: string;
  readonly setValue: (value: string) => void;
  readonly field: RefObject<HTMLInputElement | null>;
}

export function CriterionField({ threat, value, setValue, field }: CriterionFieldProps) {
  const { t } = useTranslation();
  const taken = useRef<string>(undefined);
  const example = t("inspector.mitigate.example", { threat: threat.title.replace(/[.\s]+$/, "") });
  const take = () => {
    taken.current = example;
    setValue(example);
    field.current?.focus();
  };
  useLayoutEffect(() => {
    if (value === taken.current) field.current?.select();
    taken.current = undefined;
  }, [value, field]);
  return (
    <>
      <BareText
        ref={field}
        label={t("inspector.mitigate.tested")}
        value={value}
        onChange={({ target }) => setValue(target.value)}
        onKeyDown={(event) => {
          if (event.key !== "ArrowRight" || value !== "") return;
          event.preventDefault();
          take();
        }}
        className="w-full border-dashed"
      />
      {value === "" && (
        <button
          type="button"
          className="flex items-start gap-1.5 text-left text-xs text-soft hover:underline"
          onClick={take}
        >
          <span className="min-w-0">
            {t("inspector.mitigate.forExample")} <q dir="auto">{example}</q>
          </span>
          <Key>→</Key>
        </button>
      )}
    </>
  );
}
