export const es = {
  title: "Asistente", back: "Volver a la bandeja",
  sections: {},
};

export type AssistantDictionary = typeof es;
