import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Config } from "../../shared/contract";
import type { Locale } from "../../shared/locale";
import type { Chat } from "../chat/chat";
import type { ChatView } from "../chat/chat-view";
import type { Texts } from "../texts/texts";

/** What every part of the panel may need. */
export interface Surroundings {
  readonly actions: Chat;
  readonly view: ChatView;
  readonly texts: Texts;
  readonly locale: Locale;
  readonly config: Config | null;
  readonly base: string;
  trustHtml(html: string): string;
}

const Context = createContext<Surroundings | null>(null);

export const Surround = Context.Provider;

export function useSurroundings(): Surroundings {
  const surroundings = useContext(Context);
  if (!surroundings) throw new Error("A part of the panel was drawn outside of Surround.");
  return surroundings;
}
