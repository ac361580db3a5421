export interface Piece {
  text: string;
  type: string | null;
}

/** The text cut at its personal data. Offsets count code points, not the units of a JavaScript string. */
export function piecesOf(text: string, spans: { start: number; end: number; type: string }[]): Piece[] {
  const points = [...text];
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end, type } of [...spans].sort((a, b) => a.start - b.start)) {
    if (start < at || end <= start || end > points.length) continue;
    if (start > at) pieces.push({ text: points.slice(at, start).join(""), type: null });
    pieces.push({ text: points.slice(start, end).join(""), type });
    at = end;
  }
  if (at < points.length) pieces.push({ text: points.slice(at).join(""), type: null });
  return pieces;
}
