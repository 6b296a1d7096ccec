// Lines in large type, for the projector.
export function ScreenList({ title, lines }: { readonly title?: string; readonly lines: readonly string[] }) {
  return (
    <section aria-label={title}>
      {title !== undefined && <h3 className="mb-1 text-xl font-semibold text-soft">{title}</h3>}
      <ul className="flex flex-col gap-2 text-2xl leading-snug">
        {lines.map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same
          <li key={`${i} ${line}`} dir="auto">
            {line}
          </li>
        ))}
      </ul>
    </section>
  );
}
