export const es = {
  title: "Conocimiento", back: "Volver a la bandeja",
  sections: {},
};

export type KnowledgeDictionary = typeof es;
