// What the panel tells: where git stands, how the files stand, the difference from the last commit in sentences, and a message to copy.
import type { Result } from "@parapet/core";
import { X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { UncommittedChanges } from "../data/changes.ts";
import { linkTo } from "../data/selection.ts";
import { useWorkbench } from "../data/workbench.ts";
import { Button, IconButton } from "../kit/button.tsx";
import { Section } from "../kit/layout.tsx";
import { Problems } from "../kit/problems.tsx";
import { ChangesFiles } from "./changes-files.tsx";
import { ChangesMessage } from "./changes-message.tsx";

const shownSentences = 6;

export function ChangesPanel({
  changes,
  close,
}: {
  readonly changes: Result<UncommittedChanges> | undefined;
  readonly close: () => void;
}) {
  const { t } = useTranslation();
  return (
    <>
      <div className="sticky top-0 z-10 flex items-start gap-2 border-b border-line bg-surface px-4 py-3">
        <div className="min-w-0 flex-1">
          <h2 className="font-semibold leading-5">{t("changes.title")}</h2>
          {changes?.ok && <Where changes={changes.value} />}
        </div>
        <IconButton label={t("changes.close")} onClick={close}>
          <X size={16} />
        </IconButton>
      </div>
      <div className="flex flex-col gap-5 px-4 py-4 text-sm">
        <ChangesFiles />
        {!changes && <p className="text-soft">{t("changes.loading")}</p>}
        {changes && !changes.ok && <Problems problems={changes.problems} />}
        {changes?.ok && <Told changes={changes.value} close={close} />}
      </div>
    </>
  );
}

function Where({ changes: { git } }: { readonly changes: UncommittedChanges }) {
  const { t } = useTranslation();
  const head = git?.head?.slice(0, 8) ?? "";
  const text =
    git === null
      ? t("changes.where.noGit")
      : git.branch === null
        ? t("changes.where.detached", { head })
        : git.head === null
          ? t("changes.where.first", { branch: git.branch })
          : t("changes.where.branch", { branch: git.branch, head });
  return <p className="text-xs text-soft">{text}</p>;
}

function Told({ changes, close }: { readonly changes: UncommittedChanges; readonly close: () => void }) {
  const { t } = useTranslation();
  const model = useWorkbench((state) => state.model);
  const [all, setAll] = useState(false);
  const { git, sentences, message, lost, problems = [] } = changes;
  if (git === null) return <p>{lost}</p>;
  const shown = all ? sentences : sentences.slice(0, shownSentences);
  return (
    <>
      <Problems problems={problems} />
      <Section title={t("changes.since.title")} note={sentences.length > 0 ? sentences.length : undefined}>
        {sentences.length === 0 && problems.length === 0 && <p className="text-soft">{t("changes.since.none")}</p>}
        <ul className="flex flex-col gap-1.5" dir="auto">
          {shown.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <div className="mt-2 flex flex-wrap items-center gap-3">
          {shown.length < sentences.length && (
            <Button onClick={() => setAll(true)}>{t("changes.since.all", { count: sentences.length })}</Button>
          )}
          {git.dirty && (
            <Link
              href={linkTo(model, "maintenance")}
              onClick={close}
              className="font-medium text-accent hover:underline"
            >
              {t("changes.since.drawn")}
            </Link>
          )}
        </div>
      </Section>
      {message !== "" && <ChangesMessage key={message} message={message} />}
    </>
  );
}
