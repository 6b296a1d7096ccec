// Who calls whom: by settings, command lines, proxy labels, mounted settings files and client libraries. `depends_on` alone is no flow.
import type { Technology } from "@parapet/core";
import type { At } from "../positioned.ts";
import { type ConfigLine, configLines } from "./configs.ts";
import type { Drawing, Drawn } from "./drawing.ts";
import { drawClientOf, drawOutside } from "./outside.ts";
import { bareHost, isHostKey, isOwnAddressKey, type Reference, referencesIn } from "./references.ts";
import { isParty } from "./technologies.ts";

/** Draws every connection that the files show. */
export function drawFlows(drawing: Drawing): void {
  for (const drawn of drawing.drawn.values()) {
    fromSettings(drawing, drawn);
    fromArguments(drawing, drawn);
    fromLinks(drawing, drawn);
    fromConfigs(drawing, drawn);
  }
  for (const drawn of drawing.drawn.values()) fromLabels(drawing, drawn);
  fromClients(drawing);
  noteDependsOn(drawing);
}

/** A flow to a service of this file when the reference names one. */
function inside(drawing: Drawing, drawn: Drawn, reference: Reference, at: At): boolean {
  const target = drawing.hosts.get(reference.host);
  if (!target) return false;
  if (target.id === drawn.id) return true;
  drawing.connect(drawn.id, target.id, { at, protocol: drawing.protocolOf(reference.scheme, target) });
  const apart =
    drawn.zones.length > 0 && target.zones.length > 0 && !drawn.zones.some((each) => target.zones.includes(each));
  if (apart) drawing.once(`apart ${drawn.id} ${target.id}`, () => apartNote(drawing, drawn, target, at));
  return true;
}

function apartNote(drawing: Drawing, drawn: Drawn, target: Drawn, at: At): undefined {
  drawing.draft.note(
    at,
    `${drawn.service.name} names ${target.service.name}, but they share no network`,
    "Check the networks of both.",
  );
  return undefined;
}

function fromSettings(drawing: Drawing, drawn: Drawn): void {
  for (const { key, value, at } of drawn.service.settings) {
    if (/(^|_)(IMAGE|VERSION|TAG)$/i.test(key)) continue;
    const own = isOwnAddressKey(key.replace(/^(NEXT|NUXT|EXPO)_PUBLIC_/i, ""));
    const hostKey = isHostKey(key);
    const named = referencesIn(value);
    const bare = hostKey ? value.split(/[,;\s]+/).flatMap((each) => bareHost(each) ?? []) : [];
    for (const reference of [...named, ...bare.map((host): Reference => ({ host }))]) {
      if (own) continue;
      if (inside(drawing, drawn, reference, at)) continue;
      if (reference.scheme !== undefined || hostKey) drawOutside(drawing, drawn, reference, at);
    }
  }
}

const hostOption =
  /(?:^|\s)--?[\w.-]{0,40}(?:host|server|addr|address|url|uri|upstream|broker|endpoint|target|backend)[\w.-]{0,20}[=\s]([A-Za-z0-9][\w.-]{0,100})(?=\s|$)/gi;

function fromArguments(drawing: Drawing, drawn: Drawn): void {
  let before = "";
  for (const { text, at } of drawn.service.arguments) {
    const bounded = text.slice(0, 20_000);
    for (const reference of referencesIn(bounded)) {
      if (!inside(drawing, drawn, reference, at) && reference.scheme !== undefined)
        drawOutside(drawing, drawn, reference, at);
    }
    for (const match of `${before} ${bounded}`.matchAll(hostOption))
      inside(drawing, drawn, { host: (match[1] ?? "").toLowerCase() }, at);
    before = bounded.startsWith("-") ? bounded.slice(0, 200) : "";
  }
}

function fromLinks(drawing: Drawing, drawn: Drawn): void {
  for (const { text, at } of drawn.service.links)
    inside(drawing, drawn, { host: (text.split(":")[0] ?? "").toLowerCase() }, at);
}

function fromConfigs(drawing: Drawing, drawn: Drawn): void {
  if (drawn.kind === "data-store") return;
  for (const line of configLines(drawing, drawn)) {
    for (const reference of referencesOfLine(line)) inside(drawing, drawn, reference, line.at);
  }
}

