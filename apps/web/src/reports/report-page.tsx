// A report as a page that prints: a bar with controls that paper does not show, and the report below it.
import "./report.css";
import type { ReportView } from "@parapet/reports";
import { clsx } from "clsx";
import { ArrowLeft, Download, Printer } from "lucide-react";
import { type ComponentType, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { linkTo } from "../data/selection.ts";
import { useWorkbench } from "../data/workbench.ts";
import { Button } from "../kit/button.tsx";
import { reports } from "../strings/en/reports.ts";
import { validation } from "../strings/en/validation.ts";
import { addStrings } from "../strings/i18n.ts";
import { type ArtifactId, artifactIds } from "./artifacts.ts";
import { RegisterReport } from "./register-report.tsx";
import { SummaryReport } from "./summary-report.tsx";
import { SurfaceReport } from "./surface-report.tsx";
import { useReportView } from "./use-report-view.ts";

addStrings({ reports, validation });

const pages: Readonly<Record<ArtifactId, ComponentType<{ readonly view: ReportView }>>> = {
  summary: SummaryReport,
  register: RegisterReport,
  surface: SurfaceReport,
};

export function ReportPage({ artifact }: { readonly artifact: ArtifactId }) {
  const { t } = useTranslation();
  const view = useReportView();
  useRunningHeads(view, t(`reports.title.${artifact}`));
  const Page = pages[artifact];
  return (
    <div className="report mx-auto max-w-[62rem] bg-ground text-ink print:max-w-none">
      <Controls artifact={artifact} />
      <main className="flex flex-col gap-8 px-5 pt-6 pb-16 sm:px-10 print:block print:p-0 print:[&>*+*]:mt-6">
        {view ? <Page view={view} /> : <p className="text-soft">{t("frame.opening")}</p>}
      </main>
    </div>
  );
}

function Controls({ artifact }: { readonly artifact: ArtifactId }) {
  const { t } = useTranslation();
  const model = useWorkbench((state) => state.model);
  return (
    <header className="sticky top-0 z-10 flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line bg-surface px-5 py-2 print:hidden">
      <Link href={linkTo(model, "overview")} className="flex items-center gap-1.5 text-sm text-soft hover:text-ink">
        <ArrowLeft size={14} aria-hidden="true" /> {t("reports.back")}
      </Link>
      <nav aria-label={t("reports.which")} className="flex gap-1">
        {artifactIds.map((id) => (
          <Link
            key={id}
            href={linkTo(model, `report/${id}`)}
            aria-current={id === artifact ? "page" : undefined}
            className={clsx(
              "rounded-md px-2.5 py-1 text-sm font-medium",
              id === artifact ? "bg-accent-soft text-accent" : "text-soft hover:bg-sunken hover:text-ink",
            )}
          >
            {t(`reports.title.${id}`)}
          </Link>
        ))}
      </nav>
      <Diagrams model={model} />
      <Button look="main" onClick={() => window.print()}>
        <Printer size={14} aria-hidden="true" /> {t("words.print")}
      </Button>
    </header>
  );
}

/** The diagram as files: to be put into a page, or edited elsewhere. */
function Diagrams({ model }: { readonly model: string | undefined }) {
  const { t } = useTranslation();
  return (
    <p className="ml-auto flex items-center gap-2 text-sm text-soft">
      <Download size={14} aria-hidden="true" /> {t("reports.diagram")}
      {(["svg", "png", "drawio"] as const).map((ending) => (
        <a
          key={ending}
          href={`/models/${encodeURIComponent(model ?? "")}/diagram.${ending}`}
          download={`${model}.${ending}`}
          className="text-accent underline-offset-2 hover:underline"
        >
          {t(`reports.diagramAs.${ending}`)}
        </a>
      ))}
    </p>
  );
}

/** What stands in the margins of the paper: which report of what, the day, and the two counts that never go one without the other. */
function useRunningHeads(view: ReportView | undefined, title: string): void {
  const { t } = useTranslation();
  useEffect(() => {
    if (!view) return;
    const { system } = view.analysis.model;
    const { open, asked } = view.analysis.summary;
    const before = document.title;
    const heads = {
      "--report-head": `${system}: ${title}`,
      "--report-day": view.analysis.now,
      "--report-counts": t("reports.counts", { open, asked }),
    };
    document.title = heads["--report-head"];
    for (const [name, text] of Object.entries(heads)) document.documentElement.style.setProperty(name, cssText(text));
    return () => {
      document.title = before;
      for (const name of Object.keys(heads)) document.documentElement.style.removeProperty(name);
    };
  }, [view, title, t]);
}

/** A text as CSS writes it: no name of a system ends the string early. */
function cssText(text: string): string {
  const escaped = text.replace(/["\\\n\r\f]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `);
  return `"${escaped.slice(0, 160)}"`;
}
