import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { useSurroundings } from "./context";
import type { Bubble } from "./grouping";

const NEAR_PX = 60;
/** On its own way to the end the view passes places that are not the end. */
const GLIDE_MS = 700;

/** Follows the conversation while its end is in sight, and leaves those in peace who read further up. */
export function useFollowing(open: boolean, bubbles: readonly Bubble[]) {
  const { actions, view } = useSurroundings();
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const glidingUntil = useRef(0);
  const heightBefore = useRef<number | null>(null);
  const lastOwn = useRef<string | null>(null);
  const lastSeen = useRef<string | null>(null);
  const [away, setAway] = useState(false);
  const [firstNew, setFirstNew] = useState<number | null>(null);
  const [quiet, setQuiet] = useState(true);
  const newest = bubbles.at(-1);

  const toEnd = (smooth = false) => {
    const box = scroller.current;
    if (!box) return;
    atEnd.current = true;
    setAway(false);
    const near = box.scrollHeight - box.scrollTop < box.clientHeight * 2.5;
    const glide = smooth && near && !reducesMotion();
    if (glide) glidingUntil.current = Date.now() + GLIDE_MS;
    box.scrollTo({ top: box.scrollHeight, behavior: glide ? "smooth" : "instant" });
  };

  /** To the end, but never past the beginning of what has just come: a long answer is read from its start. */
  const toNewest = () => {
    const box = scroller.current;
    const newestGroup = lastGroup(content.current);
    if (!box || !newestGroup) return toEnd();
    const top = newestGroup.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop - 12;
    if (top >= box.scrollHeight - box.clientHeight) return toEnd(true);
    atEnd.current = false;
    box.scrollTo({ top, behavior: reducesMotion() ? "instant" : "smooth" });
  };

  const beginsInSight = () => {
    const [box, group] = [scroller.current, lastGroup(content.current)];
    return !!box && !!group && group.getBoundingClientRect().top < box.getBoundingClientRect().bottom - NEAR_PX;
  };

  const onScroll = () => {
    const box = scroller.current;
    if (!box || !open) return;
    const near = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_PX;
    if (!near && Date.now() < glidingUntil.current) return;
    atEnd.current = near;
    setAway(!atEnd.current);
    markSeen();
  };

  const markSeen = () => {
    if (open && !document.hidden && (atEnd.current || beginsInSight())) actions.seen();
  };

  useLayoutEffect(() => {
    if (!open) return setQuiet(true);
    setFirstNew(actions.firstUnread());
    toEnd();
    // What stood there before is not news to be read aloud.
    const timer = setTimeout(() => setQuiet(false), 800);
    return () => clearTimeout(timer);
  }, [open, view.loading]);

  useLayoutEffect(() => {
    if (!open) return;
    const box = scroller.current;
    if (box && heightBefore.current !== null) {
      box.scrollTop += box.scrollHeight - heightBefore.current;
      heightBefore.current = null;
      return;
    }
    const own = newest?.message.sender.kind === "contact" && newest.entry ? newest.key : null;
    if (own && own !== lastOwn.current) {
      lastOwn.current = own;
      setFirstNew(null);
      toEnd(true);
    } else if (atEnd.current && !document.hidden) {
      // The question for a rating, or a sign of typing, stands below the messages.
      if (newest?.key === lastSeen.current) toEnd(true);
      else toNewest();
    } else if (firstNew === null) setFirstNew(actions.firstUnread());
    lastSeen.current = newest?.key ?? null;
    markSeen();
  }, [open, bubbles.length, newest?.key, view.chat.typing !== null, view.chat.toRate]);

  useEffect(() => {
    const visible = () => !document.hidden && markSeen();
    document.addEventListener("visibilitychange", visible);
    return () => document.removeEventListener("visibilitychange", visible);
  });

  // Pictures that arrive late and keyboards that open change heights: the end stays in sight.
  useEffect(() => {
    if (!open || !scroller.current || !content.current || typeof ResizeObserver === "undefined") return;
    const observer = new ResizeObserver(() => atEnd.current && heightBefore.current === null && toEnd());
    observer.observe(scroller.current);
    observer.observe(content.current);
    return () => observer.disconnect();
  }, [open]);

  return {
    scroller,
    content,
    away,
    firstNew,
    quiet,
    onScroll,
    toLatest: () => {
      toEnd(true);
      markSeen();
    },
    /** Called before older messages are put above: what is being read stays where it is. */
    keepPlace: () => {
      heightBefore.current = scroller.current?.scrollHeight ?? null;
      setQuiet(true);
      setTimeout(() => setQuiet(false), 3000);
    },
  };
}

function reducesMotion(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

function lastGroup(content: HTMLElement | null): HTMLElement | undefined {
  return [...(content?.querySelectorAll<HTMLElement>(".group") ?? [])].at(-1);
}
