// A small ring: how much of something is done.

export interface RingProps {
  readonly done: number;
  readonly total: number;
  readonly label: string;
}

export function Ring({ done, total, label }: RingProps) {
  const share = total === 0 ? 0 : done / total;
  const round = 2 * Math.PI * 7;
  return (
    <svg viewBox="0 0 18 18" className="size-4.5 shrink-0 -rotate-90" role="img" aria-label={label}>
      <circle cx="9" cy="9" r="7" fill="none" stroke="var(--line)" strokeWidth="3" />
      <circle
        cx="9"
        cy="9"
        r="7"
        fill="none"
        stroke="currentColor"
        strokeWidth="3"
        strokeDasharray={`${share * round} ${round}`}
      />
    </svg>
  );
}
