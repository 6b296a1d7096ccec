// A control: what it is, what it removes, how large it is.
import { useTranslation } from "react-i18next";
import type { World } from "./world.ts";

export function WhatControl({ id, world }: { readonly id: string; readonly world: World }) {
  const { t } = useTranslation();
  const control = world.knowledge.controls.find((one) => one.id === id);
  if (!control) return <p className="text-sm text-soft">{t("inspector.gone", { id })}</p>;
  const texts = world.texts?.controls[id];
  return (
    <>
      <p className="text-sm text-soft">
        {t(`inspector.level.${control.level}`)} · {t(`inspector.effort.${control.effort}`)}
      </p>
      {texts && <p className="mt-1 text-sm">{texts.what}</p>}
      {texts && <p className="mt-1 text-sm text-soft">{texts.removes}</p>}
    </>
  );
}
