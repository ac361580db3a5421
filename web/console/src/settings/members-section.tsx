import { Button, Select } from "@mantine/core";
import { IconUserPlus } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { changeMember, getAllMembers } from "../api/calls";
import { Refused } from "../api/client";
import { keys } from "../api/keys";
import type { Member, Role } from "../api/types";
import { useMe } from "../live/use-desk";
import { AddMember } from "./add-member";
import { Confirm, Fetched, sayFailed, Top } from "./parts";
import styles from "./settings.module.css";
import { useWords } from "./use-words";

export const useRoles = () => {
  const { roles } = useWords().members;
  return (["agent", "supervisor", "admin"] as const).map((value) => ({ value, label: roles[value] }));
};

export function MembersSection() {
  const words = useWords();
  const isAdmin = useMe().member.role === "admin";
  const [isAdding, setAdding] = useState(false);
  const members = useQuery({ queryKey: [...keys.members, "all"], queryFn: getAllMembers });
  const add = isAdmin && (
    <Button size="xs" leftSection={<IconUserPlus size={15} />} onClick={() => setAdding(true)}>
      {words.members.add}
    </Button>
  );
  return (
    <>
      <Top title={words.sections.members} lead={words.members.lead} action={add} />
      <Fetched query={members}>
        {(all) => (
          <ul className={styles.list} aria-label={words.members.count(all.length)}>
            {all.map((member) => (
              <Row key={member.id} member={member} isAdmin={isAdmin} />
            ))}
          </ul>
        )}
      </Fetched>
      <AddMember isOpen={isAdding} onClose={() => setAdding(false)} />
    </>
  );
}

function Row({ member, isAdmin }: { member: Member; isAdmin: boolean }) {
  const words = useWords();
  const me = useMe();
  const isMe = member.id === me.member.id;
  const isActive = member.active !== false;
  return (
    <li className={styles.row} data-off={!isActive || undefined}>
      <div className={styles.grow}>
        <bdi className={styles.name}>{member.name}</bdi>
        <bdi className={styles.soft}>{member.kind === "program" ? words.members.program : member.email}</bdi>
      </div>
      {isMe && <span className={styles.tag}>{words.members.you}</span>}
      {!isActive && <span className={styles.tag}>{words.members.inactive}</span>}
      {isAdmin && !isMe && member.kind === "person" ? <Controls member={member} /> : <span className={styles.tag}>{words.members.roles[member.role]}</span>}
    </li>
  );
}

function Controls({ member }: { member: Member }) {
  const words = useWords();
  const queries = useQueryClient();
  const roles = useRoles();
  const [isAsking, setAsking] = useState(false);
  const { mutate } = useMutation({
    mutationFn: (change: { role?: Role; active?: boolean }) => changeMember(member.id, change),
    onError: (error) => sayFailed((error instanceof Refused && error.detail) || words.failed),
    onSettled: () => void queries.invalidateQueries({ queryKey: keys.members }),
  });
  const isActive = member.active !== false;
  return (
    <div className={styles.tools}>
      <Select
        size="xs" w={150} data={roles} value={member.role} allowDeselect={false} aria-label={words.members.roleOf(member.name)} disabled={!isActive}
        onChange={(role) => role && mutate({ role: role as Role })}
      />
      <Button size="xs" variant="default" onClick={() => (isActive ? setAsking(true) : mutate({ active: true }))}>
        {isActive ? words.members.deactivate : words.members.activate}
      </Button>
      <Confirm
        isOpen={isAsking} title={words.members.deactivateTitle(member.name)} text={words.members.deactivateText} act={words.members.deactivate}
        onAct={() => mutate({ active: false })} onClose={() => setAsking(false)}
      />
    </div>
  );
}
