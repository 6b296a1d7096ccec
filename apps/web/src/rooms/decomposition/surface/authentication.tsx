// How a caller of an entry point proves who they are, chosen where it stands.
import { useTranslation } from "react-i18next";
import { call, send, useWorkbench } from "../../../data/workbench.ts";
import { CertaintyMark } from "../../../kit/certainty.tsx";
import type { EntryRow } from "./inventory.ts";
import { useProofWords } from "./proof-words.ts";

export function Authentication({ row }: { readonly row: EntryRow }) {
  const { t } = useTranslation();
  const pool = useWorkbench((state) => state.knowledge?.pools.find(({ id }) => id === "authentication"));
  const unknown = row.authentication === "unknown";
  // What nobody said is a question: its answer voids no review.
  const choose = (value: string) =>
    send(
      t("surface.didAuthentication", { name: row.title, value: words(value) }),
      unknown
        ? call("answer-question", { ids: [`authentication@${row.id}`], value })
        : call("set-field", { id: row.id, field: "authentication", value: value === "unknown" ? null : value }),
    );
  const proofWords = useProofWords();
  const words = (value: string) => (value === "none" ? t("surface.authentication.none") : proofWords(value));
  const values = Object.keys(pool?.values ?? {});
  return (
    <label className="flex min-w-0 flex-1 items-center gap-1.5 pl-2">
      <CertaintyMark certainty={row.proof} />
      <select
        aria-label={t("surface.authentication.field", { name: row.title })}
        title={words(row.authentication)}
        value={row.authentication}
        onChange={({ target }) => void choose(target.value)}
        className="min-w-0 flex-1 truncate rounded border border-transparent bg-transparent py-1 text-sm hover:border-line"
      >
        <option value="unknown">{t("surface.authentication.unknown")}</option>
        {!unknown && !values.includes(row.authentication) && (
          <option value={row.authentication}>{words(row.authentication)}</option>
        )}
        {values.map((value) => (
          <option key={value} value={value}>
            {words(value)}
          </option>
        ))}
      </select>
    </label>
  );
}
