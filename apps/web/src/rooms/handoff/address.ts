// Whether a text is an address that may be followed: of the web, and of nothing that a click would run; and what it is called.

export function isAddress(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text) && URL.canParse(text);
}

/** What tells tickets apart: the end of their address. */
export function lastPart(link: string): string {
  const { host, pathname } = new URL(link);
  return pathname.split("/").filter(Boolean).at(-1) ?? host;
}
