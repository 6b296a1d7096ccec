// The keys of a question's answers: Y and N, a number for one of several, D for “don't know”.
import { useEffect } from "react";
import { isTyping } from "../../frame/shortcuts.ts";
import { type AnswerForm, keyOfAnswer } from "./answer-form.ts";

export const dontKnowKey = "d";

interface Answering {
  /** Undefined while nothing listens. */
  readonly form: AnswerForm | undefined;
  readonly give: (value: string) => void;
  readonly dontKnow: () => void;
}

export function useAnswerKeys({ form, give, dontKnow }: Answering): void {
  useEffect(() => {
    if (!form) return;
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const choice =
        form.kind === "one" ? form.choices.find(({ value }, i) => keyOfAnswer(value, i) === event.key) : undefined;
      if (choice) give(choice.value);
      else if (event.key === dontKnowKey) dontKnow();
      else return;
      event.preventDefault();
    };
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  });
}
