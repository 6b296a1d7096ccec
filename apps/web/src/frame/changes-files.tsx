// How the files stand: written, being written, or what is wrong with one and where.
import { useTranslation } from "react-i18next";
import { useWorkbench } from "../data/workbench.ts";
import { CertaintyMark } from "../kit/certainty.tsx";
import { Section } from "../kit/layout.tsx";

export function ChangesFiles() {
  const { t } = useTranslation();
  const { problems, written } = useWorkbench((state) => state.files);
  const head = useWorkbench((state) => state.shown?.head ?? 0);
  const connected = useWorkbench((state) => state.shown?.connected ?? false);
  const left = Math.max(0, head - written);
  const text = !connected
    ? t("changes.files.away")
    : problems.length > 0
      ? t("changes.files.broken")
      : left > 0
        ? t("changes.files.writing", { count: left })
        : t("changes.files.written");
  const mark = !connected ? "hatched" : problems.length > 0 ? "struck" : left > 0 ? "hollow" : "solid";
  return (
    <Section title={t("changes.files.title")}>
      <p className="flex items-start gap-2" role="status">
        <span className="mt-0.5">
          <CertaintyMark certainty={mark} label="" />
        </span>
        {text}
      </p>
      <ul className="mt-2 flex flex-col gap-2">
        {problems.map(({ code, say, fix, where }) => (
          <li key={`${code} ${say}`} className="rounded-md bg-sunken px-3 py-2" dir="auto">
            {where?.file !== undefined && (
              <p className="font-mono text-xs">
                {where.line === undefined
                  ? where.file
                  : t("changes.files.at", { file: where.file, line: String(where.line) })}
              </p>
            )}
            <p className="font-medium">{say}</p>
            <p className="text-soft">{fix}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
