import { useEffect, useRef, useState } from "react";
import { useNameOf } from "../contact/use-name-of";
import { useText } from "../i18n/text";
import { useMe, useThread } from "../live/use-desk";

/** Tells those who do not see the screen what has just come in. Own messages are known already. */
export function Arrivals({ id }: { id: string }) {
  const { t } = useText();
  const me = useMe();
  const nameOf = useNameOf();
  const { messages, loaded } = useThread(id);
  const last = messages.at(-1);
  const known = useRef<string | undefined>(undefined);
  const [said, setSaid] = useState("");
  useEffect(() => {
    const isNew = known.current !== undefined && last && last.id !== known.current;
    if (isNew && last.sender.id !== me.member.id) setSaid(t.conversation.newMessage(nameOf(last.sender), last.text));
    if (loaded) known.current = last?.id ?? "";
  }, [last, loaded, me, t]);
  return (
    <div className="unseen" role="log" aria-live="polite">
      {said}
    </div>
  );
}
