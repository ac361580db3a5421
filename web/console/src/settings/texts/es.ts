import { plural } from "../../i18n/plural";

const many = plural("es");

export const es = {
  title: "Ajustes", back: "Volver a la bandeja", saved: "Guardado.", failed: "No se ha podido guardar.",
  loadFailed: "No se ha podido cargar.",
  sections: {
    workspace: "Espacio de trabajo", members: "Miembros", keys: "Claves de API", macros: "Macros", intents: "Temas e intenciones", inbox: "Chat web",
  },
  workspace: {
    lead: "Cómo se llama la casa y cómo se trata a los clientes.", name: "Nombre", locale: "Idioma principal",
    form: "Trato en español",
    tu: "De tú", usted: "De usted", reopen: "Horas en las que un mensaje nuevo reabre la conversación resuelta",
  },
  members: {
    lead: "Quién trabaja aquí y qué puede hacer.", add: "Añadir miembro", name: "Nombre", email: "Correo electrónico",
    role: "Rol", password: "Contraseña inicial", passwordHint: "Al menos 10 caracteres. Pídele que la cambie.",
    roles: { agent: "Agente", supervisor: "Supervisor", admin: "Administrador" }, deactivate: "Desactivar",
    activate: "Reactivar", inactive: "Desactivado", program: "Programa", you: "Tú",
    deactivateTitle: (name: string) => `¿Desactivar a ${name}?`,
    deactivateText: "Perderá el acceso al momento. Lo que escribió se conserva, y puedes reactivarlo cuando quieras.",
    taken: "Ya hay un miembro con ese correo.",
    count: (n: number) => many(n, { one: "1 miembro", other: `${n} miembros` }),
    roleOf: (name: string) => `Rol de ${name}`,
  },
  keys: {
    lead: "Con una clave, un programa usa la API en nombre del espacio de trabajo.", add: "Crear clave",
    name: "Para qué es", placeholder: "Integración con el CRM", role: "Permisos", none: "No hay claves.",
    created: (when: string) => `Creada el ${when}`, used: (when: string) => `usada por última vez: ${when}`,
    never: "aún sin usar", shownTitle: "Tu nueva clave", shownText: "Cópiala ahora: no se volverá a mostrar.",
    done: "Ya la he guardado", revoke: "Revocar", revokeTitle: (name: string) => `¿Revocar «${name}»?`,
    revokeText: "Los programas que la usan dejarán de funcionar al momento.",
  },
  macros: {
    lead: "Respuestas preparadas que se aplican con «/» al escribir.", add: "Nueva macro", none: "Aún no hay macros.",
    name: "Nombre", locale: "Idioma", any: "Cualquiera", text: "Texto",
    textHint: "{{contact.name}} y {{agent.name}} se sustituyen al aplicarla.", also: "Después de enviar",
    resolve: "Resolver la conversación", assign: "Asignármela", tag: "Etiqueta", snooze: "Posponer (horas)",
    removeTitle: (name: string) => `¿Eliminar «${name}»?`, removeText: "Las respuestas ya enviadas no cambian.",
    editTitle: "Editar macro",
  },
  inbox: {
    lead: "Cómo se ve el chat en tu web y dónde puede aparecer.", none: "No hay ningún chat web.", name: "Nombre",
    assistant: "Nombre del asistente", color: "Color", position: "Posición", left: "Izquierda", right: "Derecha",
    scheme: "Apariencia", auto: "La del visitante", light: "Claro", dark: "Oscuro",
    greeting: (language: string) => `Saludo (${language})`,
    starters: (language: string) => `Preguntas sugeridas (${language})`,
    startersHint: "Una por línea, seis como mucho.", origins: "Webs en las que puede aparecer",
    originsHint: "Una por línea, por ejemplo https://www.tienda.es. Vacío: en cualquiera.",
    privacy: "Página de privacidad", snippet: "Código para tu web",
    snippetHint: "Pégalo antes de </body> en cada página.", preview: "Vista previa",
    poor: "Con este color, el texto blanco se lee mal.", spanish: "español", english: "inglés",
    write: "Escribe un mensaje…",
  },
};

export type SettingsDictionary = typeof es;
