import { useText } from "../i18n/text";

/** Many customers never say who they are. They get a handle by which agents can tell them apart. */
export function useNameOf(): (contact: { id?: string | null; name: string }) => string {
  const { t } = useText();
  return ({ id, name }) => name.trim() || t.contact.nameless((id ?? "").slice(-4).toUpperCase());
}
