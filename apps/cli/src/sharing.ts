// How `up` lets others in: the options, the addresses of this machine, and the invitation as people see it in a terminal.
import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { hostname, networkInterfaces } from "node:os";
import { fail, ok, problem, type Result } from "@parapet/core";
import type { OpenRoom, ServerOptions } from "@parapet/server";
import { bold, dim } from "./print/style.ts";
import type { Session } from "./session.ts";
import { type Options, textOption } from "./verb.ts";

/** What of the server's options is about others. */
export type Sharing = Pick<ServerOptions, "tls" | "publicUrl" | "share" | "names">;

/** The options of sharing, checked. */
export function sharingOptions(options: Options, opened: (room: OpenRoom) => void): Result<Sharing> {
  const tls = tlsOptions(options);
  if (!tls.ok) return tls;
  const publicUrl = publicOption(options);
  if (!publicUrl.ok) return publicUrl;
  const how = options.share;
  if (how !== undefined && how !== true && how !== "edit")
    return fail(problem("bad-argument", `--share=${how} is no way to share.`, "Write --share, or --share=edit."));
  const named = tls.value ? namesIn(tls.value.cert) : [];
  const own = how === undefined ? [] : ownNames();
  return ok({
    names: [...named, ...own],
    ...(tls.value && { tls: tls.value }),
    ...(publicUrl.value !== undefined && { publicUrl: publicUrl.value }),
    ...(how !== undefined && { share: { edit: how === "edit", opened } }),
  });
}

function tlsOptions(options: Options): Result<ServerOptions["tls"]> {
  const [cert, key] = [textOption(options, "cert"), textOption(options, "key")];
  if (cert === undefined && key === undefined) return ok(undefined);
  if (cert === undefined || key === undefined)
    return fail(problem("bad-argument", "A certificate and its key go together.", "Give both --cert and --key."));
  try {
    const read = { cert: readFileSync(cert), key: readFileSync(key) };
    new X509Certificate(read.cert);
    return ok(read);
  } catch (error) {
    const say = `The certificate or its key cannot be read: ${(error as Error).message}.`;
    return fail(problem("file-unreadable", say, "Name two PEM files."));
  }
}

function publicOption(options: Options): Result<string | undefined> {
  const text = textOption(options, "publicUrl");
  if (text === undefined) return ok(undefined);
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && (url.protocol === "https:" || url.protocol === "http:") && url.pathname === "/") return ok(url.origin);
  return fail(
    problem("bad-argument", `${text} is no address of a server.`, "Write it as https://host, without a path."),
  );
}

/** The names that a certificate is for. */
function namesIn(cert: Buffer): readonly string[] {
  const names = new X509Certificate(cert).subjectAltName?.split(", ") ?? [];
  return names.flatMap((name) => /^DNS:([\w.-]+)$/.exec(name)?.[1] ?? []);
}

/** How others on the network reach this machine: its addresses first, which need no name service. */
function ownNames(): readonly string[] {
  const addresses = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
  const ipv4 = addresses.filter(({ family, internal }) => family === "IPv4" && !internal).map(({ address }) => address);
  const name = hostname().toLowerCase();
  return [...ipv4, ...(name.includes(".") ? [name] : [`${name}.local`, name])];
}

/** An invitation: the link, the code to say aloud, and the link as a picture for phones. */
export function printRoom(session: Session, room: OpenRoom): void {
  const { workshop, spoken, links, qr } = room;
  const more = links.slice(1).map((link) => dim(`or ${link}`));
  session.say(
    { room },
    [
      bold(`Join ${workshop}`),
      links[0] ?? "",
      ...more,
      `Code: ${spoken}`,
      ...(process.stdout.isTTY ? picture(qr) : []),
    ].join("\n"),
  );
}

/** Two rows of the code in each line; dark on light, whatever the colours of the terminal. */
function picture(rows: readonly string[]): readonly string[] {
  const width = (rows[0]?.length ?? 0) + 4;
  const blank = "0".repeat(width);
  const framed = [blank, blank, ...rows.map((row) => `00${row}00`), blank, blank];
  const lines: string[] = [];
  for (let i = 0; i < framed.length; i += 2) {
    const [upper = blank, lower = blank] = [framed[i], framed[i + 1]];
    const cells = [...upper].map((top, at) =>
      top === "1" ? (lower[at] === "1" ? " " : "▄") : lower[at] === "1" ? "▀" : "█",
    );
    lines.push(cells.join(""));
  }
  return lines;
}
