// Who does not know the answer of the question that is asked: told by themselves, on their own device.
import { useTranslation } from "react-i18next";
import { useWorkshop } from "../../running/in-workshop.ts";

export function UnsureLine({ question }: { readonly question: string }) {
  const { t } = useTranslation();
  const { live } = useWorkshop();
  const asked = live.board?.kind === "question" ? live.board.question : undefined;
  const names = live.attending.flatMap(({ key, name }) => (live.unsure.includes(key) ? [name] : []));
  if (asked !== question || names.length === 0) return null;
  return (
    <p role="status" className="text-lg text-soft" data-unsure="">
      {t("workshop.questions.unsure", { names: names.join(", ") })}
    </p>
  );
}
