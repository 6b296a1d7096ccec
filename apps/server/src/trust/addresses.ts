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

export class Addresses {
  readonly #port: number;
  readonly #names: ReadonlySet<string>;
  readonly #origins: ReadonlySet<string>;

  /** `names`: how this machine may be called; `publicUrl`: the address of a tunnel or proxy in front. */
  constructor(port: number, names: readonly string[], publicUrl?: string) {
    this.#port = port;
    this.#names = new Set(names);
    this.#origins = new Set(publicUrl === undefined ? [] : [new URL(publicUrl).origin]);
  }

  /** Why a request is not answered; undefined when its headers are in order. */
  refusal({ host, origin, site, weighty, navigation }: Asked): { status: 403 | 421; say: string } | undefined {
    if (!this.#isOurs(host)) return { status: 421, say: "This workbench does not answer to that name." };
    if (origin !== undefined && !this.#isOwn(origin, host))
      return { status: 403, say: "Pages of other origins get no answer here." };
    const foreign = site === "cross-site" || site === "same-site";
    if (foreign && (weighty || !navigation)) return { status: 403, say: "Pages of other origins get no answer here." };
    return undefined;
  }

  #isOurs(host: string | undefined): boolean {
    if (host === undefined) return false;
    if ([...this.#origins].some((origin) => new URL(origin).host === host)) return true;
    const [, name = "", port = "80"] = /^(\[[0-9a-f:.]+\]|[^:]+)(?::(\d+))?$/i.exec(host) ?? [];
    return Number(port) === this.#port && this.#names.has(name.toLowerCase());
  }

  #isOwn(origin: string, host: string | undefined): boolean {
    return origin === `http://${host}` || origin === `https://${host}` || this.#origins.has(origin);
  }
}

/** How this machine calls itself. */
export const loopbackNames = ["127.0.0.1", "localhost", "[::1]"] as const;
