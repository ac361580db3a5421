import { useSurroundings } from "./context";
import { quickReplies } from "./grouping";

/** Suggested replies of the newest message, or the openers of a conversation that has not begun. */
export function Replies() {
  const { view, texts, config, actions } = useSurroundings();
  const begun = view.chat.messages.length + view.outbox.length > 0;
  const replies = begun ? quickReplies(view.chat.messages, view.outbox) : view.loading ? [] : (config?.starters ?? []);
  if (!replies.length) return null;
  return (
    <div class="replies" role="group" aria-label={texts.quickReplies}>
      {replies.map((reply) => (
        <button type="button" key={reply} onClick={() => actions.send(reply)}>
          <bdi>{reply}</bdi>
        </button>
      ))}
    </div>
  );
}
