// What was answered in this workshop so far: each answer with who gave it, and how the threats that waited for it stand now.
import { byCodeUnit, cameOf, nameOfPerson, type RoomAnswer } from "@parapet/core";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { useSelect } from "../../../data/selection.ts";
import { useViews, type Views } from "../../../data/views.ts";
import { TierChip } from "../../../kit/chips.tsx";
import { useWorkshop } from "../../running/in-workshop.ts";

const listed = 3;

export function AnsweredHere() {
  const { t } = useTranslation();
  const views = useViews();
  const { workshop } = useWorkshop();
  const answered = Object.entries(workshop.answered ?? {}).sort(([a], [b]) => byCodeUnit(a, b));
  if (answered.length === 0 || !views) return null;
  return (
    <section aria-label={t("workshop.signOff.answered")}>
      <h3 className="mb-1 text-sm font-semibold text-soft">{t("workshop.signOff.answered")}</h3>
      <ul className="flex flex-col gap-2">
        {answered.map(([question, answer]) => (
          <Answered key={question} question={question} answer={answer} views={views} />
        ))}
      </ul>
    </section>
  );
}

interface AnsweredProps {
  readonly question: string;
  readonly answer: RoomAnswer;
  readonly views: Views;
}

function Answered({ question, answer, views }: AnsweredProps) {
  const { t } = useTranslation();
  const { document } = useWorkshop();
  const select = useSelect();
  const by = nameOfPerson(document, answer.by);
  const recorded = answer["recorded-by"];
  const came = cameOf(answer, document, (id) => views.threat.get(id));
  const value = answer.value === "dont-know" ? t("workshop.answered.nobodyKnows") : answer.value.replaceAll("-", " ");
  return (
    <li data-answered={question}>
      <p className="text-lg" dir="auto">
        {answer.asked ?? question} <strong>{answer.when === undefined ? value : `${value} ${answer.when}`}</strong>
      </p>
      <p className="text-sm text-soft">
        {recorded === undefined
          ? t("workshop.answered.said", { by })
          : t("workshop.answered.recorded", { by, recorded: nameOfPerson(document, recorded) })}{" "}
        · {cameText(t, answer, came.counts)}
      </p>
      {came.open.slice(0, listed).map(({ id, tier, title }) => (
        <button
          key={id}
          type="button"
          className="flex items-start gap-2 text-left text-sm hover:underline"
          onClick={() => select({ kind: "threat", id })}
        >
          <TierChip tier={tier} />
          <span dir="auto">{title}</span>
        </button>
      ))}
    </li>
  );
}

function cameText(t: TFunction, { threats = [] }: RoomAnswer, counts: ReturnType<typeof cameOf>["counts"]): string {
  if (counts.size === 0) return t("workshop.answered.none");
  const parts = [...counts].map(([status, count]) =>
    t("workshop.answered.part", {
      count,
      status: status === "gone" ? t("workshop.answered.gone") : t(`words.status.${status}`).toLowerCase(),
    }),
  );
  return t("workshop.answered.waited", { count: threats.length, parts: parts.join(", ") });
}
