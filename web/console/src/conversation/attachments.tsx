import { IconFileTypePdf } from "@tabler/icons-react";
import type { Attachment } from "../api/types";
import { useText } from "../i18n/text";
import styles from "./attachments.module.css";
import { safeAddress } from "./safe-html";

const LONGEST_EDGE = 260;

export function Attachments({ files }: { files: Attachment[] }) {
  if (!files.length) return null;
  return (
    <ul className={styles.files}>
      {files.map((file) => (
        <li key={file.id}>{file.content_type.startsWith("image/") ? <Picture file={file} /> : <Document file={file} />}</li>
      ))}
    </ul>
  );
}

function Picture({ file }: { file: Attachment }) {
  const { t } = useText();
  const address = safeAddress(file.url);
  if (!address) return <Document file={file} />;
  const scale = Math.min(1, LONGEST_EDGE / Math.max(file.width ?? LONGEST_EDGE, file.height ?? LONGEST_EDGE));
  return (
    <a href={address} target="_blank" rel="noopener noreferrer" className={styles.picture}>
      <img
        src={address} alt={t.conversation.image(file.name)} loading="lazy" decoding="async"
        width={Math.round((file.width ?? LONGEST_EDGE) * scale)} height={Math.round((file.height ?? LONGEST_EDGE * 0.66) * scale)}
      />
    </a>
  );
}

function Document({ file }: { file: Attachment }) {
  const { format } = useText();
  const address = safeAddress(file.url);
  return (
    <a href={address ?? undefined} target="_blank" rel="noopener noreferrer" className={styles.document}>
      <IconFileTypePdf size={20} stroke={1.5} aria-hidden />
      <bdi className={styles.name}>{file.name}</bdi>
      <span className={styles.size}>{format.bytes(file.size)}</span>
    </a>
  );
}
