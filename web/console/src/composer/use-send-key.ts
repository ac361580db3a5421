import { useState } from "react";
import { keep, recall } from "../live/kept";

export type SendKey = "enter" | "ctrl";

export function useSendKey(): [SendKey, (key: SendKey) => void] {
  const [key, setKey] = useState<SendKey>(() => recall<SendKey>("send-key", "enter"));
  const change = (next: SendKey) => {
    keep("send-key", next);
    setKey(next);
  };
  return [key, change];
}
