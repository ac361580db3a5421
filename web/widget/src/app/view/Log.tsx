import { useEffect, useRef, useState } from "preact/hooks";
import { useSurroundings } from "./context";
import { bubblesOf, groupBubbles } from "./grouping";
import { Icon } from "./Icon";
import { MessageGroup } from "./MessageGroup";
import { Rating } from "./Rating";
import { Replies } from "./Replies";
import { useFollowing } from "./following";
import { Typing } from "./Typing";
import { Welcome } from "./Welcome";

export function Log({ open, onEdit }: { open: boolean; onEdit: (text: string) => void }) {
  const { view, texts } = useSurroundings();
  const bubbles = bubblesOf(view.chat.messages, view.outbox);
  const newestOwn = bubbles.filter((bubble) => bubble.message.sender.kind === "contact").at(-1)?.key ?? null;
  const follow = useFollowing(open, bubbles);
  return (
    <div class="log-place">
      <div
        class="log"
        role="log"
        aria-label={texts.log}
        aria-live={follow.quiet ? "off" : "polite"}
        tabIndex={0}
        ref={follow.scroller}
        onScroll={follow.onScroll}
      >
        <div class="stream" ref={follow.content}>
          {view.chat.more ? <Older onLoad={follow.keepPlace} /> : <Welcome />}
          {view.loading && <p class="day">{texts.loading}</p>}
          {groupBubbles(bubbles, follow.firstNew).map((group) => (
            <MessageGroup key={group.key} group={group} newestOwn={newestOwn} onEdit={onEdit} />
          ))}
          <Typing />
          <Replies />
          <Rating />
        </div>
      </div>
      {follow.away && (
        <button type="button" class="latest" onClick={follow.toLatest} aria-label={view.unread ? undefined : texts.toLatest}>
          <Icon name="down" />
          {view.unread > 0 && texts.toNew(view.unread)}
        </button>
      )}
    </div>
  );
}

function Older({ onLoad }: { onLoad: () => void }) {
  const { actions, texts } = useSurroundings();
  const [busy, setBusy] = useState(false);
  const alive = useRef(true);
  useEffect(() => () => void (alive.current = false), []);
  const load = () => {
    if (busy) return;
    setBusy(true);
    onLoad();
    actions
      .loadOlder()
      .catch(() => undefined)
      .finally(() => alive.current && setBusy(false));
  };
  return (
    <button type="button" class="older" aria-busy={busy} onClick={load}>
      {busy ? texts.loading : texts.older}
    </button>
  );
}
