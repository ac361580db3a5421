import { useState } from "preact/hooks";
import type { Attachment } from "../chat/messages";
import { useSurroundings } from "./context";
import { Icon } from "./Icon";
import { safeUrl } from "./rich-text";
import { sizeText } from "./times";

export function AttachmentList({ attachments }: { attachments: readonly Attachment[] }) {
  return (
    <ul class="attachments">
      {attachments.map((attachment) => (
        <li key={attachment.id}>
          <AttachmentItem attachment={attachment} />
        </li>
      ))}
    </ul>
  );
}

function AttachmentItem({ attachment }: { attachment: Attachment }) {
  const { base } = useSurroundings();
  const [broken, setBroken] = useState(false);
  // Signed addresses are renewed with each snapshot: the same file may work again under another one.
  const url = safeUrl(attachment.url, `${base}/`);
  if (attachment.content_type.startsWith("image/") && url && !broken) {
    return <ImageLink attachment={attachment} url={url} onBroken={() => setBroken(true)} />;
  }
  return <FileLink attachment={attachment} url={url} />;
}

function ImageLink({ attachment, url, onBroken }: { attachment: Attachment; url: string; onBroken: () => void }) {
  const { texts } = useSurroundings();
  const { width, height } = fitted(attachment);
  return (
    <a class="picture" href={url} target="_blank" rel="noopener noreferrer" aria-label={`${texts.openImage(attachment.name)} (${texts.newTab})`}>
      <img src={url} alt="" width={width} height={height} loading="lazy" decoding="async" onError={onBroken} />
    </a>
  );
}

function FileLink({ attachment, url }: { attachment: Attachment; url: string | null }) {
  const { texts, locale } = useSurroundings();
  return (
    <a class="file" href={url ?? undefined} target="_blank" rel="noopener noreferrer" download={attachment.name}>
      <Icon name="file" />
      <span class="file-name">
        <span class="hidden">{texts.download}</span>
        <bdi>{attachment.name}</bdi>
        <small>{sizeText(attachment.size, locale)}</small>
      </span>
    </a>
  );
}

/** The place is reserved before the picture comes, so that nothing jumps. */
function fitted(attachment: Attachment): { width?: number; height?: number } {
  const { width, height } = attachment;
  if (!width || !height) return {};
  const scale = Math.min(1, 240 / width, 220 / height);
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}
