import { plural } from "./plural";

const many = plural("es");

export const es = {
  app: { name: "Relevo", console: "Consola", skip: "Ir a la conversación", close: "Cerrar", cancel: "Cancelar", save: "Guardar", retry: "Volver a intentarlo", loading: "Cargando…", back: "Volver", copy: "Copiar", copied: "Copiado", delete: "Eliminar", edit: "Editar", more: "Más acciones", yes: "Sí" },
  signIn: {
    title: "Inicia sesión", lead: "La atención en manos de tu equipo, con la IA a su lado.", email: "Correo electrónico", password: "Contraseña", submit: "Entrar",
    wrong: "El correo o la contraseña no son correctos.", slow: (seconds: number) => `Demasiados intentos. Espera ${seconds} s y vuelve a probar.`,
    offline: "No se puede conectar con el servidor. Comprueba tu conexión y vuelve a intentarlo.", failed: "El servidor no ha podido iniciar la sesión. Inténtalo de nuevo.",
    ended: "La sesión ha caducado. Vuelve a entrar.",
  },
  views: { mine: "Mías", unassigned: "Sin asignar", waiting: "En espera", all: "Todas", resolved: "Resueltas", snoozed: "Pospuestas" },
  viewsLabel: "Vistas de la bandeja",
  list: {
    label: "Conversaciones", search: "Buscar conversaciones", clear: "Borrar la búsqueda", found: (n: number) => many(n, { one: "1 resultado", other: `${n} resultados` }),
    more: "Cargando más…", end: "No hay más.", failed: "No se ha podido cargar la lista.", unread: (n: number) => many(n, { one: "1 sin leer", other: `${n} sin leer` }),
    waits: (time: string) => `espera desde hace ${time}`, you: "Tú", draft: "Borrador",
    empty: {
      mine: ["No tienes conversaciones.", "Toma una de «Sin asignar» y aparecerá aquí."],
      unassigned: ["No hay nada sin asignar.", "Aquí llega lo que pide una persona y aún nadie lleva."],
      waiting: ["Nadie espera respuesta.", "Cuando alguien espere a una persona, lo verás aquí: primero, quien más lleva."],
      all: ["No hay conversaciones abiertas.", "En cuanto alguien escriba desde el chat, aparecerá aquí."],
      resolved: ["Aún no se ha resuelto ninguna.", "Las conversaciones que resuelvas se guardan aquí."],
      snoozed: ["No hay nada pospuesto.", "Lo que pospongas vuelve a la bandeja a su hora."],
      search: ["Sin resultados.", "Prueba con otras palabras, un nombre o un correo."],
    } as Record<string, [string, string]>,
  },
  holder: { assistant: "Asistente", queue: "En cola", agent: "Agente", you: "Tú", nobody: "Nadie" },
  status: { open: "Abierta", snoozed: "Pospuesta", resolved: "Resuelta" },
  channel: { chat: "Chat", email: "Correo", voice: "Voz", whatsapp: "WhatsApp" } as Record<string, string>,
  conversation: {
    pick: "Elige una conversación", pickHint: "Con J y K recorres la lista; con Intro abres la elegida.", loadFailed: "No se ha podido cargar la conversación.", gone: "Esta conversación ya no existe o no puedes verla.",
    older: "Cargar mensajes anteriores", olderLoading: "Cargando los anteriores…", start: "Principio de la conversación", log: "Mensajes", noMessages: "Todavía no hay mensajes.",
    assistant: "Asistente", ai: "IA", program: "Programa", note: "Nota interna", noteSeen: "Solo la ve tu equipo", sources: (n: number) => many(n, { one: "1 fuente", other: `${n} fuentes` }),
    outcome: { answer: "Respondió", clarify: "Pidió una aclaración", procedure: "Siguió un procedimiento", hand_off: "Pasó a una persona" } as Record<string, string>,
    read: "Leído", sent: "Enviado", sending: "Enviando…", waiting: "Se enviará al recuperar la conexión", failed: "No se ha enviado", again: "Reintentar", discard: "Descartar", toComposer: "Volver a editar",
    typing: (names: string[]) => (names.length === 1 ? `${names[0]} está escribiendo…` : `${names.join(" y ")} están escribiendo…`),
    viewing: (names: string[]) => many(names.length, { one: `${names[0]} también está viendo esta conversación`, other: `${names.join(", ")} también están viendo esta conversación` }),
    replying: (name: string) => `${name} está respondiendo ahora mismo.`, quickReplies: "Opciones ofrecidas", newMessage: (who: string, text: string) => `Mensaje nuevo de ${who}: ${text}`,
    latest: "Ir al último mensaje", image: (name: string) => `Imagen: ${name}`, today: "Hoy", yesterday: "Ayer", rating: (score: number) => `Valoración: ${score} de 5`, snoozedUntil: (when: string) => `Pospuesta hasta ${when}`, wait: "Espera desde hace",
    expired: "El enlace al archivo ha caducado; vuelve a abrir la conversación.",
  },
  packet: { title: "Relevo a una persona", wants: "Qué quiere", summary: "Qué ha pasado", asked: "Lo que preguntó", tried: "Lo que se intentó", suggestions: "Siguientes pasos", show: "Ver el resumen del relevo", hide: "Ocultar el resumen" },
  reason: {
    requested: "Pidió hablar con una persona", safety: "Puede haber peligro", upset: "El cliente está muy molesto", no_answer: "El asistente no tenía respuesta", failed_twice: "El asistente no pudo ayudar dos veces", assistant_failed: "El asistente falló", by_agent: "Devuelta a la cola por el equipo",
  } as Record<string, string>,
  composer: {
    label: "Redactar", reply: "Responder", note: "Nota", replyTo: (name: string) => `Responde a ${name}…`, notePlaceholder: "Escribe una nota que solo verá tu equipo…", send: "Enviar", addNote: "Guardar nota", attach: "Adjuntar archivo", macros: "Macros",
    drop: "Suelta aquí los archivos", tooLong: (n: number) => many(n, { one: "Sobra 1 carácter", other: `Sobran ${n} caracteres` }), left: (n: number) => many(n, { one: "Queda 1 carácter", other: `Quedan ${n} caracteres` }),
    enterSends: "Intro envía", ctrlEnterSends: "Ctrl + Intro envía", sendWith: "Enviar con", enter: "Intro", ctrlEnter: "Ctrl + Intro", uploading: "Subiendo…", uploadFailed: "No se ha podido subir", removeFile: (name: string) => `Quitar ${name}`,
    tooLarge: (name: string) => `«${name}» pesa más de 10 MB.`, badType: (name: string) => `«${name}» no es una imagen ni un PDF.`, draftSaved: "Borrador guardado", draftUnsaved: "Borrador sin guardar", draftFailed: "El borrador no se ha podido guardar; se reintenta",
    takes: "Al responder, la tomas tú.", takesAssistant: "La lleva el asistente; al responder, la tomas tú.", heldBy: (name: string) => `La lleva ${name}.`, resolvedHint: "Está resuelta. Responder la vuelve a abrir.",
  },
  macro: { title: "Macros", search: "Buscar una macro", none: "No hay macros que coincidan.", empty: "Aún no hay macros. Un administrador puede crearlas en Ajustes.", insert: "Insertar", apply: "Enviar y aplicar", does: "Además", resolve: "resuelve la conversación", assign: "te la asigna", snooze: (h: number) => many(h, { one: "la pospone 1 hora", other: `la pospone ${h} horas` }), tag: (tag: string) => `la etiqueta «${tag}»`, failed: "No se ha podido aplicar la macro." },
  actions: {
    assign: "Asignar", assignMe: "Asignármela", assignTo: "Asignar a…", toQueue: "Devolver a la cola", handBack: "Devolver al asistente", snooze: "Posponer", resolve: "Resolver", reopen: "Reabrir", take: "Tomar la conversación",
    details: "Mostrar u ocultar el panel del contacto", done: { assign: (name: string) => `Asignada a ${name}`, queue: "Devuelta a la cola", handBack: "Ahora la lleva el asistente", snooze: (when: string) => `Pospuesta hasta ${when}`, resolve: "Conversación resuelta", reopen: "Conversación reabierta" },
    failed: "No se ha podido hacer.", conflict: "La conversación ha cambiado entretanto. Revísala y vuelve a intentarlo.", undo: "Deshacer", pickMember: "Busca un compañero", nobody: "No hay nadie con ese nombre.",
  },
  snooze: { title: "Posponer hasta…", hour: "Dentro de 1 hora", threeHours: "Dentro de 3 horas", tomorrow: "Mañana a las 9:00", monday: "El lunes a las 9:00", custom: "Otro momento", pick: "Fecha y hora", past: "Elige un momento futuro." },
  conflict: {
    heldTitle: (name: string) => `La lleva ${name}`, heldText: (name: string) => `Si envías la respuesta, tomarás el relevo y ${name} dejará de llevar la conversación. Tu mensaje aún no se ha enviado.`, takeAndSend: "Tomar y enviar",
    movedTitle: "La conversación ha cambiado", movedText: (holder: string) => `Mientras escribías, ha pasado a otras manos. Ahora la lleva: ${holder}. Tu mensaje aún no se ha enviado.`, sendAnyway: "Enviar de todos modos", keep: "Seguir editando", other: "otra persona",
  },
  contact: {
    label: "Contacto", nameless: (handle: string) => `Visitante ${handle}`.trim(), tab: "Contacto", knowledgeTab: "Conocimiento", identities: "Identidades", noIdentities: "No se ha identificado.", verified: "Verificada", unverified: "Sin verificar", attributes: "Atributos", noAttributes: "Sin atributos.", add: "Añadir atributo",
    key: "Nombre", value: "Valor", history: "Historial", noHistory: "Es su primera conversación.", page: "Página actual", noPage: "No consta.", locale: "Idioma", since: "Cliente desde", seen: "Última visita", failed: "No se ha podido cargar el contacto.", saveFailed: "No se ha podido guardar.",
    editAttribute: (key: string) => `Editar ${key}`, deleteAttribute: (key: string) => `Eliminar ${key}`, thisOne: "Esta", keyTaken: "Ya existe un atributo con ese nombre.", rename: "Cambiar el nombre", about: "Datos",
    kind: { email: "Correo", phone: "Teléfono", external: "Id. externo", external_id: "Id. externo", visitor: "Visitante", anonymous: "Anónima", user: "Id. externo", user_id: "Id. externo" } as Record<string, string>,
  },
  knowledge: { search: "Buscar en los artículos", hint: "Busca una respuesta en vuestros artículos y llévala al mensaje.", none: "Ningún artículo habla de eso.", insert: "Llevar al mensaje", open: "Abrir el artículo", failed: "No se ha podido buscar." },
  me: { menu: "Tu cuenta", availability: "Disponibilidad", online: "En línea", away: "Ausente", offline: "Desconectado", language: "Idioma", scheme: "Apariencia", auto: "Sistema", light: "Claro", dark: "Oscuro", settings: "Ajustes", shortcuts: "Atajos de teclado", signOut: "Cerrar sesión", spanish: "Español", english: "English", failed: "No se ha podido guardar el cambio." },
  live: { offline: "Sin conexión. Lo que escribas se enviará en cuanto vuelva.", connecting: "Volviendo a conectar…", back: "Conexión recuperada." },
  palette: { open: "Paleta de comandos", placeholder: "Busca una acción o una conversación", nothing: "Nada coincide.", actions: "Esta conversación", go: "Ir a", app: "Relevo", conversations: "Conversaciones", searching: "Buscando…" },
  keys: {
    title: "Atajos de teclado", move: "Recorrer la lista", open: "Abrir la conversación", reply: "Responder", note: "Escribir una nota", assign: "Asignármela", resolve: "Resolver", reopen: "Reabrir", snooze: "Posponer", handBack: "Devolver al asistente", search: "Buscar", palette: "Paleta de comandos", help: "Esta ayuda", leave: "Salir de un campo o cerrar", contact: "Panel del contacto", macros: "Macros (al empezar el mensaje)",
    groups: { list: "Lista", conversation: "Conversación", go: "Ir a", general: "General" },
  },
  crash: { title: "Algo se ha roto en esta pantalla", text: "Tus mensajes y borradores están a salvo. Recarga para continuar.", reload: "Recargar" },
  time: { now: "ahora", seconds: (n: number) => `${n} s`, minutes: (n: number) => `${n} min`, hours: (n: number) => `${n} h`, days: (n: number) => `${n} d` },
};

export type Dictionary = typeof es;
