import { useMemo } from "preact/hooks";
import type { Message } from "../chat/messages";
import { AttachmentList } from "./AttachmentList";
import { useSurroundings } from "./context";
import { parseHtml, richText } from "./rich-text";
import { Sources } from "./Sources";
import { useWho } from "./Who";

export function MessageBody({ message }: { message: Message }) {
  const own = message.sender.kind === "contact";
  const hasText = message.text.trim() !== "" || (!own && !!message.html);
  return (
    <>
      {hasText && (
        <div class="bubble" dir="auto">
          <SpokenBy sender={message.sender} />
          {own || !message.html ? <span class="plain">{message.text}</span> : <Html html={message.html} text={message.text} />}
          {!!message.sources?.length && <Sources sources={message.sources} />}
        </div>
      )}
      {!!message.attachments?.length && <AttachmentList attachments={message.attachments} />}
    </>
  );
}

/** Read aloud with each message; on the screen the group's label says it. */
function SpokenBy({ sender }: { sender: Message["sender"] }) {
  const { name, mark } = useWho(sender);
  return <span class="hidden">{mark ? `${name}, ${mark}: ` : `${name}: `}</span>;
}

function Html({ html, text }: { html: string; text: string }) {
  const { trustHtml } = useSurroundings();
  const nodes = useMemo(() => parseHtml(html, trustHtml), [html]);
  if (!nodes) return <span class="plain">{text}</span>;
  return <div class="rich">{richText(nodes)}</div>;
}
