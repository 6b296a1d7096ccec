// The cards of the scales that are voted on: of one scale a card is given at once, of several when each has its value.
import type { Factor } from "@parapet/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../kit/button.tsx";
import { CardRow } from "./card-row.tsx";

export type Values = Readonly<Record<string, number>>;

export function CardHand({
  factors,
  give,
}: {
  readonly factors: readonly Factor[];
  readonly give: (values: Values) => void;
}) {
  const { t } = useTranslation();
  const [values, setValues] = useState<Values>({});
  const [only] = factors;
  if (factors.length === 1 && only) return <CardRow factor={only} give={(value) => give({ [only.id]: value })} />;
  const complete = factors.every(({ id }) => id in values);
  const lay = () => {
    give(values);
    setValues({});
  };
  return (
    <div className="flex flex-col gap-4">
      {factors.map((factor) => (
        <div key={factor.id} className="flex flex-col gap-1">
          <h4 className="text-base font-medium">{factor.title}</h4>
          <CardRow
            factor={factor}
            chosen={values[factor.id]}
            give={(value) => setValues({ ...values, [factor.id]: value })}
          />
        </div>
      ))}
      <Button look="main" className="w-fit" disabled={!complete} onClick={lay}>
        {t("workshop.votes.lay")}
      </Button>
    </div>
  );
}
