import { Button, Skeleton, Tabs } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { getContact } from "../api/calls";
import { keys } from "../api/keys";
import type { Summary, View } from "../api/types";
import { useText } from "../i18n/text";
import { screen, useScreen } from "../shell/screen";
import { ReadingSection } from "../understanding/reading-section";
import { AttributeList } from "./attribute-list";
import styles from "./contact-panel.module.css";
import { Facts } from "./facts";
import { History } from "./history";
import { Identities } from "./identities";
import { Memory } from "./memory";

const Knowledge = lazy(() => import("./knowledge"));

export function ContactPanel({ conversation, view }: { conversation: Summary; view: View }) {
  const { t } = useText();
  const tab = useScreen((state) => state.tab);
  return (
    <Tabs value={tab} onChange={(next) => screen.apply({ tab: next as "contact" })} className={styles.tabs ?? ""} keepMounted={false}>
      <Tabs.List grow>
        <Tabs.Tab value="contact">{t.contact.tab}</Tabs.Tab>
        <Tabs.Tab value="knowledge">{t.contact.knowledgeTab}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="contact" className={styles.panel ?? ""} tabIndex={-1}>
        <ReadingSection conversation={conversation} />
        <Profile conversation={conversation} view={view} />
      </Tabs.Panel>
      <Tabs.Panel value="knowledge" className={styles.panel ?? ""} tabIndex={-1}>
        <Suspense fallback={<Waiting />}>
          <Knowledge locale={conversation.locale} />
        </Suspense>
      </Tabs.Panel>
    </Tabs>
  );
}

function Profile({ conversation, view }: { conversation: Summary; view: View }) {
  const { t } = useText();
  const { id } = conversation.contact;
  const contact = useQuery({ queryKey: keys.contact(id), queryFn: () => getContact(id) });
  if (contact.isPending) return <Waiting />;
  if (contact.isError) {
    return (
      <div className={styles.failed} role="alert">
        <p>{t.contact.failed}</p>
        <Button size="xs" variant="default" onClick={() => void contact.refetch()}>
          {t.app.retry}
        </Button>
      </div>
    );
  }
  return (
    <>
      <Identities contact={contact.data} />
      <Facts contact={contact.data} />
      <Memory contactId={id} />
      <AttributeList contact={contact.data} />
      <History contact={contact.data} openId={conversation.id} view={view} />
    </>
  );
}

function Waiting() {
  const { t } = useText();
  return (
    <div className={styles.waiting} role="status" aria-label={t.app.loading}>
      {[70, 45, 80, 60, 75].map((width) => (
        <Skeleton key={width} height={12} width={`${width}%`} />
      ))}
    </div>
  );
}
