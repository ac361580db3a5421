import { useRef, useState } from "preact/hooks";
import type { Config } from "../../shared/contract";
import type { Locale } from "../../shared/locale";
import { newId } from "../../shared/outbox-item";
import { Problem } from "../chat/api";
import type { Chat } from "../chat/chat";
import type { Attachment } from "../chat/messages";
import type { Texts } from "../texts/texts";
import { sizeText } from "./times";

export interface Upload {
  readonly key: string;
  readonly file: File;
  readonly preview: string | null;
  readonly share: number;
  readonly attachment: Attachment | null;
  readonly problem: string | null;
  /** Another try would end alike. */
  readonly hopeless: boolean;
  readonly stop: AbortController;
}

export const MOST_FILES = 5;
const DEFAULT_TYPES = ["image/png", "image/jpeg", "image/gif", "image/webp", "application/pdf"];
const DEFAULT_BYTES = 10 * 1024 * 1024;

export interface Limits {
  readonly types: readonly string[];
  readonly bytes: number;
}

export function limitsOf(config: Config | null): Limits {
  return { types: config?.uploads?.types ?? DEFAULT_TYPES, bytes: config?.uploads?.max_bytes ?? DEFAULT_BYTES };
}

/** Checked here only to save the wait; the server looks at the content itself. */
export function fileProblem(file: { name: string; type: string; size: number }, limits: Limits, texts: Texts, locale: Locale): string | null {
  if (!limits.types.includes(file.type)) return texts.fileType(file.name);
  if (file.size > limits.bytes) return texts.fileTooLarge(file.name, sizeText(limits.bytes, locale));
  return file.size === 0 ? texts.fileEmpty(file.name) : null;
}

export function useUploads(actions: Chat, limits: Limits, texts: Texts, locale: Locale) {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const count = useRef(0);
  count.current = uploads.length;

  const change = (key: string, what: Partial<Upload>) =>
    setUploads((list) => list.map((upload) => (upload.key === key ? { ...upload, ...what } : upload)));

  const run = (upload: Upload) =>
    actions
      .upload(upload.file, (share) => change(upload.key, { share }), upload.stop.signal)
      .then((attachment) => change(upload.key, { attachment, share: 1 }))
      .catch((error: unknown) => change(upload.key, failure(error, upload.file, limits, texts, locale)));

  const add = (files: Iterable<File>) => {
    setProblem(null);
    for (const file of files) {
      const wrong = count.current >= MOST_FILES ? texts.fileTooMany(MOST_FILES) : fileProblem(file, limits, texts, locale);
      if (wrong) {
        setProblem(wrong);
        continue;
      }
      count.current += 1;
      const upload = newUpload(file);
      setUploads((list) => [...list, upload]);
      void run(upload);
    }
  };

  const remove = (key: string) =>
    setUploads((list) => {
      list.filter((upload) => upload.key === key).forEach(release);
      return list.filter((upload) => upload.key !== key);
    });

  const again = (upload: Upload) => {
    const fresh = { ...upload, stop: new AbortController(), problem: null, share: 0 };
    change(upload.key, fresh);
    void run(fresh);
  };

  const clear = () => {
    uploads.forEach(release);
    setUploads([]);
    setProblem(null);
  };

  return { uploads, problem, add, remove, again, clear };
}

function newUpload(file: File): Upload {
  const preview = file.type.startsWith("image/") ? URL.createObjectURL(file) : null;
  return { key: newId(), file, preview, share: 0, attachment: null, problem: null, hopeless: false, stop: new AbortController() };
}

function release(upload: Upload): void {
  if (!upload.attachment) upload.stop.abort();
  if (upload.preview) URL.revokeObjectURL(upload.preview);
}

function failure(error: unknown, file: File, limits: Limits, texts: Texts, locale: Locale): Pick<Upload, "problem" | "hopeless"> {
  const status = error instanceof Problem ? error.status : 0;
  if (status === 413) return { problem: texts.fileTooLarge(file.name, sizeText(limits.bytes, locale)), hopeless: true };
  if (status === 415 || status === 422) return { problem: texts.fileType(file.name), hopeless: true };
  return { problem: texts.fileFailed(file.name), hopeless: false };
}
