import { Modal, TextInput, UnstyledButton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { getMembers } from "../api/calls";
import { keys } from "../api/keys";
import type { Member, Summary } from "../api/types";
import { useText } from "../i18n/text";
import { useBoard, useMe } from "../live/use-desk";
import { Dot } from "../shell/dot";
import styles from "./dialogs.module.css";
import { useActions } from "./use-actions";

interface Props {
  conversation: Summary;
  isOpen: boolean;
  onClose: () => void;
}

export function AssignDialog({ conversation, isOpen, onClose }: Props) {
  const { t } = useText();
  return (
    <Modal opened={isOpen} onClose={onClose} title={t.actions.assignTo} size={400} closeButtonProps={{ "aria-label": t.app.close }}>
      {isOpen && <Choices conversation={conversation} onClose={onClose} />}
    </Modal>
  );
}

function Choices({ conversation, onClose }: Omit<Props, "isOpen">) {
  const { t } = useText();
  const act = useActions();
  const [wanted, setWanted] = useState("");
  const members = useColleagues(wanted);
  const choose = (member: Member) => {
    onClose();
    void act.assignTo(conversation.id, member);
  };
  return (
    <>
      <TextInput
        aria-label={t.actions.pickMember} placeholder={t.actions.pickMember} data-autofocus value={wanted}
        onChange={(event) => setWanted(event.currentTarget.value)} onKeyDown={(event) => event.key === "Enter" && members[0] && choose(members[0])}
      />
      <ul className={styles.members}>
        {members.map((member) => (
          <li key={member.id}>
            <UnstyledButton className={styles.member} onClick={() => choose(member)}>
              <Dot availability={member.availability} isFree />
              <bdi>{member.name}</bdi>
              <span className={styles.soft}>{conversation.assignee?.id === member.id ? t.contact.thisOne : t.me[member.availability]}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
      {members.length === 0 && <p className={styles.soft}>{t.actions.nobody}</p>}
    </>
  );
}

/** People only, those who are here first. */
function useColleagues(wanted: string): Member[] {
  const me = useMe();
  const presence = useBoard((board) => board.presence);
  const { data = [] } = useQuery({ queryKey: keys.members, queryFn: getMembers });
  const order = { online: 0, away: 1, offline: 2 };
  return data
    .filter((member) => member.kind === "person" && member.active !== false && folded(member.name).includes(folded(wanted)))
    .map((member) => ({ ...member, availability: presence[member.id] ?? member.availability }))
    .sort((a, b) => Number(b.id === me.member.id) - Number(a.id === me.member.id) || order[a.availability] - order[b.availability] || a.name.localeCompare(b.name));
}

const folded = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
