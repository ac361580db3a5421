import type { Locale } from "../shared/locale";

export interface LoaderTexts {
  readonly open: string;
  readonly close: string;
  readonly loading: string;
  readonly unread: (count: number) => string;
  readonly failed: string;
  readonly retry: string;
  readonly person: string;
  readonly personKept: string;
  readonly dismiss: string;
  readonly region: string;
}

export const loaderTexts: Record<Locale, LoaderTexts> = {
  es: {
    open: "Abrir el chat",
    close: "Cerrar el chat",
    loading: "Abriendo el chat…",
    unread: (count) => (count === 1 ? "1 mensaje nuevo" : `${count} mensajes nuevos`),
    failed: "No se ha podido abrir el chat. Comprueba la conexión.",
    retry: "Reintentar",
    person: "Hablar con una persona",
    personKept: "Anotado. Pediremos una persona en cuanto vuelva la conexión.",
    dismiss: "Cerrar",
    region: "Chat de atención al cliente",
  },
  en: {
    open: "Open the chat",
    close: "Close the chat",
    loading: "Opening the chat…",
    unread: (count) => (count === 1 ? "1 new message" : `${count} new messages`),
    failed: "The chat could not be opened. Check your connection.",
    retry: "Try again",
    person: "Talk to a person",
    personKept: "Noted. We will ask for a person as soon as the connection is back.",
    dismiss: "Close",
    region: "Customer service chat",
  },
};
