// What can be chosen in the palette: rooms, actions, things, threats and questions, as far as they fit what is typed.
import { stageIds } from "@parapet/core";
import { Command } from "cmdk";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { linkTo, type Selection } from "../data/selection.ts";
import { useViews } from "../data/views.ts";
import { undo, useWorkbench } from "../data/workbench.ts";
import { artifactIds } from "../reports/artifacts.ts";
import { decomposition } from "../strings/en/decomposition.ts";
import { reports } from "../strings/en/reports.ts";
import { addStrings } from "../strings/i18n.ts";
import { paletteField } from "./palette-field.ts";
import { fit } from "./palette-fit.ts";

addStrings({ decomposition, reports });

const shownThreats = 200;

interface Props {
  readonly close: () => void;
  /** What stands in the field, from before the choices were there too. */
  readonly typed: string;
  readonly type: (text: string) => void;
}

export function PaletteChoices({ close, typed, type }: Props) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const model = useWorkbench((state) => state.model);
  const views = useViews();
  const field = useRef<HTMLInputElement>(null);
  // A dialog that opens takes the keyboard to what can have it first: here it is for typing on.
  useEffect(() => {
    const { current } = field;
    current?.focus();
    current?.setSelectionRange(current.value.length, current.value.length);
  }, []);
  const goTo = (room: string, chosen?: Selection) => {
    close();
    go(linkTo(model, room, chosen));
  };
  const takeBack = () => {
    close();
    void undo();
  };
  const places: readonly (readonly [path: string, title: string])[] = [
    ["overview", t("frame.overview")],
    ...stageIds.map((room) => [room, t(`frame.room.${room}`)] as const),
    ["decomposition/surface", t("decomposition.view.surface")],
    ["workshop", t("frame.workshop")],
    ...artifactIds.map(
      (id) => [`report/${id}`, t("frame.palette.report", { title: t(`reports.title.${id}`) })] as const,
    ),
  ];
  const things = views
    ? [
        ...views.analysis.elements.map(({ id }) => ({ kind: "element", id }) as const),
        ...views.analysis.zones.map(({ id }) => ({ kind: "zone", id }) as const),
        ...views.analysis.flows.map(({ id }) => ({ kind: "flow", id }) as const),
        ...views.analysis.surface.entryPoints.map(({ id }) => ({ kind: "entry-point", id }) as const),
      ]
    : [];
  return (
    <Command label={t("frame.palette.open")} loop filter={fit}>
      <Command.Input
        ref={field}
        placeholder={t("frame.palette.placeholder")}
        value={typed}
        onValueChange={type}
        className={paletteField}
      />
      <Command.List className="max-h-96 overflow-y-auto p-2">
        <Command.Empty className="px-3 py-4 text-sm text-soft">{t("frame.palette.empty")}</Command.Empty>
        <Group title={t("frame.palette.rooms")}>
          {places.map(([path, title]) => (
            <Choice key={path} value={title} choose={() => goTo(path)}>
              {title}
            </Choice>
          ))}
        </Group>
        <Group title={t("frame.palette.actions")}>
          <Choice value="undo" choose={takeBack}>
            {t("words.undo")}
          </Choice>
        </Group>
        <Group title={t("frame.palette.things")}>
          {things.map(({ kind, id }) => (
            <Choice
              key={`${kind}:${id}`}
              value={`${views?.title(id)} ${id}`}
              choose={() => goTo("decomposition", { kind, id })}
            >
              <span className="flex-1">{views?.title(id)}</span>
              <span className="text-xs text-faint">{t(`words.kind.${kind}`)}</span>
            </Choice>
          ))}
        </Group>
        <Group title={t("frame.palette.threats")}>
          {views?.threats.slice(0, shownThreats).map(({ id, title }) => (
            <Choice key={id} value={`${title} ${id}`} choose={() => goTo("enumeration", { kind: "threat", id })}>
              {title}
            </Choice>
          ))}
        </Group>
        <Group title={t("frame.palette.questions")}>
          {views?.analysis.questions.slice(0, shownThreats).map(({ id, text }) => (
            <Choice key={id} value={`${text} ${id}`} choose={() => goTo("enumeration", { kind: "question", id })}>
              {text}
            </Choice>
          ))}
        </Group>
      </Command.List>
    </Command>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <Command.Group
      heading={title}
      className="[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:py-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-faint"
    >
      {children}
    </Command.Group>
  );
}

function Choice({
  value,
  choose,
  children,
}: {
  readonly value: string;
  readonly choose: () => void;
  readonly children: React.ReactNode;
}) {
  return (
    <Command.Item
      value={value}
      onSelect={choose}
      className="flex items-center gap-2 rounded-md px-3 py-1.5 text-sm data-[selected=true]:bg-accent-soft data-[selected=true]:text-accent"
    >
      {children}
    </Command.Item>
  );
}
