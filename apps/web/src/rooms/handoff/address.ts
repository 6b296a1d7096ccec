// Whether a text is an address that may be followed: of the web, and of nothing that a click would run.

export function isAddress(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text) && URL.canParse(text);
}
