/** The ids on the list as it is shown, for the keys that move through it. */
let rows: string[] = [];
let last = 0;

export function setRows(ids: string[]): void {
  rows = ids;
}

/** The row `step` away from the open one. When that has left the list, its former place counts. */
export function neighbour(openId: string | undefined, step: 1 | -1): string | undefined {
  const at = openId ? rows.indexOf(openId) : -1;
  if (at >= 0) last = at;
  if (!openId) return rows[0];
  const next = at >= 0 ? at + step : step > 0 ? last : last - 1;
  return rows[Math.max(0, Math.min(rows.length - 1, next))];
}
