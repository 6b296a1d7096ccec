// One workshop in the list: what it is about, who leads it and when, what came of it, its papers.
import { type Document, nameOfPerson, seniorsPresent, spokenBy, type Workshop, workshopState } from "@parapet/core";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "wouter";
import { linkTo } from "../../data/selection.ts";
import { useCommand } from "../../data/use-command.ts";
import { call, useWorkbench } from "../../data/workbench.ts";
import { Button } from "../../kit/button.tsx";
import { CertaintyMark } from "../../kit/certainty.tsx";
import { Problems } from "../../kit/problems.tsx";
import { focusText } from "../focus.ts";
import { paperLink } from "../papers/paper-link.ts";
import { useBegin } from "../running/use-begin.ts";
import { minutesOf, outcomes, whatCame } from "./what-came.ts";

const marks = { planned: "hollow", running: "solid", ended: "hollow", "signed-off": "solid" } as const;

export function WorkshopRow({ id, workshop }: { readonly id: string; readonly workshop: Workshop }) {
  const { t } = useTranslation();
  const document = useWorkbench((state) => state.document);
  const model = useWorkbench((state) => state.model);
  const guest = useWorkbench(({ shown }) => shown?.you?.guest ?? false);
  const { run, problems } = useCommand();
  const { problems: notBegun, busy, begin } = useBegin(id, workshop);
  const [, go] = useLocation();
  const place = linkTo(model, `workshop/${encodeURIComponent(id)}`);
  if (!document) return null;
  const state = workshopState(workshop);
  const { title, kind, focus, facilitator, planned, started } = workshop;
  const facts = [
    t(`workshop.kind.${kind}`),
    focusText(t, document, focus),
    (started ?? planned)?.slice(0, 10),
    t("workshop.list.minutesLong", { count: minutesOf(workshop) }),
    t("workshop.list.leads", { name: nameOfPerson(document, facilitator) }),
  ].filter((fact) => fact !== undefined);
  return (
    <li className="flex flex-col gap-1 px-4 py-3" data-workshop={id}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Link
          href={place}
          className="min-w-0 truncate text-base font-semibold text-accent hover:underline"
          title={title}
        >
          <bdi>{title}</bdi>
        </Link>
        <span className="inline-flex items-center gap-1 text-xs text-soft">
          <CertaintyMark certainty={marks[state]} label="" />
          {t(`workshop.state.${state}`)}
        </span>
        <span className="ml-auto flex flex-wrap items-center gap-2 text-sm">
          {state === "planned" ? (
            <>
              {!guest && (
                <Button
                  disabled={busy}
                  aria-label={t("workshop.list.begin", { title })}
                  onClick={async () => {
                    if (await begin(Date.now())) go(place);
                  }}
                >
                  {t("workshop.before.begin")}
                </Button>
              )}
              <Paper href={paperLink(model, id, "pack")} title={t("workshop.list.packSay")}>
                {t("workshop.list.pack")}
              </Paper>
              <Button
                look="quiet"
                onClick={() =>
                  void run(t("workshop.list.cancelled", { title }), call("cancel-workshop", { workshop: id }))
                }
              >
                {t("workshop.list.cancel")}
              </Button>
            </>
          ) : (
            <Paper href={paperLink(model, id, "minutes")}>{t("workshop.list.minutes")}</Paper>
          )}
        </span>
      </div>
      <p className="text-sm text-soft" dir="auto">
        {facts.join(" · ")}
      </p>
      {state !== "planned" && <p className="text-sm">{cameText(t, workshop)}</p>}
      {state === "ended" && <Unsigned workshop={workshop} document={document} />}
      <Problems problems={[...problems, ...notBegun]} />
    </li>
  );
}

function Paper({
  href,
  title,
  children,
}: {
  readonly href: string;
  readonly title?: string;
  readonly children: React.ReactNode;
}) {
  return (
    <a href={href} target="_blank" rel="noreferrer" title={title} className="text-accent hover:underline">
      {children}
    </a>
  );
}

/** Why it is not signed off yet. */
function Unsigned({ workshop, document }: { readonly workshop: Workshop; readonly document: Document }) {
  const { t } = useTranslation();
  const said = workshop["signed-off"];
  if (seniorsPresent(document, workshop).length === 0)
    return <p className="text-sm text-critical">{t("workshop.list.noSenior")}</p>;
  if (!said) return null;
  const { by, recorded } = spokenBy(said);
  return (
    <p className="text-sm text-soft">
      {t("workshop.signOff.counts", { by: nameOfPerson(document, by), recorded: nameOfPerson(document, recorded) })}
    </p>
  );
}

/** What came of it, in one line. */
export function cameText(t: TFunction, workshop: Workshop): string {
  const came = whatCame(workshop);
  const people = Object.keys(workshop.attended ?? {}).length;
  const parts: string[] = outcomes.flatMap((kind) =>
    came[kind] > 0 ? [t(`workshop.list.came.${kind}`, { count: came[kind] })] : [],
  );
  if (parts.length === 0) parts.push(t("workshop.list.came.nothing"));
  return [...(people > 0 ? [t("workshop.list.people", { count: people })] : []), ...parts].join(" · ");
}
