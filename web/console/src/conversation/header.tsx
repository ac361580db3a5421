import { ActionIcon, Button, Menu, Tooltip } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import {
  IconAlarm, IconArrowBackUp, IconCheck, IconChevronLeft, IconDots, IconLayoutSidebarRight, IconSparkles, IconUserPlus, IconUsers,
} from "@tabler/icons-react";
import { useLocation } from "wouter";
import type { Summary, View } from "../api/types";
import { useNameOf } from "../contact/use-name-of";
import { useText } from "../i18n/text";
import { useMe } from "../live/use-desk";
import { placeOf } from "../shell/places";
import { PHONE, screen, spots, togglePanel } from "../shell/screen";
import { Mark } from "../understanding/mark";
import { HolderChip } from "./holder-chip";
import styles from "./header.module.css";
import { useActions } from "./use-actions";

export function Header({ conversation, view }: { conversation: Summary; view: View }) {
  const nameOf = useNameOf();
  const { t } = useText();
  const [, go] = useLocation();
  const isPhone = useMediaQuery(PHONE, window.matchMedia(PHONE).matches, { getInitialValueInEffect: false });
  const leave = () => {
    go(placeOf(view));
    // The list is drawn again at phone width; the row one came from takes the focus.
    requestAnimationFrame(() => spots.row(conversation.id));
  };
  return (
    <header className={styles.header}>
      <ActionIcon className={styles.back ?? ""} variant="subtle" color="gray" size="lg" aria-label={t.app.back} onClick={leave}>
        <IconChevronLeft size={20} />
      </ActionIcon>
      <div className={styles.who}>
        {/* On a phone the list, which has the page's heading, is not drawn. */}
        {isPhone && <h1 className="unseen">{t.views[view]}</h1>}
        <div className={styles.line}>
          <h2 className={styles.name} tabIndex={-1} data-spot="heading">
            <bdi>{nameOf(conversation.contact)}</bdi>
          </h2>
          <Mark conversation={conversation} isBrief />
        </div>
        <div className={styles.meta}>
          <HolderChip conversation={conversation} />
        </div>
      </div>
      <Toolbar conversation={conversation} />
    </header>
  );
}

function Toolbar({ conversation }: { conversation: Summary }) {
  const { t } = useText();
  const me = useMe();
  const act = useActions();
  const { id, status } = conversation;
  const isMine = conversation.assignee?.id === me.member.id;
  const isResolved = status === "resolved";
  return (
    <div className={styles.tools}>
      {!isMine && !isResolved && (
        <Button className={styles.roomy ?? ""} variant="default" size="xs" leftSection={<IconUserPlus size={15} />} onClick={() => void act.assignMe(id)}>
          {t.actions.assignMe}
        </Button>
      )}
      {!isResolved && (
        <Tooltip label={`${t.actions.snooze} · S`}>
          <ActionIcon className={styles.roomy ?? ""} variant="default" size={30} aria-label={t.actions.snooze} onClick={() => screen.apply({ dialog: "snooze" })}>
            <IconAlarm size={16} />
          </ActionIcon>
        </Tooltip>
      )}
      <Button
        size="xs" variant={isResolved ? "default" : "filled"} leftSection={isResolved ? <IconArrowBackUp size={15} /> : <IconCheck size={15} />}
        onClick={() => void (isResolved ? act.reopen(id) : act.resolve(id))}
      >
        {isResolved ? t.actions.reopen : t.actions.resolve}
      </Button>
      <More conversation={conversation} />
      <Tooltip label={t.actions.details}>
        <ActionIcon variant="subtle" color="gray" size={30} aria-label={t.actions.details} onClick={togglePanel}>
          <IconLayoutSidebarRight size={18} />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}

function More({ conversation: { id, holder, status } }: { conversation: Summary }) {
  const { t } = useText();
  const act = useActions();
  return (
    <Menu width={230}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={30} aria-label={t.app.more}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconUserPlus size={16} />} onClick={() => void act.assignMe(id)}>
          {t.actions.assignMe}
        </Menu.Item>
        <Menu.Item leftSection={<IconUsers size={16} />} onClick={() => screen.apply({ dialog: "assign" })}>
          {t.actions.assignTo}
        </Menu.Item>
        {holder !== "queue" && (
          <Menu.Item leftSection={<IconArrowBackUp size={16} />} onClick={() => void act.toQueue(id)}>
            {t.actions.toQueue}
          </Menu.Item>
        )}
        {holder !== "assistant" && (
          <Menu.Item leftSection={<IconSparkles size={16} />} onClick={() => void act.handBack(id)}>
            {t.actions.handBack}
          </Menu.Item>
        )}
        {status !== "resolved" && (
          <Menu.Item leftSection={<IconAlarm size={16} />} onClick={() => screen.apply({ dialog: "snooze" })}>
            {t.actions.snooze}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
