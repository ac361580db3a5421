import { Avatar, Popover, SegmentedControl, UnstyledButton, useMantineColorScheme } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { IconCheck, IconKeyboard, IconLock, IconLogout, IconSettings } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId } from "react";
import { useLocation } from "wouter";
import { changeMe } from "../api/calls";
import { keys } from "../api/keys";
import type { Availability } from "../api/types";
import { languageOf, useText } from "../i18n/text";
import { useMe } from "../live/use-desk";
import styles from "./account-menu.module.css";
import { AREAS, areaIcons } from "./areas";
import { Dot } from "./dot";
import { initials } from "./initials";
import { screen } from "./screen";

const AVAILABILITIES: Availability[] = ["online", "away", "offline"];

export function AccountMenu({ onSignOut, isCompact = false }: { onSignOut: () => void; isCompact?: boolean }) {
  const { t } = useText();
  const { member } = useMe();
  const [isOpen, { close, toggle }] = useDisclosure();
  return (
    <Popover opened={isOpen} onChange={close} width={256} position={isCompact ? "bottom-end" : "top-start"} trapFocus returnFocus shadow="md">
      <Popover.Target>
        <UnstyledButton className={styles.me} data-compact={isCompact || undefined} data-spot="account" onClick={toggle} title={t.me.menu}>
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
      </Popover.Target>
      <Popover.Dropdown p={6} aria-label={t.me.menu}>
        <Availabilities />
        <Preferences />
        <Doors onSignOut={onSignOut} close={close} isCompact={isCompact} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Availabilities() {
  const { t } = useText();
  const { member } = useMe();
  const change = useChangeMe();
  const label = useId();
  return (
    <div role="group" aria-labelledby={label} className={styles.part}>
      <p className={styles.label} id={label}>
        {t.me.availability}
      </p>
      {AVAILABILITIES.map((availability) => {
        const isChosen = member.availability === availability;
        return (
          <UnstyledButton key={availability} className={styles.item} aria-pressed={isChosen} onClick={() => change({ availability })}>
            <Dot availability={availability} isFree />
            {t.me[availability]}
            {isChosen && <IconCheck size={15} aria-hidden className={styles.end} />}
          </UnstyledButton>
        );
      })}
    </div>
  );
}

function Preferences() {
  const { t } = useText();
  const { member } = useMe();
  const change = useChangeMe();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <div className={styles.part}>
      <p className={styles.label}>{t.me.language}</p>
      <SegmentedControl
        fullWidth size="xs" aria-label={t.me.language} value={languageOf(member.locale)} onChange={(locale) => change({ locale })} mx={6}
        data={[{ value: "es", label: t.me.spanish }, { value: "en", label: t.me.english }]}
      />
      <p className={styles.label}>{t.me.scheme}</p>
      <SegmentedControl
        fullWidth size="xs" aria-label={t.me.scheme} value={colorScheme} onChange={(scheme) => setColorScheme(scheme as "auto")} mx={6} mb={4}
        data={(["auto", "light", "dark"] as const).map((value) => ({ value, label: t.me[value] }))}
      />
    </div>
  );
}

/** Without a side bar the other parts of the console are reached from here. */
function Doors({ onSignOut, close, isCompact }: { onSignOut: () => void; close: () => void; isCompact: boolean }) {
  const { t } = useText();
  const [, go] = useLocation();
  const leave = (action: () => void) => () => {
    close();
    action();
  };
  return (
    <div className={styles.part}>
      {isCompact && AREAS.map((area) => {
        const Icon = areaIcons[area];
        return (
          <UnstyledButton key={area} className={styles.item} onClick={leave(() => go(`/${area}`))}>
            <Icon size={16} aria-hidden />
            {t.areas[area]}
          </UnstyledButton>
        );
      })}
      <UnstyledButton className={styles.item} onClick={leave(() => go("/settings/members"))}>
        <IconSettings size={16} aria-hidden />
        {t.me.settings}
      </UnstyledButton>
      <UnstyledButton className={styles.item} onClick={leave(() => screen.apply({ dialog: "password" }))}>
        <IconLock size={16} aria-hidden />
        {t.me.password}
      </UnstyledButton>
      <UnstyledButton className={styles.item} onClick={leave(() => screen.apply({ dialog: "help" }))}>
        <IconKeyboard size={16} aria-hidden />
        {t.me.shortcuts}
      </UnstyledButton>
      <UnstyledButton className={styles.item} onClick={leave(onSignOut)}>
        <IconLogout size={16} aria-hidden />
        {t.me.signOut}
      </UnstyledButton>
    </div>
  );
}

function useChangeMe() {
  const { t } = useText();
  const queries = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: changeMe,
    onSuccess: (me) => queries.setQueryData(keys.me, me),
    onError: () => notifications.show({ color: "red", message: t.me.failed, role: "alert" }),
  });
  return mutate;
}
