import type { AssistantDictionary } from "./es";

export const en: AssistantDictionary = {
  title: "Assistant", back: "Back to the inbox",
  sections: {},
};
