import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import { getMe, signOut } from "../api/calls";
import { keepToken, Refused, whenSignedOut } from "../api/client";
import { keys } from "../api/keys";
import type { Me } from "../api/types";
import { browserLanguage, languageOf, TextProvider } from "../i18n/text";
import { DeskProvider } from "../live/use-desk";
import { Console } from "../shell/console";
import { SignIn } from "./sign-in";
import { Starting } from "./starting";

/** Who is here? Until that is known a quiet screen; then the sign-in page or the console. */
export function Session() {
  const queries = useQueryClient();
  const [ended, setEnded] = useState(false);
  const me = useQuery({ queryKey: keys.me, queryFn: loadMe, staleTime: Number.POSITIVE_INFINITY });

  const end = useCallback(() => {
    setEnded(true);
    queries.clear();
    queries.setQueryData(keys.me, null);
  }, [queries]);
  useEffect(() => whenSignedOut(end), [end]);

  const enter = (entered: Me) => {
    keepToken(entered.csrf_token);
    setEnded(false);
    queries.setQueryData(keys.me, entered);
  };
  const leave = async () => {
    await signOut().catch(() => undefined);
    end();
    setEnded(false);
  };

  if (me.data) {
    return (
      <TextProvider language={languageOf(me.data.member.locale)}>
        <DeskProvider key={me.data.member.id} me={me.data} onSignedOut={end} waiting={(retry) => <Starting retry={retry} />}>
          <Console onSignOut={() => void leave()} />
        </DeskProvider>
      </TextProvider>
    );
  }
  return (
    <TextProvider language={browserLanguage()}>
      {me.data === null ? <SignIn ended={ended} onSignedIn={enter} /> : <Starting retry={me.isError ? () => void me.refetch() : null} />}
    </TextProvider>
  );
}

async function loadMe(): Promise<Me | null> {
  try {
    const me = await getMe();
    keepToken(me.csrf_token);
    return me;
  } catch (error) {
    if (error instanceof Refused && error.status === 401) return null;
    throw error;
  }
}
