import { Alert, Button, Group, Loader, Modal } from "@mantine/core";
import { IconFileImport } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type DragEvent, useRef, useState } from "react";
import { importIntents } from "../../api/calls";
import { Refused } from "../../api/client";
import { keys } from "../../api/keys";
import type { Taken } from "../../api/types";
import { useText } from "../../i18n/text";
import { explain } from "../add-member";
import own from "./import-dialog.module.css";
import styles from "./intents.module.css";
import { leftInWords } from "./left-in-words";
import { useIntentWords } from "./words";

export function ImportDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useText();
  const words = useIntentWords();
  return (
    <Modal opened={isOpen} onClose={onClose} title={words.file.title} size={560} closeButtonProps={{ "aria-label": t.app.close }}>
      <Importing onClose={onClose} />
    </Modal>
  );
}

function Importing({ onClose }: { onClose: () => void }) {
  const words = useIntentWords();
  const queries = useQueryClient();
  const importing = useMutation({
    mutationFn: importIntents,
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: keys.intents });
      void queries.invalidateQueries({ queryKey: keys.topics });
    },
  });
  if (importing.isPending) {
    return (
      <div className={own.drop} role="status">
        <Loader type="dots" aria-hidden />
        <span>{words.file.reading}</span>
      </div>
    );
  }
  if (importing.data) return <Result taken={importing.data} onAgain={importing.reset} onClose={onClose} />;
  return (
    <>
      {importing.isError && (
        <Alert color="red" variant="light" role="alert" mb="sm">
          <Reason error={importing.error} />
        </Alert>
      )}
      <DropBox onFile={importing.mutate} />
    </>
  );
}

function Reason({ error }: { error: unknown }) {
  const words = useIntentWords();
  if (error instanceof Refused && error.status === 0) return words.test.offline;
  return (
    <>
      {words.file.failed} <bdi lang="en">{explain(error)}</bdi>
    </>
  );
}

function DropBox({ onFile }: { onFile: (file: File) => void }) {
  const words = useIntentWords();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) onFile(file);
  };
  return (
    <div
      className={own.drop} data-over={isOver || undefined} onDrop={drop} onDragLeave={() => setOver(false)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
    >
      <IconFileImport size={28} stroke={1.4} aria-hidden />
      <span>
        {words.file.drop} {words.file.or}{" "}
        <button type="button" className={own.link} data-autofocus onClick={() => input.current?.click()}>
          {words.file.choose}
        </button>
      </span>
      <span className={styles.quiet}>{words.file.lead}</span>
      <input
        ref={input} type="file" hidden accept=".csv,.yml,.yaml,.zip,.json,.tsv"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = "";
          if (file) onFile(file);
        }}
      />
    </div>
  );
}

/** What was taken, what was left, and why. */
function Result({ taken: { taken, left }, onAgain, onClose }: { taken: Taken; onAgain: () => void; onClose: () => void }) {
  const { language } = useText();
  const words = useIntentWords();
  const isEmpty = taken.intents + taken.examples === 0;
  return (
    <>
      <p className={own.result} role="status">
        {isEmpty ? words.file.none : words.file.taken(words.file.intents(taken.intents), words.examples(taken.examples))}{" "}
        {left.length === 0 ? words.file.nothingLeft : words.file.left(left.length)}
      </p>
      {left.length > 0 && (
        <div className={own.left} tabIndex={0} role="region" aria-label={words.file.left(left.length)}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.file.where}</th>
                <th scope="col">{words.file.why}</th>
              </tr>
            </thead>
            <tbody>
              {left.map(({ where, why }, index) => (
                <tr key={index}>
                  <td>
                    <bdi>{leftInWords(where, language)}</bdi>
                  </td>
                  <td>
                    <bdi>{leftInWords(why, language)}</bdi>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" onClick={onAgain}>
          {words.file.another}
        </Button>
        <Button onClick={onClose} data-autofocus>
          {words.file.done}
        </Button>
      </Group>
    </>
  );
}
