import { useEffect, useRef } from "react";

/** What is drawn in place of something else takes the focus to where its `data-autofocus` is. */
export function useFocusHere() {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    ref.current?.querySelector<HTMLElement>("[data-autofocus]")?.focus();
  }, []);
  return ref;
}
