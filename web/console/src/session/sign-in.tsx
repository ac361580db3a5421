import { Alert, Button, PasswordInput, Stack, Text, TextInput, Title } from "@mantine/core";
import { IconAlertCircle } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { signIn } from "../api/calls";
import { Refused } from "../api/client";
import type { Me } from "../api/types";
import type { Dictionary } from "../i18n/es";
import { useText } from "../i18n/text";
import { Mark } from "../shell/mark";
import styles from "./sign-in.module.css";

export function SignIn({ ended, onSignedIn }: { ended: boolean; onSignedIn: (me: Me) => void }) {
  const { t } = useText();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const attempt = useMutation({ mutationFn: () => signIn(email.trim(), password), onSuccess: onSignedIn });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!attempt.isPending) attempt.mutate();
  };
  return (
    <main className={styles.page}>
      <form className={styles.card} onSubmit={submit} aria-labelledby="sign-in">
        <div className={styles.brand}>
          <Mark size={36} />
          <span>{t.app.name}</span>
        </div>
        <Title order={1} id="sign-in">
          {t.signIn.title}
        </Title>
        <Text c="dimmed" size="sm" mt={4} mb="lg">
          {t.signIn.lead}
        </Text>
        <Stack gap="sm">
          {attempt.isError && (
            <Alert color="red" variant="light" icon={<IconAlertCircle size={18} />} role="alert">
              {explain(attempt.error, t)}
            </Alert>
          )}
          {ended && !attempt.isError && (
            <Alert color="petrol" variant="light" role="status">
              {t.signIn.ended}
            </Alert>
          )}
          <TextInput
            label={t.signIn.email} type="email" name="email" autoComplete="username" required withAsterisk={false} size="md"
            value={email} onChange={(event) => setEmail(event.currentTarget.value)} autoFocus
          />
          <PasswordInput
            label={t.signIn.password} name="password" autoComplete="current-password" required withAsterisk={false} size="md"
            value={password} onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Button type="submit" size="md" mt={4} loading={attempt.isPending} fullWidth>
            {t.signIn.submit}
          </Button>
        </Stack>
      </form>
    </main>
  );
}

function explain(error: unknown, { signIn: words }: Dictionary): string {
  if (!(error instanceof Refused)) return words.failed;
  if (error.status === 401 || error.status === 422) return words.wrong;
  if (error.status === 429) return words.slow(error.retryAfter ?? 30);
  return error.status === 0 ? words.offline : words.failed;
}
