// The moment after the next picture: what may follow later is done then.

/** Resolves when what was changed on the page is on screen; a page that nobody sees paints nothing, and does not wait. */
export function painted(): Promise<unknown> {
  if (document.hidden) return Promise.resolve();
  return new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
}
