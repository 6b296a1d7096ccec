// What people answered on their own devices: who leads writes one of them down, as said by that person.
import { answersOf, type Question } from "@parapet/core";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../../data/use-command.ts";
import { call, useWorkbench } from "../../../data/workbench.ts";
import { Button } from "../../../kit/button.tsx";
import { Problems } from "../../../kit/problems.tsx";
import { type Offer, unknownAnswer } from "../../live.ts";
import { useWorkshop } from "../../running/in-workshop.ts";
import { guestName } from "../../running/people.ts";

export function OfferList({ question, done }: { readonly question: Question; readonly done: () => void }) {
  const { t } = useTranslation();
  const { live, role } = useWorkshop();
  const { run, problems } = useCommand();
  const analysis = useWorkbench((state) => state.analysis);
  const offers = live.offers.filter((offer) => offer.question === question.id);
  if (offers.length === 0 || !analysis) return null;
  const takes = answersOf(analysis, question);
  const write = async ({ name, guest, value }: Offer) => {
    const input = { ids: [question.id], value, "said-by": guest ? guestName(name) : name };
    const title = t("enumeration.queue.answered", { text: question.text, value });
    if (await run(title, call("answer-question", input))) done();
  };
  return (
    <section aria-label={t("workshop.questions.offers")}>
      <h3 className="mb-1 text-sm font-semibold text-soft">{t("workshop.questions.offers")}</h3>
      <ul className="flex flex-col gap-1">
        {offers.map((offer) => (
          <li key={offer.session} className="flex flex-wrap items-center gap-3 text-lg">
            <bdi className="max-w-60 truncate font-medium">{offer.guest ? guestName(offer.name) : offer.name}</bdi>
            <bdi>
              {offer.value === unknownAnswer ? t("workshop.questions.doesNotKnow") : offer.value.replaceAll("-", " ")}
            </bdi>
            {role === "facilitator" &&
              offer.value !== unknownAnswer &&
              (takes.length === 0 || takes.includes(offer.value)) && (
                <Button onClick={() => void write(offer)}>{t("workshop.questions.write")}</Button>
              )}
          </li>
        ))}
      </ul>
      <Problems problems={problems} />
    </section>
  );
}
