import { Drawer } from "@mantine/core";
import { useDebouncedValue, useMediaQuery } from "@mantine/hooks";
import { lazy, Suspense, useEffect } from "react";
import type { View } from "../api/types";
import { ContactPanel } from "../contact/contact-panel";
import { ConversationPane } from "../conversation/conversation-pane";
import { NothingChosen } from "../conversation/nothing-chosen";
import { useText } from "../i18n/text";
import { useConversation, useDesk } from "../live/use-desk";
import { screen, useScreen, WIDE } from "../shell/screen";
import { ConversationList } from "./conversation-list";
import styles from "./inbox-screen.module.css";
import { ListHeader } from "./list-header";
import { PhoneBar } from "./phone-bar";
import { useList } from "./use-list";

const Dialogs = lazy(() => import("../conversation/dialogs"));

export function InboxScreen({ view, id, onSignOut }: { view: View; id: string | undefined; onSignOut: () => void }) {
  const { t } = useText();
  const typed = useScreen((state) => state.search);
  const [q] = useDebouncedValue(typed.trim(), 250);
  const list = useList(view, q);
  useViewing(id);
  return (
    <main className={styles.screen} data-open={id ? "conversation" : "list"}>
      <section className={styles.list} aria-label={t.list.label}>
        <PhoneBar view={view} onSignOut={onSignOut} />
        <ListHeader view={view} found={q ? list.rows.length : null} />
        <ConversationList key={q ? "search" : view} view={view} q={q} list={list} openId={id} />
      </section>
      {id ? <Opened key={id} id={id} view={view} /> : <NothingChosen isEmpty={list.rows.length === 0} />}
      <Suspense>{id && <Dialogs id={id} />}</Suspense>
    </main>
  );
}

function Opened({ id, view }: { id: string; view: View }) {
  const isWide = useMediaQuery(WIDE, window.matchMedia(WIDE).matches, { getInitialValueInEffect: false });
  const { panel, drawer } = useScreen((state) => state);
  const { t } = useText();
  const conversation = useConversation(id);
  return (
    <>
      <ConversationPane id={id} view={view} />
      {isWide && panel && conversation && (
        <section className={styles.panel} aria-label={t.contact.label}>
          <ContactPanel conversation={conversation} view={view} />
        </section>
      )}
      {!isWide && conversation && (
        <Drawer
          opened={drawer} onClose={() => screen.apply({ drawer: false })} position="right" size={360} padding={0} title={t.contact.label}
          closeButtonProps={{ "aria-label": t.app.close }}
        >
          <ContactPanel conversation={conversation} view={view} />
        </Drawer>
      )}
    </>
  );
}

/** The others see which conversation is open here, unless the page lies hidden. */
function useViewing(id: string | undefined): void {
  const desk = useDesk();
  useEffect(() => {
    const tell = () => desk.view(id && document.visibilityState === "visible" ? id : null);
    tell();
    document.addEventListener("visibilitychange", tell);
    return () => {
      document.removeEventListener("visibilitychange", tell);
      desk.view(null);
    };
  }, [desk, id]);
}
