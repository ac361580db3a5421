import type { Form, Texts } from "./texts";

const plural = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count} ${many}`);

/** With `tú` or `usted`, as the workspace speaks to its customers. */
export function es(form: Form): Texts {
  const say = (tu: string, usted: string) => (form === "usted" ? usted : tu);
  return {
    panel: (workspace) => (workspace ? `Chat con ${workspace}` : "Chat"),
    close: "Cerrar el chat",
    soundOn: "Activar el sonido",
    soundOff: "Desactivar el sonido",
    talkToPerson: "Hablar con una persona",
    log: "Conversación",
    compose: say("Tu mensaje", "Su mensaje"),
    placeholder: say("Escribe un mensaje…", "Escriba un mensaje…"),
    send: "Enviar",
    attach: "Adjuntar un archivo",
    drop: say("Suelta aquí los archivos", "Suelte aquí los archivos"),
    left: (count) => (count === 1 ? "Queda 1 carácter" : `Quedan ${count} caracteres`),
    tooLong: (count) => (count === 1 ? "Sobra 1 carácter" : `Sobran ${count} caracteres`),
    uploadsFailed: say(
      "Quita los archivos que no se han subido o vuelve a intentarlo.",
      "Quite los archivos que no se han subido o vuelva a intentarlo.",
    ),
    uploadsPending: "El mensaje se podrá enviar cuando terminen de subirse los archivos.",

    assistantMark: "asistente de IA",
    memberMark: "persona del equipo",
    programMark: "mensaje automático",
    assistant: "Asistente",
    member: "Atención al cliente",
    you: say("Tú", "Usted"),
    system: "Aviso",

    disclosure: say(
      "Hablas con una IA, que puede equivocarse. Puedes pedir una persona cuando quieras.",
      "Habla con una IA, que puede equivocarse. Puede pedir una persona cuando quiera.",
    ),
    peopleOnly: "Aquí responden personas del equipo.",
    privacy: say("Cómo tratamos tus datos", "Cómo tratamos sus datos"),
    remembered: say("Lo que recordamos de ti", "Lo que recordamos de usted"),
    nothingRemembered: say("No recordamos nada de ti más allá de esta conversación.", "No recordamos nada de usted más allá de esta conversación."),
    forget: "Olvidarlo",
    forgotten: say("Olvidado. Lo que has dicho hasta ahora no se volverá a recordar.", "Olvidado. Lo que ha dicho hasta ahora no se volverá a recordar."),
    factKinds: { language: "Idioma", country: "País", product: "Producto", level: "Nivel", tone: "Trato", detail: "Respuestas" },
    factValues: { beginner: "principiante", expert: "experto", tu: "de tú", usted: "de usted", short: "breves", full: "con detalle" },
    newTab: "se abre en una pestaña nueva",

    withAssistant: (name) => say(`Hablas con ${name}, asistente de IA`, `Habla con ${name}, asistente de IA`),
    withMember: (name) => say(`Hablas con ${name}, del equipo`, `Habla con ${name}, del equipo`),
    waitingMinutes: (minutes) => `Esperando a una persona · unos\u00a0${minutes}\u00a0min`,
    waiting: "Esperando a una persona",
    waitingAway: say(
      "Ahora no hay nadie del equipo. Te responderán aquí en cuanto vuelvan.",
      "Ahora no hay nadie del equipo. Le responderán aquí en cuanto vuelvan.",
    ),
    ended: say(
      "Conversación terminada. Puedes volver a escribir cuando quieras.",
      "Conversación terminada. Puede volver a escribir cuando quiera.",
    ),
    ready: say("Escríbenos cuando quieras", "Escríbanos cuando quiera"),

    offline: "Sin conexión.",
    offlineKept: say(
      "Lo que escribas se guarda y se envía en cuanto vuelva la conexión.",
      "Lo que escriba se guarda y se envía en cuanto vuelva la conexión.",
    ),
    configFailed: "Ahora mismo no se puede acceder al servicio.",

    personAsking: "Pidiendo una persona…",
    personAsked: say(
      "Hecho: te atenderá una persona en este mismo chat. No tendrás que repetir nada.",
      "Hecho: le atenderá una persona en este mismo chat. No tendrá que repetir nada.",
    ),
    personQueued: say(
      "Ahora no hay conexión. Tu petición de hablar con una persona queda guardada y se enviará sola en cuanto la haya.",
      "Ahora no hay conexión. Su petición de hablar con una persona queda guardada y se enviará sola en cuanto la haya.",
    ),
    personAlready: say(
      "Ya has pedido una persona. Te responderá aquí; mientras tanto puedes cerrar el chat.",
      "Ya ha pedido una persona. Le responderá aquí; mientras tanto puede cerrar el chat.",
    ),
    personAlreadyMember: (name) => say(`Ya estás hablando con una persona: ${name}.`, `Ya está hablando con una persona: ${name}.`),
    personAway: say(
      "Ahora no hay nadie del equipo. Tu petición queda anotada y te responderán aquí.",
      "Ahora no hay nadie del equipo. Su petición queda anotada y le responderán aquí.",
    ),

    sending: "Enviando…",
    sent: "Enviado",
    read: "Leído",
    notSentYet: "No enviado todavía",
    notSent: "No enviado",
    tryAgain: "Reintentar",
    edit: "Editar",
    remove: "Borrar",
    refused: {
      too_large: "Es demasiado largo.",
      client_id_reused: "Se ha confundido con otro mensaje.",
      conflict: "Se ha confundido con otro mensaje.",
      unsupported_type: "Ese tipo de archivo no se admite.",
      invalid: "Contiene algo que el servidor no admite.",
    },
    refusedOtherwise: "El servidor no lo ha aceptado.",

    typing: (name) => `${name} está escribiendo…`,
    sources: (count) => `Fuentes (${count})`,
    quickReplies: "Respuestas sugeridas",
    older: "Ver mensajes anteriores",
    loading: "Cargando la conversación…",
    newMessages: "Mensajes nuevos",
    toLatest: "Ir al último mensaje",
    toNew: (count) => plural(count, "mensaje nuevo", "mensajes nuevos"),
    today: "Hoy",
    yesterday: "Ayer",

    fileTooLarge: (name, limit) => `«${name}» es demasiado grande. El límite es de ${limit}.`,
    fileType: (name) => `«${name}» no se puede enviar. Se admiten imágenes (PNG, JPEG, GIF, WebP) y PDF.`,
    fileFailed: (name) => `No se ha podido subir «${name}».`,
    fileEmpty: (name) => `«${name}» está vacío.`,
    fileTooMany: (count) => `En un mensaje caben hasta ${count} archivos.`,
    removeFile: (name) => `Quitar ${name}`,
    uploading: (name, percent) => `Subiendo ${name}: ${percent} %`,
    download: "Descargar:",
    openImage: (name) => `Abrir la imagen ${name}`,

    rateQuestion: say("¿Qué te ha parecido la atención?", "¿Qué le ha parecido la atención?"),
    scores: ["Muy mala", "Mala", "Normal", "Buena", "Muy buena"],
    comment: say("¿Quieres añadir algo? (opcional)", "¿Quiere añadir algo? (opcional)"),
    commentHint: "Qué ha ido bien, qué podemos mejorar",
    rateSend: "Enviar valoración",
    rateChoose: say("Elige una de las cinco opciones.", "Elija una de las cinco opciones."),
    rateThanks: say("Gracias por tu valoración.", "Gracias por su valoración."),
    rateFailed: say(
      "No se ha podido enviar la valoración. Inténtalo de nuevo.",
      "No se ha podido enviar la valoración. Inténtelo de nuevo.",
    ),
  };
}
