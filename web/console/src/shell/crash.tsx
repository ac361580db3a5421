import { Button, Stack, Text, Title } from "@mantine/core";
import { Component, type ReactNode } from "react";
import { browserLanguage } from "../i18n/text";
import { en } from "../i18n/en";
import { es } from "../i18n/es";

/** The last net: what is written is kept on the server and in the browser, so a reload is safe to offer. */
export class Crash extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    const { crash } = browserLanguage() === "es" ? es : en;
    return (
      <Stack component="main" align="center" justify="center" h="100%" p="xl" gap="sm">
        <Title order={1}>{crash.title}</Title>
        <Text c="dimmed">{crash.text}</Text>
        <Button onClick={() => location.reload()}>{crash.reload}</Button>
      </Stack>
    );
  }
}
