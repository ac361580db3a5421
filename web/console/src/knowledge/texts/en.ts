import type { KnowledgeDictionary } from "./es";

export const en: KnowledgeDictionary = {
  title: "Knowledge", back: "Back to the inbox",
  sections: {},
};
