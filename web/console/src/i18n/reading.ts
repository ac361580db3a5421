import { plural } from "./plural";

/** The words of a reading: what was understood of a message. One file for both languages, so that they stay side by side. */
const labels = {
  es: {
    emotion: {
      neutral: "Neutro", confused: "Confusión", frustrated: "Frustración", angry: "Enfado", distressed: "Angustia", satisfied: "Satisfacción",
    } as Record<string, string>,
    urgency: { critical: "Crítica", high: "Alta", normal: "Normal", low: "Baja" } as Record<string, string>,
    data: {
      email: "correo", phone: "teléfono", iban: "cuenta bancaria", card: "tarjeta", national_id: "documento de identidad",
      tax_id: "número fiscal", ssn: "seguridad social", ip: "dirección IP", address: "dirección", name: "nombre",
    } as Record<string, string>,
  },
  en: {
    emotion: {
      neutral: "Neutral", confused: "Confused", frustrated: "Frustrated", angry: "Angry", distressed: "Distressed", satisfied: "Satisfied",
    } as Record<string, string>,
    urgency: { critical: "Critical", high: "High", normal: "Normal", low: "Low" } as Record<string, string>,
    data: {
      email: "e-mail", phone: "phone", iban: "bank account", card: "card", national_id: "identity document", tax_id: "tax number",
      ssn: "social security", ip: "IP address", address: "postal address", name: "name",
    } as Record<string, string>,
  },
};
const many = { es: plural("es"), en: plural("en") };

export const readingEs = {
  ...labels.es,
  title: "Lectura", ofMessage: "Lectura del mensaje", ofConversation: "Lo que se ha entendido",
  intent: "Quiere", emotionTerm: "Ánimo", urgencyTerm: "Urgencia", person: "Persona", asked: "La pide", notAsked: "No la pide", languageTerm: "Idioma", dataTerm: "Datos personales",
  none: "Ninguna de las conocidas", unclear: "No está claro; puede ser:",
  mark: { critical: "Crítica", high: "Urgente", angry: "Enfado", distressed: "Angustia", frustrated: "Frustración", person: "Pide persona" },
  urgencySaid: (value: string) => `urgencia ${value.toLowerCase()}`, emotionSaid: (value: string) => value.toLowerCase(),
  personSaid: "pide una persona",
  /** The clock of today, or a date with its clock. */
  at: (when: string, isToday: boolean) => (isToday ? `${/^0?1:/.test(when) ? "la" : "las"} ${when}` : `el ${when}`),
  course: {
    rising: (at: string) => `empeora desde ${at}`, falling: (at: string) => `mejora desde ${at}`, steady: (at: string) => `así desde ${at}`,
  } as Record<string, (at: string) => string>,
  courseAlone: { rising: "empeora", falling: "mejora", steady: "estable" } as Record<string, string>,
  trend: "Curso del ánimo, mensaje a mensaje", because: "Por sus palabras:",
  sure: { sure: "seguro", likely: "probable", possible: "posible", doubtful: "dudoso" },
  model: (name: string) => `Leído por: ${name}`, shipped: "modelo de Relevo", own: "modelo propio",
  corrected: "Corregido", correctedBy: (name: string) => `Corregido por ${name}`, correctedByMe: "Corregido por ti", correctedMark: "corregido",
  change: "Corregir", choose: (term: string) => `${term}: elige lo correcto`,
  pickHint: "Tu corrección se guarda como ejemplo para entrenar.", find: "Buscar una intención", nothingFound: "Ninguna intención se llama así.",
  ownIntents: "Vuestras intenciones", general: "Generales", current: "actual", loadFailed: "No se han podido cargar las intenciones.",
  saved: (term: string, value: string) => `${term}: ${value}`, failed: "La corrección no se ha podido guardar.",
  offline: "Sin conexión: la corrección no se ha guardado.", gone: "Este mensaje ya no tiene lectura.", undone: "Corrección deshecha.",
  open: (what: string) => `Lectura: ${what}`, correctLast: "Corregir la lectura del último mensaje", nothing: "Aún no hay ningún mensaje leído.",
  words: (list: string[]) => list.map((word) => `«${word}»`).join(", "),
  count: (n: number, what: string) => many.es(n, { one: what, other: `${what} (${n})` }),
};

export type ReadingWords = typeof readingEs;

export const readingEn: ReadingWords = {
  ...labels.en,
  title: "Reading", ofMessage: "Reading of the message", ofConversation: "What was understood",
  intent: "Wants", emotionTerm: "Mood", urgencyTerm: "Urgency", person: "Person", asked: "Wants one", notAsked: "Not asked for", languageTerm: "Language", dataTerm: "Personal data",
  none: "None of those known", unclear: "Not clear; it may be:",
  mark: { critical: "Critical", high: "Urgent", angry: "Angry", distressed: "Distressed", frustrated: "Frustrated", person: "Wants a person" },
  urgencySaid: (value) => `${value.toLowerCase()} urgency`, emotionSaid: (value) => value.toLowerCase(),
  personSaid: "wants a person",
  at: (when, isToday) => (isToday ? when : when),
  course: {
    rising: (at) => `getting worse since ${at}`, falling: (at) => `getting better since ${at}`, steady: (at) => `since ${at}`,
  },
  courseAlone: { rising: "getting worse", falling: "getting better", steady: "steady" },
  trend: "Course of the mood, message by message", because: "Because of the words:",
  sure: { sure: "sure", likely: "likely", possible: "possible", doubtful: "doubtful" },
  model: (name) => `Read by: ${name}`, shipped: "Relevo’s model", own: "your own model",
  corrected: "Corrected", correctedBy: (name) => `Corrected by ${name}`, correctedByMe: "Corrected by you", correctedMark: "corrected",
  change: "Correct it", choose: (term) => `${term}: choose what is right`,
  pickHint: "Your correction is kept as an example for training.", find: "Find an intent", nothingFound: "No intent has that name.",
  ownIntents: "Your own intents", general: "General", current: "current", loadFailed: "The intents could not be loaded.",
  saved: (term, value) => `${term}: ${value}`, failed: "The correction could not be saved.",
  offline: "You are offline: the correction has not been saved.", gone: "This message has no reading any more.", undone: "Correction undone.",
  open: (what) => `Reading: ${what}`, correctLast: "Correct the reading of the last message", nothing: "No message has been read yet.",
  words: (list) => list.map((word) => `“${word}”`).join(", "),
  count: (n, what) => many.en(n, { one: what, other: `${what} (${n})` }),
};
