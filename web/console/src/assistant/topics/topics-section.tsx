import { useQuery } from "@tanstack/react-query";
import { ANY, getAutonomy, type TopicAutonomy } from "../../api/assistant";
import { keys } from "../../api/keys";
import { useText } from "../../i18n/text";
import { useMe } from "../../live/use-desk";
import { Fetched, Top } from "../../settings/parts";
import { useAssistantWords } from "../use-words";
import { StopBar } from "./stop-bar";
import { TopicRow } from "./topic-row";
import styles from "./topics.module.css";

/** What the assistant may do by itself: topic by topic, on evidence; and the switch that stops it. */
export function TopicsSection() {
  const { language } = useText();
  const words = useAssistantWords();
  const { role } = useMe().member;
  const mayWrite = role !== "agent";
  const autonomy = useQuery({ queryKey: keys.autonomy, queryFn: getAutonomy });
  return (
    <>
      <Top title={words.sections.topics} lead={words.topics.lead} />
      <Fetched query={autonomy}>
        {({ stopped, default: usual, topics }) => (
          <>
            <StopBar stopped={stopped} mayStop={mayWrite} />
            <ul className={styles.list}>
              <TopicRow topic={everything(usual)} title={words.topics.defaultTitle} usual={usual} mayWrite={mayWrite} isAdmin={role === "admin"} isDefault />
              {topics.filter(({ topic }) => topic !== ANY).map((topic) => (
                <TopicRow key={topic.topic} topic={topic} title={topic.title[language]} usual={usual} mayWrite={mayWrite} isAdmin={role === "admin"} />
              ))}
            </ul>
          </>
        )}
      </Fetched>
    </>
  );
}

const everything = (level: TopicAutonomy["levels"][number]["level"]): TopicAutonomy => ({
  topic: ANY,
  title: { es: "", en: "" },
  level,
  levels: [{ language: ANY, channel: ANY, level, since: "", by: null }],
  evidence: { answers: 0, agreed: 0, agreement: null, lower_bound: null, unsupported: 0, repeat_contacts: 0, recalled: 0, sample: 0 },
  may_promote: null,
  notices: [],
});
