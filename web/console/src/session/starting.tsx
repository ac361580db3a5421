import { Button, Center, Loader, Stack, Text } from "@mantine/core";
import { useText } from "../i18n/text";

export function Starting({ retry }: { retry: (() => void) | null }) {
  const { t } = useText();
  return (
    <Center component="main" h="100%" p="lg">
      <h1 className="unseen">{t.app.name}</h1>
      {retry ? (
        <Stack align="center" gap="sm" role="alert">
          <Text ta="center">{t.signIn.offline}</Text>
          <Button onClick={retry}>{t.app.retry}</Button>
        </Stack>
      ) : (
        <Loader type="dots" aria-label={t.app.loading} role="status" />
      )}
    </Center>
  );
}
