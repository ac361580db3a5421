import { Avatar, Menu, SegmentedControl, Text, UnstyledButton, useMantineColorScheme } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconKeyboard, IconLogout, IconSettings } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useLocation } from "wouter";
import { changeMe } from "../api/calls";
import { keys } from "../api/keys";
import type { Availability } from "../api/types";
import { languageOf, useText } from "../i18n/text";
import { useMe } from "../live/use-desk";
import styles from "./account-menu.module.css";
import { Dot } from "./dot";
import { initials } from "./initials";
import { screen } from "./screen";

const AVAILABILITIES: Availability[] = ["online", "away", "offline"];

export function AccountMenu({ onSignOut, isCompact = false }: { onSignOut: () => void; isCompact?: boolean }) {
  const { t } = useText();
  const { member } = useMe();
  const [, go] = useLocation();
  const change = useChangeMe();
  return (
    <Menu width={248} position={isCompact ? "bottom-end" : "top-start"} withinPortal>
      <Menu.Target>
        <UnstyledButton className={styles.me} data-compact={isCompact || undefined} aria-label={`${t.me.menu}: ${member.name}, ${t.me[member.availability]}`}>
          <span className={styles.face}>
            <Avatar size={28} radius="xl" color="petrol" variant="filled" aria-hidden>
              {initials(member.name)}
            </Avatar>
            <Dot availability={member.availability} />
          </span>
          <span className={styles.words}>
            <bdi className={styles.name}>{member.name}</bdi>
            <span className={styles.state}>{t.me[member.availability]}</span>
          </span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t.me.availability}</Menu.Label>
        {AVAILABILITIES.map((availability) => (
          <Menu.Item
            key={availability} role="menuitemradio" aria-checked={member.availability === availability} closeMenuOnClick={false}
            leftSection={<Dot availability={availability} isFree />} data-chosen={member.availability === availability || undefined}
            className={styles.choice ?? ""} onClick={() => change({ availability })}
          >
            {t.me[availability]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Preferences />
        <Menu.Divider />
        <Menu.Item leftSection={<IconSettings size={16} />} onClick={() => go("/settings/members")}>
          {t.me.settings}
        </Menu.Item>
        <Menu.Item leftSection={<IconKeyboard size={16} />} onClick={() => screen.apply({ dialog: "help" })}>
          {t.me.shortcuts}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={onSignOut}>
          {t.me.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function Preferences() {
  const { t } = useText();
  const { member } = useMe();
  const change = useChangeMe();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <div className={styles.preferences}>
      <Text size="xs" c="dimmed" mb={4} id="language-label">
        {t.me.language}
      </Text>
      <SegmentedControl
        fullWidth size="xs" aria-labelledby="language-label" value={languageOf(member.locale)} onChange={(locale) => change({ locale })}
        data={[{ value: "es", label: t.me.spanish }, { value: "en", label: t.me.english }]}
      />
      <Text size="xs" c="dimmed" mt={8} mb={4} id="scheme-label">
        {t.me.scheme}
      </Text>
      <SegmentedControl
        fullWidth size="xs" aria-labelledby="scheme-label" value={colorScheme} onChange={(scheme) => setColorScheme(scheme as "auto")}
        data={(["auto", "light", "dark"] as const).map((value) => ({ value, label: t.me[value] }))}
      />
    </div>
  );
}

export function useChangeMe() {
  const { t } = useText();
  const queries = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: changeMe,
    onSuccess: (me) => queries.setQueryData(keys.me, me),
    onError: () => notifications.show({ color: "red", message: t.me.failed }),
  });
  return mutate;
}
