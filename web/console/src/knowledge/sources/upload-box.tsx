import { Loader, Switch } from "@mantine/core";
import { IconCloudUpload } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type DragEvent, useRef, useState } from "react";
import { keys } from "../../api/keys";
import { uploadKnowledge } from "../../api/sources";
import { explain } from "../../settings/add-member";
import { sayFailed, saySaved } from "../../settings/parts";
import { useKnowledgeWords } from "../use-words";
import styles from "./sources.module.css";

const ACCEPTED = ".md,.markdown,.txt,.html,.htm,.pdf,.docx,.xlsx,.csv";

export function UploadBox({ onDone }: { onDone: (sourceId: string) => void }) {
  const words = useKnowledgeWords();
  const queries = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const [publish, setPublish] = useState(true);
  const uploading = useMutation({
    mutationFn: (files: File[]) => uploadKnowledge(files, { locale: "", status: publish ? "published" : "review" }),
    onSuccess: (source, files) => {
      saySaved(words.sources.uploaded(files.length));
      void queries.invalidateQueries({ queryKey: keys.sources });
      onDone(source.id);
    },
    onError: (error) => sayFailed(explain(error) || words.sources.uploadFailed),
  });
  const send = (files: FileList | null) => files?.length && uploading.mutate([...files]);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    send(event.dataTransfer.files);
  };
  return (
    <div
      className={styles.drop} data-over={isOver || undefined} onDrop={drop} onDragLeave={() => setOver(false)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
    >
      {uploading.isPending ? <Loader type="dots" role="status" aria-label={words.sources.uploading} /> : <IconCloudUpload size={26} stroke={1.4} aria-hidden />}
      <span>
        {words.sources.drop}{" "}
        <button type="button" className={styles.link} disabled={uploading.isPending} onClick={() => input.current?.click()}>
          {words.sources.choose}
        </button>
      </span>
      <span className={styles.facts}>{words.sources.kinds}</span>
      <Switch size="xs" label={words.sources.publish} checked={publish} onChange={(event) => setPublish(event.currentTarget.checked)} />
      <input
        ref={input} type="file" multiple hidden accept={ACCEPTED} aria-label={words.sources.upload}
        onChange={(event) => {
          send(event.currentTarget.files);
          event.currentTarget.value = "";
        }}
      />
    </div>
  );
}
