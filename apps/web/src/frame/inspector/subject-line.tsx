// The thing that a threat or a question is about: what kind of thing it is, and the way to it; or that it is gone.
import { modelSubject } from "@parapet/core";
import { useTranslation } from "react-i18next";
import { useSelect } from "../../data/selection.ts";
import { Line } from "./part.tsx";
import { kindOfThing } from "./subject.ts";
import type { World } from "./world.ts";

export function SubjectLine({ id, world }: { readonly id: string; readonly world: World }) {
  const { t } = useTranslation();
  const select = useSelect();
  const kind = kindOfThing(world.document, id);
  const title = world.views.title(id);
  if (id === modelSubject) return <Line name={t("inspector.system")}>{title}</Line>;
  if (!kind) return <Line name={t("inspector.field.on")}>{t("inspector.gone", { id })}</Line>;
  return (
    <Line name={t(`words.kind.${kind}`)}>
      <button type="button" className="text-accent hover:underline" onClick={() => select({ kind, id })}>
        {title}
      </button>
    </Line>
  );
}
