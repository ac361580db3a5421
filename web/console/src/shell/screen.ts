import { createStore, useSelected } from "../live/store";
import { keep, recall } from "../live/kept";

/** What is open on the screen besides the conversation. */
interface Screen {
  dialog: null | "help" | "snooze" | "assign" | "password";
  /** The contact panel beside the conversation (wide screens) … */
  panel: boolean;
  /** … and over it (narrow ones). */
  drawer: boolean;
  tab: "contact" | "knowledge";
  search: string;
}

const initial: Screen = { dialog: null, panel: recall("panel", true), drawer: false, tab: "contact", search: "" };

export const screen = createStore<Screen, Partial<Screen>>(initial, (state, change) => ({ ...state, ...change }));
screen.subscribe(() => keep("panel", screen.get().panel));

export const useScreen = <Part,>(select: (state: Screen) => Part): Part => useSelected(screen, select);
export const WIDE = "(min-width: 1200px)";
export const PHONE = "(max-width: 767px)";

export function togglePanel(): void {
  const isWide = window.matchMedia(WIDE).matches;
  screen.apply(isWide ? { panel: !screen.get().panel } : { drawer: !screen.get().drawer });
}

/** Where focus goes when somebody asks for it by key, command or after an action. */
export const spots = {
  search: () => document.querySelector<HTMLElement>("[data-spot=search]")?.focus(),
  heading: () => document.querySelector<HTMLElement>("[data-spot=heading]")?.focus(),
  /** The reading of the message that has the focus, else of the customer's last one. */
  reading: () => {
    const within = document.activeElement?.closest("article")?.querySelector<HTMLElement>("[data-spot=reading]");
    const sign = within ?? [...document.querySelectorAll<HTMLElement>("[data-spot=reading]")].at(-1);
    // It gets the focus back when its reading is closed.
    sign?.focus();
    sign?.click();
  },
  release: () => document.querySelector<HTMLElement>("[data-spot=release]")?.click(),
  row: (id: string) => document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)?.focus(),
};
