import { plural } from "../../i18n/plural";

const many = plural("es");

export const es = {
  title: "Asistente", back: "Volver a la bandeja",
  sections: { topics: "Autonomía", recalls: "Rectificaciones" },
  saved: "Guardado.", failed: "No se ha podido guardar.",
  level: { off: "Apagado", observe: "Observa", suggest: "Sugiere", approve: "Con visto bueno", autonomous: "Responde solo" },
  levelHint: {
    off: "Solo responden personas.", observe: "Piensa su respuesta en la sombra; nadie la ve hasta que ha respondido una persona.",
    suggest: "El agente ve su propuesta y escribe la respuesta.", approve: "El agente la deja salir con una tecla.",
    autonomous: "Responde a los clientes, siempre con una persona a un paso.",
  },
  topics: {
    lead: "Lo que el asistente puede hacer en cada tema, según lo que ha demostrado en vuestras conversaciones.",
    running: "El asistente está en marcha", runningHint: "Parar surte efecto en menos de cinco segundos; sus conversaciones pasan a la cola.",
    stop: "Parar el asistente", stopTitle: "¿Parar el asistente?", stopText: "Dejará de responder en todos los temas y canales. Las conversaciones que lleva pasan a las personas del equipo.",
    stopReason: "Motivo (lo verá el equipo)", stopped: "El asistente está parado",
    stoppedBy: (name: string, when: string) => `Lo paró ${name}, ${when}.`, resume: "Ponerlo en marcha", resumed: "El asistente vuelve a estar en marcha.",
    defaultTitle: "Todos los temas", defaultHint: "Vale para los temas que no tengan un nivel propio.", inherits: "como todos los temas",
    onlyFor: (language: string, channel: string) => [language, channel].filter(Boolean).join(" · "),
    topic: "Tema", level: "Nivel", evidence: "Lo que ha demostrado",
    answers: (n: number) => many(n, { one: "1 respuesta", other: `${n} respuestas` }), compared: (n: number) => many(n, { one: "1 comparada", other: `${n} comparadas` }),
    agreement: (share: string, low: string) => `coincide en el ${share} (al menos ${low})`, noEvidence: "Aún sin conversaciones que lo muestren",
    unsupported: (n: number) => many(n, { one: "1 frase sin fuente", other: `${n} frases sin fuente` }), noneUnsupported: "ninguna frase sin fuente",
    repeats: (n: number) => many(n, { one: "1 cliente volvió a escribir", other: `${n} clientes volvieron a escribir` }),
    promote: (level: string) => `Subir a «${level}»`, promoteHint: "Ha superado el umbral con vuestras propias conversaciones.",
    overrideTitle: "Aún no lo ha demostrado", overrideText: (level: string) => `Las conversaciones de este tema todavía no respaldan «${level}». Un administrador puede hacerlo igualmente; el motivo queda registrado.`,
    overrideReason: "Motivo", override: "Subir de todos modos", setBy: (name: string, when: string) => `${name}, ${when}`, notices: "Últimos cambios",
    notice: {
      promoted: (from: string, to: string) => `Sube de «${from}» a «${to}»`, demoted: (from: string, to: string) => `Baja de «${from}» a «${to}»`,
      set: (_: string, to: string) => `Pasa a «${to}»`, stopped: () => "Asistente parado", resumed: () => "Asistente en marcha",
    } as Record<string, (from: string, to: string) => string>,
    changed: (topic: string, level: string) => `${topic}: ${level.toLowerCase()}.`, levelOf: (topic: string) => `Nivel de ${topic}`,
  },
  recalls: {
    lead: "Respuestas que se apoyaban en algo que ha cambiado: a quién se le dieron y la rectificación lista para enviar.",
    open: "Pendientes", sent: "Enviadas", dismissed: "Descartadas", none: "Nada que rectificar", noneText: "Cuando cambie un artículo, aquí verás qué respuestas se apoyaban en él y a quién llegaron.",
    noneOf: { sent: "Aún no se ha enviado ninguna rectificación.", dismissed: "No se ha descartado ninguna." },
    said: "Se le dijo", was: "Decía el artículo", now: "Dice ahora", gone: "Ya no está publicado.", draft: "Mensaje de rectificación", send: "Enviar rectificación", dismiss: "Descartar",
    open_: "Ver la conversación", done: "Rectificación enviada.", dropped: "Descartada.", nameless: "Visitante", count: (n: number) => many(n, { one: "1 respuesta", other: `${n} respuestas` }),
    article: (title: string, from: number, to: number | null) => (to === null ? `${title} (revisión ${from}, retirado)` : `${title} (revisión ${from} → ${to})`),
  },
};

export type AssistantDictionary = typeof es;
