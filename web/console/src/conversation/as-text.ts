/** A value whose shape we do not rule over, in words: a title or text if it has one. */
export function asText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value !== "object") return String(value);
  if (Array.isArray(value)) return value.map(asText).join(", ");
  const fields = value as Record<string, unknown>;
  const named = fields.text ?? fields.title ?? fields.name ?? fields.label;
  return named === undefined ? JSON.stringify(value) : asText(named);
}
