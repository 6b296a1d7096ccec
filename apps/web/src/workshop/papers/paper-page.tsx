// A paper of a workshop as a page that prints: the pack before it, the minutes after it.
import "../../reports/report.css";
import type { Problem } from "@parapet/core";
import { ArrowLeft, Download, Printer } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { linkTo } from "../../data/selection.ts";
import { useWorkbench } from "../../data/workbench.ts";
import { Button } from "../../kit/button.tsx";
import { Problems } from "../../kit/problems.tsx";
import { MarkdownText } from "./markdown-text.tsx";
import { type Paper, paperText } from "./paper-link.ts";

export function PaperPage({ id, paper }: { readonly id: string; readonly paper: Paper }) {
  const { t } = useTranslation();
  const model = useWorkbench((state) => state.model);
  const head = useWorkbench((state) => state.shown?.head);
  const source = paperText(model, id, paper);
  const [text, setText] = useState<string>();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: made anew with every change of the model.
  useEffect(() => {
    let wanted = true;
    void read(source).then(({ text: made, problems: wrong }) => {
      if (!wanted) return;
      setText(made);
      setProblems(wrong);
    });
    return () => {
      wanted = false;
    };
  }, [source, head]);
  return (
    <div className="mx-auto max-w-[62rem] bg-ground text-ink print:max-w-none">
      <header className="sticky top-0 z-10 flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line bg-surface px-5 py-2 print:hidden">
        <Link
          href={linkTo(model, `workshop/${encodeURIComponent(id)}`)}
          className="flex items-center gap-1.5 text-sm text-soft hover:text-ink"
        >
          <ArrowLeft size={14} aria-hidden="true" /> {t("workshop.paper.back")}
        </Link>
        <span className="text-sm font-medium">{t(`workshop.paper.${paper}`)}</span>
        <a href={source} download className="ml-auto flex items-center gap-1.5 text-sm text-accent hover:underline">
          <Download size={14} aria-hidden="true" /> {t("workshop.paper.markdown")}
        </a>
        <Button look="main" onClick={() => window.print()}>
          <Printer size={14} aria-hidden="true" /> {t("words.print")}
        </Button>
      </header>
      <main className="flex flex-col gap-3 px-5 pt-6 pb-16 text-base sm:px-10 print:block print:p-0 print:text-sm">
        <Problems problems={problems} />
        {text === undefined && problems.length === 0 && <p className="text-soft">{t("frame.opening")}</p>}
        <MarkdownText text={text ?? ""} picture={`/models/${encodeURIComponent(model)}/diagram.svg`} />
      </main>
    </div>
  );
}

async function read(path: string): Promise<{ readonly text?: string; readonly problems: readonly Problem[] }> {
  try {
    const answer = await fetch(path, { credentials: "same-origin" });
    if (answer.ok) return { text: await answer.text(), problems: [] };
    const { problems = [] } = (await answer.json()) as { readonly problems?: readonly Problem[] };
    return { problems };
  } catch (error) {
    return { problems: [{ code: "file-unreadable", say: (error as Error).message, fix: "" }] };
  }
}
