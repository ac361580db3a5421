import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Message } from "../api/types";

const NEAR_PX = 80;

/** Stays at the newest message while one is there, and keeps the place when older ones come in above. */
export function useStickyEnd(messages: Message[], pending: number) {
  const ref = useRef<HTMLDivElement>(null);
  const [isAtEnd, setAtEnd] = useState(true);
  const before = useRef({ first: "", height: 0, sticks: true, pending: 0 });

  const toEnd = useCallback(() => ref.current?.scrollTo({ top: ref.current.scrollHeight }), []);

  useLayoutEffect(() => {
    const box = ref.current;
    if (!box) return;
    const { first, height, sticks, pending: were } = before.current;
    const top = messages[0]?.id ?? "";
    const hasOlder = first !== "" && top !== first;
    if (hasOlder && !sticks) box.scrollTop += box.scrollHeight - height;
    else if (sticks || pending > were) box.scrollTop = box.scrollHeight;
    before.current = { ...before.current, first: top, height: box.scrollHeight, pending };
  }, [messages, pending]);

  useEffect(() => {
    const box = ref.current;
    if (!box) return;
    const look = () => {
      const sticks = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_PX;
      before.current.sticks = sticks;
      setAtEnd(sticks);
    };
    // Pictures, the packet and the composer change heights after the fact.
    const settle = new ResizeObserver(() => before.current.sticks && toEnd());
    box.addEventListener("scroll", look, { passive: true });
    settle.observe(box);
    if (box.firstElementChild) settle.observe(box.firstElementChild);
    return () => {
      box.removeEventListener("scroll", look);
      settle.disconnect();
    };
  }, [toEnd, messages.length > 0]);

  return { ref, isAtEnd, toEnd };
}
