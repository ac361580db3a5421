import type { Message } from "../chat/messages";
import { useSurroundings } from "./context";
import { Icon } from "./Icon";

/** Name and kind of who speaks; the kind comes from the server's record, never from the text. */
export function useWho(sender: Message["sender"]): { name: string; mark: string | null } {
  const { texts, config } = useSurroundings();
  switch (sender.kind) {
    case "assistant":
      return { name: sender.name || config?.assistant_name || texts.assistant, mark: texts.assistantMark };
    case "agent":
      return { name: sender.name || texts.member, mark: sender.automated ? texts.programMark : texts.memberMark };
    case "contact":
      return { name: texts.you, mark: null };
    case "system":
      return { name: texts.system, mark: null };
  }
}

export function WhoLabel({ sender }: { sender: Message["sender"] }) {
  const { name, mark } = useWho(sender);
  return (
    <p class="who">
      <bdi>{name}</bdi> <span class="mark">{mark}</span>
    </p>
  );
}

export function Avatar({ sender }: { sender: Message["sender"] }) {
  const { name } = useWho(sender);
  return (
    <span class={`avatar ${sender.kind}`} aria-hidden="true">
      {sender.kind === "assistant" ? <Icon name="sparkle" /> : [...name][0]?.toLocaleUpperCase()}
    </span>
  );
}
