import { plural } from "../../i18n/plural";

const many = plural("es");

export const es = {
  title: "Asistente", back: "Volver a la bandeja",
  sections: { topics: "Autonomía", recalls: "Rectificaciones", models: "Modelos de lenguaje" },
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
  models: {
    lead: "Con un modelo de lenguaje, el asistente redacta mejor. Sin ninguno, responde con las frases de los artículos. Cada frase pasa la misma comprobación.",
    tabs: { list: "Modelos", budget: "Presupuesto", calls: "Llamadas", prompts: "Instrucciones" },
    add: "Conectar un modelo", none: "Sin modelo de lenguaje", noneText: "El asistente responde con lo que dicen los artículos, sin coste y sin que nada salga de aquí. Si conectas un modelo, antes de enviarle nada se ocultan los datos personales.",
    provider: { openai: "OpenAI", anthropic: "Anthropic", google: "Google", mistral: "Mistral", openai_compatible: "Servidor compatible con OpenAI" },
    role: { first: "Principal", fallback: "De reserva", off: "Sin usar" }, providerLabel: "Proveedor", roleLabel: "Uso", model: "Modelo", name: "Nombre",
    address: "Dirección del servidor", addressHint: "Hasta /v1. Los servidores de la red interna tienen que estar permitidos en la instalación.",
    key: "Clave", keyHint: "Se guarda cifrada y no se vuelve a mostrar.", keyLost: "La clave no se puede leer: vuelve a escribirla.",
    priceIn: (currency: string) => `Precio por millón de tokens enviados (${currency})`, priceOut: (currency: string) => `Precio por millón de tokens escritos (${currency})`,
    firstToken: "Segundos hasta la primera palabra", total: "Segundos en total", prices: (input: string, output: string) => `${input} y ${output} por millón de tokens`, noPrice: "sin precio",
    test: "Probar", works: (model: string, ms: string) => `Funciona: ha respondido ${model} en ${ms} ms.`, fails: (error: string, detail: string) => `No funciona: ${[error, detail].filter(Boolean).join(". ")}`,
    resting: "Ha fallado varias veces seguidas y descansa; entretanto responde el de reserva o el propio Relevo.",
    swapped: (before: string, now: string) => `El proveedor ha cambiado el modelo: antes respondía ${before}, ahora ${now}.`,
    removeTitle: (name: string) => `¿Quitar «${name}»?`, removeText: "Su clave se borra. Las respuestas ya dadas no cambian.",
    budgetLead: "Cuando se llega a un límite, el asistente sigue respondiendo sin modelo. Vacío significa sin límite.",
    spent: (day: string, dayTokens: string, month: string, monthTokens: string) => `Hoy: ${day} (${dayTokens} tokens). Este mes: ${month} (${monthTokens} tokens).`,
    currency: "Moneda", unlimited: "Sin límite", money: { conversation: "Dinero por conversación", day: "Dinero por día", month: "Dinero por mes" },
    tokens: { conversation: "Tokens por conversación", day: "Tokens por día", month: "Tokens por mes" },
    noCalls: "Todavía no se ha llamado a ningún modelo.", more: "Mostrar más", columns: ["Cuándo", "Modelo", "Para qué", "Resultado", "Tokens", "Coste", "Tiempo"],
    purpose: { answer: "Respuesta", repair: "Corrección", test: "Prueba" }, outcome: { begun: "En curso", answered: "Respondida", failed: "Fallida", cancelled: "Cancelada" },
    error: {
      rate_limited: "demasiadas peticiones", overloaded: "el proveedor está saturado", refused: "el modelo se negó a responder", broken: "la respuesta no se entiende", out_of_form: "la respuesta no tiene la forma pedida",
      timed_out: "tardó demasiado", not_allowed: "clave o acceso no válidos", over_budget: "presupuesto agotado",
    } as Record<string, string>,
    promptsLead: "Con estas palabras se pregunta a los modelos. Son archivos de la instalación; cada cambio es una revisión nueva, que consta en cada llamada.",
    revision: (hash: string) => `revisión ${hash}`,
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
