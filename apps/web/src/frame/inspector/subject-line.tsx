// The thing that a threat or a question is about: what kind of thing it is, and the way to it.
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
  if (!kind) return <Line name={t("inspector.system")}>{title}</Line>;
  return (
    <Line name={t(`words.kind.${kind}`)}>
      <button type="button" className="text-accent hover:underline" onClick={() => select({ kind, id })}>
        {title}
      </button>
    </Line>
  );
}
