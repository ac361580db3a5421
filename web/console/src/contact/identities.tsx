import { ActionIcon, CopyButton, Tooltip } from "@mantine/core";
import { IconCopy, IconId, IconMail, IconPhone, IconRosetteDiscountCheckFilled } from "@tabler/icons-react";
import type { Contact } from "../api/types";
import { useText } from "../i18n/text";
import styles from "./lists.module.css";
import { Nothing, Section } from "./section";

export function Identities({ contact }: { contact: Contact }) {
  const { t } = useText();
  return (
    <Section title={t.contact.identities}>
      {contact.identities.length === 0 && <Nothing>{t.contact.noIdentities}</Nothing>}
      <ul className={styles.list}>
        {contact.identities.map(({ kind, value, verified }) => (
          <li key={`${kind}:${value}`} className={styles.row} data-icon>
            <Kind kind={kind} />
            <span className={styles.value}>
              <bdi>{value}</bdi>
              {verified && (
                <Tooltip label={t.contact.verified}>
                  <span className={styles.verified} role="img" aria-label={t.contact.verified}>
                    <IconRosetteDiscountCheckFilled size={15} aria-hidden />
                  </span>
                </Tooltip>
              )}
            </span>
            <CopyButton value={value}>
              {({ copied, copy }) => (
                <ActionIcon size={24} variant="subtle" color="gray" className={styles.reveal ?? ""} onClick={copy} aria-label={`${copied ? t.app.copied : t.app.copy}: ${value}`}>
                  <IconCopy size={14} />
                </ActionIcon>
              )}
            </CopyButton>
          </li>
        ))}
      </ul>
    </Section>
  );
}

const icons: Record<string, typeof IconId> = { email: IconMail, phone: IconPhone };

function Kind({ kind }: { kind: string }) {
  const { t } = useText();
  const words = t.contact.kind[kind] ?? kind;
  const Icon = icons[kind] ?? IconId;
  return (
    <span className={styles.icon} title={words}>
      <Icon size={15} stroke={1.6} aria-hidden />
      <span className="unseen">{words}</span>
    </span>
  );
}
