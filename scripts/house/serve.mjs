// A small static server for a folder of reports: loopback only, nothing outside the folder, no script of other origins.
import { createReadStream, realpathSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, resolve, sep } from "node:path";
import { pipeline } from "node:stream";

const types = {
  ".html": "text/html; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".svg": "image/svg+xml",
  ".json": "application/json; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".feature": "text/plain; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".yaml": "text/plain; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".drawio": "application/xml; charset=utf-8",
};

const headers = {
  // The report is one file with its style and script inside; it may load nothing and be framed by nobody.
  "content-security-policy":
    "default-src 'none'; style-src 'unsafe-inline' 'self'; script-src 'unsafe-inline' 'self'; img-src data: 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "cache-control": "no-store",
};

/** The file that a request path names below `folder`, or undefined when there is none or it lies outside. */
export function fileFor(folder, url, index = "index.html") {
  let path;
  try {
    path = decodeURIComponent(new URL(url, "http://127.0.0.1").pathname);
  } catch {
    return undefined;
  }
  if (path.includes("\0") || path.includes("\\") || path.split("/").some((part) => part.startsWith(".")))
    return undefined;
  const wanted = resolve(folder, `.${path.endsWith("/") ? `${path}${index}` : path}`);
  let real;
  try {
    real = realpathSync(wanted);
  } catch {
    return undefined;
  }
  // The real path, so that a link inside the folder does not lead out of it.
  if (!real.startsWith(realpathSync(folder) + sep)) return undefined;
  const stat = statSync(real);
  if (stat.isDirectory()) return path.endsWith("/") ? undefined : fileFor(folder, `${path}/`, index);
  return stat.isFile() ? real : undefined;
}

/** True for a Host header that names this machine; any other is a page elsewhere that rebinds its name. */
export function isLoopback(host) {
  return host !== undefined && /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(host);
}

/** Serves `folder` on 127.0.0.1; port 0 takes a free one. Gives the server and its address. */
export async function serveFolder(folder, { port = 0, index = "index.html" } = {}) {
  const server = createServer((request, response) => {
    if (!isLoopback(request.headers.host))
      return refuse(response, 421, "This server answers to 127.0.0.1 and localhost only.");
    if (request.method !== "GET" && request.method !== "HEAD")
      return refuse(response, 405, "Only GET and HEAD.", { allow: "GET, HEAD" });
    const file = fileFor(folder, request.url ?? "/", index);
    if (!file) return refuse(response, 404, "There is no such file in this report.");
    const type = types[extname(file)] ?? "application/octet-stream";
    response.writeHead(200, { ...headers, "content-type": type, "content-length": statSync(file).size });
    if (request.method === "HEAD") return response.end();
    pipeline(createReadStream(file), response, () => {});
  });
  await new Promise((done, failed) => {
    server.once("error", failed);
    server.listen(port, "127.0.0.1", done);
  });
  return { server, url: `http://127.0.0.1:${server.address().port}/` };
}

function refuse(response, status, text, more = {}) {
  response.writeHead(status, { ...headers, ...more, "content-type": "text/plain; charset=utf-8" });
  response.end(`${text}\n`);
}

/** Where a report's first page lies: index.html, else the one HTML file. */
export function firstPage(folder, names) {
  if (names.includes("index.html")) return "index.html";
  return names.filter((name) => name.endsWith(".html") && statSync(join(folder, name)).isFile()).sort()[0];
}
