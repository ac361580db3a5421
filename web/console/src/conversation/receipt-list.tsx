import { IconAlertTriangle, IconCheck, IconMinus, IconX } from "@tabler/icons-react";
import type { Receipt, Verdict } from "../api/proposals";
import { useText } from "../i18n/text";
import styles from "./receipt-list.module.css";

const ICONS: Record<Verdict, typeof IconCheck> = { supported: IconCheck, plain: IconMinus, unsupported: IconAlertTriangle, contradicted: IconX };

/** Each sentence with the words of the article that carry it. */
export function ReceiptList({ receipt }: { receipt: Receipt }) {
  const { t } = useText();
  return (
    <ol className={styles.list}>
      {receipt.sentences.map(({ sentence, verdict, quote }, index) => {
        const Icon = ICONS[verdict];
        return (
          <li key={index} data-verdict={verdict}>
            <Icon size={14} aria-label={t.why.verdict[verdict]} />
            <div>
              <bdi>{sentence}</bdi>
              {quote && verdict !== "plain" && (
                <blockquote>
                  <bdi>{quote}</bdi>
                </blockquote>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
