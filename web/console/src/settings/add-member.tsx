import { Alert, Button, Group, Modal, PasswordInput, Select, Stack, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { addMember } from "../api/calls";
import { Refused } from "../api/client";
import { keys } from "../api/keys";
import type { Role } from "../api/types";
import { useText } from "../i18n/text";
import { useRoles } from "./members-section";
import { useWords } from "./use-words";

export function AddMember({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useText();
  const words = useWords();
  return (
    <Modal opened={isOpen} onClose={onClose} title={words.members.add} size={440} closeButtonProps={{ "aria-label": t.app.close }}>
      <Form onClose={onClose} />
    </Modal>
  );
}

function Form({ onClose }: { onClose: () => void }) {
  const { t, language } = useText();
  const words = useWords();
  const queries = useQueryClient();
  const roles = useRoles();
  const [member, setMember] = useState({ name: "", email: "", role: "agent" as Role, password: "" });
  const change = (field: string) => (event: { currentTarget: { value: string } }) => setMember({ ...member, [field]: event.currentTarget.value });
  const adding = useMutation({
    mutationFn: () => addMember({ ...member, locale: language }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: keys.members });
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    adding.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        {adding.isError && (
          <Alert color="red" variant="light" role="alert">
            {adding.error instanceof Refused && adding.error.status === 409 ? words.members.taken : explain(adding.error) || words.failed}
          </Alert>
        )}
        <TextInput label={words.members.name} required withAsterisk={false} data-autofocus maxLength={100} value={member.name} onChange={change("name")} />
        <TextInput label={words.members.email} type="email" required withAsterisk={false} autoComplete="off" value={member.email} onChange={change("email")} />
        <Select label={words.members.role} data={roles} allowDeselect={false} value={member.role} onChange={(role) => role && setMember({ ...member, role: role as Role })} />
        <PasswordInput
          label={words.members.password} description={words.members.passwordHint} required withAsterisk={false} minLength={10} autoComplete="new-password"
          value={member.password} onChange={change("password")}
        />
        <Group justify="flex-end" gap="xs" mt={4}>
          <Button variant="default" onClick={onClose}>
            {t.app.cancel}
          </Button>
          <Button type="submit" loading={adding.isPending}>
            {words.members.add}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** The server's own words, where it names the field that is wrong. */
export function explain(error: unknown): string {
  if (!(error instanceof Refused)) return "";
  return error.fields.map(({ message }) => message).join(" ") || error.detail;
}
