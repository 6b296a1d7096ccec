// Tickets: one piece of work each, with everything that the person who does it has to know.
import { strideLetter, type Tier, tiers } from "../model/vocabulary.ts";
import { escapeMarkdown, markdownCode, markdownFile } from "./markdown.ts";
import type { Named, Specification, SpecifiedCriterion } from "./specification.ts";

export interface Ticket {
  /** The id of the specification. */
  readonly id: string;
  readonly title: string;
  /** Markdown. */
  readonly body: string;
  readonly component: Named;
  readonly components: readonly Named[];
  readonly feature?: Named;
  readonly owner?: string;
  readonly due?: string;
  /** Where the ticket stands already. */
  readonly link?: string;
  readonly state: Specification["state"];
  readonly tier?: Tier;
  readonly criteria: readonly string[];
  readonly threats: readonly string[];
  /** The current risk of its threats, and what is left once what is chosen works. */
  readonly risk: { readonly current: number; readonly target: number };
}

/** A ticket for each specification that is not verified yet, in their order. */
export function ticketsOf(specifications: readonly Specification[]): readonly Ticket[] {
  return specifications.filter(({ state }) => state !== "verified").map(ticketOf);
}

function ticketOf(specification: Specification): Ticket {
  const { id, state, component, components, feature, owner, due, ticket, threats } = specification;
  const tier = tiers.find((one) => threats.some((threat) => threat.tier === one));
  const sum = (part: "current" | "target") =>
    Math.round(threats.reduce((all, threat) => all + threat[part], 0) * 10) / 10;
  return {
    id,
    title: specification.noCard ? specification.title : `${specification.title} (${whereText(specification)})`,
    body: bodyOf(specification),
    component,
    components,
    ...(feature ? { feature } : {}),
    ...(owner ? { owner } : {}),
    ...(due ? { due } : {}),
    ...(ticket ? { link: ticket } : {}),
    state,
    ...(tier ? { tier } : {}),
    criteria: specification.criteria.map((criterion) => `${criterion.id}@${id}`),
    threats: threats.map((threat) => threat.id),
    risk: { current: sum("current"), target: sum("target") },
  };
}

/** The component, or the first and how many more there are. */
export function whereText({ component, components }: Pick<Specification, "component" | "components">): string {
  return components.length > 1 ? `${component.title} and ${components.length - 1} more` : component.title;
}

function bodyOf(specification: Specification): string {
  const { what, ask, why, threats, on, alternatives, further, providedBy } = specification;
  return markdownFile([
    ...(ask ? [escapeMarkdown(ask), ""] : []),
    ...(what ? [escapeMarkdown(what), ""] : []),
    ...section(
      "Where",
      on.map(({ id, title }) => `- ${escapeMarkdown(title)} (${markdownCode(id)})`),
    ),
    ...section(
      "Why",
      why.map((reason) => `- ${escapeMarkdown(reason)}`),
    ),
    ...section(
      "Threats",
      threats.map(
        ({ id, title, tier, categories }) =>
          `- **${tier}** ${categories.map((one) => strideLetter[one]).join("")} ${escapeMarkdown(title)} (${markdownCode(id)})`,
      ),
    ),
    ...section("How", stackLines(specification)),
    ...section(
      "Already there",
      providedBy
        ? [
            `${escapeMarkdown(providedBy.title)}${providedBy.owner ? `, run by ${escapeMarkdown(providedBy.owner)}` : ""}: use it before you build anything.`,
          ]
        : [],
    ),
    ...section(
      "Or on the platform",
      alternatives.map(({ id, say }) => `- ${markdownCode(id)}: ${escapeMarkdown(say)}`),
    ),
    ...section("Done when", specification.criteria.map(criterionLine)),
    ...section(
      "For defence in depth",
      further.map(({ title, level }) => `- ${escapeMarkdown(title)} (${level})`),
    ),
    ...section("Requirements", requirementLine(specification)),
  ]);
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`## ${title}`, "", ...lines, ""];
}

/** The parts of the specification for the stack in use, as list items. */
export function stackLines({ stacks }: Specification): readonly string[] {
  return stacks.flatMap(({ title, library, configuration, logic }) => [
    `- **${escapeMarkdown(title)}**`,
    ...(library ? [`  - Library: ${escapeMarkdown(library)}`] : []),
    `  - Configuration: ${escapeMarkdown(configuration)}`,
    ...(logic ? [`  - Validation logic: ${escapeMarkdown(logic)}`] : []),
  ]);
}

/** One criterion as a task of a list, ticked once evidence for it is fresh. */
export function criterionLine(criterion: SpecifiedCriterion): string {
  const { given, when, then, verify, verdict, required } = criterion;
  const said =
    given && when
      ? `**Given** ${escapeMarkdown(given)} **when** ${escapeMarkdown(when)} **then** ${escapeMarkdown(then)}`
      : escapeMarkdown(then);
  const how = verify ? `. Verify: ${escapeMarkdown(verify)}` : "";
  return `- [${verdict === "passed" ? "x" : " "}] ${markdownCode(criterion.id)}${required ? "" : " (optional)"}: ${said}${how}`;
}

/** The requirements of standards that the control meets. */
export function requirementLine({ asvs, nist }: Specification): readonly string[] {
  return [
    ...(asvs.length > 0 ? [`- OWASP ASVS 5.0: ${asvs.map(escapeMarkdown).join(", ")}`] : []),
    ...(nist.length > 0 ? [`- NIST SP 800-53: ${nist.map(escapeMarkdown).join(", ")}`] : []),
  ];
}
