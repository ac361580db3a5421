import { Loader, Popover, UnstyledButton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { keys } from "../api/keys";
import { getWhy, type Why } from "../api/proposals";
import { useText } from "../i18n/text";
import { ReceiptList } from "./receipt-list";
import styles from "./why-button.module.css";

/** Why the assistant said this: its reasons, and what each sentence stands on. */
export function WhyButton({ messageId }: { messageId: string }) {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover opened={isOpen} onChange={setOpen} width={420} position="bottom-end" shadow="md" trapFocus returnFocus withinPortal middlewares={{ shift: { padding: 8 }, flip: { padding: 8 } }}>
      <Popover.Target>
        <UnstyledButton className={styles.button} onClick={() => setOpen(!isOpen)}>
          {t.why.ask}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={styles.popover ?? ""} aria-label={t.why.title}>
        {isOpen && <Explained messageId={messageId} />}
      </Popover.Dropdown>
    </Popover>
  );
}

function Explained({ messageId }: { messageId: string }) {
  const { t } = useText();
  const why = useQuery({ queryKey: keys.why(messageId), queryFn: () => getWhy(messageId), staleTime: Infinity, retry: false });
  if (why.isPending) return <Loader type="dots" size="sm" role="status" aria-label={t.app.loading} />;
  if (why.isError) return <p className={styles.soft}>{t.why.none}</p>;
  return <Details why={why.data} />;
}

function Details({ why }: { why: Why }) {
  const { t, format } = useText();
  const total = Object.values(why.timings).reduce((sum, ms) => sum + ms, 0);
  return (
    <div className={styles.details} tabIndex={0} role="region" aria-label={t.why.title}>
      <h3>{t.why.title}</h3>
      <ul className={styles.reasons}>
        {why.reasons.map((reason, index) => (
          <li key={index}>
            <bdi>{reason}</bdi>
          </li>
        ))}
      </ul>
      {why.receipt && why.receipt.sentences.length > 0 && (
        <>
          <h3>{t.why.receipt}</h3>
          <ReceiptList receipt={why.receipt} />
        </>
      )}
      <p className={styles.soft}>
        {[
          why.calls.length > 0 ? t.why.model(why.calls.map(({ model }) => model).filter(Boolean).join(", ")) : t.why.local,
          why.level && t.why.level[why.level],
          total > 0 && t.why.took(format.number(Math.round(total))),
        ].filter(Boolean).join(" · ")}
      </p>
    </div>
  );
}
