import { useQuery } from "@tanstack/react-query";
import { getInboxes } from "../api/calls";
import { keys } from "../api/keys";
import { InboxForm } from "./inbox-form";
import { Fetched, Top } from "./parts";
import styles from "./settings.module.css";
import { useWords } from "./use-words";

export function InboxSection() {
  const words = useWords();
  const inboxes = useQuery({ queryKey: keys.inboxes, queryFn: getInboxes });
  return (
    <>
      <Top title={words.sections.inbox} lead={words.inbox.lead} />
      <Fetched query={inboxes}>
        {(all) => {
          const chats = all.filter(({ channel }) => channel === "chat");
          if (!chats.length) return <p className={styles.nothing}>{words.inbox.none}</p>;
          return chats.map((inbox) => <InboxForm key={inbox.id} inbox={inbox} />);
        }}
      </Fetched>
    </>
  );
}
