import { Anchor, Button, Loader, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { searchKnowledge } from "../api/calls";
import { keys } from "../api/keys";
import type { Passage } from "../api/types";
import { composer } from "../composer/handle";
import { safeAddress } from "../conversation/safe-html";
import { useText } from "../i18n/text";
import { screen } from "../shell/screen";
import styles from "./knowledge.module.css";

export default function Knowledge({ locale }: { locale: string }) {
  const { t } = useText();
  const [typed, setTyped] = useState("");
  const [q] = useDebouncedValue(typed.trim(), 250);
  const found = useQuery({ queryKey: keys.search(q, locale), queryFn: () => searchKnowledge(q, locale), enabled: q.length > 1 });
  return (
    <div className={styles.knowledge}>
      <TextInput
        type="search" aria-label={t.knowledge.search} placeholder={t.knowledge.search} leftSection={<IconSearch size={15} aria-hidden />}
        rightSection={found.isFetching ? <Loader size={14} aria-label={t.app.loading} role="status" /> : null}
        value={typed} onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <div role="status" className={styles.hint}>
        {!q && t.knowledge.hint}
        {found.isError && t.knowledge.failed}
        {q && found.data?.length === 0 && t.knowledge.none}
      </div>
      <ul className={styles.list}>
        {(found.data ?? []).map((passage, index) => (
          <Found key={`${passage.article}-${index}`} passage={passage} />
        ))}
      </ul>
    </div>
  );
}

function Found({ passage }: { passage: Passage }) {
  const { t } = useText();
  const address = safeAddress(passage.url);
  const insert = () => {
    screen.apply({ drawer: false });
    composer.current?.insert(passage.text);
  };
  return (
    <li className={styles.passage}>
      <h3>
        <bdi>{passage.title}</bdi>
      </h3>
      {passage.heading && passage.heading !== passage.title && (
        <p className={styles.heading}>
          <bdi>{passage.heading}</bdi>
        </p>
      )}
      <p className={styles.text}>
        <bdi>{passage.text}</bdi>
      </p>
      <div className={styles.buttons}>
        <Button size="compact-xs" variant="light" onClick={insert}>
          {t.knowledge.insert}
        </Button>
        {address && (
          <Anchor href={address} target="_blank" rel="noopener noreferrer" size="xs">
            {t.knowledge.open}
          </Anchor>
        )}
      </div>
    </li>
  );
}
