import { Button, CopyButton, Group, Modal, Select, Stack, TextInput } from "@mantine/core";
import { IconKey } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { addKey, getKeys, revokeKey } from "../api/calls";
import { keys } from "../api/keys";
import type { ApiKey, Role } from "../api/types";
import { useText } from "../i18n/text";
import { useRoles } from "./members-section";
import { Confirm, Fetched, sayFailed, Top } from "./parts";
import styles from "./settings.module.css";
import { useWords } from "./use-words";

export function KeysSection() {
  const words = useWords();
  const [isAdding, setAdding] = useState(false);
  const all = useQuery({ queryKey: keys.apiKeys, queryFn: getKeys });
  const add = (
    <Button size="xs" leftSection={<IconKey size={15} />} onClick={() => setAdding(true)}>
      {words.keys.add}
    </Button>
  );
  return (
    <>
      <Top title={words.sections.keys} lead={words.keys.lead} action={add} />
      <Fetched query={all}>
        {(found) =>
          found.length === 0 ? (
            <p className={styles.nothing}>{words.keys.none}</p>
          ) : (
            <ul className={styles.list}>
              {found.map((key) => (
                <Row key={key.id} apiKey={key} />
              ))}
            </ul>
          )
        }
      </Fetched>
      <AddKey isOpen={isAdding} onClose={() => setAdding(false)} />
    </>
  );
}

function Row({ apiKey }: { apiKey: ApiKey }) {
  const { format } = useText();
  const words = useWords();
  const queries = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const revoking = useMutation({
    mutationFn: () => revokeKey(apiKey.id),
    onError: () => sayFailed(words.failed),
    onSettled: () => void queries.invalidateQueries({ queryKey: keys.apiKeys }),
  });
  const used = apiKey.last_used_at ? words.keys.used(format.full(apiKey.last_used_at)) : words.keys.never;
  return (
    <li className={styles.row}>
      <div className={styles.grow}>
        <bdi className={styles.name}>{apiKey.name}</bdi>
        <span className={styles.soft}>
          {words.keys.created(format.date(apiKey.created_at))} · {used}
        </span>
      </div>
      {apiKey.role && <span className={styles.tag}>{words.members.roles[apiKey.role]}</span>}
      <Button size="xs" variant="default" loading={revoking.isPending} onClick={() => setAsking(true)}>
        {words.keys.revoke}
      </Button>
      <Confirm
        isOpen={isAsking} title={words.keys.revokeTitle(apiKey.name)} text={words.keys.revokeText} act={words.keys.revoke} onAct={revoking.mutate}
        onClose={() => setAsking(false)}
      />
    </li>
  );
}

function AddKey({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useText();
  const words = useWords();
  const queries = useQueryClient();
  const [name, setName] = useState("");
  const [role, setRole] = useState<Role>("agent");
  const adding = useMutation({
    mutationFn: () => addKey(name.trim(), role),
    onSuccess: () => void queries.invalidateQueries({ queryKey: keys.apiKeys }),
    onError: () => sayFailed(words.failed),
  });
  const roles = useRoles();
  const close = () => {
    adding.reset();
    setName("");
    onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim()) adding.mutate();
  };
  const secret = adding.data?.key;
  return (
    <Modal opened={isOpen} onClose={close} size={480} title={secret ? words.keys.shownTitle : words.keys.add} closeOnClickOutside={!secret} closeButtonProps={{ "aria-label": t.app.close }}>
      {secret ? (
        <Secret secret={secret} onClose={close} />
      ) : (
        <form onSubmit={submit}>
          <Stack gap="sm">
            <TextInput label={words.keys.name} placeholder={words.keys.placeholder} required withAsterisk={false} maxLength={100} data-autofocus value={name} onChange={(event) => setName(event.currentTarget.value)} />
            <Select label={words.keys.role} data={roles} allowDeselect={false} value={role} onChange={(next) => next && setRole(next as Role)} />
            <Group justify="flex-end">
              <Button type="submit" loading={adding.isPending}>
                {words.keys.add}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}

function Secret({ secret, onClose }: { secret: string; onClose: () => void }) {
  const { t } = useText();
  const words = useWords();
  return (
    <Stack gap="sm">
      <p className={styles.text} role="status">
        {words.keys.shownText}
      </p>
      <pre className={styles.code}>{secret}</pre>
      <Group justify="flex-end" gap="xs">
        <CopyButton value={secret}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy} data-autofocus>
              {copied ? t.app.copied : t.app.copy}
            </Button>
          )}
        </CopyButton>
        <Button onClick={onClose}>{words.keys.done}</Button>
      </Group>
    </Stack>
  );
}
