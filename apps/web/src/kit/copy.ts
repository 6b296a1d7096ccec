// Copies text, also on a page that is no secure context and has no clipboard of its own.

/** True when the text is on the clipboard. */
export async function copyText(text: string): Promise<boolean> {
  if (globalThis.isSecureContext && navigator.clipboard) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // Not allowed here: the old way may be.
    }
  }
  return copyAtOnce(text);
}

/** The old way, done before it returns, as when a page is about to be left: a field that nobody sees is selected and copied. */
export function copyAtOnce(text: string): boolean {
  const before = document.activeElement;
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "fixed top-0 left-0 size-px opacity-0";
  field.setAttribute("aria-hidden", "true");
  (before?.closest("dialog") ?? document.body).append(field);
  field.select();
  let copied = false;
  try {
    copied = document.execCommand("copy");
  } catch {
    copied = false;
  }
  field.remove();
  if (before instanceof HTMLElement) before.focus();
  return copied;
}
