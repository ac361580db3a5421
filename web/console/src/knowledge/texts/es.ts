import { plural } from "../../i18n/plural";

const many = plural("es");

export const es = {
  title: "Conocimiento", back: "Volver a la bandeja",
  sections: { articles: "Artículos" },
  saved: "Guardado.", failed: "No se ha podido guardar.",
  status: { draft: "Borrador", review: "En revisión", published: "Publicado", withdrawn: "Retirado" },
  audience: { everyone: "Clientes y equipo", members: "Solo el equipo" },
  articles: {
    lead: "Lo que el asistente puede decir y lo que leen los clientes en el centro de ayuda.", add: "Nuevo artículo",
    search: "Buscar artículos", any: "Todos", anyLocale: "Todos los idiomas", anyCategory: "Todas las categorías",
    locale: "Idioma", category: "Categoría", status: "Estado",
    findings: (n: number) => many(n, { one: "1 aviso", other: `${n} avisos` }),
    by: (who: string, when: string) => `${who}, ${when}`, scheduled: (date: string) => `desde el ${date}`,
    until: (date: string) => `hasta el ${date}`, expired: "caducado", internal: "interno",
    more: "Mostrar más", count: (n: number) => many(n, { one: "1 artículo", other: `${n} artículos` }),
    empty: {
      title: "Aquí empieza lo que tu asistente sabe",
      text: "Escribe un artículo o trae los que ya tienes. El asistente responde solo con lo que aquí está publicado.",
      reader: "Todavía no hay artículos. Un supervisor puede escribirlos o traerlos de otra parte.",
    },
    nothing: "Ningún artículo coincide.", clear: "Quitar los filtros",
  },
  editor: {
    newTitle: "Nuevo artículo", back: "Todos los artículos", title: "Título", titlePlaceholder: "¿Cómo devuelvo un pedido?",
    body: "Texto", write: "Escribir", preview: "Vista previa", previewEmpty: "Todavía no hay nada que mostrar.",
    previewFailed: "No se ha podido preparar la vista previa.",
    hint: "Con Markdown: # título, **negrita**, - lista, 1. pasos, | tablas |.",
    bold: "Negrita", italic: "Cursiva", heading: "Apartado", list: "Lista", steps: "Pasos", link: "Enlace", table: "Tabla",
    save: "Guardar", saveDraft: "Guardar borrador", publish: "Publicar", publishChanges: "Guardar y publicar",
    withdraw: "Retirar", review: "Pedir revisión", unsaved: "Cambios sin guardar",
    published: "Publicado. El asistente ya responde con él.", withdrawn: "Retirado. El asistente ya no lo usa.",
    inReview: "Pendiente de revisión.", draftSaved: "Borrador guardado.",
    properties: "Datos", tags: "Etiquetas", tagsHint: "Separadas con Intro", countries: "Países",
    countriesHint: "Códigos como ES o MX. Vacío: en todos.", audience: "Quién lo ve", from: "Válido desde",
    until: "Válido hasta", source: "Viene de", sourceHint: "Si lo cambias a mano, la fuente ya no lo sustituirá sin revisión.",
    translations: "Otros idiomas", findings: "Conviene mirarlo", noFindings: "Nada que señalar.",
    history: "Historial", historyOf: (n: number) => `Revisión ${n}`, current: "Actual", restore: "Restaurar esta",
    restored: "Restaurada como revisión nueva.", look: "Ver", remove: "Eliminar artículo",
    removeTitle: (title: string) => `¿Eliminar «${title}»?`,
    removeText: "Desaparece de las respuestas y del centro de ayuda al momento. Retirarlo lo conserva con su historial.",
    conflictTitle: "Alguien lo ha cambiado entretanto",
    conflictText: "Tu texto sigue aquí, sin guardar. Puedes ver la versión nueva o guardar la tuya encima.",
    theirs: "Ver la versión nueva", mine: "Guardar la mía", leaveTitle: "¿Salir sin guardar?", leave: "Salir",
    leaveText: "Los cambios de este artículo se perderán.", gone: "Este artículo ya no existe.",
    titleMissing: "Ponle un título.", bodyMissing: "Escribe algo antes de publicarlo.",
  },
  finding: {
    duplicate: "Muy parecido a otro", contradiction: "Contradice a otro", personal_data: "Datos personales", secret: "Una clave o contraseña",
    injection: "Texto que da órdenes a la IA", expired: "Fechas", unreadable: "Partes que no se han podido leer",
  },
};

export type KnowledgeDictionary = typeof es;
