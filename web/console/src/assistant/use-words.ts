import { useText } from "../i18n/text";
import { en } from "./texts/en";
import { es, type AssistantDictionary } from "./texts/es";

export function useAssistantWords(): AssistantDictionary {
  return useText().language === "es" ? es : en;
}
