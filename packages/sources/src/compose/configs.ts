// Settings files that a service is given: mounted, copied by its Dockerfile, or at the usual places of its build context.
import { baseName, joinPath } from "../paths.ts";
import type { At } from "../positioned.ts";
import type { Drawing, Drawn } from "./drawing.ts";

export interface ConfigLine {
  readonly text: string;
  readonly at: At;
}

const maxFiles = 40;
const maxCharacters = 256_000;
const maxLine = 2000;
const usualNames = [
  "nginx.conf",
  "default.conf",
  "prometheus.yml",
  "prometheus.yaml",
  "datasource.yml",
  "datasources.yml",
  "datasource.yaml",
  "datasources.yaml",
  "haproxy.cfg",
  "Caddyfile",
  "envoy.yaml",
  "logstash.conf",
  "logstash.yml",
  "kibana.yml",
  "filebeat.yml",
];
const usualInBuild = [
  ".env",
  "appsettings.json",
  "src/main/resources/application.yml",
  "src/main/resources/application.yaml",
  "src/main/resources/application.properties",
  "src/main/resources/bootstrap.yml",
  "src/main/resources/bootstrap.properties",
];

/** Where a configuration server of Spring Cloud keeps the settings of the services that it serves. */
const servedFolders = ["", "shared/", "config/", "configs/", "configurations/", "config-repo/"];
const maxServed = 60;

/** The lines of a service's settings files; comments are left out. */
export function configLines(drawing: Drawing, drawn: Drawn): readonly ConfigLine[] {
  const found = [...new Set(configPaths(drawing, drawn))].flatMap((path) => {
    const text = drawing.context.file(path);
    return text === undefined || text.length > maxCharacters ? [] : [{ path, text }];
  });
  return found.slice(0, maxFiles).flatMap(({ path, text }) => linesOf(path, text));
}

function* configPaths(drawing: Drawing, drawn: Drawn): Generator<string> {
  const { service, recognised } = drawn;
  for (const mount of service.mounts) {
    const path =
      mount.kind === "bind" && mount.source !== undefined ? joinPath(drawing.project.folder, mount.source) : undefined;
    if (path === undefined) continue;
    if (isConfig(path) || isConfig(mount.target ?? "")) yield path;
    else if (!looksLikeFile(path)) for (const name of usualNames) yield joinPath(path, name) as string;
  }
  const build = service.build;
  if (!build) return;
  for (const { source, target } of recognised.stage?.copies ?? []) {
    const path = joinPath(build.context, source);
    if (path === undefined) continue;
    if (isConfig(path) || isConfig(target)) yield path;
    else if (target.startsWith("/etc/") && !looksLikeFile(path))
      for (const name of usualNames) yield joinPath(path, name) as string;
  }
  for (const name of usualInBuild) yield joinPath(build.context, name) as string;
  for (const server of configurationServers(drawing)) {
    if (server === build.context) continue;
    for (const folder of servedFolders) {
      // At the top, `application` is the server's own.
      for (const name of folder === "" ? [baseName(service.name)] : [baseName(service.name), "application"]) {
        for (const ending of ["yml", "yaml", "properties"]) {
          yield joinPath(server, `src/main/resources/${folder}${name}.${ending}`) as string;
        }
      }
    }
  }
}

/** Build contexts of configuration servers. */
function configurationServers(drawing: Drawing): readonly string[] {
  if (drawing.drawn.size > maxServed) return [];
  const contexts = [...drawing.drawn.values()].flatMap((each) => each.service.build?.context ?? []);
  return [...new Set(contexts)].filter((context) =>
    ["pom.xml", "build.gradle"].some((name) =>
      drawing.context.file(joinPath(context, name) as string)?.includes("spring-cloud-config-server"),
    ),
  );
}

function isConfig(path: string): boolean {
  return (
    /\.(conf|cfg|cnf|ini|ya?ml|json|toml|properties|config|tmpl|template|tpl|env)$|(^|\/)Caddyfile$/i.test(path) &&
    !/^(package(-lock)?|tsconfig.*|composer)\.json$/.test(baseName(path))
  );
}

function looksLikeFile(path: string): boolean {
  return /\.[A-Za-z0-9]{1,10}$/.test(baseName(path));
}

function linesOf(path: string, text: string): readonly ConfigLine[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    if (/^\s*(#|;|\/\/|<!--)/.test(line)) return [];
    const plain = line.slice(0, maxLine).replace(/\$\{[A-Za-z0-9_.-]{1,80}:-?([^{}$]{0,300})\}/g, "$1");
    return [{ text: plain, at: { file: path, line: index + 1 } }];
  });
}
