import { type MouseEvent, useEffect, useState } from "react";
import { useLocation } from "wouter";

/** Asks before unsaved work is left. */
export function useGuard(isChanged: boolean) {
  const [, go] = useLocation();
  const [to, setTo] = useState<string | null>(null);
  useEffect(() => {
    if (!isChanged) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [isChanged]);
  return {
    isAsking: to !== null,
    onLeave: (place: string) => (event: MouseEvent) => {
      if (!isChanged) return;
      event.preventDefault();
      setTo(place);
    },
    leave: () => to && go(to),
    stay: () => setTo(null),
  };
}
