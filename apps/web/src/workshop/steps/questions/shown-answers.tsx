// What it takes for an answer, as the projector shows it to be said aloud: each with what it means where the knowledge says so.
import type { Board } from "@parapet/live";
import { clsx } from "clsx";

type Asked = Extract<Board, { kind: "question" }>;

/** More than these stand in two columns. */
const inOneColumn = 5;

/** Nothing where any words are an answer. */
export function ShownAnswers({ form, choices }: Pick<Asked, "form" | "choices">) {
  const told = choices.some(({ say }) => say !== undefined);
  if (form === "open" && !told) return null;
  const columns = choices.length > inOneColumn ? "grid gap-x-6 gap-y-2 lg:grid-cols-2" : "flex flex-col gap-2";
  return (
    <ul className={told ? columns : "flex flex-wrap gap-2"}>
      {choices.map(({ value, say }) => (
        <li key={value} className="flex items-baseline gap-x-3">
          {form === "several" ? (
            <span className="text-lg" dir="auto">
              {say ?? spoken(value)}
            </span>
          ) : (
            <>
              <span
                className={clsx(
                  "shrink-0 rounded-md border border-line-strong/60 px-4 py-1",
                  told ? "text-lg" : "text-xl",
                )}
                dir="auto"
              >
                {spoken(value)}
              </span>
              {say !== undefined && (
                <span className="min-w-0 flex-1 text-lg text-soft" dir="auto">
                  {say}
                </span>
              )}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function spoken(value: string): string {
  return value.replaceAll("-", " ");
}
