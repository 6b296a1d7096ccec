// A small ring: how much of something is done; a tick in it once all is.

export interface RingProps {
  readonly done: number;
  readonly total: number;
  readonly label: string;
}

export function Ring({ done, total, label }: RingProps) {
  const share = total === 0 ? 0 : done / total;
  const width = share === 1 ? 1.8 : 3;
  const round = 2 * Math.PI * 7;
  return (
    <svg viewBox="0 0 18 18" className="size-4.5 shrink-0 -rotate-90" role="img" aria-label={label}>
      <circle cx="9" cy="9" r="7" fill="none" stroke="var(--line)" strokeWidth={width} />
      <circle
        cx="9"
        cy="9"
        r="7"
        fill="none"
        stroke="currentColor"
        strokeWidth={width}
        strokeDasharray={`${share * round} ${round}`}
      />
      {share === 1 && (
        <path
          d="M5.8 9.2l2.3 2.3 4-4.7"
          transform="rotate(90 9 9)"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.8"
        />
      )}
    </svg>
  );
}
