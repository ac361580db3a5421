import { useText } from "../i18n/text";
import { en } from "./texts/en";
import { es, type KnowledgeDictionary } from "./texts/es";

export function useKnowledgeWords(): KnowledgeDictionary {
  return useText().language === "es" ? es : en;
}