/** What a line of a settings file names; bare names count only where a proxy or a target list has them. */
function referencesOfLine(line: ConfigLine): readonly Reference[] {
  // Caddy speaks clear HTTP to what it names without a scheme.
  const plain = /^\s*reverse_proxy\s/.test(line.text) ? { scheme: "http" } : {};
  const found = referencesIn(line.text).map((each): Reference => ({ ...plain, ...each }));
  const server =
    /^\s*(?:server|proxy_pass|fastcgi_pass|uwsgi_pass|grpc_pass)\s+([A-Za-z0-9][\w.-]{0,200})(?::[0-9]{1,5})?\s*(?:;|\s)/.exec(
      line.text,
    );
  if (server?.[1]) found.push({ host: server[1].toLowerCase() });
  const setting = /^\s*["']?([\w.-]{1,80})["']?\s*[:=]\s*["']?([A-Za-z0-9][\w.-]{0,200})["']?\s*,?\s*$/.exec(line.text);
  if (setting?.[1] && setting[2] && isHostKey(setting[1])) found.push({ host: setting[2].toLowerCase() });
  return found;
}

/** Services that a proxy finds by their labels or settings. */
function fromLabels(drawing: Drawing, drawn: Drawn): void {
  const routed = drawn.service.labels.find(
    (each) => /^(traefik\.(http|tcp|frontend|enable|port)|caddy($|\.|_))/.test(each.key) && each.value !== "false",
  );
  const hosted = drawn.service.settings.find((each) => each.key === "VIRTUAL_HOST");
  const name = routed ? (routed.key.startsWith("caddy") ? "caddy" : "traefik") : hosted ? "nginx" : undefined;
  const at = routed?.at ?? hosted?.at;
  if (name === undefined || at === undefined) return;
  const proxies = [...drawing.drawn.values()].filter((each) => each.id !== drawn.id && isProxy(each, name));
  if (proxies.length === 1 && proxies[0]) drawing.connect(proxies[0].id, drawn.id, { at, protocol: "http" });
  else
    drawing.draft.note(
      at,
      `${drawn.service.name} is routed by ${name}, which this file does not run once`,
      "Draw the proxy and its flow.",
    );
}

function isProxy(drawn: Drawn, name: string): boolean {
  const image = drawn.service.image?.text ?? "";
  return (
    drawn.recognised.technologies.some((each) => each.id === name) ||
    image.includes(name === "nginx" ? "nginx-proxy" : name)
  );
}

/** Technologies that call those who use their library: a collector scrapes what it collects from. */
const callsItsUsers = new Set(["prometheus"]);

/** A client library means a call to the only service of this file that serves it, or to the outside service. */
function fromClients(drawing: Drawing): void {
  const serving = new Map<string, Drawn[]>();
  for (const drawn of drawing.drawn.values()) {
    for (const { id } of drawn.recognised.technologies) serving.set(id, [...(serving.get(id) ?? []), drawn]);
  }
  for (const drawn of drawing.drawn.values()) {
    for (const { technology, at } of drawn.recognised.clients) {
      const [only, ...more] = serving.get(technology.id) ?? [];
      if (!only && isParty(technology)) drawClientOf(drawing, drawn, technology, at);
      if (only && more.length === 0) fromClient(drawing, drawn, only, technology, at);
    }
  }
}

function fromClient(drawing: Drawing, drawn: Drawn, other: Drawn, technology: Technology, at: At): void {
  const [from, to] = callsItsUsers.has(technology.id) ? [other, drawn] : [drawn, other];
  if (from.id === to.id || drawing.connected(from.id, to.id)) return;
  const because = `${drawn.service.name} uses a client library of ${technology.title}, which only ${other.service.name} runs`;
  drawing.connect(from.id, to.id, { at, protocol: technology.protocol, description: `Guessed: ${because}.` });
  const say = `${from.service.name} is taken to call ${to.service.name}: ${because}`;
  drawing.draft.note(at, say, "Correct the flow if it does not.");
}

/** One note for all that start after others without calling them in any file that was read. */
function noteDependsOn(drawing: Drawing): void {
  const silent = [...drawing.drawn.values()].flatMap((drawn) =>
    drawn.service.dependsOn.flatMap(({ text, at }) => {
      const target = drawing.drawn.get(text);
      const drawnSo = !target || drawing.connected(drawn.id, target.id) || drawing.connected(target.id, drawn.id);
      return drawnSo ? [] : [{ at, say: `${drawn.service.name} after ${text}` }];
    }),
  );
  const [first] = silent;
  if (!first) return;
  const named = silent.slice(0, 12).map(({ say }) => say);
  const more = silent.length > 12 ? ` and ${silent.length - 12} more` : "";
  drawing.draft.note(
    first.at,
    `Starts after another, and no file shows that it calls it, so there is no flow: ${named.join(" · ")}${more}`,
    "Draw the flow where there is one.",
  );
}
