// Segments: borders that say what they let through, what crosses them without being let, and zones that do not say.
import { type Analysis, spansOf } from "@parapet/core";
import { useTranslation } from "react-i18next";
import { useSelect } from "../../../data/selection.ts";
import { useCommand } from "../../../data/use-command.ts";
import { viewsOf } from "../../../data/views.ts";
import { useWorkbench } from "../../../data/workbench.ts";
import { Button } from "../../../kit/button.tsx";
import { CertaintyMark } from "../../../kit/certainty.tsx";
import { Section } from "../../../kit/layout.tsx";
import { Problems } from "../../../kit/problems.tsx";
import { allow, type Segment, type Unstated, unstatedOf } from "./segments.ts";

export function Segments({ analysis }: { readonly analysis: Analysis }) {
  const { t } = useTranslation();
  const { segments } = analysis.surface;
  const { title } = viewsOf(analysis);
  const unstated = unstatedOf(analysis);
  return (
    <Section title={t("surface.segments.title")}>
      {segments.length === 0 && <p className="text-sm text-soft">{t("surface.segments.none")}</p>}
      <ul className="flex flex-col gap-2">
        {segments.map((segment) => (
          <Border key={segment.zone} segment={segment} title={title} />
        ))}
      </ul>
      <SeveralZones title={title} />
      {unstated.length > 0 && (
        <details className="mt-2 text-sm">
          <summary className="text-soft">{t("surface.segments.unstated", { count: unstated.length })}</summary>
          <ul className="mt-1 flex flex-col gap-1.5">
            {unstated.map((one) => (
              <Silent key={one.zone} unstated={one} title={title} />
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}

/** What no border stands between: elements that are in several zones. */
function SeveralZones({ title }: Titled) {
  const { t } = useTranslation();
  const select = useSelect();
  const document = useWorkbench((state) => state.document);
  const spans = document ? spansOf(document) : [];
  if (spans.length === 0) return null;
  return (
    <div className="mt-2 text-sm" data-spans="">
      <p className="text-soft">{t("surface.segments.spans")}</p>
      <ul className="mt-1 flex flex-col">
        {spans.map(({ element, zones }) => (
          <li key={element}>
            <button
              type="button"
              className="text-left hover:underline"
              dir="auto"
              onClick={() => select({ kind: "element", id: element })}
            >
              {t("surface.segments.span", { element: title(element), zones: zones.map(title).join(", ") })}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

type Titled = { readonly title: (id: string) => string };

function Border({ segment, title }: { readonly segment: Segment } & Titled) {
  const { t } = useTranslation();
  const select = useSelect();
  const { run, problems } = useCommand();
  const { zone, allows, crossedBy, notAllowed } = segment;
  return (
    <li className="text-sm">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <ZoneName zone={zone} title={title} />
        <span className="text-xs text-soft">
          {t("surface.segments.says", { allowed: allows.length, crossing: crossedBy.length })}
        </span>
      </p>
      <ul>
        {notAllowed.map((flow) => (
          <li key={flow} className="flex flex-wrap items-center gap-x-2 gap-y-1 py-0.5">
            <CertaintyMark certainty="struck" label={t("surface.segments.wrong")} />
            <button
              type="button"
              dir="auto"
              className="min-w-0 text-left hover:underline"
              onClick={() => select({ kind: "flow", id: flow })}
            >
              {title(flow)}
            </button>
            <span className="text-xs text-soft">{t("surface.segments.wrong")}</span>
            <Button
              className="text-xs!"
              onClick={() =>
                void run(
                  t("surface.segments.didAllow", { zone: title(zone), flow: title(flow) }),
                  allow(zone, [...allows, flow]),
                )
              }
            >
              {t("surface.segments.allow")}
            </Button>
          </li>
        ))}
      </ul>
      <Problems problems={problems} />
    </li>
  );
}

function Silent({ unstated: { zone, crossedBy }, title }: { readonly unstated: Unstated } & Titled) {
  const { t } = useTranslation();
  const { run, problems } = useCommand();
  return (
    <li className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <CertaintyMark certainty="hatched" />
      <ZoneName zone={zone} title={title} />
      <Button
        look="quiet"
        className="text-xs!"
        onClick={() => void run(t("surface.segments.didState", { zone: title(zone) }), allow(zone, crossedBy))}
      >
        {t("surface.segments.state", { count: crossedBy.length })}
      </Button>
      <Problems problems={problems} />
    </li>
  );
}

function ZoneName({ zone, title }: { readonly zone: string } & Titled) {
  const select = useSelect();
  return (
    <button
      type="button"
      dir="auto"
      className="text-left font-medium hover:underline"
      onClick={() => select({ kind: "zone", id: zone })}
    >
      {title(zone)}
    </button>
  );
}
