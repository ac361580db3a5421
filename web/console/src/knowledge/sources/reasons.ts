import type { Language } from "../../i18n/text";

/** Why something was taken or left, by the server's code. */
const REASONS: Record<string, { es: string; en: string }> = {
  added: { es: "Recogido", en: "Added" },
  replaced: { es: "Actualizado", en: "Updated" },
  unchanged: { es: "Sin cambios", en: "Unchanged" },
};

/** A code that the console does not know is shown as it came. */
export function reasonIn(language: Language, code: string): string {
  return REASONS[code]?.[language] ?? code.replaceAll("_", " ");
}
