// Volumes that hold data beside the databases, and the container runtime where its socket is mounted.
import { child } from "../positioned.ts";
import { seenAt, titled } from "./draft.ts";
import type { Drawing, Drawn } from "./drawing.ts";
import { isRuntimeSocket } from "./facts.ts";
import type { Mount } from "./ports.ts";
import { outsideZone } from "./zones.ts";

interface Mounted {
  readonly drawn: Drawn;
  readonly mount: Mount;
}

/** Mount targets that hold nothing of the system's own: caches and installed packages. */
const ofNoInterest =
  /(^|\/)(node_modules|vendor|\.cache|\.npm|\.yarn|\.m2|\.gradle|\.cargo|\.nuget|site-packages|\.venv|__pycache__|tmp|\.next|target|bundle)(\/|$)/;
/** Folders of the host that hold data by their name. */
const dataFolder = /(^|\/)(uploads?|storage|files|media|backups?|data|documents|attachments)\/?$/;

/** Draws volumes as data stores unless a database owns them, and the runtime behind a mounted socket. */
export function drawStores(drawing: Drawing): void {
  const volumes = new Map<string, Mounted[]>();
  for (const drawn of drawing.drawn.values()) {
    for (const mount of drawn.service.mounts) {
      if (isRuntimeSocket(mount.source)) drawRuntime(drawing, drawn, mount);
      const name = volumeName(drawing, drawn, mount);
      if (name !== undefined) volumes.set(name, [...(volumes.get(name) ?? []), { drawn, mount }]);
    }
  }
  for (const [name, mounted] of volumes) drawVolume(drawing, name, mounted);
}

/** The volume's name, or for a data folder of the host its path; undefined for what is no store. */
function volumeName(drawing: Drawing, drawn: Drawn, mount: Mount): string | undefined {
  if (mount.source === undefined || mount.kind === "other") return undefined;
  if (ofNoInterest.test(mount.target)) {
    if (mount.kind === "volume")
      drawing.draft.note(
        mount.at,
        `The volume ${mount.source} holds caches or packages and is not drawn`,
        "Draw it if it holds data.",
      );
    return undefined;
  }
  if (mount.kind === "volume") return mount.source;
  const folder =
    drawn.kind !== "data-store" && !mount.readOnly && dataFolder.test(mount.source) && dataFolder.test(mount.target);
  return folder ? mount.source : undefined;
}

function drawVolume(drawing: Drawing, name: string, mounted: readonly Mounted[]): void {
  const { draft } = drawing;
  const owner = mounted.find((each) => each.drawn.kind === "data-store");
  const at = mounted[0]?.mount.at ?? drawing.project.root.at;
  if (owner) {
    for (const { drawn, mount } of mounted) {
      if (drawn.id === owner.drawn.id) continue;
      if (drawn.kind !== "process") continue;
      const description = `${mount.readOnly ? "Reads" : "Reads and writes"} the files of the volume ${name}.`;
      drawing.connect(drawn.id, owner.drawn.id, {
        at: mount.at,
        protocol: "file",
        description,
        ...(mount.readOnly ? { carries: [] } : {}),
      });
    }
    return;
  }
  const volumes = child(drawing.project.root, "volumes");
  const declared = volumes?.kind === "map" ? volumes.keys.get(name) : undefined;
  const title = (
    name
      .split("/")
      .filter((each) => each !== "" && each !== ".")
      .at(-1) ?? name
  ).replace(/[_\s]+/g, "-");
  const id = draft.idFor(title, "volume", at);
  if (id === undefined) return;
  const zones = new Set(mounted.map((each) => each.drawn.home));
  const zone = zones.size === 1 ? [...zones][0] : drawing.around;
  draft.put("elements", id, {
    kind: "data-store",
    ...titled(title, id),
    ...(zone ? { zone } : {}),
    ...seenAt([...(declared ? [declared] : []), ...mounted.map((each) => each.mount.at)]),
  });
  for (const { drawn, mount } of mounted) {
    drawing.connect(drawn.id, id, { at: mount.at, protocol: "file", ...(mount.readOnly ? { carries: [] } : {}) });
  }
}

function drawRuntime(drawing: Drawing, drawn: Drawn, mount: Mount): void {
  const id = drawing.once("runtime", () => {
    const zone = outsideZone(drawing, "Host", "host", mount.at);
    const own = drawing.draft.idFor("Container runtime", "element", mount.at);
    if (own !== undefined) {
      const thing = {
        kind: "process" as const,
        ...titled("Container runtime", own),
        ...(zone ? { zone } : {}),
        ...seenAt([mount.at]),
      };
      drawing.draft.put("elements", own, thing);
    }
    return own;
  });
  if (id !== undefined) drawing.connect(drawn.id, id, { at: mount.at, protocol: "unix-socket" });
}
