import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Policy, policy as schema, type Tracker } from "../model/policy.ts";
import { ticketUrl } from "./ticket-url.ts";

const ticket = { id: "tls@save", title: "TLS & more", body: "## Why\n- <b>100 %</b> {title}\n", tier: "high" as const };
const policyOf = (tracker: Tracker): Policy => ({ parapet: 1, tracker });
const of = (tracker: Tracker, given: Partial<typeof ticket> = {}) =>
  ticketUrl({ ...ticket, ...given }, policyOf(tracker));
const title = "TLS%20%26%20more";
const body = "%23%23%20Why%0A-%20%3Cb%3E100%20%25%3C%2Fb%3E%20%7Btitle%7D%0A";
const html = "%23%23%20Why%3Cbr%3E-%20%26lt%3Bb%26gt%3B100%20%25%26lt%3B%2Fb%26gt%3B%20%7Btitle%7D%3Cbr%3E";

describe("ticketUrl", () => {
  test.each<[string, Tracker, string]>([
    [
      "GitHub",
      { kind: "github", at: "https://github.com/acme/shop" },
      `https://github.com/acme/shop/issues/new?title=${title}&body=${body}`,
    ],
    [
      "GitLab",
      { kind: "gitlab", at: "https://gitlab.example/acme/shop/" },
      `https://gitlab.example/acme/shop/-/issues/new?issue[title]=${title}&issue[description]=${body}`,
    ],
    [
      "Jira",
      { kind: "jira", at: "https://jira.example", project: "10420", type: "4" },
      `https://jira.example/secure/CreateIssueDetails!init.jspa?pid=10420&issuetype=4&summary=${title}&description=${body}`,
    ],
    [
      "Azure",
      { kind: "azure", at: "https://dev.azure.com/acme/shop" },
      `https://dev.azure.com/acme/shop/_workitems/create/Task?[System.Title]=${title}&[System.Description]=${html}`,
    ],
    [
      "Azure with another type",
      { kind: "azure", at: "https://dev.azure.com/acme/shop", type: "User Story" },
      `https://dev.azure.com/acme/shop/_workitems/create/User%20Story?[System.Title]=${title}&[System.Description]=${html}`,
    ],
    [
      "a template of one's own",
      { kind: "github", at: "https://git.example/a", template: "{at}/new?t={title}&l={tier},{id},{other}" },
      `https://git.example/a/new?t=${title}&l=high,tls%40save,{other}`,
    ],
  ])("%s", (_, tracker, url) => {
    expect(of(tracker)).toEqual({ url });
  });

  test("Jira without project and type opens its empty form, and all goes to the clipboard", () => {
    expect(of({ kind: "jira", at: "https://jira.example" })).toEqual({
      url: "https://jira.example/secure/CreateIssue.jspa",
      body: `TLS & more\n\n${ticket.body}`,
    });
  });

  test("nothing without a tracker", () => {
    expect([ticketUrl(ticket, undefined), ticketUrl(ticket, { parapet: 1 } as Policy)]).toEqual([undefined, undefined]);
  });

  test.each<[Tracker["kind"], number]>([
    ["github", 8000],
    ["gitlab", 8000],
    ["jira", 4000],
    ["azure", 2000],
  ])("a body that does not fit into %s's address goes to the clipboard", (kind, most) => {
    const tracker: Tracker = { kind, at: "https://t.example/p", project: "1", type: "2" };
    const long = "x".repeat(most);
    const made = of(tracker, { body: long });
    expect(made?.body).toBe(long);
    expect(made?.url).toContain("clipboard");
    const room = most - (of(tracker, { body: "" })?.url.length ?? 0);
    expect(of(tracker, { body: "x".repeat(room) })?.body).toBeUndefined();
    expect(of(tracker, { body: "x".repeat(room + 1) })?.body).toBeDefined();
  });

  test("any title and body: an address of the web within the limit, and nothing is lost", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 400 }),
      fc.string({ unit: "grapheme", maxLength: 3000 }),
      fc.constant("\ud800"),
    );
    const tracker = fc.constantFrom<Tracker>(
      { kind: "github", at: "https://t.example/p" },
      { kind: "gitlab", at: "https://t.example/p" },
      { kind: "jira", at: "https://t.example/p", project: "1", type: "2" },
      { kind: "azure", at: "https://t.example/p" },
    );
    fc.assert(
      fc.property(text, text, tracker, (title, body, to) => {
        const made = of(to, { title, body });
        const url = new URL(made?.url ?? "");
        expect(url.origin).toBe("https://t.example");
        expect(made?.url).not.toMatch(/[\s"<>]/);
        if (made?.body !== undefined) expect(made.body).toBe(body);
        else {
          const field = {
            github: "body",
            gitlab: "issue[description]",
            jira: "description",
            azure: "[System.Description]",
          }[to.kind];
          const read = url.searchParams.get(field);
          if (to.kind !== "azure")
            expect(read).toBe(
              /[\ud800-\udfff]/.test(body.replace(/[\ud800-\udbff][\udc00-\udfff]/g, "")) ? read : body,
            );
        }
      }),
      { numRuns: 300 },
    );
  });
});

test.each([
  [{ kind: "github", at: "https://github.com/acme/shop" }, true],
  [{ kind: "github", at: "javascript:alert(1)" }, false],
  [{ kind: "github", at: 'https://x.example/ "onclick=' }, false],
  [{ kind: "github", at: "https://x.example", template: "javascript:{title}" }, false],
  [{ kind: "github", at: "https://x.example", template: "{at}.evil.example/{title}" }, false],
  [{ kind: "github", at: "https://x.example", template: "{at}/x?{title}" }, true],
  [{ kind: "trello", at: "https://x.example" }, false],
  [{ kind: "github" }, false],
])("policy.yaml takes %o as a tracker: %s", (tracker, taken) => {
  expect(schema.safeParse({ parapet: 1, tracker }).success).toBe(taken);
});
