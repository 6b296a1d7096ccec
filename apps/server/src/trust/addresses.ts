// Which Host and Origin headers are answered: a page elsewhere that rebinds its name to this machine gets nothing.

/** What is asked of the headers of a request. */
export interface Asked {
  readonly host: string | undefined;
  readonly origin: string | undefined;
  /** What the browser says about where the request comes from; absent in older ones and in programs. */
  readonly site: string | undefined;
  /** True when it may change something, or opens a socket. */
  readonly weighty: boolean;
  /** True for what the person opens in the address bar or by a link. */
  readonly navigation: boolean;
}

export interface AddressParts {
  readonly port: number;
  /** How this machine may be called besides its loopback names. */
  readonly names: readonly string[];
  /** True when the server itself speaks TLS. */
  readonly tls: boolean;
  /** The address of a tunnel or proxy in front. */
  readonly publicUrl: string | undefined;
}

/** How a machine calls itself. */
const loopbackNames: readonly string[] = ["127.0.0.1", "localhost", "[::1]"];

export class Addresses {
  readonly #port: number;
  readonly #tls: boolean;
  readonly #names: ReadonlySet<string>;
  readonly #public: URL | undefined;

  constructor({ port, names, tls, publicUrl }: AddressParts) {
    this.#port = port;
    this.#tls = tls;
    this.#names = new Set([...loopbackNames, ...names.map((name) => name.toLowerCase())]);
    this.#public = publicUrl === undefined ? undefined : new URL(publicUrl);
  }

  /** Why a request is not answered; undefined when its headers are in order. */
  refusal({ host, origin, site, weighty, navigation }: Asked): { status: 403 | 421; say: string } | undefined {
    if (!this.#isOurs(host)) return { status: 421, say: "This workbench does not answer to that name." };
    if (origin !== undefined && !this.#isOwn(origin, host)) return foreign;
    return (site === "cross-site" || site === "same-site") && (weighty || !navigation) ? foreign : undefined;
  }

  /** True when nobody on the way reads what is sent: it is encrypted, or stays on this machine. */
  isPrivate({ host, remote }: { host: string | undefined; remote: string | undefined }): boolean {
    if (this.#tls) return true;
    if (host !== undefined && this.#public?.protocol === "https:" && this.#public.host === host) return true;
    return host !== undefined && loopbackNames.includes(nameOf(host)) && isLoopback(remote);
  }

  #isOurs(host: string | undefined): boolean {
    if (host === undefined) return false;
    if (this.#public?.host === host.toLowerCase()) return true;
    const port = /:(\d+)$/.exec(host)?.[1] ?? (this.#tls ? "443" : "80");
    return Number(port) === this.#port && this.#names.has(nameOf(host));
  }

  #isOwn(origin: string, host: string | undefined): boolean {
    return origin === `${this.#tls ? "https" : "http"}://${host}` || origin === this.#public?.origin;
  }
}

const foreign = { status: 403, say: "Pages of other origins get no answer here." } as const;

function nameOf(host: string): string {
  return host.replace(/:\d+$/, "").toLowerCase();
}

/** True for addresses of this machine itself. */
function isLoopback(address: string | undefined): boolean {
  return address !== undefined && /^(::ffff:)?127\.|^::1$/.test(address);
}
