// Who takes part answers on their own page; it counts once it is written down.
import { answersOf, type Question } from "@parapet/core";
import { useTranslation } from "react-i18next";
import { useWorkbench } from "../../../data/workbench.ts";
import { Button } from "../../../kit/button.tsx";
import { unknownAnswer } from "../../live.ts";
import { useWorkshop } from "../../running/in-workshop.ts";

export function OfferOwn({ question }: { readonly question: Question }) {
  const { t } = useTranslation();
  const { act, live } = useWorkshop();
  const analysis = useWorkbench((state) => state.analysis);
  const you = useWorkbench((state) => state.shown?.you?.session);
  if (!analysis) return null;
  const mine = live.offers.find((offer) => offer.session === you && offer.question === question.id)?.value;
  return (
    <div className="flex flex-wrap gap-2">
      {[...answersOf(analysis, question).slice(0, 12), unknownAnswer].map((value) => (
        <Button
          key={value}
          aria-pressed={mine === value}
          look={mine === value ? "main" : "plain"}
          className="min-h-12! px-5! text-lg!"
          onClick={() => act({ kind: "offer", question: question.id, value })}
        >
          {value === unknownAnswer ? t("workshop.questions.iDontKnow") : value.replaceAll("-", " ")}
        </Button>
      ))}
    </div>
  );
}
