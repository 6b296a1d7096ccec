// What a workshop is about, in words and as choices. Pure.
import type { Document, Focus } from "@parapet/core";
import type { TFunction } from "i18next";

/** One focus that can be chosen, with its title. */
export interface FocusChoice {
  /** Names it in a list: `feature:express-checkout`; empty for the whole system. */
  readonly key: string;
  readonly title: string;
}

/** The choices in their groups. */
export function focusChoices({
  model,
  observed,
  diagram,
}: Document): Readonly<Record<"features" | "zones" | "views", readonly FocusChoice[]>> {
  const titled = (map: Readonly<Record<string, { readonly title?: string | undefined } | null>> | undefined) =>
    Object.entries(map ?? {}).map(([id, thing]) => [id, thing?.title ?? id] as const);
  const of = (kind: keyof Focus, list: readonly (readonly [string, string])[]) =>
    list.map(([id, title]) => ({ key: `${kind}:${id}`, title }));
  return {
    features: of("feature", titled(model.features)),
    zones: of("zone", titled({ ...observed?.zones, ...model.zones })),
    views: of("view", titled(diagram?.views)),
  };
}

/** The focus of a key. */
export function focusOf(key: string): Focus | undefined {
  const cut = key.indexOf(":");
  return cut < 0 ? undefined : { [key.slice(0, cut)]: key.slice(cut + 1) };
}

/** The key of a focus. */
export function keyOfFocus(focus: Focus | undefined): string {
  const [kind, id] = Object.entries(focus ?? {}).find(([, value]) => value !== undefined) ?? [];
  return kind === undefined ? "" : `${kind}:${id}`;
}

/** What it is about, in words. */
export function focusText(t: TFunction, document: Document, focus: Focus | undefined): string {
  const key = keyOfFocus(focus);
  if (key === "") return t("workshop.focus.whole");
  const choice = Object.values(focusChoices(document))
    .flat()
    .find((one) => one.key === key);
  const kind = key.slice(0, key.indexOf(":")) as keyof Focus;
  if (!choice) return t("workshop.focus.gone", { id: key.slice(key.indexOf(":") + 1) });
  return t(`workshop.focus.${kind}`, { title: choice.title });
}
