import { useEffect, useState } from "preact/hooks";
import type { Link } from "../chat/connection";
import { useSurroundings } from "./context";
import { Icon } from "./Icon";
import { personLine } from "./state-line";

/** A reconnection that takes moments is nothing to alarm anybody with. */
const PATIENCE_MS = 2500;

export function OfflineBanner() {
  const { view, texts, config } = useSurroundings();
  const offline = useOffline(view.link);
  const text = offline ? texts.offline : config ? null : texts.configFailed;
  return (
    <div class="banner-place" role="status">
      {text && (
        <p class="banner">
          <Icon name="alert" />
          <span>
            <strong>{text}</strong> {texts.offlineKept}
          </span>
        </p>
      )}
    </div>
  );
}

/** Always there, whatever the state: a person is one step away. */
export function PersonBar() {
  const { actions, view, texts, config } = useSurroundings();
  const line = personLine(view, config, texts);
  return (
    <div class="person">
      <div role="status">{line && <p class="person-line">{line}</p>}</div>
      <button type="button" class="person-button" aria-busy={view.person === "asking"} onClick={() => actions.askForPerson()}>
        <Icon name="person" />
        {texts.talkToPerson}
      </button>
    </div>
  );
}

function useOffline(link: Link): boolean {
  const [onLine, setOnLine] = useState(navigator.onLine);
  const [long, setLong] = useState(false);
  useEffect(() => {
    const look = () => setOnLine(navigator.onLine);
    addEventListener("online", look);
    addEventListener("offline", look);
    return () => {
      removeEventListener("online", look);
      removeEventListener("offline", look);
    };
  }, []);
  useEffect(() => {
    setLong(false);
    if (link !== "offline") return;
    const timer = setTimeout(() => setLong(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [link]);
  return !onLine || (link === "offline" && long);
}
