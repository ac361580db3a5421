import { useSurroundings } from "./context";
import type { Bubble, Group } from "./grouping";
import { MessageBody } from "./MessageBody";
import { dayText, timeText } from "./times";
import { Avatar, WhoLabel } from "./Who";

interface Props {
  readonly group: Group;
  /** The newest message of the customer: only it says whether it was read. */
  readonly newestOwn: string | null;
  onEdit(text: string): void;
}

export function MessageGroup({ group, newestOwn, onEdit }: Props) {
  const { texts, locale } = useSurroundings();
  const kind = group.bubbles[0]?.message.sender.kind ?? "system";
  return (
    <>
      {group.day && <p class="day">{dayText(group.day, locale, texts)}</p>}
      {group.divider && (
        <p class="divider" data-divider>
          <span>{texts.newMessages}</span>
        </p>
      )}
      <div class={`group ${kind}`}>
        {kind !== "contact" && kind !== "system" && <Named group={group} />}
        {group.bubbles.map((bubble, index) => (
          <div class="message" key={bubble.key}>
            <MessageBody message={bubble.message} />
            <Foot bubble={bubble} last={index === group.bubbles.length - 1} newestOwn={newestOwn} onEdit={onEdit} />
          </div>
        ))}
      </div>
    </>
  );
}

function Named({ group }: { group: Group }) {
  const sender = group.bubbles[0]?.message.sender;
  if (!sender) return null;
  return (
    <>
      <Avatar sender={sender} />
      <WhoLabel sender={sender} />
    </>
  );
}

function Foot({ bubble, last, newestOwn, onEdit }: { bubble: Bubble; last: boolean; newestOwn: string | null; onEdit(text: string): void }) {
  const { texts, locale, view } = useSurroundings();
  if (bubble.message.sender.kind === "system") return null;
  if (bubble.entry && bubble.entry.state !== "sent") return <Unsent bubble={bubble} onEdit={onEdit} />;
  if (!last && bubble.key !== newestOwn) return null;
  const read = (view.chat.conversation?.agent_read_seq ?? 0) >= bubble.message.seq && bubble.message.seq > 0;
  return (
    <p class="foot">
      {timeText(bubble.message.at, locale)}
      {bubble.key === newestOwn && ` · ${read ? texts.read : texts.sent}`}
    </p>
  );
}

function Unsent({ bubble, onEdit }: { bubble: Bubble; onEdit(text: string): void }) {
  const { texts, actions } = useSurroundings();
  const entry = bubble.entry;
  if (!entry || entry.state === "sending") return <p class="foot">{texts.sending}</p>;
  const edit = () => {
    actions.discard(entry.clientId);
    onEdit(entry.text);
  };
  const refusal = entry.state === "refused" ? (texts.refused[entry.refused ?? ""] ?? texts.refusedOtherwise) : null;
  return (
    <div class="foot failed">
      <p>{refusal ? `${texts.notSent}. ${refusal}` : texts.notSentYet}</p>
      <button type="button" onClick={() => actions.tryAgain(entry.clientId)}>
        {texts.tryAgain}
      </button>
      {refusal && entry.text && (
        <button type="button" onClick={edit}>
          {texts.edit}
        </button>
      )}
      {refusal && (
        <button type="button" onClick={() => actions.discard(entry.clientId)}>
          {texts.remove}
        </button>
      )}
    </div>
  );
}
