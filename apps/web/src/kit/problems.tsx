// Problems in words: what happened and what to do, as the command line says them.
import type { Problem } from "@parapet/core";

/** A list of problems; nothing when there are none. */
export function Problems({ problems }: { readonly problems: readonly Problem[] }) {
  if (problems.length === 0) return null;
  return (
    <div role="alert">
      <ul className="flex flex-col gap-1 text-sm">
        {problems.map(({ code, say, fix }) => (
          <li key={`${code} ${say}`} dir="auto">
            <span className="text-critical">{say}</span> <span className="text-soft">{fix}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
