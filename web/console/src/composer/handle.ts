import type { Attachment } from "../api/types";

/** The composer on the screen, for keys, commands and panels that write into it. */
export interface ComposerHandle {
  focus: (mode?: "reply" | "note") => void;
  insert: (text: string, files?: Attachment[]) => void;
  addFiles: (files: File[]) => void;
  openMacros: () => void;
}

export const composer: { current: ComposerHandle | null } = { current: null };
