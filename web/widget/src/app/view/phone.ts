import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import { PHONE } from "../../shared/phone";

/** On a phone the chat is the whole screen: the page behind stands still, and the keyboard shrinks the panel. */
export function usePhone(open: boolean, panel: RefObject<HTMLElement | null>): boolean {
  const [phone, setPhone] = useState(() => matchMedia(PHONE).matches);
  useEffect(() => {
    const query = matchMedia(PHONE);
    const look = () => setPhone(query.matches);
    query.addEventListener("change", look);
    return () => query.removeEventListener("change", look);
  }, []);
  useLayoutEffect(() => {
    if (!open || !phone) return;
    const still = holdPageStill();
    const fitted = fitToViewport(panel.current);
    return () => {
      still();
      fitted();
    };
  }, [open, phone]);
  return phone;
}

function holdPageStill(): () => void {
  const style = document.documentElement.style;
  const before = style.overflow;
  style.overflow = "hidden";
  return () => void (style.overflow = before);
}

/** On-screen keyboards cover fixed elements; only the visual viewport tells how much is left. */
function fitToViewport(panel: HTMLElement | null): () => void {
  const viewport = window.visualViewport;
  if (!panel || !viewport) return () => undefined;
  const fit = () => {
    panel.style.setProperty("--height", `${viewport.height}px`);
    panel.style.setProperty("--top", `${viewport.offsetTop}px`);
  };
  fit();
  viewport.addEventListener("resize", fit);
  viewport.addEventListener("scroll", fit);
  return () => {
    viewport.removeEventListener("resize", fit);
    viewport.removeEventListener("scroll", fit);
  };
}

/** Behind a full screen there is nothing to see: Tab stays in the chat. */
export function keepFocusIn(panel: HTMLElement | null, event: KeyboardEvent): void {
  const stops = [...(panel?.querySelectorAll<HTMLElement>("a[href],button,textarea,input:not([hidden]),summary,[tabindex='0']") ?? [])].filter(
    (element) => element.offsetParent !== null,
  );
  const [first, last] = [stops[0], stops.at(-1)];
  const focused = (panel?.getRootNode() as ShadowRoot | undefined)?.activeElement;
  if (event.shiftKey && (focused === first || focused === panel)) {
    event.preventDefault();
    last?.focus();
  } else if (!event.shiftKey && focused === last) {
    event.preventDefault();
    first?.focus();
  }
}
