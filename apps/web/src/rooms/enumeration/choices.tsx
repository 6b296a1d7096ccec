// The answers of a question as buttons; where the knowledge says what an answer means, its meaning stands beside it.
import { useId } from "react";
import { Button } from "../../kit/button.tsx";
import type { Choice } from "./answer-form.ts";

interface ChoicesProps {
  readonly choices: readonly Choice[];
  readonly give: (value: string) => Promise<void>;
  readonly large?: boolean;
  /** The key that gives an answer, where keys do. */
  readonly keyOf?: (value: string, i: number) => string;
}

export function Choices({ choices, give, large = false, keyOf }: ChoicesProps) {
  const meanings = useId();
  const told = choices.some(({ say }) => say !== undefined);
  return (
    <div className={told ? "flex flex-col gap-1.5" : "flex flex-wrap gap-1.5"} data-answers="">
      {choices.map(({ value, say }, i) => (
        <div key={value} className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5">
          <Button
            {...(say !== undefined && { "aria-describedby": `${meanings}-${value}` })}
            {...(keyOf && { hint: keyOf(value, i) })}
            onClick={() => void give(value)}
            className={large ? "min-h-12! px-5! text-lg!" : ""}
          >
            {value.replaceAll("-", " ")}
          </Button>
          {say !== undefined && (
            <span
              id={`${meanings}-${value}`}
              className={large ? "min-w-48 flex-1 text-base text-soft" : "min-w-32 flex-1 text-xs text-soft"}
            >
              {say}
            </span>
          )}
        </div>
      ))}
    </div>
  );
}
