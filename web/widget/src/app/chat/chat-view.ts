import type { Link } from "./connection";
import type { OutboxEntry } from "./outbox";
import type { PersonNotice } from "./person";
import type { ChatState } from "./state";

/** All that the view draws. */
export interface ChatView {
  readonly chat: ChatState;
  readonly outbox: readonly OutboxEntry[];
  readonly link: Link;
  /** History that we know exists is on its way. */
  readonly loading: boolean;
  readonly unread: number;
  readonly person: PersonNotice | null;
  readonly sound: boolean;
}
