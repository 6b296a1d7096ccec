// Facts that a service's own settings show: what it may do to its host, as whom it runs, how it gets its secrets.
import { type At, child, placeOf, textOf } from "../positioned.ts";
import type { Drawing, Drawn } from "./drawing.ts";
import { textsOf } from "./load.ts";
import { isSecretKey, isSecretValue, referencesIn } from "./references.ts";
import type { Service, Setting } from "./service.ts";

type Fact = { value: string; seen: string; why?: string };

/** True for a mount of the container runtime's socket. */
export function isRuntimeSocket(source: string | undefined): boolean {
  return source !== undefined && /(^|\/)(docker|podman|containerd|crio|balena-engine)\.sock$/.test(source);
}

/** The facts of a process. What a data store's settings show is noted only, since these facts are about processes. */
export function processFacts(drawing: Drawing, drawn: Drawn): Record<string, Fact> {
  const { service } = drawn;
  const facts: Record<string, Fact> = { "is-container": { value: "yes", seen: placeOf(service.at) } };
  const control = hostControl(service);
  if (control) {
    facts["controls-its-host"] = { value: "yes", seen: placeOf(control.at), why: control.why };
    drawing.draft.note(
      control.at,
      `${service.name} can control its host: ${control.why}`,
      "Take it away, or put a filtering proxy between.",
    );
  }
  Object.assign(facts, privileges(drawn));
  const secret = literalSecrets(service)[0];
  if (secret)
    facts["keeps-secrets-in-store"] = {
      value: "no",
      seen: placeOf(secret.at),
      why: "A secret stands in the settings.",
    };
  return facts;
}

/** What lets a service take over its host, with its place. */
function hostControl(service: Service): { at: At; why: string } | undefined {
  const { node } = service;
  const at = (key: string) => node.keys.get(key) ?? service.at;
  const socket = service.mounts.find((each) => isRuntimeSocket(each.source));
  if (textOf(child(node, "privileged")) === "true") return { at: at("privileged"), why: "it is privileged" };
  if (socket) return { at: socket.at, why: "the container runtime's socket is mounted" };
  const capability = textsOf(child(node, "cap_add")).find((each) =>
    /^(CAP_)?(ALL|SYS_ADMIN|SYS_MODULE|SYS_PTRACE|SYS_RAWIO|DAC_READ_SEARCH)$/i.test(each.text),
  );
  if (capability) return { at: capability.at, why: `it has the capability ${capability.text.toUpperCase()}` };
  for (const key of ["pid", "ipc"]) {
    if (textOf(child(node, key)) === "host") return { at: at(key), why: `it shares the host's ${key} namespace` };
  }
  const mount = service.mounts.find(
    (each) =>
      each.kind === "bind" &&
      !each.readOnly &&
      /^\/(etc|root|boot|dev|proc|sys|var\/lib\/docker)?\/?$/.test(each.source ?? ""),
  );
  return mount ? { at: mount.at, why: `${mount.source} of the host is mounted` } : undefined;
}

/** As whom it runs: by `user`, else by its Dockerfile's USER; nothing is said when neither says it. */
function privileges({ service, recognised }: Drawn): Record<string, Fact> {
  const { node } = service;
  const key = node.keys.get("user");
  const user = key ? { text: textOf(child(node, "user")) ?? "", at: key } : recognised.stage?.user;
  const privileged = textOf(child(node, "privileged")) === "true";
  const readOnly = textOf(child(node, "read_only")) === "true";
  const dropped = textsOf(child(node, "cap_drop")).some((each) => /^(CAP_)?ALL$/i.test(each.text));
  const unconfined = textsOf(child(node, "security_opt")).some((each) => /unconfined/.test(each.text));
  const facts: Record<string, Fact> = {};
  const name = user?.text.split(":")[0] ?? "";
  if (user && name !== "" && !name.includes("$")) {
    const root = privileged || name === "root" || name === "0";
    facts["runs-unprivileged"] = { value: root ? "no" : "yes", seen: placeOf(user.at) };
  }
  if (privileged) facts.confined = { value: "no", seen: placeOf(node.keys.get("privileged") ?? service.at) };
  else if (unconfined) facts.confined = { value: "no", seen: placeOf(node.keys.get("security_opt") ?? service.at) };
  else if (readOnly && dropped)
    facts.confined = { value: "yes", seen: placeOf(node.keys.get("read_only") ?? service.at) };
  return facts;
}

/** Settings whose value in the file is a secret; the value goes nowhere. */
function literalSecrets(service: Service): readonly Setting[] {
  return service.settings.filter(
    (each) => each.literal && (keyIsSecret(each) || referencesIn(each.value).some((reference) => reference.password)),
  );
}

function keyIsSecret(setting: Setting): boolean {
  return isSecretKey(setting.key) && isSecretValue(setting.value);
}

/** How many secrets a note names; the rest is counted. */
const namedSecrets = 12;

/** One note for all secrets that stand in the files: how many, each with its key and place; the note itself stands at the first. */
export function noteSecrets(drawing: Drawing): void {
  const inSettings = [...drawing.drawn.values()].flatMap(({ service }) =>
    literalSecrets(service).map(({ key, at }) => ({ key: `${service.name} ${key.slice(0, 80)}`, at })),
  );
  const inFiles = [...drawing.project.env.values()]
    .filter((each) => isSecretKey(each.key) && isSecretValue(each.value))
    .map(({ key, at }) => ({ key: key.slice(0, 80), at }));
  const all = [...inSettings, ...inFiles];
  const [first] = all;
  if (!first) return;
  const placed = ({ key, at }: (typeof all)[number]): string =>
    `${key} (${at.file === first.at.file ? `line ${at.line}` : placeOf(at)})`;
  const named = all.length === 1 ? [first.key] : all.slice(0, namedSecrets).map(placed);
  const more = all.length > namedSecrets ? ` and ${all.length - namedSecrets} more` : "";
  const many = all.length === 1 ? "A secret stands in a file" : `${all.length} secrets stand in files`;
  const say = `${many}: ${named.join(", ")}${more}`;
  drawing.draft.note(first.at, say, "Keep secrets in a secret store or out of version control, and change these.");
}
