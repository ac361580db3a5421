import { Button, Select } from "@mantine/core";
import { IconArrowUp } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ANY, type Level, LEVELS, setLevel, type TopicAutonomy } from "../../api/assistant";
import { Refused } from "../../api/client";
import { keys } from "../../api/keys";
import { useText } from "../../i18n/text";
import { explain } from "../../settings/add-member";
import { sayFailed, saySaved } from "../../settings/parts";
import { useAssistantWords } from "../use-words";
import { EvidenceLine } from "./evidence-line";
import { Notices } from "./notices";
import { Override } from "./override";
import styles from "./topics.module.css";

interface Props {
  topic: TopicAutonomy;
  title: string;
  /** The level of topics that have none of their own. */
  usual: Level;
  mayWrite: boolean;
  isAdmin: boolean;
  isDefault?: boolean;
}

export function TopicRow({ topic, title, usual, mayWrite, isAdmin, isDefault = false }: Props) {
  const { format } = useText();
  const words = useAssistantWords();
  const queries = useQueryClient();
  const [wanted, setWanted] = useState<Level | null>(null);
  const own = topic.levels.find(({ language, channel }) => language === ANY && channel === ANY);
  const level = isDefault ? usual : topic.level;
  const special = topic.levels.filter((rule) => rule !== own);
  const setting = useMutation({
    mutationFn: ({ to, reason }: { to: Level; reason?: string }) => setLevel({ topic: topic.topic, language: ANY, channel: ANY, level: to, ...(reason && { reason }) }),
    onSuccess: (_, { to }) => {
      setWanted(null);
      saySaved(words.topics.changed(title, words.level[to]));
    },
    onError: (error, { to }) => {
      if (error instanceof Refused && error.status === 409 && isAdmin) setWanted(to);
      else sayFailed(explain(error) || words.failed);
    },
    onSettled: () => void queries.invalidateQueries({ queryKey: keys.autonomy }),
  });
  return (
    <li className={styles.row} data-default={isDefault || undefined}>
      <div className={styles.about}>
        <span className={styles.title}>{title}</span>
        <span className={styles.soft}>{isDefault ? words.topics.defaultHint : <EvidenceLine evidence={topic.evidence} />}</span>
        {special.map(({ language, channel, level: other }) => (
          <span key={`${language} ${channel}`} className={styles.soft}>
            {words.topics.onlyFor(language === ANY ? "" : format.language(language), channel === ANY ? "" : channel)}: {words.level[other]}
          </span>
        ))}
        <Notices notices={topic.notices} />
      </div>
      <div className={styles.level}>
        <Select
          size="xs" aria-label={words.topics.levelOf(title)} allowDeselect={false} disabled={!mayWrite || setting.isPending} value={level} data-level={level}
          {...((own || isDefault) && { description: words.levelHint[level], inputWrapperOrder: ["input", "description"] as const })}
          data={LEVELS.map((value) => ({ value, label: words.level[value] }))} onChange={(to) => to && to !== level && setting.mutate({ to: to as Level })}
        />
        {!own && <span className={styles.soft}>{words.topics.inherits}</span>}
        {mayWrite && topic.may_promote && (
          <Button size="compact-xs" variant="light" leftSection={<IconArrowUp size={14} />} title={topic.may_promote.because.join(" · ")} onClick={() => topic.may_promote && setting.mutate({ to: topic.may_promote.to })}>
            {words.topics.promote(words.level[topic.may_promote.to])}
          </Button>
        )}
      </div>
      <Override level={wanted} isPending={setting.isPending} onClose={() => setWanted(null)} onGo={(reason) => wanted && setting.mutate({ to: wanted, reason })} />
    </li>
  );
}
