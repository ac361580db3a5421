import { useSurroundings } from "./context";
import { Avatar, useWho } from "./Who";

export function Typing() {
  const { view } = useSurroundings();
  const { typing } = view.chat;
  if (!typing) return null;
  return <Dots sender={typing} />;
}

function Dots({ sender }: { sender: { kind: "contact" | "assistant" | "agent" | "system"; name: string | null } }) {
  const { texts } = useSurroundings();
  const { name } = useWho(sender);
  return (
    <div class={`group ${sender.kind} typing`}>
      <Avatar sender={sender} />
      <div class="bubble">
        <span class="hidden">{texts.typing(name)}</span>
        <span class="dots" aria-hidden="true">
          <i />
          <i />
          <i />
        </span>
      </div>
    </div>
  );
}
