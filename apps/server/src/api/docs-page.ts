// The description of the server as a page for people: one file without a script, styled by one sheet.
import { type DescribedCommand, describedCommands } from "./openapi.ts";
import { type Operation, operations } from "./operations.ts";

/** The page. */
export async function docsPage(version: string): Promise<string> {
  const groups = [...new Set(operations.map(({ group }) => group))];
  const described = await describedCommands();
  const sections = groups.map((group) => {
    const own = operations.filter((operation) => operation.group === group);
    return `<h2 id="${idOf(group)}">${group}</h2>${own.map(operationHtml).join("")}`;
  });
  const stages = [...new Set(described.map(({ card }) => card.stage))];
  const listed = stages.map((stage) => {
    const own = described.filter(({ card }) => card.stage === stage);
    return `<h3>${stage[0]?.toUpperCase()}${stage.slice(1)}</h3>${own.map(commandHtml).join("")}`;
  });
  const links = [...groups, "All commands"].map((group) => `<li><a href="#${idOf(group)}">${group}</a></li>`).join("");
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>Parapet ${version}: addresses and commands</title><link rel="stylesheet" href="/docs.css"></head>
<body><header><h1>Parapet ${version}</h1><p>What this workbench answers. Every change is a command; problems come as <code>application/problem+json</code>, with the codes and words of the command line. As <a href="/openapi.json">OpenAPI 3.1</a>.</p>
<nav aria-label="Parts"><ul>${links}</ul></nav></header>
<main>${sections.join("")}<h2 id="${idOf("All commands")}">All commands</h2>${listed.join("")}</main></body></html>
`;
}

/** Its sheet. */
export const docsSheet = `:root{color-scheme:light dark;--line:#8886;--soft:#8881}
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:2rem 1rem}
h2{margin:2.5rem 0 .5rem}h3{margin:1.5rem 0 .5rem}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1rem;list-style:none;padding:0}
details{border-top:1px solid var(--line)}summary{cursor:pointer;padding:.5rem 0}
code{font:.9em ui-monospace,monospace;overflow-wrap:anywhere}
.method{display:inline-block;min-width:4.5em;font-weight:600;text-transform:uppercase;font-size:.8em}
table{border-collapse:collapse;width:100%;margin:0 0 1rem}td,th{text-align:left;vertical-align:top;padding:.25rem .75rem .25rem 0;border-top:1px solid var(--line)}
a{color:inherit}
`;

function operationHtml({ method, path, summary, type, status }: Operation): string {
  const answer = type ?? (status === 101 ? "a WebSocket" : status === 303 ? "a redirect" : "JSON");
  return `<p><span class="method">${method}</span> <code>${text(path)}</code><br>${text(summary)}. Answers with ${answer}.</p>`;
}

interface Field {
  readonly type?: string | readonly string[];
  readonly description?: string;
}

function commandHtml({ card, input }: DescribedCommand): string {
  const { properties = {}, required = [] } = input as {
    properties?: Record<string, Field>;
    required?: readonly string[];
  };
  const rows = Object.entries(properties).map(
    ([name, field]) =>
      `<tr><td><code>${text(name)}</code></td><td>${required.includes(name) ? "needed" : ""}</td><td>${text(field.description ?? "")}</td></tr>`,
  );
  const fields =
    rows.length === 0
      ? "<p>It takes no input.</p>"
      : `<table><thead><tr><th>Field</th><th></th><th>What</th></tr></thead><tbody>${rows.join("")}</tbody></table>`;
  return `<details id="${card.name}"><summary><code>${card.name}</code> ${text(card.title)}</summary><p>Needs the permission to ${card.permission}.</p>${fields}</details>`;
}

function idOf(title: string): string {
  return title.toLowerCase().replace(/[^a-z]+/g, "-");
}

function text(plain: string): string {
  return plain.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
