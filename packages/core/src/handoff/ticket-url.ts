// The address at which a tracker opens a new ticket, filled in. No token, no request: a person looks at it and presses the button.
import type { Policy, Tracker } from "../model/policy.ts";
import { oneLine } from "./markdown.ts";
import type { Ticket } from "./tickets.ts";

/** Where to open the ticket; `body` is what did not fit into the address and goes to the clipboard. */
export interface TicketUrl {
  readonly url: string;
  readonly body?: string;
}

/** How a kind of tracker takes a new ticket. */
interface TrackerKind {
  readonly template: string;
  /** The longest address that it takes for certain, in bytes. */
  readonly most: number;
  /** The text as its field wants it. */
  readonly text: (markdown: string) => string;
}

const markdown = (text: string): string => text;

/** Azure's description is HTML: what has a meaning there is escaped, lines stay lines. */
function asHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\n", "<br>");
}

/**
 * GitHub's server takes 8,191 bytes of address, GitLab's 8 KB; Jira's counts the cookies into its 8 KB; Azure's links are held to 2,000.
 * `[` and `]` are written as such where a tracker names its fields so.
 */
const kinds: Readonly<Record<Tracker["kind"], TrackerKind>> = {
  github: { template: "{at}/issues/new?title={title}&body={body}", most: 8000, text: markdown },
  gitlab: {
    template: "{at}/-/issues/new?issue[title]={title}&issue[description]={body}",
    most: 8000,
    text: markdown,
  },
  jira: {
    template:
      "{at}/secure/CreateIssueDetails!init.jspa?pid={project}&issuetype={type}&summary={title}&description={body}",
    most: 4000,
    text: markdown,
  },
  azure: {
    template: "{at}/_workitems/create/{type}?[System.Title]={title}&[System.Description]={body}",
    most: 2000,
    text: asHtml,
  },
};

/** Titles longer than this are refused by some tracker. */
const longestTitle = 250;
const pasted = "The description is on the clipboard: paste it here.";

/** The address for a ticket; undefined while policy.yaml names no tracker. */
export function ticketUrl(
  { title, body, id, tier }: Pick<Ticket, "title" | "body" | "id" | "tier">,
  policy: Pick<Policy, "tracker"> | undefined,
): TicketUrl | undefined {
  const tracker = policy?.tracker;
  if (!tracker) return undefined;
  const kind = kinds[tracker.kind];
  const at = tracker.at.replace(/\/+$/, "");
  const short = [...oneLine(title)].slice(0, longestTitle).join("");
  if (!fillable(tracker)) return { url: `${at}/secure/CreateIssue.jspa`, body: `${short}\n\n${body}` };
  const fill = (text: string): string =>
    filled(tracker.template ?? kind.template, {
      at,
      title: encoded(short),
      body: encoded(text),
      id: encoded(id),
      tier: encoded(tier ?? ""),
      project: encoded(tracker.project ?? ""),
      type: encoded(tracker.type ?? (tracker.kind === "azure" ? "Task" : "")),
    });
  const whole = fill(kind.text(body));
  return whole.length <= kind.most ? { url: whole } : { url: fill(pasted), body };
}

/** Jira opens its filled form only for a project and a type, by their numbers. */
function fillable({ kind, template, project, type }: Tracker): boolean {
  return kind !== "jira" || template !== undefined || (project !== undefined && type !== undefined);
}

/** The template with each `{name}` replaced once, so that what people wrote is never read as a template. */
function filled(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{([a-z]+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? (values[name] as string) : whole,
  );
}

/** Percent-encoded; halves of broken characters, which no address can hold, become the replacement character. */
function encoded(text: string): string {
  return encodeURIComponent(
    text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, "\uFFFD"),
  );
}
