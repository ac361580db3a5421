import { IconAlertTriangle, IconMoodAngry, IconMoodSad, IconMoodUnamused, IconUrgent, IconUser } from "@tabler/icons-react";
import type { Summary } from "../api/types";
import { useText } from "../i18n/text";
import { type MarkKind, markOf } from "./marks";
import styles from "./mark.module.css";
import { useSaid } from "./use-said";

const icons: Record<MarkKind, typeof IconUser> = {
  critical: IconAlertTriangle, high: IconUrgent, angry: IconMoodAngry, distressed: IconMoodSad, frustrated: IconMoodUnamused, person: IconUser,
};

/** One word on a conversation, and only where it matters. Everything else is said to who asks, or listens. */
export function Mark({ conversation, isBrief = false }: { conversation: Summary; isBrief?: boolean }) {
  const { t } = useText();
  const said = useSaid();
  const kind = markOf(conversation);
  if (!kind || !conversation.reading) return null;
  const Icon = icons[kind];
  const words = said(conversation.reading);
  return (
    <span className={styles.mark} data-kind={kind} data-brief={isBrief || undefined} title={words}>
      <Icon size={isBrief ? 15 : 13} stroke={1.9} aria-hidden />
      {!isBrief && <span aria-hidden>{t.reading.mark[kind]}</span>}
      <span className="unseen">{words}</span>
    </span>
  );
}
