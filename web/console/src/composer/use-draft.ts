import { useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { deleteDraft, getDraft, putDraft } from "../api/calls";
import { Refused } from "../api/client";
import type { Draft } from "../api/types";
import { keep, recall } from "../live/kept";
import { useLink } from "../live/use-desk";

const REST_MS = 700;
export type DraftState = "none" | "unsaved" | "saved" | "failed";
const nothing: Draft = { text: "", private: false };

/**
 * What has been begun, kept on the server. What the server has not confirmed stays in the browser too, and wins when
 * the conversation is opened again.
 */
export function useDraft(id: string) {
  const name = `draft.${id}`;
  const [draft, setDraft] = useState<Draft>(() => recall<Draft | null>(name, null) ?? nothing);
  const [state, setState] = useState<DraftState>(draft.text ? "unsaved" : "none");
  const latest = useRef({ draft, isDirty: draft.text !== "" });
  const timer = useRef<number | undefined>(undefined);
  const isLinked = useLink() === "open";

  const stored = useQuery({ queryKey: ["draft", id], queryFn: () => findDraft(id), staleTime: 0, gcTime: 0 });
  useEffect(() => {
    if (!stored.data || latest.current.isDirty) return;
    latest.current.draft = stored.data;
    setDraft(stored.data);
    setState(stored.data.text ? "saved" : "none");
  }, [stored.data]);

  const save = useCallback(
    async (isLeaving = false) => {
      window.clearTimeout(timer.current);
      if (!latest.current.isDirty) return;
      const { draft: saving } = latest.current;
      try {
        await (saving.text ? putDraft(id, saving, isLeaving) : forgetDraft(id));
        if (latest.current.draft !== saving) return;
        latest.current.isDirty = false;
        keep(name, null);
        setState(saving.text ? "saved" : "none");
      } catch {
        setState("failed");
      }
    },
    [id, name],
  );

  const change = useCallback(
    (next: Draft) => {
      latest.current = { draft: next, isDirty: true };
      keep(name, next.text ? next : null);
      setDraft(next);
      setState(next.text ? "unsaved" : "none");
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(() => void save(), REST_MS);
    },
    [name, save],
  );

  useEffect(() => {
    if (isLinked) void save();
  }, [isLinked, save]);
  useEffect(() => {
    const leave = () => void save(true);
    window.addEventListener("pagehide", leave);
    return () => {
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, [save]);

  return { draft, state, change, isReady: !stored.isPending };
}

async function findDraft(id: string): Promise<Draft> {
  try {
    return await getDraft(id);
  } catch (error) {
    if (error instanceof Refused && error.status === 404) return nothing;
    throw error;
  }
}

async function forgetDraft(id: string): Promise<void> {
  try {
    await deleteDraft(id);
  } catch (error) {
    if (!(error instanceof Refused && error.status === 404)) throw error;
  }
}
