// What is asked, answered in place.
import type { Question } from "@parapet/core";
import { AnswerCard } from "../../rooms/enumeration/answer-card.tsx";

export function Unknown({ questions }: { readonly questions: readonly Question[] }) {
  return (
    <ul className="flex flex-col gap-2">
      {questions.map((question) => (
        <li key={question.id} className="rounded-md border border-line px-3 py-2">
          <AnswerCard question={question} />
        </li>
      ))}
    </ul>
  );
}
