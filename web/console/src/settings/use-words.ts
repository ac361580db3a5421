import { useText } from "../i18n/text";
import { en } from "./texts/en";
import { es, type SettingsDictionary } from "./texts/es";

export function useWords(): SettingsDictionary {
  return useText().language === "es" ? es : en;
}
