import { ActionIcon, Button, Loader } from "@mantine/core";
import { IconAlertTriangle, IconPaperclip, IconX } from "@tabler/icons-react";
import { useText } from "../i18n/text";
import styles from "./composer.module.css";
import type { Upload } from "./use-files";

interface Props {
  uploads: Upload[];
  onRemove: (key: string) => void;
  onAgain: (upload: Upload) => void;
}

export function UploadChips({ uploads, onRemove, onAgain }: Props) {
  const { t } = useText();
  if (!uploads.length) return null;
  return (
    <ul className={styles.chips}>
      {uploads.map((upload) => (
        <li key={upload.key} className={styles.chip} data-failed={upload.state === "failed" || undefined}>
          {upload.state === "uploading" && <Loader size={14} aria-label={t.composer.uploading} role="status" />}
          {upload.state === "done" && <IconPaperclip size={14} aria-hidden />}
          {upload.state === "failed" && <IconAlertTriangle size={14} aria-hidden />}
          <bdi className={styles.file}>{upload.name}</bdi>
          {upload.state === "failed" && (
            <>
              <span role="alert">{t.composer.uploadFailed}</span>
              <Button size="compact-xs" variant="subtle" onClick={() => onAgain(upload)}>
                {t.app.retry}
              </Button>
            </>
          )}
          <ActionIcon size={24} variant="subtle" color="gray" aria-label={t.composer.removeFile(upload.name)} onClick={() => onRemove(upload.key)}>
            <IconX size={14} />
          </ActionIcon>
        </li>
      ))}
    </ul>
  );
}
