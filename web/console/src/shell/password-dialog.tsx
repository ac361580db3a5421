import { Alert, Button, Group, Modal, PasswordInput, Stack } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { changePassword } from "../api/calls";
import { Refused } from "../api/client";
import type { Dictionary } from "../i18n/es";
import { useText } from "../i18n/text";
import { screen, useScreen } from "./screen";

const close = () => screen.apply({ dialog: null });

/** One's own password. All other browsers are signed out by the change. */
export default function PasswordDialog() {
  const { t } = useText();
  const isOpen = useScreen(({ dialog }) => dialog === "password");
  return (
    <Modal opened={isOpen} onClose={close} title={t.password.title} size={420} closeButtonProps={{ "aria-label": t.app.close }}>
      <Form />
    </Modal>
  );
}

function Form() {
  const { t } = useText();
  const [old, setOld] = useState("");
  const [next, setNext] = useState("");
  const changing = useMutation({
    mutationFn: () => changePassword(old, next),
    onSuccess: () => {
      close();
      notifications.show({ message: t.password.done });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!changing.isPending) changing.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        {changing.isError && (
          <Alert color="red" variant="light" role="alert">
            {explain(changing.error, t)}
          </Alert>
        )}
        <PasswordInput
          label={t.password.old} required withAsterisk={false} data-autofocus autoComplete="current-password"
          value={old} onChange={(event) => setOld(event.currentTarget.value)}
        />
        <PasswordInput
          label={t.password.next} description={t.password.hint} required withAsterisk={false} minLength={10} autoComplete="new-password"
          value={next} onChange={(event) => setNext(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="xs" mt={4}>
          <Button variant="default" onClick={close}>
            {t.app.cancel}
          </Button>
          <Button type="submit" loading={changing.isPending}>
            {t.password.change}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function explain(error: unknown, { password: words }: Dictionary): string {
  if (!(error instanceof Refused)) return words.failed;
  if (error.code === "wrong_password") return words.wrong;
  return error.code === "weak_password" ? words.weak : words.failed;
}
