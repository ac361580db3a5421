import { ActionIcon, Button, TagsInput } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { getSynonyms, putSynonyms } from "../../api/help-centre";
import { keys } from "../../api/keys";
import { useText } from "../../i18n/text";
import { explain } from "../../settings/add-member";
import { Fetched, sayFailed, saySaved, Top } from "../../settings/parts";
import { useKnowledgeWords } from "../use-words";
import styles from "./synonyms.module.css";

export default function SynonymsSection() {
  const words = useKnowledgeWords();
  const groups = useQuery({ queryKey: keys.synonyms, queryFn: getSynonyms, refetchOnWindowFocus: false });
  return (
    <>
      <Top title={words.sections.synonyms} lead={words.synonyms.lead} />
      <Fetched query={groups}>{(found) => <Groups saved={found} />}</Fetched>
    </>
  );
}

function Groups({ saved }: { saved: string[][] }) {
  const { t } = useText();
  const words = useKnowledgeWords();
  const queries = useQueryClient();
  const [groups, setGroups] = useState(saved);
  const isChanged = JSON.stringify(groups) !== JSON.stringify(saved);
  const isShort = groups.some((group) => group.length === 1);
  const saving = useMutation({
    mutationFn: () => putSynonyms(groups.filter((group) => group.length > 1)),
    onSuccess: (kept) => {
      queries.setQueryData(keys.synonyms, kept);
      setGroups(kept);
      saySaved(words.saved);
    },
    onError: (error) => sayFailed(explain(error) || words.failed),
  });
  const change = (index: number, group: string[]) => setGroups(groups.map((other, at) => (at === index ? group : other)));
  return (
    <div className={styles.groups}>
      {groups.length === 0 && <p className={styles.nothing}>{words.synonyms.none}</p>}
      {groups.map((group, index) => (
        <div key={index} className={styles.group}>
          <TagsInput
            className={styles.words ?? ""} aria-label={words.synonyms.group} placeholder={group.length ? "" : words.synonyms.placeholder} maxTags={30} splitChars={[","]} value={group}
            error={group.length === 1 && words.synonyms.two} onChange={(next) => change(index, next)}
          />
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={words.synonyms.removeGroup} onClick={() => setGroups(groups.filter((_, at) => at !== index))}>
            <IconTrash size={17} />
          </ActionIcon>
        </div>
      ))}
      <div className={styles.acts}>
        <Button size="xs" variant="default" leftSection={<IconPlus size={15} />} onClick={() => setGroups([...groups, []])}>
          {words.synonyms.add}
        </Button>
        {isChanged && (
          <Button size="xs" loading={saving.isPending} disabled={isShort} onClick={() => saving.mutate()}>
            {t.app.save}
          </Button>
        )}
      </div>
    </div>
  );
}
