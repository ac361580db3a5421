/** The mark: two strokes, one taking over from the other. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="#0f766b" />
      <path d="M8 20.5 16.5 12" stroke="#fff" strokeWidth="4" strokeLinecap="round" />
      <path d="M15.5 20 24 11.5" stroke="#f2b38c" strokeWidth="4" strokeLinecap="round" />
    </svg>
  );
}
