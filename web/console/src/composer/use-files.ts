import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { uploadFile } from "../api/calls";
import type { Attachment } from "../api/types";
import { newId } from "../format/ids";
import { useText } from "../i18n/text";

const LARGEST = 10 * 1024 * 1024;
export const TYPES = ["image/png", "image/jpeg", "image/gif", "image/webp", "application/pdf"];

export interface Upload {
  key: string;
  name: string;
  file: File | null;
  state: "uploading" | "failed" | "done";
  attachment: Attachment | null;
}

/** Files are uploaded as soon as they are chosen, so that sending does not wait for them. */
export function useFiles(conversationId: string) {
  const { t } = useText();
  const [uploads, setUploads] = useState<Upload[]>([]);
  const revise = (key: string, change: Partial<Upload>) =>
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...change } : one)));

  const transmit = async (key: string, file: File) => {
    try {
      revise(key, { state: "done", attachment: await uploadFile(conversationId, file) });
    } catch {
      revise(key, { state: "failed" });
    }
  };
  const add = (files: File[]) => {
    for (const file of files) {
      const problem = file.size > LARGEST ? t.composer.tooLarge(file.name) : TYPES.includes(file.type) ? null : t.composer.badType(file.name);
      if (problem) {
        notifications.show({ color: "red", message: problem, role: "alert" });
        continue;
      }
      const key = newId();
      setUploads((all) => [...all, { key, name: file.name, file, state: "uploading", attachment: null }]);
      void transmit(key, file);
    }
  };
  const again = ({ key, file }: Upload) => {
    if (!file) return;
    revise(key, { state: "uploading" });
    void transmit(key, file);
  };
  const restore = (files: Attachment[]) =>
    setUploads((all) => [...all, ...files.map((one) => ({ key: newId(), name: one.name, file: null, state: "done" as const, attachment: one }))]);

  return {
    uploads, add, again, restore,
    remove: (key: string) => setUploads((all) => all.filter((one) => one.key !== key)),
    clear: () => setUploads([]),
    isBusy: uploads.some(({ state }) => state !== "done"),
    attachments: uploads.flatMap(({ attachment }) => attachment ?? []),
  };
}
